/**
 * Whether a document still stands as it was: replaced, repealed, amended, expired. From words that say so beyond doubt, and from
 * hand-kept tables. Nothing found is no proof of force, and no page says so.
 */
import type { KnownStatus } from '../../domain/corpus-tables.ts';
import { comparePartialDates } from '../../domain/partial-date.ts';
import type { Relation } from '../../domain/record.ts';
import { documentOf, type Corpus, type CorpusDocument, type Evidence } from './graph.ts';
import { numberIdentity } from '../identity/number-series.ts';

export type StatusState = 'replaced' | 'repealed' | 'amended' | 'expired' | 'corrected';

export interface StatusClaim {
  readonly state: StatusState;
  /** Only some of its provisions are repealed or replaced. */
  readonly partly: boolean;
  /** Key of the document that did it; `null` when a table names none. */
  readonly by: string | null;
  /** The sentence that says so; `null` for a claim of a table. */
  readonly evidence: Evidence | null;
  /** Where a table has it from. */
  readonly source: string | null;
  readonly from: string | null;
}

export interface RegulationRow {
  readonly number: string;
  readonly date: string;
  readonly inForceUntil: string | null;
  readonly replacedBy: string | null;
  readonly id: string;
}

export interface StatusTables {
  readonly knownStatuses: readonly KnownStatus[];
  readonly regulations: readonly RegulationRow[];
}

const STATES: Partial<Record<Relation, StatusState>> = { replaces: 'replaced', repeals: 'repealed', amends: 'amended', corrects: 'corrected' };
/** Gravest first. */
export const STATUS_STATES: readonly StatusState[] = ['repealed', 'replaced', 'expired', 'amended', 'corrected'];

