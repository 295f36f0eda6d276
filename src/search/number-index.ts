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

/** Numbers that the index shows on one page; more are sorted into ranges with pages of their own. */
export const MOST_ON_ONE_PAGE = 600;

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

/** Sorts the index into ranges of serials whose bounds, and so whose addresses, do not move when the corpus grows. */
export function cutIntoRanges(entries: readonly NumberEntry[]): NumberRange[] {
  const ranges = Map.groupBy(entries, ({ serial }) => (serial === null ? null : firstOfRange(serial)));
  return [...ranges].map(([from, own]) => {
    const to = from === null ? null : lastOfRange(from);
    return { from, to, slug: from === null ? 'chua-co-so' : `tu-${from}-den-${to}`, entries: own };
  });
}

/** 1, 10, 20 … 90, 100, 200 … 900, 1000, 2000 … */
function firstOfRange(serial: number): number {
  const step = 10 ** Math.max(1, `${serial}`.length - 1);
  return Math.max(1, Math.floor(serial / step) * step);
}

function lastOfRange(from: number): number {
  return from === 1 ? 9 : from + 10 ** (`${from}`.length - 1) - 1;
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
