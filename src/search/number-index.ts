/** The number index: every number held or cited in order, and the numbers that are several documents. */
import type { Corpus, CorpusDocument } from '../corpus/graph/graph.ts';
import { compareVietnamese } from '../domain/vietnamese.ts';
import { numberParts } from './query/number-match.ts';
import { numberIdentity } from './query/numbers.ts';

export interface NumberEntry {
  /** As printed: `57-NQ/TW`; a symbol without serial when the paper left it blank. */
  readonly number: string;
  /** Digits, `null` when blank. */
  readonly serial: number | null;
  readonly document: CorpusDocument;
}

export interface NumberRange {
  /** `null` for numbers left blank. */
  readonly from: number | null;
  readonly to: number | null;
  /** Part of the address: `tu-1-den-99`, `chua-co-so`. */
  readonly slug: string;
  readonly entries: readonly NumberEntry[];
}

export interface NumberChoice {
  /** Part of the address: `57-nq-tw`, or `57` for all of one serial. */
  readonly slug: string;
  /** As printed: `310-CV`, `57`. */
  readonly number: string;
  readonly entries: readonly NumberEntry[];
}

/** Every document by its number: serial, then symbol, then year. */
export function listNumbers(corpus: Corpus): NumberEntry[] {
  const entries = [...corpus.documents.values()].map((document): NumberEntry => {
    const number = document.number ?? '';
    const { serial } = numberParts(number);
    return { number, serial: serial === null ? null : Number.parseInt(serial, 10), document };
  });
  const year = (entry: NumberEntry): string => entry.document.date ?? '';
  return entries.toSorted((a, b) => (a.serial ?? Infinity) - (b.serial ?? Infinity) || compareVietnamese(a.number, b.number) || (year(a) < year(b) ? -1 : 1));
}

/** Cuts the index into pages, so that ten thousand numbers stay readable. @param most entries a page may hold, about */
export function cutIntoRanges(entries: readonly NumberEntry[], most: number): NumberRange[] {
  const numbered = entries.filter((entry) => entry.serial !== null);
  const blank = entries.filter((entry) => entry.serial === null);
  const ranges: NumberRange[] = [];
  let current: NumberEntry[] = [];
  const flush = (): void => {
    const from = current[0]?.serial ?? null;
    const to = current.at(-1)?.serial ?? null;
    if (current.length > 0) ranges.push({ from, to, slug: `tu-${from}-den-${to}`, entries: current });
    current = [];
  };
  for (const entry of numbered) {
    // One serial never stands on two pages.
    if (current.length >= most && entry.serial !== current.at(-1)?.serial) flush();
    current.push(entry);
  }
  flush();
  if (blank.length > 0) ranges.push({ from: null, to: null, slug: 'chua-co-so', entries: blank });
  return ranges;
}

/** Numbers, and bare serials, that are several documents: each gets a page to choose on. */
export function listChoices(entries: readonly NumberEntry[]): NumberChoice[] {
  const groups = new Map<string, NumberEntry[]>();
  const add = (slug: string, entry: NumberEntry): void => void groups.set(slug, [...(groups.get(slug) ?? []), entry]);
  for (const entry of entries) {
    if (entry.number === '') continue;
    const identity = numberIdentity(entry.number);
    add(identity, entry);
    const { serial } = numberParts(entry.number);
    if (serial !== null && serial !== identity) add(serial, entry);
  }
  return [...groups]
    .filter(([, members]) => members.length > 1)
    .map(([slug, members]) => ({ slug, number: /^\d+[a-z]?$/u.test(slug) ? slug : (members[0]?.number ?? slug), entries: members }))
    .toSorted((a, b) => compareVietnamese(a.slug, b.slug));
}
