/**
 * All documents that a dispatch cites: mentions found in its passages, grouped into one citation per document, with relation and edges.
 *
 * @source domain guide 4; a mention resolves to a document only by number, and date or issuer where they contradict
 */
import type { Citation, CitationEdge, Mention, Relation } from '../../../domain/record.ts';
import { documentNumberIdentity } from '../../../domain/document-number.ts';
import type { Registry } from '../../../domain/registry.ts';
import { foldVietnamese } from '../../../domain/vietnamese.ts';
import type { NormalizedText } from '../../normalize/index.ts';
import type { Block } from '../../parse/blocks.ts';
import type { Passage } from '../passages.ts';
import { sentenceAround } from '../sentences.ts';
import { scanLaws } from './laws.ts';
import { PROVISION } from './patterns.ts';
import { readRelation } from './relations.ts';
import { createCitationScanner, type FoundCitation } from './scan.ts';

/** Where a mention stands in its block, for the tree. */
export interface CitationSpan {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly citation: number;
  readonly mention: number;
  readonly form: Mention['form'];
}

export interface ExtractedCitations {
  readonly citations: readonly Citation[];
  readonly edges: readonly CitationEdge[];
  readonly spans: readonly CitationSpan[];
}

interface Occurrence {
  readonly found: FoundCitation;
  readonly passage: Passage;
  readonly line: number;
  readonly column: number;
  readonly relation: Relation | null;
  readonly parent: Occurrence | null;
  readonly inSubject: boolean;
}

interface Group {
  readonly identity: string;
  readonly occurrences: Occurrence[];
  /** Dates and issuers that its mentions state. */
  readonly dates: Set<string>;
  readonly issuers: Set<string>;
}

const SKIPPED_REGIONS = new Set(['issuer', 'national-heading', 'number', 'place-date', 'secrecy', 'urgency', 'signature', 'recipients', 'type', 'enacting']);

/** Makes the extractor of one registry. */
export function createCitationExtractor(registry: Registry): (normalized: NormalizedText, passages: readonly Passage[], own: { readonly number: string | null; readonly typeCode: string | null }) => ExtractedCitations {
  const scan = createCitationScanner(registry);
  return (normalized, passages, own) => {
    const numbered = findOccurrences(normalized, passages, scan, own);
    const occurrences = [...numbered, ...findLaws(normalized, passages, numbered, registry, own.typeCode)].sort((a, b) => a.line - b.line || a.column - b.column);
    const groups = groupOccurrences(occurrences);
    return describeGroups(groups);
  };
}

function findOccurrences(normalized: NormalizedText, passages: readonly Passage[], scan: ReturnType<typeof createCitationScanner>, document: { readonly number: string | null; readonly typeCode: string | null }): Occurrence[] {
  const all: Occurrence[] = [];
  const own = document.number ? documentNumberIdentity(document.number) : null;
  const changesLaw = CHANGING_TYPES.has(document.typeCode ?? '');
  for (const passage of passages) {
    if (passage.region && SKIPPED_REGIONS.has(passage.region)) continue;
    const { block } = passage.paragraph;
    const found = scan(block.text, block.printed);
    const reach = listReach(found);
    const made: (Occurrence | null)[] = [];
    for (const [place, item] of found.entries()) {
      if (own !== null && item.number !== null && documentNumberIdentity(item.number) === own) {
        made.push(null);
        continue;
      }
      const point = normalized.lines.pointAt(normalized.toSource[block.offsets[item.start] ?? 0] ?? 0);
      const parent = item.parent >= 0 ? (made[item.parent] ?? null) : null;
      const read = ended(block, item) ?? relationOf(block, found, place, reach);
      const stated = read !== null && CHANGES.has(read) && !changesLaw && passage.region !== 'subject' && !actsItself(block, item) ? null : read;
      const relation = passage.region === 'basis' && !/^(?:Thực hiện|Triển khai)\s/u.test(block.text) ? 'legal_basis' : stated;
      const occurrence: Occurrence = { found: item, passage, line: point.line, column: point.column, parent, inSubject: passage.region === 'subject', relation };
      made.push(occurrence);
      all.push(occurrence);
    }
  }
  return all;
}

