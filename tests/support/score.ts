/**
 * Compares records with hand-made golds: precision, recall and f1 of each figure. A part that a gold lacks is not judged.
 * Free text is compared by the words two sides share, forgiving case, accents, marks and final stops.
 */
import type { Citation, DocumentRecord, Message } from '../../src/domain/record.ts';
import { foldVietnamese } from '../../src/domain/vietnamese.ts';

interface GoldPerson { readonly authority?: string | null; readonly position?: string | null; readonly name?: string | null }
interface GoldMention { readonly line: number; readonly column: number; readonly form: string }
interface GoldCitation {
  readonly number: string | null;
  readonly type?: string;
  readonly date?: string | null;
  readonly issuer?: string | null;
  readonly title?: string | null;
  readonly relation?: string;
  readonly mentions?: readonly GoldMention[];
}
interface GoldTarget { readonly raw: string; readonly value: number | null; readonly unit: string | null; readonly comparator: string | null; readonly period: string | null }
interface GoldDirective { readonly raw: string; readonly anchor: string; readonly kind: string; readonly addressee: string | null }
interface GoldDefect { readonly line: number; readonly raw: string; readonly kind: string }

/** The gold of one paper; `signatory: null` means that nobody signs. */
export interface Gold {
  readonly number?: string | null;
  readonly type?: string;
  readonly date?: string | null;
  readonly place?: string | null;
  readonly issuer?: string | null;
  readonly subject?: string | null;
  readonly signatory?: GoldPerson | null;
  readonly addressees?: readonly (string | { readonly name: string })[];
  readonly recipients?: readonly (string | { readonly name: string })[];
  readonly citations?: readonly GoldCitation[];
  readonly edges?: readonly { readonly from: string; readonly to: string; readonly relation: string }[];
  readonly outline?: readonly { readonly anchor: string; readonly line: number }[];
  readonly targets?: readonly GoldTarget[];
  readonly milestones?: readonly { readonly event: string; readonly date: string }[];
  readonly directives?: readonly GoldDirective[];
  readonly defects?: readonly GoldDefect[];
}

/** What was wanted, what was given, and how much of it agrees. */
export interface Figure { right: number; wanted: number; given: number }

export interface Scores {
  readonly figures: ReadonlyMap<string, Readonly<Figure>>;
  /** One line for each thing wanted and not given, or given and not wanted. */
  readonly misses: readonly string[];
}

/** Figures over several papers together. */
export function scoreRecords(pairs: readonly { readonly name: string; readonly gold: Gold; readonly record: DocumentRecord }[]): Scores {
  const tally = new Tally();
  for (const { name, gold, record } of pairs) {
    tally.paper = name;
    scoreHead(tally, gold, record);
    scoreCitations(tally, gold, record);
    scoreBody(tally, gold, record);
    scoreDefects(tally, gold, record.messages);
  }
  return { figures: tally.figures, misses: tally.misses };
}

export const recallOf = ({ right, wanted }: Figure): number => (wanted === 0 ? 1 : right / wanted);
export const precisionOf = ({ right, given, wanted }: Figure): number => (given === 0 ? (wanted === 0 ? 1 : 0) : right / given);

/** Harmonic mean of precision and recall; 1 when nothing was wanted and nothing given. */
export function f1Of(figure: Figure | undefined): number {
  if (!figure) return 1;
  const sum = precisionOf(figure) + recallOf(figure);
  return sum === 0 ? 0 : (2 * precisionOf(figure) * recallOf(figure)) / sum;
}

/** A table for a person to read. */
export function printScores({ figures }: Scores): string {
  const rows = [...figures].map(([name, figure]) => `${name.padEnd(20)} ${[precisionOf(figure), recallOf(figure), f1Of(figure)].map((share) => share.toFixed(3)).join('  ')}  ${figure.right}/${figure.wanted}/${figure.given}`);
  return [`${'figure'.padEnd(20)} prec.  recall f1     right/wanted/given`, ...rows].join('\n');
}

class Tally {
  paper = '';
  readonly figures = new Map<string, Figure>();
  readonly misses: string[] = [];

