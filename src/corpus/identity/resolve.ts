/**
 * Decides over the whole corpus which document a citation means. Precision before recall: a link is made when exactly one candidate
 * is certain; otherwise the state says so. The page of an incomplete identity (organ without place, no year) stays all the same,
 * because an address once published holds.
 */
import { parseDocumentKey } from '../../domain/document-key.ts';
import { comparePartialDates, yearOf } from '../../domain/partial-date.ts';
import type { Citation } from '../../domain/record.ts';
import { areSameTitles, measureSupport, titlesAgree, titlesDiffer } from './compare-words.ts';
import type { Resolution } from '../graph/graph.ts';
import { isWideIssuer, type Candidate, type IncompleteIdentity, type Telling } from './identities.ts';
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

/** Part of a title that a title must share to stand in for a missing or other day: plans on one matter differ in a few words only. */
const SAME_TITLE = 0.85;
/** The same for a citation without any date. */
const WHOLE_TITLE = 0.95;
/** Part of a title that the words around a number must share before they speak for the document. */
const SUPPORT = 0.9;
/** Years after which an undated number of the Party's centre may well be of another term. */
const LONGEST_AGE = 6;

/** Makes the resolver of a corpus. */
export function createResolver({ candidates, aliases, incomplete, wideIssuers }: ResolverOptions): (citation: Citation, context: CitingContext) => Resolution {
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  const byNumber = groupBy(candidates.filter(({ key }) => !aliases.has(key)), ({ number }) => number);
  const byDay = groupBy(candidates.filter(({ key, dates }) => !aliases.has(key) && dates[0]?.length === 10), ({ issuer, dates }) => `${issuer} ${dates[0]}`);
  const lead = (candidate: Candidate): Resolution => ({ state: candidate.held ? 'held' : 'cited', key: candidate.key });

  return (citation, context) => {
    const named = citation.key === null ? undefined : byKey.get(aliases.get(citation.key) ?? citation.key);
    if (named) {
      if (contradicts(named, citation, context.key)) return { state: 'ambiguous', candidates: [named.key], page: null };
      const meant = findMisreadSerial(named, citation, context.key, byDay);
      return meant ? { state: 'ambiguous', candidates: [meant.key, named.key].sort(), page: named.key } : lead(named);
    }
    const identity = citation.key === null ? undefined : incomplete.get(citation.key);
    const page = identity && citation.key !== null ? citation.key : null;
    const possible = citation.number === null ? [] : (byNumber.get(numberIdentity(citation.number)) ?? []).filter((candidate) => fits(candidate, citation, context, wideIssuers));
    const only = chooseCertain(possible, citation, context, wideIssuers);
    if (only) return lead(only);
    if (possible.length > 0) return { state: 'ambiguous', candidates: possible.map((candidate) => candidate.key).sort(), page };
    if (!identity || page === null) return { state: 'unknown' };
    return isOneDocument(identity) ? { state: 'cited', key: page } : { state: 'ambiguous', candidates: [], page };
  };
}

/**
 * Organ, year and number are right, but others give another day: either day or number was misread, and only the title can tell which.
 * A number that one document alone bears needs no day, unless the title speaks against it too.
 */
function contradicts(named: Candidate, { date, title }: Citation, from: string): boolean {
  if (date === null) return false;
  let others = 0;
  let against = 0;
  const days = groupByDay(named);
  for (const [day, { tellings, from: counts }] of days) {
    const count = tellings.length - (counts.get(from) ?? 0);
    others += count;
    if (comparePartialDates(day, date) !== 0) against += count;
  }
  if (against === 0 || others - against >= against) return false;
  const speaking = [...days].flatMap(([day, { tellings }]) => (comparePartialDates(day, date) === 0 ? [] : tellings.filter((telling) => telling.from !== from)));
  if (isUniqueNumber(named.number)) {
    const titled = speaking.filter((telling) => telling.title !== null);
    return title !== null && titled.length > 0 && titled.every((telling) => !titlesAgree(telling.title, title, SAME_TITLE));
  }
  return !speaking.some((telling) => titlesAgree(telling.title, title, SAME_TITLE));
}

interface TellingsOfDay {
  readonly tellings: readonly Telling[];
  /** How many of them each document gives. */
  readonly from: ReadonlyMap<string, number>;
}

