/**
 * The copy of a page that Pagefind indexes: the words of the document through the reversible transform, an anchor before every
 * paragraph (so that each is a sub-result), filters, sorts, and hidden keys for numbers and dates.
 */
import { findDates } from '../query/dates.ts';
import { findPrintedNumbers, numberIdentity } from '../query/numbers.ts';
import { transformText } from '../text/pagefind-text.ts';
import type { SearchPage } from './read-page.ts';

/** @returns HTML that exists only in memory */
export function pagefindCopy(page: SearchPage): string {
  const seen = new Set<string>();
  const body = page.paragraphs.map(({ anchor, label, text }) => {
    const mark = anchor !== null && !seen.has(anchor) ? `<a id="${escape(anchor)}" data-pagefind-title="${escape(label ?? anchor)}"></a>` : '';
    if (anchor !== null) seen.add(anchor);
    return `${mark}<p>${escape(transformText(text))}</p>`;
  });
  return `<html lang="vi"><head><title>${escape(page.title)}</title></head><body data-pagefind-body>${marksOf(page)}<h1 data-pagefind-meta="title">${escape(transformText(page.title))}</h1>${body.join('')}</body></html>`;
}

function marksOf(page: SearchPage): string {
  const spans: string[] = [];
  const filter = (name: string, value: string | null): void => {
    if (value) spans.push(`<span data-pagefind-filter="${name}:${escape(value)}"></span>`);
  };
  filter('loai', page.type);
  filter('co-quan', page.issuer);
  filter('cap', page.level);
  filter('nam', page.date?.slice(0, 4) ?? null);
  for (const [, name] of page.topics) filter('chu-de', name);
  filter('co', page.held ? 'toàn văn' : 'viện dẫn');
  filter('trang-thai', page.status);
  if (page.date) spans.push(`<span data-pagefind-sort="ngay:${escape(page.date)}"></span>`);
  spans.push(`<span data-pagefind-sort="duoc-vien-dan:${page.citedBy}"></span>`);
  const meta = (name: string, value: string): void => {
    if (value !== '') spans.push(`<span data-pagefind-meta="${name}:${escape(value)}"></span>`);
  };
  meta('so', page.number ?? '');
  meta('ngay', page.date ?? '');
  meta('so_key', page.number ? hiddenNumberKeys(page.number).join(' ') : '');
  meta('date_key', page.date ? hiddenDateKey(page.date) : '');
  meta('refs', [...hiddenReferences(page)].join(' '));
  meta('sua', page.corrected.map(transformText).join(' '));
  return spans.join('');
}

/** `57-NQ/TW` -> `sh57nqtw`, and turned round for "NQ57": `tnnqtw57`. */
function hiddenNumberKeys(number: string): string[] {
  const identity = numberIdentity(number);
  const [serial = '', ...symbols] = identity.split('-');
  return [`sh${identity.replaceAll('-', '')}`, `tn${symbols.join('')}${serial}x`];
}

function hiddenDateKey(date: string): string {
  return `nd${date.replaceAll('-', '')}`;
}

function hiddenReferences(page: SearchPage): Set<string> {
  const keys = new Set<string>();
  for (const { text } of page.paragraphs) {
    for (const { identity } of findPrintedNumbers(text)) keys.add(`sh${identity.replaceAll('-', '')}`);
    for (const { date } of findDates(text)) keys.add(hiddenDateKey(date));
  }
  return keys;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter);
}
