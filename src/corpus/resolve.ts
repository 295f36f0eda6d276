/**
 * Decides over the whole corpus which document a citation means. Precision before recall: a link is made when exactly one candidate
 * is certain; otherwise the state says so. The page of an incomplete identity (organ without place, no year) stays all the same,
 * because an address once published holds.
 */
import { parseDocumentKey } from '../domain/document-key.ts';
import { comparePartialDates, yearOf } from '../domain/partial-date.ts';
import type { Citation } from '../domain/record.ts';
import { measureSupport, titlesAgree } from './compare-words.ts';
import type { Resolution } from './graph.ts';
import { isWideIssuer, type Candidate, type IncompleteIdentity } from './identities.ts';
import { isNearSerial, isOfPartyCentre, isUniqueNumber, numberIdentity } from './number-series.ts';

/** Where the citation stands. */
export interface CitingContext {
  readonly key: string;
  readonly date: string | null;
  readonly subject?: string | null;
}

export interface ResolverOptions {
  /** Held documents and every complete identity cited. */
  readonly candidates: readonly Candidate[];
  /** Identities that are spellings of another, from `mergeIdentities`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Incomplete identities by key. */
  readonly incomplete: ReadonlyMap<string, IncompleteIdentity>;
  /** Ids that stand for many organs: kinds without a place (`tinh-uy`). */
  readonly wideIssuers: ReadonlySet<string>;
}

/** Part of a title that the words around a number must share before they speak for the document. */
const SUPPORT = 0.3;

/** Makes the resolver of a corpus. */
export function createResolver({ candidates, aliases, incomplete, wideIssuers }: ResolverOptions): (citation: Citation, context: CitingContext) => Resolution {
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  const byNumber = groupBy(candidates.filter(({ key }) => !aliases.has(key)), ({ number }) => number);
  const byDay = groupBy(candidates.filter(({ key, dates }) => !aliases.has(key) && dates[0]?.length === 10), ({ issuer, dates }) => `${issuer} ${dates[0]}`);
  const lead = (candidate: Candidate): Resolution => ({ state: candidate.held ? 'held' : 'cited', key: candidate.key });

  return (citation, context) => {
    const named = citation.key === null ? undefined : byKey.get(aliases.get(citation.key) ?? citation.key);
    if (named) return contradicts(named, citation) || isMisreadSerial(named, citation, byDay) ? { state: 'ambiguous', candidates: [named.key], page: null } : lead(named);
    const identity = citation.key === null ? undefined : incomplete.get(citation.key);
    const page = identity && citation.key !== null ? citation.key : null;
    if (citation.number === null) return page === null ? { state: 'unknown' } : { state: 'cited', key: page };
    const possible = (byNumber.get(numberIdentity(citation.number)) ?? []).filter((candidate) => fits(candidate, citation, context, wideIssuers));
    const only = chooseCertain(possible, citation, context, wideIssuers);
    if (only) return lead(only);
    if (possible.length > 0) return { state: 'ambiguous', candidates: possible.map((candidate) => candidate.key).sort(), page };
    if (!identity || page === null) return { state: 'unknown' };
    return isOneDocument(identity) ? { state: 'cited', key: page } : { state: 'ambiguous', candidates: [], page };
  };
}

/**
 * Organ, year and number are right, but the day is another one: either day or number was misread, and only the title can tell which.
 * Numbers that one document alone bears need no day.
 */
function contradicts(named: Candidate, { date, title }: Citation): boolean {
  const [known] = named.dates;
  if (date === null || known === undefined || isUniqueNumber(named.number) || comparePartialDates(known, date) === 0) return false;
  return !named.titles.some((other) => titlesAgree(other, title));
}