/** Laws by name only, as citations without number. */
function findLaws(normalized: NormalizedText, passages: readonly Passage[], numbered: readonly Occurrence[], registry: Registry, typeCode: string | null): Occurrence[] {
  const types = new Map(registry.documentTypes.map((row) => [foldVietnamese(row.name), row]));
  const byPassage = Map.groupBy(numbered, (occurrence) => occurrence.passage);
  const laws: Occurrence[] = [];
  for (const passage of passages) {
    if (passage.region && SKIPPED_REGIONS.has(passage.region)) continue;
    const { block } = passage.paragraph;
    const others = byPassage.get(passage) ?? [];
    for (const law of scanLaws(block.text, block.printed, others.map(({ found }) => found))) {
      const point = normalized.lines.pointAt(normalized.toSource[block.offsets[law.start] ?? 0] ?? 0);
      const parent = others.findLast(({ found }) => found.titleStart >= 0 && found.titleStart <= law.start && law.end <= found.extent) ?? null;
      const before = block.text.slice(Math.max(0, law.start - 160), law.start);
      const found: FoundCitation = {
        start: law.start, end: law.end, numberStart: law.end, extent: law.extent, number: null, type: types.get(foldVietnamese(law.typeName)) ?? null,
        typeName: law.typeName, date: law.date, issuer: null, title: law.name, titleStart: -1,
        provision: PROVISION.exec(before)?.[0].trim() ?? null, parent: -1, shared: false, inDefinition: false,
      };
      const read = parent ? null : readRelation(block.text.slice(sentenceAround(block.text, law.start).start, law.start));
      const stated = read !== null && CHANGES.has(read) && !CHANGING_TYPES.has(typeCode ?? '') ? null : read;
      laws.push({ found, passage, line: point.line, column: point.column, parent, inSubject: passage.region === 'subject', relation: passage.region === 'basis' ? 'legal_basis' : stated });
    }
  }
  return laws;
}

/** Relations that change another text; a letter or plan only speaks of them. */
const CHANGES = new Set<Relation>(['replaces', 'repeals', 'amends', 'corrects']);
const CHANGING_TYPES = new Set(['QĐ', 'NQ', 'TT', 'TTLT', 'NĐ', 'Luật', 'BL', 'PL', 'QC', 'QyĐ', 'NQLT', 'HD', 'L', 'ĐL']);

/** `Chương trình này thay thế …`, `Đính chính Hướng dẫn số …`: a text of any type that says it changes another does so. */
function actsItself(block: Block, item: FoundCitation): boolean {
  const before = block.text.slice(sentenceAround(block.text, item.start).start, item.start);
  if (/^[^.;:]{0,30}?\s(?:hết hiệu lực|bị bãi bỏ|được bãi bỏ|được thay thế)[^.;]{0,60}\p{Lu}[\p{L}\s]{2,24}\snày/u.test(block.text.slice(item.extent, item.extent + 160))) return true;
  return /(?:^|[\s(])\p{Lu}[\p{L}\s]{2,24}\snày\s(?:sẽ\s)?(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|sửa đổi|đính chính)|^\P{L}*(?:\S{1,4}[.)]\s+)?(?:Nay\s)?(?:Đính chính|Thay thế|Bãi bỏ|Hủy bỏ|Huỷ bỏ)\s/u.test(before);
}

/** `Thông tư số … hết hiệu lực kể từ …`: what happens to the text stands after it. */
function ended(block: Block, item: FoundCitation): Relation | null {
  const after = block.text.slice(item.extent, item.extent + 90);
  if (/^[^.;:]{0,30}?\s(?:hết hiệu lực|bị bãi bỏ|được bãi bỏ)/u.test(after)) return 'repeals';
  return /^[^.;:]{0,30}?\s(?:được thay thế bằng|bị thay thế bởi)/u.test(after) ? 'replaces' : null;
}

/** Words of the sentence before a mention, those of earlier citations blanked, so that their titles state nothing about this one. */
function relationOf(block: Block, found: readonly FoundCitation[], place: number, reach: readonly number[]): Relation | null {
  const item = found[place];
  if (!item) return null;
  const sentence = sentenceAround(block.text, item.start);
  const words = block.text.slice(sentence.start, item.start);
  let first = place;
  while (first > 0 && (reach[first - 1] ?? 0) > sentence.start) first--;
  let before = '';
  for (let at = first; at < place; at++) {
    const other = found[at];
    if (!other || other.start >= item.start) continue;
    const from = Math.max(before.length, other.start - sentence.start);
    const to = Math.min(words.length, (item.parent === at ? other.titleStart : other.extent) - sentence.start);
    if (to > from) before += words.slice(before.length, from) + ' '.repeat(to - from);
  }
  before += words.slice(before.length);
  const provisionLength = item.provision?.length ?? 0;
  return readRelation(before.slice(0, before.length - provisionLength));
}