  #figure(name: string): Figure {
    const known = this.figures.get(name) ?? { right: 0, wanted: 0, given: 0 };
    this.figures.set(name, known);
    return known;
  }

  /** One value that every paper has. */
  value(name: string, wanted: unknown, given: unknown, agrees: boolean): void {
    const figure = this.#figure(name);
    figure.wanted++;
    figure.given++;
    if (agrees) figure.right++;
    else this.misses.push(`${this.paper} ${name}: wanted ${JSON.stringify(wanted)}, given ${JSON.stringify(given)}`);
  }

  /** A list: each wanted thing takes the first free given thing that agrees. @returns the pairs */
  list<Wanted, Given>(name: string, wanted: readonly Wanted[], given: readonly Given[], agrees: (a: Wanted, b: Given) => boolean): [Wanted, Given][] {
    const free = [...given];
    const pairs: [Wanted, Given][] = [];
    for (const item of wanted) {
      const at = free.findIndex((other) => agrees(item, other));
      const match = free[at];
      if (match === undefined) this.misses.push(`${this.paper} ${name}: wanted ${JSON.stringify(item).slice(0, 160)}`);
      else pairs.push([item, match]);
      if (at >= 0) free.splice(at, 1);
    }
    for (const item of free) this.misses.push(`${this.paper} ${name}: given ${JSON.stringify(item).slice(0, 160)}`);
    this.count(name, pairs.length, wanted.length, given.length);
    return pairs;
  }

  count(name: string, right: number, wanted: number, given: number): void {
    const figure = this.#figure(name);
    figure.right += right;
    figure.wanted += wanted;
    figure.given += given;
  }
}

function scoreHead(tally: Tally, gold: Gold, record: DocumentRecord): void {
  const { number, type, date, place, issuer, subject, signatory } = gold;
  if (number !== undefined) tally.value('number', number, record.number, sameNumber(number, record.number));
  if (type !== undefined) tally.value('type', type, record.type, folded(type) === folded(record.type?.name));
  if (date !== undefined) tally.value('date', date, record.date, date === record.date);
  if (place !== undefined) tally.value('place', place, record.place, folded(place) === folded(record.place));
  if (issuer !== undefined) tally.value('issuer', issuer, record.issuer, holdsWords(issuer, record.issuer?.name, 0.8));
  if (subject !== undefined) tally.value('subject', subject, record.subject, sharedWords(subject, record.subject) >= 0.9);
  if (signatory !== undefined) {
    const { signature } = record;
    tally.value('signer', signatory?.name ?? null, signature?.name ?? null, plain(signatory?.name) === plain(signature?.name));
    tally.value('capacity', signatory?.authority ?? null, signature?.capacity ?? null, sharedWords(signatory?.authority, signature?.capacity) >= 0.6);
    tally.value('position', signatory?.position ?? null, signature?.position ?? null, sharedWords(signatory?.position, signature?.position) >= 0.6);
  }
  const nameOf = (entry: string | { readonly name: string }): string => (typeof entry === 'string' ? entry : entry.name);
  const sameName = (a: string | { readonly name: string }, b: string | { readonly name: string }): boolean => sharedWords(nameOf(a), nameOf(b)) >= 0.8;
  if (gold.addressees) tally.list('addressees', gold.addressees, record.addressees, sameName);
  if (gold.recipients) tally.list('recipients', gold.recipients, record.recipients, sameName);
}

function scoreCitations(tally: Tally, gold: Gold, record: DocumentRecord): void {
  const numbered = <T extends { readonly number: string | null }>(list: readonly T[]): T[] => list.filter((citation) => citation.number !== null);
  if (gold.citations) {
    const pairs = tally.list<GoldCitation, Citation>('citations', numbered(gold.citations), numbered(record.citations),
      (a, b) => sameNumber(a.number, b.number) && (!a.date || !b.date || a.date === b.date));
    for (const [wanted, given] of pairs) scoreCitation(tally, wanted, given);
  }
  if (gold.edges) {
    const pairs = tally.list('edges', gold.edges, record.edges, (a, b) => sameNumber(a.from, b.fromNumber) && sameNumber(a.to, b.toNumber));
    for (const [wanted, given] of pairs) tally.value('edge.relation', wanted.relation, given.relation, wanted.relation === given.relation);
  }
}

function scoreCitation(tally: Tally, wanted: GoldCitation, given: Citation): void {
  if (wanted.type) tally.value('citation.type', wanted.type, given.type, folded(wanted.type) === folded(given.type?.name));
  if (wanted.date !== undefined) tally.value('citation.date', wanted.date, given.date, wanted.date === given.date);
  // The place in brackets is the gold's own note.
  if (wanted.issuer) tally.value('citation.issuer', wanted.issuer, given.issuer, holdsWords(wanted.issuer.replace(/\(.*\)/u, ''), given.issuer, 0.7));
  if (wanted.title) tally.value('citation.title', wanted.title, given.title, holdsWords(wanted.title, given.title, 0.9, 4));
  if (wanted.relation) tally.value('citation.relation', `${wanted.number} ${wanted.relation}`, given.relation, wanted.relation === given.relation);
  if (!wanted.mentions) return;
  const pairs = tally.list('mentions', wanted.mentions, given.mentions, (a, b) => a.line === b.line && Math.abs(a.column - b.column) <= 12);
  for (const [mention, other] of pairs) tally.value('mention.form', mention.form, other.form, mention.form === other.form);
}

