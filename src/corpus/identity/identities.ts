/** Every identity that the records of a corpus name, with what is said of it: held documents, and complete or incomplete citations. */
import { parseDocumentKey } from '../../domain/document-key.ts';
import type { DocumentRecord } from '../../domain/record.ts';
import { numberIdentity } from './number-series.ts';
import { trimTitle } from '../graph/trim-title.ts';

/** A document that citations can mean. */
export interface Candidate {
  readonly key: string;
  readonly issuer: string;
  /** Comparison form of the number. */
  readonly number: string;
  /** `null` for a held document whose paper gives no year. */
  readonly year: number | null;
  /** Dates told, the one told by most documents first; of a held document with a date its own alone. */
  readonly dates: readonly string[];
  /** Distinct titles, sorted; of a held document its subject alone when it has one. */
  readonly titles: readonly string[];
  /** What each telling gives: of a held document its own date and subject alone. */
  readonly tellings: readonly Telling[];
  readonly typeCode: string | null;
  readonly held: boolean;
  /** Number of documents that cite it by this very identity. */
  readonly citedBy: number;
}

/** Date and title that a document gives of another. */
export interface Telling {
  /** Key of the document that tells. */
  readonly from: string;
  readonly date: string | null;
  readonly title: string | null;
}

/** An identity that lacks something, with the documents that cite it so and the dates and titles they give (`null` for none). */
export interface IncompleteIdentity {
  readonly citedBy: ReadonlySet<string>;
  readonly dates: ReadonlySet<string | null>;
  readonly titles: readonly (string | null)[];
}

/**
 * Parts of a key that names organ, year and number; `null` when one of them is missing or too wide to tell documents apart.
 * @param wideIssuers ids that stand for many organs: kinds without a place (`tinh-uy`)
 */
export function readCompleteKey(key: string | null, wideIssuers: ReadonlySet<string>): { issuer: string; year: number; number: string } | null {
  const parts = key === null ? null : parseDocumentKey(key);
  if (!parts || parts.year === null || isWideIssuer(parts.issuer, wideIssuers) || parts.number.startsWith('khong-so')) return null;
  return { issuer: parts.issuer, year: parts.year, number: parts.number };
}

/** An issuer id that says "some organ". */
export function isWideIssuer(issuer: string, wideIssuers: ReadonlySet<string>): boolean {
  return issuer === '' || wideIssuers.has(issuer) || /^(?:khong-ro|khong-co)(?:-|$)/u.test(issuer);
}

interface Growing {
  issuer: string;
  year: number | null;
  number: string;
  dates: Map<string, Set<string>>;
  titles: Set<string>;
  tellings: Telling[];
  types: Map<string, number>;
  citedBy: Set<string>;
  record: DocumentRecord | null;
}

/** Held documents and every complete identity that a citation carries, by key. */
export function listCandidates(held: readonly DocumentRecord[], wideIssuers: ReadonlySet<string>): Candidate[] {
  const found = new Map<string, Growing>();
  for (const record of held) {
    for (const citation of record.citations) {
      const parts = readCompleteKey(citation.key, wideIssuers);
      if (!parts || citation.key === null || citation.number === null) continue;
      const entry = found.get(citation.key) ?? start(parts.issuer, parts.year, numberIdentity(citation.number));
      found.set(citation.key, entry);
      entry.citedBy.add(record.key);
      if (citation.date) entry.dates.set(citation.date, (entry.dates.get(citation.date) ?? new Set()).add(record.key));
      const title = trimTitle(citation.title);
      entry.tellings.push({ from: record.key, date: citation.date, title });
      if (title !== null) entry.titles.add(title);
      if (citation.type) entry.types.set(citation.type.code, (entry.types.get(citation.type.code) ?? 0) + 1);
    }
  }
  for (const record of held) {
    const parts = parseDocumentKey(record.key);
    if (!parts) throw new Error(`listCandidates: unexpected key ${record.key} of ${record.file}, expected issuer/year/number`);
    const entry = found.get(record.key) ?? start(parts.issuer, parts.year, record.number === null ? parts.number : numberIdentity(record.number));
    found.set(record.key, { ...entry, record });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => finish(key, entry));
}

/** Identities without year or with an organ that lacks its place. */
export function listIncomplete(held: readonly DocumentRecord[], wideIssuers: ReadonlySet<string>): Map<string, IncompleteIdentity> {
  const found = new Map<string, { citedBy: Set<string>; dates: Set<string | null>; titles: (string | null)[] }>();
  for (const record of held) {
    for (const { key, date, title } of record.citations) {
      if (key === null || parseDocumentKey(key) === null || readCompleteKey(key, wideIssuers)) continue;
      const entry = found.get(key) ?? { citedBy: new Set(), dates: new Set(), titles: [] };
      entry.citedBy.add(record.key);
      entry.dates.add(date);
      entry.titles.push(trimTitle(title));
      found.set(key, entry);
    }
  }
  return found;
}

function start(issuer: string, year: number | null, number: string): Growing {
  return { issuer, year, number, dates: new Map(), titles: new Set(), tellings: [], types: new Map(), citedBy: new Set(), record: null };
}

function finish(key: string, { issuer, year, number, dates, titles, tellings, types, citedBy, record }: Growing): Candidate {
  const told = [...dates].sort(([a, x], [b, y]) => y.size - x.size || b.length - a.length || (a < b ? -1 : 1)).map(([date]) => date);
  const subject = trimTitle(record?.subject ?? null);
  return {
    key, issuer, number, year, held: record !== null, citedBy: citedBy.size,
    dates: record?.date ? [record.date] : told,
    titles: subject === null ? [...titles].sort() : [subject],
    tellings: record?.date ? [{ from: key, date: record.date, title: subject }] : tellings,
    typeCode: record?.type?.code ?? [...types].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null,
  };
}
