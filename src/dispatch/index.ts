/**
 * Text of one dispatch to record and tree. Pure: runs in Node and in the browser. Never throws on any text.
 */
import { mendNumber } from '../domain/document-number.ts';
import { createIssuerIdentifier, type IssuerIdentity } from '../domain/issuer-identity.ts';
import { MERGER_DATE } from '../domain/issuer-place.ts';
import { documentUrl, formatDocumentKey } from '../domain/document-key.ts';
import type { Citation, CitationEdge, DocumentRecord, Inference } from '../domain/record.ts';
import { formatDateVietnamese, yearOf } from '../domain/partial-date.ts';
import { foldVietnamese } from '../domain/vietnamese.ts';
import type { Registry } from '../domain/registry.ts';
import { correctFields, placeCorrections, type CorrectionRequest, type FieldCorrection } from './corrections.ts';
import { createCitationExtractor } from './extract/citations/index.ts';
import { createDirectiveReader } from './extract/directives.ts';
import { expandOrganName } from './extract/organ-names.ts';
import { createMetadataReader, type Metadata } from './extract/metadata.ts';
import { listMilestones } from './extract/milestones.ts';
import { createProvinceFinder } from './extract/own-province.ts';
import { listOutline } from './extract/outline.ts';
import { listPassages } from './extract/passages.ts';
import { findReferences } from './extract/references.ts';
import { listTargets } from './extract/targets.ts';
import { lintDispatch, type SyllableTable } from './lint/index.ts';
import { normalize, type NormalizedText } from './normalize/index.ts';
import { createParser } from './parse/index.ts';
import { toTree, type InlineSpan } from './parse/to-tree.ts';
import type { DispatchTree } from './tree/nodes.ts';

/** Goes up when the same source gives another record. */
export const PARSER_VERSION = '1';

export interface DispatchReading {
  readonly normalized: NormalizedText;
  readonly tree: DispatchTree;
  /** Whole but for `proofreading`, which belongs to the caller. */
  readonly record: DocumentRecord;
  /** Corrections whose source words stand nowhere any more; kept in their file, to be looked at. */
  readonly lostCorrections: readonly CorrectionRequest[];
}

export interface ReadOptions {
  readonly file?: string;
  readonly sha256?: string;
  /** Key fixed at first publication; otherwise made from issuer, year and number. */
  readonly key?: string;
  readonly corrections?: readonly CorrectionRequest[];
  readonly fields?: readonly FieldCorrection[];
}

export type DispatchReader = (source: string, options?: ReadOptions) => DispatchReading;

/**
 * Makes the reader of one registry; making it is slow, reading is not.
 * @param syllables learned table for scan errors; `null` where it is not at hand: words are then not judged
 */
export function createDispatchReader(registry: Registry, syllables: SyllableTable | null = null): DispatchReader {
  const identify = createIssuerIdentifier(registry);
  const parse = createParser(registry);
  const readMetadata = createMetadataReader(registry, identify);
  const extractCitations = createCitationExtractor(registry);
  const readDirectives = createDirectiveReader();
  const findProvince = createProvinceFinder(registry);
  const merged = new Set(registry.provinces.flatMap((row) => (row.merged ? [row.newName] : [])));
  const isMerged = (place: string): boolean => merged.has(place);

  return (source, options = {}) => {
    const normalized = normalize(source);
    const parsed = parse(normalized);
    const passages = listPassages(parsed.nodes);
    const metadata = correctFields(readMetadata(parsed, passages), options.fields ?? []);
    const found = extractCitations(normalized, passages, { number: metadata.number, typeCode: metadata.type?.code ?? null });
    const outline = listOutline(normalized, parsed.nodes);
    const references = findReferences(passages, found.spans, new Set(outline.map((entry) => entry.anchor)));
    const spans: InlineSpan[] = [
      ...found.spans.map((span): InlineSpan => ({ ...span, make: (children, position) => ({ type: 'citation', citation: span.citation, mention: span.mention, form: span.form, children, position }) })),
      ...references.map((span): InlineSpan => ({ ...span, make: (children, position) => ({ type: 'reference', target: span.target, children, position }) })),
    ];
    const key = options.key ?? makeKey(metadata, options.sha256 ?? '');
    const province = findProvince(passages, metadata.place, metadata.issuer?.name ?? null);
    const citations = shareLawKeys(found.citations.map((citation) => addIdentity(citation, metadata, province, identify, isMerged)));
    const targets = listTargets(normalized, passages);
    const corrected = placeCorrections(normalized, passages, options.corrections ?? []);
    const record: DocumentRecord = {
      file: options.file ?? '', sha256: options.sha256 ?? '', key, url: documentUrl(key), ...metadata, inferred: [...metadata.inferred, ...boundDate(metadata.date, citations)], citations,
      edges: addEdgeKeys(found.edges, citations), outline, directives: readDirectives(normalized, passages, metadata), targets,
      milestones: listMilestones(normalized, passages), messages: [], proofreading: 'raw', corrections: corrected.applied, parserVersion: PARSER_VERSION,
    };
    const tree = toTree(normalized, parsed.nodes, spans, corrected.spans);
    const messages = lintDispatch({ source, normalized, tree, record, registry, syllables });
    return { normalized, tree, record: { ...record, messages }, lostCorrections: corrected.lost };
  };
}

