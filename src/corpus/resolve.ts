/**
 * Decides over the whole corpus which document a citation means. Precision before recall: a link is made when exactly one candidate
 * is certain; otherwise the state says so. The page of an incomplete identity (organ without place, no year) stays all the same,
 * because an address once published holds.
 */
import { parseDocumentKey } from '../domain/document-key.ts';
import { documentNumberIdentity } from '../domain/document-number.ts';
import { comparePartialDates, yearOf } from '../domain/partial-date.ts';
import type { Citation } from '../domain/record.ts';
import type { Resolution } from './graph.ts';

/** A document that citations can mean. */
export interface Candidate {
  readonly key: string;
  readonly issuer: string;
  readonly number: string;
  readonly year: number;
  readonly dates: readonly string[];
  readonly held: boolean;
}

/** Where the citation stands. */
export interface CitingContext {
  readonly key: string;
  readonly date: string | null;
}

/** An identity that lacks something, with the documents that cite it so and the dates they give (`null` for none). */
export interface IncompleteIdentity {
  readonly citedBy: ReadonlySet<string>;
  readonly dates: ReadonlySet<string | null>;
}

/**
 * Parts of a key that names organ, year and number; `null` when one of them is missing or too wide to tell documents apart.
 * @param wideIssuers ids that stand for many organs: kinds without a place (`tinh-uy`)
 */
export function readCompleteKey(key: string | null, wideIssuers: ReadonlySet<string>): { issuer: string; year: number; number: string } | null {
  const parts = key === null ? null : parseDocumentKey(key);
  if (!parts || parts.year === null || isWide(parts.issuer, wideIssuers) || parts.number.startsWith('khong-so')) return null;
  return { issuer: parts.issuer, year: parts.year, number: parts.number };
}

/**
 * Makes the resolver of a corpus.
 * @param candidates held documents and every complete identity cited
 * @param incomplete incomplete identities by key
 */
export function createResolver(
  candidates: Iterable<Candidate>,
  incomplete: ReadonlyMap<string, IncompleteIdentity>,
  wideIssuers: ReadonlySet<string>,
): (citation: Citation, context: CitingContext) => Resolution {
  const byKey = new Map<string, Candidate>();
  const byNumber = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    byKey.set(candidate.key, candidate);
    byNumber.set(candidate.number, [...(byNumber.get(candidate.number) ?? []), candidate]);
  }
  const lead = (candidate: Candidate): Resolution => ({ state: candidate.held ? 'held' : 'cited', key: candidate.key });

  return (citation, context) => {
    const exact = citation.key === null ? undefined : byKey.get(citation.key);
    if (exact) return lead(exact);
    const identity = citation.key === null ? undefined : incomplete.get(citation.key);
    const page = identity && citation.key !== null ? citation.key : null;
    if (citation.number === null) return page === null ? { state: 'unknown' } : { state: 'cited', key: page };
    const possible = (byNumber.get(documentNumberIdentity(citation.number)) ?? []).filter((candidate) => fits(candidate, citation, context, wideIssuers));
    const [only] = possible;
    if (only && possible.length === 1 && isCertain(only, citation, context)) return lead(only);
    if (possible.length > 0) return { state: 'ambiguous', candidates: possible.map((candidate) => candidate.key).sort(), page };
    if (!identity || page === null) return { state: 'unknown' };
    return isOneDocument(identity) ? { state: 'cited', key: page } : { state: 'ambiguous', candidates: [], page };
  };
}

/** Nothing that the citation says speaks against the candidate. */
function fits(candidate: Candidate, citation: Citation, context: CitingContext, wideIssuers: ReadonlySet<string>): boolean {
  if (candidate.key === context.key) return false;
  const parts = citation.key === null ? null : parseDocumentKey(citation.key);
  const issuer = citation.issuerId ?? parts?.issuer ?? '';
  if (wideIssuers.has(issuer)) {
    if (!candidate.issuer.startsWith(`${issuer}-`)) return false;
  } else if (!isWide(issuer, wideIssuers) && issuer !== candidate.issuer) return false;
  const { date } = citation;
  if (date !== null) return candidate.dates.length === 0 ? candidate.year === yearOf(date) : candidate.dates.some((other) => comparePartialDates(other, date) === 0);
  return parts?.year == null || parts.year === candidate.year;
}

/**
 * The same number and the same whole date are one document. Without a date, Party numbers of the centre run through a term of five
 * years (57-NQ/TW), so the one that was there when the text was written is meant; yearly series (44/KH-UBND) leave doubt.
 */
function isCertain(candidate: Candidate, citation: Citation, context: CitingContext): boolean {
  if (citation.date !== null) return citation.date.length === 10 && candidate.dates.includes(citation.date);
  if (!/-tw$/u.test(candidate.number) || context.date === null) return false;
  const age = yearOf(context.date) - candidate.year;
  return age >= 0 && age <= 5;
}

/** One document cites it, or all that cite it give the same whole date. */
function isOneDocument({ citedBy, dates }: IncompleteIdentity): boolean {
  const [date] = dates;
  return citedBy.size === 1 || (dates.size === 1 && date?.length === 10);
}

function isWide(issuer: string, wideIssuers: ReadonlySet<string>): boolean {
  return issuer === '' || wideIssuers.has(issuer) || /^(?:khong-ro|khong-co)(?:-|$)/u.test(issuer);
}