const daysTold = new WeakMap<Candidate, ReadonlyMap<string, TellingsOfDay>>();

/** Tellings by their date, kept with the candidate: a resolution that thousands cite is asked for by each of them. */
function groupByDay(candidate: Candidate): ReadonlyMap<string, TellingsOfDay> {
  const known = daysTold.get(candidate);
  if (known) return known;
  const days = new Map<string, { tellings: Telling[]; from: Map<string, number> }>();
  for (const telling of candidate.tellings) {
    if (telling.date === null) continue;
    const day = days.get(telling.date) ?? { tellings: [], from: new Map<string, number>() };
    day.tellings.push(telling);
    day.from.set(telling.from, (day.from.get(telling.from) ?? 0) + 1);
    days.set(telling.date, day);
  }
  daysTold.set(candidate, days);
  return days;
}

/**
 * The document of that day and title which the organ issued under nearly the same serial, when `named` is known from this citation alone
 * or under quite other titles.
 */
function findMisreadSerial(named: Candidate, { title, date }: Citation, from: string, byDay: ReadonlyMap<string, readonly Candidate[]>): Candidate | undefined {
  if (date === null || title === null) return undefined;
  const isAlone = !named.held && named.citedBy === 1;
  const isOther = (telling: Telling): boolean => telling.from !== from && telling.title !== null;
  if (!isAlone && (!named.tellings.some(isOther) || !named.tellings.every((telling) => !isOther(telling) || titlesDiffer(telling.title, title)))) return undefined;
  return (byDay.get(`${named.issuer} ${date}`) ?? []).find((other) => other !== named && (other.held || other.citedBy > 1) && isNearSerial(other.number, named.number) && other.titles.some((known) => titlesAgree(known, title, SAME_TITLE)));
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
  const isNear = (candidate: Candidate): boolean => isSameEra(candidate, citation) && (context.date === null || yearOf(context.date) - (candidate.year ?? 0) <= LONGEST_AGE);
  const sameTitle = (candidate: Candidate): boolean => (citation.date === null
    ? isNear(candidate) && candidate.titles.some((title) => areSameTitles(title, citation.title, WHOLE_TITLE))
    : candidate.titles.some((title) => titlesAgree(title, citation.title, SAME_TITLE)));
  const titled = possible.filter(sameTitle);
  if (titled.length > 0) return titled.length === 1 ? titled[0] : undefined;
  if (citation.date !== null) {
    const sameDay = possible.filter(({ dates }) => citation.date?.length === 10 && dates.includes(citation.date));
    const organNamed = isOfPartyCentre(first.number) || !isWideIssuer(citation.issuerId ?? '', wideIssuers);
    return sameDay.length === 1 && organNamed ? sameDay[0] : undefined;
  }
  // A yearly series has a plan on the same matter each year, so only the sentence itself may speak for one of them.
  const words = [...(isOfPartyCentre(first.number) ? [context.subject ?? ''] : []), ...citation.mentions.map(({ sentence }) => sentence ?? '')].join(' . ');
  const supported = possible.filter((candidate) => isNear(candidate) && candidate.titles.some((title) => measureSupport(words, title) >= SUPPORT));
  return supported.length === 1 ? supported[0] : undefined;
}

/** An organ of the new province and its namesake before the merger each have their own 8/LĐLĐ-CTCĐ. */
function isSameEra(candidate: Candidate, { issuerId }: Citation): boolean {
  return issuerId === null || !/-cu$/u.test(issuerId) === !/-cu$/u.test(candidate.issuer);
}

/** One document cites it, or all that cite it give the same whole date and the same title. */
function isOneDocument({ citedBy, dates, titles }: IncompleteIdentity): boolean {
  const [date] = dates;
  const [title = null, ...others] = titles;
  return citedBy.size === 1 || (dates.size === 1 && date?.length === 10 && others.every((other) => titlesAgree(title, other)));
}

function groupBy(candidates: readonly Candidate[], keyOf: (candidate: Candidate) => string): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(keyOf(candidate));
    if (group) group.push(candidate);
    else groups.set(keyOf(candidate), [candidate]);
  }
  return groups;
}
