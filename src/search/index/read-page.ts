/**
 * Reads a built page of a document for indexing: facts from `data-*` of the article, title, paragraphs with their anchors, both
 * text layers. Our own pages are well formed, so a scanner of tags is enough and ten times faster than a parser.
 *
 * Read: `[data-document-key]` with `data-held`, `data-number`, `data-type-code`, `data-type`, `data-issuer-id`, `data-issuer`,
 * `data-level`, `data-date`, `data-topics`, `data-status`, `data-cited-by`; its `h1`; text inside `[data-source-text]` and
 * `[data-search-text]`, by the closest element with an `id`; `[data-correction]` around words that were corrected.
 */

import { describeAnchor } from '../../corpus/wording/describe-anchor.ts';
import type { DocumentFacts } from '../document-facts.ts';

export interface PageParagraph {
  readonly anchor: string | null;
  /** Where in the document, in words: "Mục IV, khoản 3". */
  readonly label: string | null;
  readonly text: string;
}

export interface SearchPage {
  readonly key: string;
  readonly title: string;
  readonly number: string | null;
  /** Other spellings of the number met in the corpus. */
  readonly spellings: readonly string[];
  readonly typeCode: string | null;
  readonly type: string | null;
  readonly issuerId: string | null;
  readonly issuer: string | null;
  readonly level: string | null;
  readonly date: string | null;
  readonly topics: readonly (readonly [id: string, name: string])[];
  readonly status: string | null;
  readonly held: boolean;
  readonly citedBy: number;
  readonly paragraphs: readonly PageParagraph[];
  /** Paragraphs with editorial corrections, in the corrected words. */
  readonly corrected: readonly string[];
}