function scoreBody(tally: Tally, gold: Gold, record: DocumentRecord): void {
  if (gold.outline) tally.list('outline', gold.outline, record.outline, (a, b) => a.anchor === b.anchor && a.line === b.line);
  if (gold.targets) tally.list('targets', gold.targets, record.targets, (a, b) => stated(a.value, b.value) && stated(a.unit, b.unit) && stated(a.comparator, b.comparator) && stated(a.period, b.period)
    && (sharedWords(a.raw, b.text) >= 0.8 || (a.value === null && holdsWords(a.raw, b.text, 0.8, 2))));
  if (gold.milestones) tally.list('milestones', gold.milestones, record.milestones, (a, b) => a.date === b.date && holdsWords(a.event, b.event, 0.9, 12));
  if (!gold.directives) return;
  for (const [wanted, given] of tally.list('directives', gold.directives, record.directives, (a, b) => sharedWords(a.raw, b.text) >= 0.75)) {
    tally.value('directive.kind', `${wanted.anchor} ${wanted.kind}`, given.kind, wanted.kind === given.kind);
    tally.value('directive.anchor', wanted.anchor, given.anchor, wanted.anchor === given.anchor);
    if (wanted.addressee) tally.value('directive.addressee', `${wanted.anchor} ${wanted.addressee}`, given.addressee, sharedWords(wanted.addressee, given.addressee) >= 0.4 || holdsWords(wanted.addressee, given.addressee, 0.6));
  }
}

/** Kinds of defect that a program can be expected to see. */
const VISIBLE = new Set(['ocr', 'missing', 'numbering', 'date', 'structure', 'markup', 'layout']);

/** Found: of the visible defects of the gold. Right: of the warnings and errors given, whatever kind the gold calls the defect. */
function scoreDefects(tally: Tally, { defects }: Gold, messages: readonly Message[]): void {
  if (!defects) return;
  const alarms = messages.filter((message) => message.severity !== 'info');
  const visible = defects.filter((defect) => VISIBLE.has(defect.kind));
  const found = visible.filter((defect) => alarms.some((alarm) => points(alarm, defect))).length;
  const right = alarms.filter((alarm) => defects.some((defect) => points(alarm, defect))).length;
  tally.count('defects.found', found, visible.length, found);
  tally.count('defects.right', right, right, alarms.length);
  for (const alarm of alarms) if (!defects.some((defect) => points(alarm, defect))) tally.misses.push(`${tally.paper} defects.right: given ${alarm.line} ${alarm.ruleId} ${JSON.stringify(alarm.actual)}`);
}

/** True when an alarm stands at a defect and quotes its words. What is missing can only be pointed at from near by. */
function points(alarm: Message, defect: GoldDefect): boolean {
  const missing = defect.kind === 'missing';
  if (Math.abs(alarm.line - defect.line) > (missing ? 3 : 1)) return false;
  if (alarm.actual === null) return missing;
  const [short = '', long = ''] = [plain(alarm.actual), plain(defect.raw)].sort((a, b) => a.length - b.length);
  return short === long || (short !== '' && long.includes(short) && short.length >= long.length / 5);
}

function stated<T>(wanted: T | null, given: T | null): boolean {
  return wanted === null || wanted === given;
}

function sameNumber(a: string | null, b: string | null): boolean {
  const bare = (text: string | null): string => folded(text).replace(/\s+/gu, '').replace(/^0+(?=\d)/u, '');
  return bare(a) === bare(b);
}

/** Lower case, dashes alike, without marks, brackets, quotes and final stops. */
function plain(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').toLowerCase().replace(/[*_“”"‘’'`()[\]]/gu, '').replace(/\s*[–—-]\s*/gu, '-').replace(/\s+/gu, ' ').replace(/^[-\s]+|[\s.;,:/]+$/gu, '');
}

function folded(text: string | null | undefined): string {
  return foldVietnamese(plain(text));
}

function wordsOf(text: string | null | undefined): Set<string> {
  return new Set(folded(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''));
}

function countShared(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared;
}

/** Shared words in all words; 1 when both are empty. */
function sharedWords(a: string | null | undefined, b: string | null | undefined): number {
  const first = wordsOf(a), second = wordsOf(b);
  const shared = countShared(first, second);
  const all = first.size + second.size - shared;
  return all === 0 ? 1 : shared / all;
}

/** True when at least `share` of the wanted words are given, and not buried in a text `factor` times as long. */
function holdsWords(wanted: string | null | undefined, given: string | null | undefined, share: number, factor = 3): boolean {
  const first = wordsOf(wanted), second = wordsOf(given);
  if (first.size === 0) return second.size === 0;
  return countShared(first, second) / first.size >= share && second.size <= factor * first.size + 4;
}