/** For each citation the farthest end of any up to it. */
function listReach(found: readonly FoundCitation[]): number[] {
  let reach = 0;
  return found.map((item) => (reach = Math.max(reach, item.extent)));
}

function groupOccurrences(occurrences: readonly Occurrence[]): Group[] {
  const groups: Group[] = [];
  const byIdentity = new Map<string, Group[]>();
  for (const occurrence of occurrences) {
    const { number, type, date, issuer, title } = occurrence.found;
    const identity = number !== null ? documentNumberIdentity(number) : `${type?.code ?? ''} ${foldVietnamese(title ?? '')}`;
    const alike = byIdentity.get(identity) ?? [];
    const same = alike.filter((group) => (date === null || group.dates.size === 0 || (group.dates.size === 1 && group.dates.has(date)))
      && [...group.issuers].every((other) => sameIssuer(issuer, other)));
    let group = same.find((candidate) => date !== null && candidate.dates.has(date)) ?? same.at(-1);
    if (!group) {
      group = { identity, occurrences: [], dates: new Set(), issuers: new Set() };
      groups.push(group);
      byIdentity.set(identity, [...alike, group]);
    }
    group.occurrences.push(occurrence);
    if (date !== null) group.dates.add(date);
    if (issuer !== null) group.issuers.add(issuer);
  }
  return groups;
}

/** Names that may mean one organ: one unknown, or one holding the last word of the other (`UBND xã` and `UBND xã Ea Knốp`). */
function sameIssuer(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const words = (name: string): string[] => foldVietnamese(name).replace(/uy ban nhan dan/gu, 'ubnd').replace(/hoi dong nhan dan/gu, 'hdnd').replace(/lien doan lao dong/gu, 'ldld').split(/[^a-z0-9]+/u).filter((word) => word !== '');
  const A = words(a);
  const B = words(b);
  const [short, long] = A.length <= B.length ? [A, new Set(B)] : [B, new Set(A)];
  return short.filter((word) => long.has(word)).length >= Math.min(short.length, 1) && (short.filter((word) => long.has(word)).length / Math.max(1, short.length) >= 0.5);
}

function describeGroups(groups: readonly Group[]): ExtractedCitations {
  const citations: Citation[] = [];
  const spans: CitationSpan[] = [];
  const groupOf = new Map<Occurrence, number>();
  groups.forEach((group, index) => group.occurrences.forEach((occurrence) => groupOf.set(occurrence, index)));
  groups.forEach((group, index) => {
    const main = mainOccurrence(group.occurrences);
    const best = <K extends 'date' | 'issuer' | 'title'>(field: K): FoundCitation[K] | null =>
      (main.found[field] ?? group.occurrences.find((occurrence) => occurrence.found[field] !== null)?.found[field] ?? null) as FoundCitation[K] | null;
    const mentions: Mention[] = group.occurrences.map((occurrence, place) => {
      const { block } = occurrence.passage.paragraph;
      const form = formOf(occurrence, main);
      spans.push({ block, start: occurrence.found.start, end: occurrence.found.end, citation: index, mention: place, form });
      const sentence = sentenceAround(block.text, occurrence.found.start);
      return {
        raw: block.printed.slice(occurrence.found.start, occurrence.found.end), line: occurrence.line, column: occurrence.column, form,
        anchor: occurrence.passage.anchor, sentence: block.printed.slice(sentence.start, sentence.end).trim(),
        provision: occurrence.found.provision === null ? null : { raw: occurrence.found.provision, anchor: provisionAnchor(occurrence.found.provision) },
      };
    });
    const typed = [main, ...group.occurrences].find((occurrence) => occurrence.found.type !== null)?.found;
    const number = bestNumber(group.occurrences);
    citations.push({
      key: null, number, type: typed?.type ? { code: typed.type.code, name: typeName(group.occurrences) ?? typed.type.name } : null,
      date: best('date'), issuer: best('issuer'), issuerId: null, title: fullestTitle(best('title'), group.occurrences), relation: relationOfGroup(group.occurrences), mentions,
    });
  });
  return { citations, edges: describeEdges(groupOf, citations), spans };
}