interface Open {
  readonly name: string;
  readonly id: string | null;
  readonly label: string | null;
  /** Text in here is the document's. */
  readonly counts: boolean;
  readonly ignored: boolean;
  readonly correction: string | null;
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const BLOCK = new Set(['p', 'div', 'section', 'article', 'li', 'td', 'th', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dd', 'dt', 'blockquote', 'figcaption', 'caption', 'header', 'footer', 'table', 'ul', 'ol']);
const TAG = /<!--[\s\S]*?-->|<(script|style|template)\b[^>]*>[\s\S]*?<\/\1\s*>|<\/([a-zA-Z][\w-]*)[^>]*>|<([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gu;
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;

/** @returns `null` when the page is of no document */
export function readSearchPage(html: string): SearchPage | null {
  if (!html.includes('data-document-key')) return null;
  const reader = new PageReader(html.includes('data-source-text') || html.includes('data-search-text'));
  let last = 0;
  for (const match of html.matchAll(TAG)) {
    reader.text(html.slice(last, match.index));
    last = match.index + match[0].length;
    if (match[2]) reader.close(match[2].toLowerCase());
    else if (match[3]) reader.open(match[3].toLowerCase(), match[4] ?? '');
  }
  return reader.finish();
}

/** Fills in what the corpus knows of the document; a document that is only cited gets the words others use of it. */
export function addFacts(page: SearchPage, facts: DocumentFacts | undefined): SearchPage {
  if (!facts) return page;
  const { told, ...known } = facts;
  const paragraphs = facts.held ? page.paragraphs : told.map((text) => ({ anchor: null, label: null, text: /[.!?…;:]$/u.test(text) ? text : `${text}.` }));
  return { ...page, ...known, paragraphs };
}

class PageReader {
  private readonly marked: boolean;
  private readonly stack: Open[] = [];
  private readonly paragraphs: { anchor: string | null; label: string | null; text: string; corrected: string }[] = [];
  private facts: ReadonlyMap<string, string> | null = null;
  private inside = 0;
  private title = '';
  private inTitle = false;
  private fresh = true;

  constructor(marked: boolean) {
    this.marked = marked;
  }

  open(name: string, source: string): void {
    const attributes = source.trim() === '' ? NO_ATTRIBUTES : readAttributes(source);
    if (name === 'br' || name === 'wbr') this.text(name === 'br' ? ' ' : '');
    if (VOID.has(name) || source.endsWith('/')) return;
    const parent = this.stack.at(-1);
    const isDocument = attributes.has('data-document-key') && this.facts === null;
    if (isDocument) this.facts = attributes;
    if (isDocument) this.inside = this.stack.length + 1;
    if (name === 'h1' && this.title === '') this.inTitle = true;
    const starts = attributes.has('data-source-text') || attributes.has('data-search-text');
    const counts = (parent?.counts ?? false) || starts || (isDocument && !this.marked);
    if (starts || (counts && BLOCK.has(name)) || attributes.has('id')) this.fresh = true;
    this.stack.push({
      name,
      id: attributes.get('id') ?? parent?.id ?? null,
      label: attributes.get('data-label') ?? (attributes.has('id') ? null : (parent?.label ?? null)),
      counts,
      ignored: (parent?.ignored ?? false) || attributes.has('data-pagefind-ignore') || (name === 'nav'),
      correction: attributes.get('data-correction') ?? null,
    });
  }

  close(name: string): void {
    const at = this.stack.findLastIndex((open) => open.name === name);
    if (at < 0) return;
    this.stack.length = at;
    if (name === 'h1') this.inTitle = false;
    if (BLOCK.has(name)) this.fresh = true;
    if (this.inside > at) this.inside = 0;
  }

  text(raw: string): void {
    if (raw === '' || this.facts === null) return;
    const text = decodeEntities(raw).replace(/\s+/gu, ' ');
    if (this.inTitle) {
      this.title += text;
      if (!this.stack.at(-1)?.counts) return;
    }
    const open = this.stack.at(-1);
    if (!open || this.inside === 0 || !open.counts || open.ignored) return;
    const current = this.paragraphs.at(-1);
    const corrected = open.correction ?? text;
    if (current && !this.fresh && current.anchor === open.id) {
      current.text += text;
      current.corrected += corrected;
    } else if (text.trim() !== '') this.paragraphs.push({ anchor: open.id, label: open.label, text, corrected });
    else return;
    this.fresh = false;
  }

  finish(): SearchPage | null {
    const facts = this.facts;
    const key = facts?.get('data-document-key');
    if (!facts || !key) return null;
    const fact = (name: string): string | null => decodeEntities(facts.get(`data-${name}`) ?? '').trim() || null;
    const list = (name: string): string[] => (fact(name) ?? '').split(/[;|]/u).map((part) => part.trim()).filter(Boolean);
    const paragraphs = this.paragraphs.map(({ anchor, label, text, corrected }) => ({ anchor, label, text: text.trim(), corrected: corrected.trim() })).filter(({ text }) => text !== '');
    const topics = (fact('topics') ?? '').split(';').map((part) => part.trim()).filter(Boolean);
    return {
      key,
      title: this.title.replace(/\s+/gu, ' ').trim() || key,
      number: fact('number'),
      spellings: list('number-spellings'),
      typeCode: fact('type-code'),
      type: fact('type'),
      issuerId: fact('issuer-id'),
      issuer: fact('issuer'),
      level: fact('level'),
      date: fact('date'),
      topics: topics.map((topic) => [topic.split('|')[0] ?? topic, topic.split('|')[1] ?? topic] as const),
      status: fact('status'),
      held: fact('held') !== 'false',
      citedBy: Number(fact('cited-by') ?? 0) || 0,
      paragraphs: paragraphs.map(({ anchor, label, text }) => ({ anchor, label: label ?? (anchor ? capitalize(describeAnchor(anchor)) : null), text })),
      corrected: paragraphs.filter(({ text, corrected }) => text !== corrected).map(({ corrected }) => corrected),
    };
  }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of source.matchAll(ATTRIBUTE)) {
    const name = match[1]?.toLowerCase();
    if (name) attributes.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
