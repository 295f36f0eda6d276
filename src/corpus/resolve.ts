/**
 * Decides over the whole corpus which document a citation means. Precision before recall: a link is made when exactly one candidate
 * is certain; otherwise the state says what is missing, and the citation stays text.
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

/** An issuer id that says "some organ": such a key cannot tell documents apart. */
export function isUnknownIssuer(id: string): boolean {
  return id === '' || /^(?:khong-ro|khong-co|unknown)(?:-|$)/u.test(id);
}

/** Parts of a key that names organ, year and number; `null` when one of them is missing. */
export function readCompleteKey(key: string | null): { issuer: string; year: number; number: string } | null {
  const parts = key === null ? null : parseDocumentKey(key);
  if (!parts || parts.year === null || isUnknownIssuer(parts.issuer) || parts.number.startsWith('khong-so')) return null;
  return { issuer: parts.issuer, year: parts.year, number: parts.number };
}

/** Makes the resolver over all candidates of a corpus. */
export function createResolver(candidates: Iterable<Candidate>): (citation: Citation, context: CitingContext) => Resolution {
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
    if (citation.number === null) return { state: 'unknown' };
    const possible = (byNumber.get(documentNumberIdentity(citation.number)) ?? []).filter((candidate) => fits(candidate, citation, context));
    const [only] = possible;
    if (only && possible.length === 1 && isCertain(only, citation, context)) return lead(only);
    return possible.length > 0 ? { state: 'ambiguous', candidates: possible.map((candidate) => candidate.key).sort() } : { state: 'unknown' };
  };
}

/** Nothing that the citation says speaks against the candidate. */
function fits(candidate: Candidate, citation: Citation, context: CitingContext): boolean {
  if (candidate.key === context.key) return false;
  const parts = citation.key === null ? null : parseDocumentKey(citation.key);
  const issuer = citation.issuerId ?? parts?.issuer ?? '';
  if (!isUnknownIssuer(issuer) && issuer !== candidate.issuer) return false;
  if (citation.date !== null) return candidate.dates.length === 0 ? candidate.year === yearOf(citation.date) : candidate.dates.some((date) => comparePartialDates(date, citation.date ?? date) === 0);
  if (parts?.year != null) return parts.year === candidate.year;
  return true;
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