/** The mention that says most: first with date and title, else with date, else with issuer or title, else the first outside V/v and definitions. */
function mainOccurrence(occurrences: readonly Occurrence[]): Occurrence {
  const body = occurrences.filter((occurrence) => !occurrence.inSubject && !occurrence.found.inDefinition);
  const candidates = body.length > 0 ? body : occurrences;
  const main = candidates.find(({ found }) => found.date !== null && found.title !== null)
    ?? candidates.find(({ found }) => found.date !== null) ?? candidates.find(({ found }) => found.title !== null)
    ?? candidates.find(({ found }) => found.issuer !== null) ?? candidates[0] ?? occurrences[0];
  if (!main) throw new Error('mainOccurrence: unexpected empty group, expected at least one mention');
  return main;
}

function formOf(occurrence: Occurrence, main: Occurrence): Mention['form'] {
  if (occurrence.inSubject) return 'subject';
  if (occurrence.found.inDefinition) return 'definition';
  const { date, title, issuer } = occurrence.found;
  if (occurrence === main) return date !== null || title !== null || issuer !== null ? 'full' : 'short';
  return date !== null ? 'restated' : 'short';
}

/** "Chương trình hành động" where the paper says so, although its code is that of Chương trình. */
function typeName(occurrences: readonly Occurrence[]): string | null {
  const named = occurrences.map((occurrence) => occurrence.found.typeName).filter((name): name is string => name !== null);
  const name = named.sort((a, b) => b.length - a.length)[0]?.replace(/\s+/gu, ' ');
  if (!name || !/^Chương trình hành động$/iu.test(name)) return null;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The title of the main mention, or a longer one that begins with it. */
function fullestTitle(title: string | null, occurrences: readonly Occurrence[]): string | null {
  if (title === null) return null;
  const start = foldVietnamese(title);
  const longer = occurrences.map((occurrence) => occurrence.found.title).filter((other): other is string => other !== null && foldVietnamese(other).startsWith(start));
  return longer.sort((a, b) => a.length - b.length).find((other) => other.length > title.length && other.length <= title.length * 1.6) ?? title;
}

/** Of several spellings the most common one; the first among equals. */
function bestNumber(occurrences: readonly Occurrence[]): string | null {
  const counts = new Map<string, number>();
  for (const { found } of occurrences) if (found.number !== null) counts.set(found.number, (counts.get(found.number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The first mention outside other titles whose lead words say something decides; a document only named inside titles is mentioned. */
function relationOfGroup(occurrences: readonly Occurrence[]): Relation {
  const change = occurrences.find((occurrence) => occurrence.relation !== null && CHANGES.has(occurrence.relation) && occurrence.parent === null && occurrence.passage.region !== 'basis');
  if (change?.relation) return change.relation;
  if (occurrences.some((occurrence) => occurrence.relation === 'legal_basis' && occurrence.passage.region === 'basis')) return 'legal_basis';
  const own = occurrences.filter((occurrence) => occurrence.parent === null && !occurrence.found.inDefinition);
  return own.find((occurrence) => occurrence.relation !== null && occurrence.relation !== 'mentions')?.relation ?? 'mentions';
}

const PASSIVE = /^\s*[,(]?\s*(?:đã\s+|đã được\s+|mà\s+)?được\s+(?:sửa đổi|bổ sung|thay thế|đính chính)[^;.“]{0,90}?(?:bởi|theo|tại|bằng)\s+(?:các\s+)?(?:khoản \d+ Điều \d+ )?(?:của )?(?:các\s+)?$/u;

/** `A được sửa đổi, bổ sung bởi B`: B amends A, and so does each further number of the list. */
function describePassiveEdges(occurrences: readonly Occurrence[], groupOf: ReadonlyMap<Occurrence, number>): { from: number; to: number; relation: Relation; occurrence: Occurrence }[] {
  const edges: { from: number; to: number; relation: Relation; occurrence: Occurrence }[] = [];
  let amended: Occurrence | null = null;
  for (let index = 1; index < occurrences.length; index++) {
    const before = occurrences[index - 1];
    const now = occurrences[index];
    if (!before || !now || before.passage !== now.passage) {
      amended = null;
      continue;
    }
    const { text } = now.passage.paragraph.block;
    const between = text.slice(before.found.end, now.found.start);
    const described = text.slice(Math.min(Math.max(before.found.end, before.found.extent), now.found.start), now.found.start);
    if (PASSIVE.test(described) || PASSIVE.test(between) || /\(?\s*được\s+(?:sửa đổi|bổ sung|thay thế)[^;.]{0,70}?(?:bởi|theo|tại|bằng)\s+(?:các\s+)?$/u.test(between)) amended = before;
    else if (!amended || !/^[^;.]{0,60}(?:,|và)\s*(?:các\s+)?$/u.test(described)) amended = null;
    const from = groupOf.get(now) ?? -1;
    const to = amended ? (groupOf.get(amended) ?? -1) : -1;
    if (amended && from !== to) edges.push({ from, to, relation: 'amends', occurrence: now });
  }
  return edges;
}

function describeEdges(groupOf: ReadonlyMap<Occurrence, number>, citations: readonly Citation[]): CitationEdge[] {
  const edges: CitationEdge[] = [];
  const seen = new Set<string>();
  const ordered = [...groupOf.keys()].filter((occurrence) => occurrence.found.number !== null).sort((a, b) => a.line - b.line || a.column - b.column);
  for (const { from, to, relation, occurrence } of describePassiveEdges(ordered, groupOf)) {
    if (seen.has(`${from} ${to}`)) continue;
    seen.add(`${from} ${to}`).add(`${to} ${from}`);
    edges.push({ fromNumber: citations[from]?.number ?? null, toNumber: citations[to]?.number ?? null, relation, line: occurrence.line, fromKey: null, toKey: null, anchor: occurrence.passage.anchor });
  }
  for (const occurrence of ordered) {
    if (!occurrence.parent) continue;
    const from = groupOf.get(occurrence.parent) ?? -1;
    const to = groupOf.get(occurrence) ?? -1;
    if (from === to || seen.has(`${from} ${to}`)) continue;
    seen.add(`${from} ${to}`);
    const { block } = occurrence.passage.paragraph;
    const title = block.text.slice(occurrence.parent.found.titleStart - leadLength(block.text, occurrence.parent.found.titleStart), occurrence.found.start);
    edges.push({
      fromNumber: citations[from]?.number ?? null, toNumber: citations[to]?.number ?? null, relation: edgeRelation(title),
      line: occurrence.line, fromKey: null, toKey: null, anchor: occurrence.passage.anchor,
    });
  }
  return edges;
}

function leadLength(text: string, titleStart: number): number {
  return /(?:về việc|về)\s+$/u.exec(text.slice(Math.max(0, titleStart - 12), titleStart))?.[0].length ?? 0;
}

/** In the title of A the verb nearest to B says what A does with it: "tuyên truyền thực hiện Nghị quyết" carries it out. */
function edgeRelation(title: string): Relation {
  const near = /(?:tuyên truyền|quán triệt|phổ biến)[^,;]{0,40}?(?:thực hiện|triển khai)\s+(?:(?:các|nội dung)\s+)*$/u.test(title) ? 'implements' : readRelation(title);
  return near ?? 'mentions';
}

/** Anchor of a provision in the cited document: `khoản 2 Điều 5` -> `dieu-5.2`; `null` when the words name several. */
function provisionAnchor(raw: string): string | null {
  const article = /Điều\s+(\d+[a-zđ]?)/iu.exec(raw)?.[1];
  if (/,|\svà\s/u.test(raw)) return null;
  const clause = /khoản\s+(\d+[a-z]?)/iu.exec(raw)?.[1];
  const point = /điểm\s+([a-zđ])(?!\p{L})/iu.exec(raw)?.[1];
  if (!article) {
    const section = /mục\s+([IVX]+|\d+(?:\.\d+)*)/iu.exec(raw)?.[1];
    return section ? `muc-${section.toLowerCase()}` : null;
  }
  return [`dieu-${article}`, clause, clause ? point?.replace('đ', 'dd') : undefined].filter((part) => part !== undefined).join('.');
}