/** Claims about every document that has one, by key. */
export function collectStatuses(corpus: Corpus, tables: StatusTables): Map<string, StatusClaim[]> {
  const found = [...corpus.documents.keys()].map((key) => [key, readStatus(corpus, key, tables)] as const).filter(([, claims]) => claims.length > 0);
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Claims about one document, gravest first; empty when nothing is known. */
export function readStatus(corpus: Corpus, key: string, { knownStatuses, regulations }: StatusTables): StatusClaim[] {
  const document = documentOf(corpus, key);
  const told = (corpus.incoming.get(key) ?? []).flatMap((link) => link.evidence.flatMap((evidence) => (STATES[evidence.relation] ? readClaim(corpus, documentOf(corpus, link.from), document, evidence) ?? [] : [])));
  const known = knownStatuses.filter((row) => row.key === key).map(({ state, by, from, source }): StatusClaim => ({ state, partly: false, by: by !== null && corpus.documents.has(by) ? by : null, evidence: null, source, from }));
  const claims: StatusClaim[] = [];
  for (const claim of [...told, ...known, ...readRegulations(corpus, document, regulations)]) if (!claims.some((other) => other.state === claim.state && other.by === claim.by)) claims.push(claim);
  return claims.sort((a, b) => Number(a.partly) - Number(b.partly) || STATUS_STATES.indexOf(a.state) - STATUS_STATES.indexOf(b.state) || ((a.by ?? '') < (b.by ?? '') ? -1 : 1));
}

/** The gravest state that holds for the whole document, `amended` when only parts are touched; `null` when nothing is known. */
export function wholeState(claims: readonly StatusClaim[] | undefined): StatusState | null {
  const first = claims?.[0];
  return first ? (first.partly ? 'amended' : first.state) : null;
}

function readClaim(corpus: Corpus, actor: CorpusDocument, target: CorpusDocument, evidence: Evidence): StatusClaim | null {
  const state = STATES[evidence.relation];
  if (!state || evidence.sentence === null) return null;
  // What is older cannot do away with what is newer: the direction was misread.
  if (actor.date !== null && target.date !== null && comparePartialDates(actor.date, target.date) < 0) return null;
  // A draft does nothing yet, and a consolidated text repeats what the original did.
  if (evidence.direct && (documentOf(corpus, evidence.via).held?.maybeDraft || actor.type?.code === 'VBHN')) return null;
  const sentence = evidence.sentence.replace(/\s+/gu, ' ');
  if (/(?:đề nghị|dự thảo|kiến nghị|cụm từ|xem xét|nghiên cứu)(?!\p{L})/iu.test(sentence)) return null;
  const partly = evidence.direct ? readActing(sentence, evidence.raw, state) : readTold(sentence, actor, target, state);
  return partly === null ? null : { state, partly, by: actor.key, evidence, source: null, from: actor.date };
}

const VERBS: Record<Exclude<StatusState, 'expired'>, string> = { replaced: 'thay thế', repealed: '(?:bãi bỏ|hủy bỏ|huỷ bỏ)', amended: 'sửa đổi(?:,? bổ sung)?(?:,? (?:bãi bỏ|thay thế))?', corrected: 'đính chính' };
const PART = String.raw`(?:một phần|một số (?:điều|khoản|điểm|nội dung|quy định|cụm từ)|(?:điểm|khoản|Điều|Chương|Mục|Phụ lục)\s[^;]{1,80}?)`;

/**
 * The citing paper itself acts: its verb stands right before the document's name.
 * @returns true when only parts are meant, `null` when the words do not say so for sure
 */
function readActing(sentence: string, raw: string, state: StatusState): boolean | null {
  const words = raw.replace(/\s+/gu, ' ');
  const at = sentence.indexOf(words);
  if (at === -1 || state === 'expired') return null;
  const before = sentence.slice(0, at);
  // Another number before the verb: then that document acts, not this paper. `Căn cứ`, `Xét`: it only tells.
  if (/\d[-/]\p{Lu}|\d\/\d{4}\//u.test(before) || /^(?:\W*)(?:căn cứ|xét|theo|được)(?!\p{L})/iu.test(before) || /được\s+(?:\p{L}+\s+){0,3}$/iu.test(before)) return null;
  const match = new RegExp(`(?<!được )(?<!đã )${VERBS[state]}\\s+(?:toàn bộ\\s+)?(?<part>${PART}\\s*(?:của|tại|trong)?\\s*)?(?:nội dung\\s+)?(?:các\\s+)?$`, 'iu').exec(before);
  return match ? match.groups?.['part'] !== undefined : null;
}

/** A third paper tells it: `A sửa đổi, bổ sung một số điều của B`, `B được sửa đổi, bổ sung bởi A`. */
function readTold(sentence: string, actor: CorpusDocument, target: CorpusDocument, state: StatusState): boolean | null {
  if (state === 'expired') return null;
  const acting = placeOf(sentence, actor);
  const touched = placeOf(sentence, target);
  if (!acting || !touched) return null;
  const verb = VERBS[state];
  if (acting.end <= touched.start) {
    const between = sentence.slice(acting.end, touched.start);
    if (/\d[-/]\p{Lu}|\d\/\d{4}\/|;|hướng dẫn|quy định|được/iu.test(between)) return null;
    const match = new RegExp(`${verb}\\s+(?:toàn bộ\\s+)?(?<part>${PART}\\s*(?:của|tại)?\\s*)?(?:\\p{Lu}[\\p{L}\\s]{3,40})?(?:số\\s*)?$`, 'iu').exec(between);
    return match ? match.groups?.['part'] !== undefined && state !== 'amended' : null;
  }
  const between = sentence.slice(touched.end, acting.start);
  if (/;/u.test(between)) return null;
  const match = new RegExp(`(?:đã )?được ${verb}[^;()]{0,40}?(?:bởi|tại|theo)(?<rest>.*)$`, 'iu').exec(between);
  // Other documents may stand in the list of those that amended it, but no other document may be what was amended.
  return match && !/\d[-/]\p{Lu}|\d\/\d{4}\//u.test(between.slice(0, match.index)) ? false : null;
}

function placeOf(sentence: string, document: CorpusDocument): { start: number; end: number } | null {
  for (const spelling of [document.number, ...document.spellings.map(({ value }) => value)]) {
    const start = spelling === null ? -1 : sentence.indexOf(spelling);
    if (start !== -1 && spelling !== null) return { start, end: start + spelling.length };
  }
  return null;
}

function readRegulations(corpus: Corpus, document: CorpusDocument, regulations: readonly RegulationRow[]): StatusClaim[] {
  if (document.number === null || document.date === null) return [];
  const row = regulations.find(({ number, date }) => numberIdentity(number) === numberIdentity(document.number ?? '') && date === document.date);
  if (!row || row.inForceUntil === null) return [];
  const next = regulations.find(({ id }) => id === row.replacedBy);
  const by = next && [...corpus.documents.values()].find(({ number, date }) => number !== null && numberIdentity(number) === numberIdentity(next.number) && date === next.date);
  return [{ state: row.replacedBy === null ? 'expired' : 'replaced', partly: false, by: by?.key ?? null, evidence: null, source: next ? next.number : row.number, from: row.inForceUntil }];
}
