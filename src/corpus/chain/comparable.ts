/** What of a document is compared with a sibling: the clauses of its body, without letterhead, recipients and signature. */
import type { DocumentRecord } from '../../domain/record.ts';
import type { Provision } from './align-provisions.ts';

/** Anchors outside the body. */
const APART = /^(?:dau|kinh-gui|can-cu|ket|noi-nhan|ky|ghi-chu)(?:\.|$)/u;

/**
 * Lists the provisions of a body with their words.
 * @param html compiled body: words stand in leaves `data-source-text`, each below an element with the anchor as id
 */
export function listProvisions(record: DocumentRecord, html: string): Provision[] {
  const anchors = new Set(record.outline.filter(({ anchor }) => !APART.test(anchor)).map(({ anchor }) => anchor));
  const provisions: Provision[] = [];
  let anchor: string | null = null;
  for (const match of html.matchAll(/\sid="(?<id>[^"]+)"|data-source-text[^>]*>(?<inner>[\s\S]*?)<\/(?:p|h\d|td|th|li)>/gu)) {
    const { id, inner } = match.groups ?? {};
    if (id !== undefined) anchor = id;
    // An id and the leaf may stand in one tag; then the id comes first or in the same match of the next round.
    if (inner === undefined || anchor === null || !anchors.has(anchor)) continue;
    const text = plainText(inner);
    const last = provisions.at(-1);
    if (last?.anchor === anchor) provisions[provisions.length - 1] = { anchor, text: `${last.text} ${text}` };
    else if (text !== '') provisions.push({ anchor, text });
  }
  // A heading of two words says nothing to compare.
  return provisions.filter(({ text }) => text.split(' ').length >= 5);
}

function plainText(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/gu, '').replace(/<[^>]*>/gu, '').replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&#39;/gu, "'").replace(/&amp;/gu, '&').replace(/\s+/gu, ' ').trim();
}
