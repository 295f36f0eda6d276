/** Finishes a compiled body for its page: citations get link and state, places for notes become parts between strings of HTML. */
import type { Resolution } from '../corpus/graph/graph.ts';
import { escapeAttribute } from './escape-html.ts';

/** A stretch of HTML, or the place beside a provision: its anchor, then those of what begins at the same place. */
export type BodyPart = { readonly html: string } | { readonly anchors: readonly [string, ...string[]] };

/** What a citation's link needs. */
export interface CitationTarget {
  readonly resolution: Resolution;
  /** Address with base path; `null` when nothing certain or no choice page can be offered. */
  readonly href: string | null;
}

/**
 * @param html    compiled body
 * @param targets by index of the record's citations
 * @throws Error when the body names a citation that the record lacks
 */
export function finishBody(html: string, targets: readonly CitationTarget[]): BodyPart[] {
  const linked = html.replace(/<a data-citation="(\d+)\.(\d+)">/gu, (_tag, citation: string, mention: string) => {
    const target = targets[Number(citation)];
    if (!target) throw new Error(`finishBody: unexpected citation ${citation}.${mention}, expected one of ${targets.length}`);
    const href = target.href === null ? '' : ` href="${escapeAttribute(target.href)}"`;
    return `<a data-citation data-state="${target.resolution.state}"${href}>`;
  });
  return linked.split(/<!--@([a-z0-9.~ -]+)-->/u).map((part, index) => (index % 2 === 0 ? { html: part } : { anchors: part.split(' ') as [string, ...string[]] }));
}

/**
 * First words of a provision after its label, for the table of contents where the paper gives no title.
 * @returns `null` when the body has no such anchor or it holds no words
 */
export function readFirstWords(html: string, anchor: string, label: string | null, length = 64): string | null {
  const at = html.indexOf(`id="${anchor}"`);
  if (at === -1) return null;
  const leaf = /data-source-text>(?<inner>[\s\S]*?)<\/(?:p|h\d|td|th)>/u.exec(html.slice(at, at + 6000))?.groups?.['inner'];
  const text = leaf?.replace(/<[^>]*>/gu, '').replace(/\s+/gu, ' ').trim();
  if (!text) return null;
  const plain = text.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&amp;/gu, '&').slice(label !== null && text.startsWith(label) ? label.length : 0).trim();
  if (plain.length <= length) return plain;
  const blank = plain.lastIndexOf(' ', length);
  return `${plain.slice(0, blank > 20 ? blank : length)}…`;
}