function makeKey(metadata: Metadata, sha256: string): string {
  const { issuer, date, number, symbol, subject } = metadata;
  return formatDocumentKey({
    issuer: issuer?.id ?? 'khong-ro', year: date ? yearOf(date) : null, number,
    substitute: [symbol, date?.slice(0, 7), subject ?? sha256.slice(0, 8)].filter((part) => part !== null && part !== undefined).join(' '),
  });
}

/** Gives a citation its issuer's id, the place of a relative name in brackets, and its key. */
function addIdentity(citation: Citation, metadata: Metadata, province: string | null, identify: (clue: Parameters<ReturnType<typeof createIssuerIdentifier>>[0]) => IssuerIdentity | null, isMerged: (place: string) => boolean): Citation {
  const own = metadata.issuer ? { ...metadata.issuer, place: metadata.place } : null;
  const leaning = identify({ name: citation.issuer, symbol: citation.number, place: metadata.place, province, date: citation.date ?? metadata.date, isOwnDate: citation.date !== null, own });
  const lawful = identifyByLaw(citation, identify);
  const identity = lawful ?? (isOfAnyMerged(citation, metadata.date, leaning, isMerged) ? identify({ name: citation.issuer, symbol: citation.number, date: citation.date }) : leaning);
  const named = citation.issuer === null ? null : lawful && lawful.id !== leaning?.id ? lawful.name : expandOrganName(citation.issuer);
  const issuer = named !== null && identity?.relative && identity.resolvedPlace && !named.includes(identity.resolvedPlace)
    ? `${named} (${identity.resolvedPlace})` : (named ?? (identity && identity.confidence !== 'low' && !identity.relative && identity.level === 'central' && identity.id !== 'tw' ? identity.name : null));
  const key = citation.number === null && citation.title === null ? null : formatDocumentKey({
    issuer: identity?.id ?? 'khong-ro', year: citation.date ? yearOf(citation.date) : yearInNumber(citation.number),
    number: citation.number, substitute: citation.title ?? '',
  });
  return { ...citation, issuer, issuerId: identity?.id ?? null, key };
}

/**
 * A number with a year belongs to one central organ by law, whatever organ the citing paper names beside it: `Nghị định số 131/2025/NĐ-CP
 * của Bộ Nông nghiệp và Môi trường` is the Government's. @source Luật Ban hành văn bản quy phạm pháp luật 2025, Điều 4
 */
function identifyByLaw({ issuer, number, date }: Citation, identify: Parameters<typeof addIdentity>[3]): IssuerIdentity | null {
  if (issuer === null || !/^\d+[a-zđ]?\/(?:19|20)\d{2}\/(?:NĐ-CP|TT-B[\p{Lu}&]+|QĐ-TTg|QH\d+|UBTVQH\d+)$/u.test(mendNumber(number ?? ''))) return null;
  const found = identify({ symbol: number, date });
  return found?.level === 'central' ? found : null;
}

/** `266/GP-UBND ngày 16/12/2016` in a paper of a province merged since, no organ named or only by its mark (`STNMT`): any of the provinces merged may have issued it; so too one without day. */
function isOfAnyMerged({ issuer, date, number }: Citation, ownDate: string | null, identity: IssuerIdentity | null, isMerged: (place: string) => boolean): boolean {
  if ((issuer !== null && !/^[\p{Lu}&]{3,9}$/u.test(issuer)) || !identity?.relative || identity.level !== 'province' || identity.resolvedPlace === null) return false;
  const mayBeBefore = date === null ? yearInNumber(number) === null : date < MERGER_DATE;
  return mayBeBefore && (ownDate === null || ownDate >= MERGER_DATE) && isMerged(identity.resolvedPlace);
}

/** A paper without its day is no older than the latest paper of that month or year which it cites. */
function boundDate(date: string | null, citations: readonly Citation[]): Inference[] {
  if (date === null || date.length === 10) return [];
  const latest = citations.filter((citation) => citation.date?.startsWith(date) && citation.date.length === 10).sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))[0];
  if (!latest?.date) return [];
  return [{ field: 'date', evidence: `không sớm hơn ${formatDateVietnamese(latest.date)}: dẫn ${latest.mentions[0]?.raw ?? latest.number ?? ''}`, confidence: 'high' }];
}

/** A law cited by name only is the law that the same dispatch cites with a number under that name. */
function shareLawKeys(citations: readonly Citation[]): Citation[] {
  const byTitle = new Map(citations.filter((citation) => citation.number !== null && citation.title !== null).map((citation) => [foldVietnamese(citation.title ?? ''), citation.key]));
  return citations.map((citation) => (citation.number === null && citation.title !== null ? { ...citation, key: byTitle.get(foldVietnamese(citation.title)) ?? citation.key } : citation));
}

function yearInNumber(number: string | null): number | null {
  const match = /\/((?:19|20)\d{2})\//u.exec(number ?? '');
  return match ? Number(match[1]) : null;
}

function addEdgeKeys(edges: readonly CitationEdge[], citations: readonly Citation[]): CitationEdge[] {
  const keys = new Map<string | null, string | null>();
  for (const { number, key } of citations) if (!keys.has(number)) keys.set(number, key);
  const keyOf = (number: string | null): string | null => keys.get(number) ?? null;
  return edges.map((edge) => ({ ...edge, fromKey: keyOf(edge.fromNumber), toKey: keyOf(edge.toNumber) }));
}