/** Known from this one citation alone, while the organ issued a document of that day and title under nearly the same serial. */
function isMisreadSerial(named: Candidate, { title, date }: Citation, byDay: ReadonlyMap<string, readonly Candidate[]>): boolean {
  if (named.held || named.citedBy > 1 || date === null || title === null) return false;
  return (byDay.get(`${named.issuer} ${date}`) ?? []).some((other) => other !== named && (other.held || other.citedBy > 1) && isNearSerial(other.number, named.number) && other.titles.some((known) => titlesAgree(known, title, 0.9)));
}

/** Nothing that the citation says speaks against the candidate. */
function fits(candidate: Candidate, citation: Citation, context: CitingContext, wideIssuers: ReadonlySet<string>): boolean {
  if (candidate.key === context.key) return false;
  const parts = citation.key === null ? null : parseDocumentKey(citation.key);
  if (!mayIssue(citation.issuerId ?? parts?.issuer ?? '', candidate, citation.date === null, wideIssuers)) return false;
  if (citation.type && candidate.typeCode !== null && citation.type.code !== candidate.typeCode) return false;
  const { date } = citation;
  if (date !== null) return candidate.dates.length === 0 ? candidate.year === yearOf(date) : candidate.dates.some((other) => comparePartialDates(other, date) === 0);
  if (context.date !== null && candidate.dates.some((other) => comparePartialDates(other, context.date ?? other) > 0)) return false;
  return parts?.year == null || candidate.year === null || parts.year === candidate.year;
}

/** Without a date nobody knows on which side of the merger of 2025 the organ stands, so its id may lack or carry `-cu`. */
function mayIssue(issuer: string, candidate: Candidate, undated: boolean, wideIssuers: ReadonlySet<string>): boolean {
  if (wideIssuers.has(issuer)) return candidate.issuer.startsWith(`${issuer}-`);
  if (isWideIssuer(issuer, wideIssuers)) return true;
  if (isOfPartyCentre(candidate.number)) return true;
  return undated ? issuer.replace(/-cu$/u, '') === candidate.issuer.replace(/-cu$/u, '') : issuer === candidate.issuer;
}

/**
 * The one candidate that something besides the number speaks for: a number that one document alone bears; the whole date with the
 * organ; the title; the words around an undated number. Never the number alone: 44/KH-UBND comes back every year, 20-NQ/TW every term.
 */
function chooseCertain(possible: readonly Candidate[], citation: Citation, context: CitingContext, wideIssuers: ReadonlySet<string>): Candidate | undefined {
  const [first] = possible;
  if (!first) return undefined;
  if (isUniqueNumber(first.number)) return possible.length === 1 ? first : undefined;
  const titled = possible.filter((candidate) => candidate.titles.some((title) => titlesAgree(title, citation.title)));
  if (titled.length > 0) return titled.length === 1 ? titled[0] : undefined;
  if (citation.date !== null) {
    const sameDay = possible.filter(({ dates }) => citation.date?.length === 10 && dates.includes(citation.date));
    const organNamed = isOfPartyCentre(first.number) || !isWideIssuer(citation.issuerId ?? '', wideIssuers);
    return sameDay.length === 1 && organNamed ? sameDay[0] : undefined;
  }
  const words = [context.subject ?? '', ...citation.mentions.map(({ sentence }) => sentence ?? '')].join(' . ');
  const supported = possible.filter(({ titles }) => titles.some((title) => measureSupport(words, title) >= SUPPORT));
  return supported.length === 1 ? supported[0] : undefined;
}

/** One document cites it, or all that cite it give the same whole date and the same title. */
function isOneDocument({ citedBy, dates, titles }: IncompleteIdentity): boolean {
  const [date] = dates;
  const [title = null, ...others] = titles;
  return citedBy.size === 1 || (dates.size === 1 && date?.length === 10 && others.every((other) => titlesAgree(title, other)));
}

function groupBy(candidates: readonly Candidate[], keyOf: (candidate: Candidate) => string): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) groups.set(keyOf(candidate), [...(groups.get(keyOf(candidate)) ?? []), candidate]);
  return groups;
}
