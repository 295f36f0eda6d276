/**
 * Checks one citation of a draft against the corpus: number, date, organ, title, and whether the document has been replaced.
 * Precision first: it says "right" only when nothing that the draft states speaks against the one document found.
 */
import type { KitEntry } from '../../corpus/exports/kit-index.ts';
import { documentNumberIdentity } from '../../domain/document-number.ts';
import { comparePartialDates } from '../../domain/partial-date.ts';
import type { Citation } from '../../domain/record.ts';
import { foldVietnamese } from '../../domain/vietnamese.ts';

export type VerdictState = 'right' | 'replaced' | 'wrong-date' | 'wrong-issuer' | 'wrong-title' | 'ambiguous' | 'unknown' | 'no-number';

export interface Verdict {
  readonly state: VerdictState;
  /** The document meant; `null` when none or several are possible. */
  readonly entry: KitEntry | null;
  /** Documents to choose from when several are possible, or that are near a number nobody knows. */
  readonly candidates: readonly KitEntry[];
  /** What the first mention leaves out although the form asks for it. */
  readonly missing: readonly ('date' | 'issuer' | 'title')[];
  /** Newer documents that take its place. */
  readonly replacedBy: readonly KitEntry[];
}

export type Verifier = (citation: Citation) => Verdict;

/** Makes the check over the rows of the kit's index. */
export function createVerifier(entries: readonly KitEntry[]): Verifier {
  const byNumber = new Map<string, KitEntry[]>();
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  for (const entry of entries) {
    for (const identity of new Set([...(entry.number === null ? [] : [documentNumberIdentity(entry.number)]), ...(entry.numbers ?? [])])) byNumber.set(identity, [...(byNumber.get(identity) ?? []), entry]);
  }
  const finish = (state: VerdictState, citation: Citation, found: readonly KitEntry[]): Verdict => {
    const entry = found.length === 1 && state !== 'unknown' && state !== 'ambiguous' ? (found[0] ?? null) : null;
    const replacedBy = (entry?.replacedBy ?? []).flatMap((key) => byKey.get(key) ?? []);
    return { state: state === 'right' && (replacedBy.length > 0 || entry?.ended !== undefined) ? 'replaced' : state, entry, candidates: entry === null ? found : [], missing: entry === null ? [] : listMissing(citation), replacedBy };
  };

  return (citation) => {
    if (citation.number === null) {
      const named = entries.filter((entry) => citation.title !== null && entry.title !== null && entry.type?.name === citation.type?.name && fold(entry.title) === fold(citation.title) && fitsIssuer(entry, citation));
      return named.length === 1 ? finish('right', citation, named) : finish('no-number', citation, []);
    }
    const identity = documentNumberIdentity(citation.number);
    const candidates = byNumber.get(identity) ?? [];
    if (candidates.length === 0) return finish('unknown', citation, findNear(identity, byNumber));
    const byIssuer = candidates.filter((entry) => fitsIssuer(entry, citation));
    const fitting = byIssuer.filter((entry) => fitsDate(entry, citation));
    if (fitting.length > 1) return finish('ambiguous', citation, fitting);
    const [only] = fitting;
    if (only) return finish(fitsTitle(only, citation) ? 'right' : 'wrong-title', citation, fitting);
    if (byIssuer.length === 1) return finish('wrong-date', citation, byIssuer);
    if (byIssuer.length > 1) return finish('ambiguous', citation, byIssuer);
    // Another organ's document of that very number and day: the organ is named wrongly. Of another day: it is another document.
    const sameDay = citation.date === null ? [] : candidates.filter((entry) => citation.date?.length === 10 && datesOf(entry).includes(citation.date));
    return sameDay.length === 1 ? finish('wrong-issuer', citation, sameDay) : finish('unknown', citation, candidates);
  };
}

/** A first mention gives date, organ and title; a document without them in the corpus cannot be asked for them. */
function listMissing(citation: Citation): Verdict['missing'] {
  const law = /^(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh)$/u.test(citation.type?.name ?? '');
  return law ? [] : [...(citation.date === null ? (['date'] as const) : []), ...(citation.issuer === null ? (['issuer'] as const) : []), ...(citation.title === null ? (['title'] as const) : [])];
}

function datesOf(entry: KitEntry): string[] {
  // A held document states its own day; of one only cited, every day that citing documents give is possible.
  return entry.held && entry.date !== null ? [entry.date] : [...(entry.date === null ? [] : [entry.date]), ...(entry.dates ?? [])];
}

function fitsDate(entry: KitEntry, { date }: Citation): boolean {
  const dates = datesOf(entry);
  return date === null || dates.length === 0 || dates.some((known) => comparePartialDates(known, date) === 0);
}

/** Organs before and after the reorganisation of 2025 share a name; a draft cannot tell them apart. */
function fitsIssuer(entry: KitEntry, { issuerId, issuer }: Citation): boolean {
  if (issuer === null || issuerId === null || /^khong-/u.test(issuerId) || issuerId === 'tw') return true;
  const bare = (id: string): string => id.replace(/-cu$/u, '');
  return bare(issuerId) === bare(entry.issuer.id) || fold(entry.issuer.name) === fold(issuer) || /^khong-/u.test(entry.issuer.id);
}

/** Titles are shortened and lengthened freely; most words of the shorter one must stand in the longer. */
function fitsTitle(entry: KitEntry, { title }: Citation): boolean {
  const known = [entry.title, ...(entry.titles ?? [])].filter((text) => text !== null);
  if (title === null || known.length === 0) return true;
  const words = wordsOf(title);
  return words.size < 4 || known.some((text) => {
    const other = wordsOf(text);
    const shared = [...words].filter((word) => other.has(word)).length;
    return other.size < 4 || shared / Math.min(words.size, other.size) >= 0.7;
  });
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).split(' ').filter((word) => !/^(?:ve|viec|va|cua|cac|nhung|trong)$/u.test(word)));
}

function fold(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]+/gu, ' ').trim();
}

/** Numbers with the same serial whose symbol differs by a letter or two: a slip of the pen. */
function findNear(identity: string, byNumber: ReadonlyMap<string, readonly KitEntry[]>): KitEntry[] {
  const [serial = '', ...rest] = identity.split('-');
  const symbol = rest.join('');
  const near: KitEntry[] = [];
  for (const [other, entries] of byNumber) {
    const [otherSerial = '', ...otherRest] = other.split('-');
    const otherSymbol = otherRest.join('');
    if ((otherSerial === serial && distance(symbol, otherSymbol) <= 2) || (otherSymbol === symbol && symbol.length > 3 && distance(serial, otherSerial) === 1)) near.push(...entries);
  }
  return [...new Set(near)].sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, 4);
}

/** Levenshtein distance, for strings of a few letters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? 0;
}
