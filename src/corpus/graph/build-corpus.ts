/** Builds the graph from the records of all held documents. */
import { assignShortCodes, documentUrl, parseDocumentKey } from '../../domain/document-key.ts';
import { comparePartialDates } from '../../domain/partial-date.ts';
import type { Citation, DocumentRecord, DocumentType } from '../../domain/record.ts';
import type { Registry } from '../../domain/registry.ts';
import { Attestation } from './attest.ts';
import type { Corpus, CorpusDocument, HeldFacts, Resolution } from './graph.ts';
import { createOrganNames } from '../wording/organ-name.ts';
import { collectIssuers } from './issuers.ts';
import { collectLinks } from './links.ts';
import { listCandidates, listIncomplete } from '../identity/identities.ts';
import { mergeIdentities } from '../identity/merge-identities.ts';
import { createResolver } from '../identity/resolve.ts';
import { trimTitle } from './trim-title.ts';

export interface CorpusOptions {
  /** Short codes already published in the ledger, which win. */
  readonly releasedCodes?: ReadonlyMap<string, string>;
  /** Published pages of documents that were only cited, with their numbers; each keeps its page though nobody may cite it now. */
  readonly releasedCitations?: ReadonlyMap<string, string | null>;
}

/**
 * Builds the corpus graph.
 * @param records  all held documents, in any order; the result does not depend on it
 * @param registry hand-kept tables, for names of organs
 * @throws Error when two records have one key
 */
export function buildCorpus(records: Iterable<DocumentRecord>, registry: Registry, options: CorpusOptions = {}): Corpus {
  const held = [...records].sort((a, b) => (a.key < b.key ? -1 : 1));
  held.forEach((record, index) => {
    if (held[index + 1]?.key === record.key) throw new Error(`buildCorpus: unexpected second document ${record.key} (${record.file}, ${held[index + 1]?.file})`);
  });
  const wideIssuers = new Set(registry.organTypes.map((kind) => kind.id));
  const candidates = listCandidates(held, wideIssuers);
  const spellings = mergeIdentities(candidates);
  const incomplete = listIncomplete(held, wideIssuers);
  const resolve = createResolver({ candidates, aliases: spellings, incomplete, wideIssuers });
  const resolutions = new Map<string, readonly Resolution[]>(held.map((record) => [record.key, record.citations.map((citation) => resolve(citation, record))]));

  const notes = new Map<string, CitedNotes>();
  const uncertain = new Set<string>();
  const note = (key: string, citation: Citation, from: string): void => {
    const entry = notes.get(key) ?? createNotes();
    notes.set(key, entry);
    noteCitation(entry, citation, from);
  };
  for (const record of held) {
    record.citations.forEach((citation, index) => {
      const resolution = resolutions.get(record.key)?.[index];
      const key = resolution?.state === 'held' || resolution?.state === 'cited' ? resolution.key : resolution?.state === 'ambiguous' ? resolution.page : null;
      if (key === null) return;
      if (resolution?.state === 'ambiguous') uncertain.add(key);
      note(key, citation, record.key);
    });
  }
  const heldByKey = new Map(held.map((record) => [record.key, record]));
  const aliases = new Map(spellings);
  for (const [key, { citations, meant }] of collectUnplaced(held, resolutions)) {
    const [only] = meant;
    if (notes.has(key) || spellings.has(key) || heldByKey.has(key)) continue;
    if (only !== undefined && meant.size === 1) {
      aliases.set(key, only);
      continue;
    }
    // Its citations mean several documents by now, or none for sure; the address was there before they were told apart, and stays.
    uncertain.add(key);
    for (const { citation, from } of citations) note(key, citation, from);
  }

  for (const [key, number] of options.releasedCitations ?? []) {
    if (notes.has(key) || aliases.has(key) || heldByKey.has(key)) continue;
    const entry = createNotes();
    entry.mended.add(number, key);
    notes.set(key, entry);
  }

  const keys = [...new Set([...heldByKey.keys(), ...notes.keys()])].sort();
  const codes = assignShortCodes(keys, options.releasedCodes);
  const organName = createOrganNames(registry);
  const documents = new Map<string, CorpusDocument>();
  for (const key of keys) {
    const record = heldByKey.get(key) ?? null;
    documents.set(key, { ...describeDocument(key, record, notes.get(key) ?? createNotes(), codes.get(key) ?? '', organName), uncertain: uncertain.has(key) });
  }
  const { outgoing, incoming } = collectLinks(held, resolutions);
  return { documents, outgoing, incoming, resolutions, aliases: new Map([...aliases].sort(([a], [b]) => (a < b ? -1 : 1))), issuers: collectIssuers(documents, registry) };
}

/**
 * Keys of citations that lead elsewhere or nowhere for sure, with the documents meant: an incomplete identity that the corpus has come
 * to tell apart, a number in doubt. Their addresses may have been published before.
 */
function collectUnplaced(held: readonly DocumentRecord[], resolutions: ReadonlyMap<string, readonly Resolution[]>): Map<string, { citations: { citation: Citation; from: string }[]; meant: Set<string> }> {
  const unplaced = new Map<string, { citations: { citation: Citation; from: string }[]; meant: Set<string> }>();
  for (const record of held) {
    record.citations.forEach((citation, index) => {
      const resolution = resolutions.get(record.key)?.[index];
      const key = resolution?.state === 'held' || resolution?.state === 'cited' ? resolution.key : null;
      if (citation.key === null || parseDocumentKey(citation.key) === null || key === citation.key) return;
      const entry = unplaced.get(citation.key) ?? { citations: [], meant: new Set() };
      entry.citations.push({ citation, from: record.key });
      if (key !== null) entry.meant.add(key);
      unplaced.set(citation.key, entry);
    });
  }
  return unplaced;
}

interface CitedNotes {
  /** Numbers with plain scan errors mended (`ĐĐTLD` -> `ĐĐTLĐ`): what the document is called. */
  readonly mended: Attestation;
  /** Every spelling seen. */
  readonly numbers: Attestation;
  readonly dates: Attestation;
  readonly issuers: Attestation;
  readonly titles: Attestation;
  readonly types: Attestation;
}

function createNotes(): CitedNotes {
  return { mended: new Attestation(), numbers: new Attestation(), dates: new Attestation(), issuers: new Attestation(), titles: new Attestation(), types: new Attestation() };
}

function noteCitation(note: CitedNotes, citation: Citation, from: string): void {
  note.mended.add(citation.number, from);
  note.numbers.add(citation.number, from);
  for (const mention of citation.mentions) note.numbers.add(readSpelling(mention.raw), from);
  note.dates.add(citation.date, from);
  note.issuers.add(citation.issuer, from);
  note.titles.add(trimTitle(citation.title), from);
  if (citation.type) note.types.add(`${citation.type.code}\t${citation.type.name}`, from);
}

/** The number as a mention spells it: `57- NQ/TW` of `Nghị quyết số 57- NQ/TW`. @returns `null` when the words hold no number */
function readSpelling(raw: string): string | null {
  const match = /\d[\d.]*[a-zđ]?\s*[-–/][\p{L}\d\s&/–-]*$/u.exec(raw.replace(/\s+/gu, ' '));
  return match?.[0].trim() ?? null;
}

function describeDocument(key: string, record: DocumentRecord | null, note: CitedNotes, code: string, organName: ReturnType<typeof createOrganNames>): Omit<CorpusDocument, 'uncertain'> {
  const issuerId = record?.issuer?.id ?? key.split('/')[0] ?? '';
  const issuerNames = note.issuers.list();
  const dates = note.dates.list();
  const titles = note.titles.list();
  const spellings = note.numbers.list();
  return {
    key,
    url: documentUrl(key),
    code,
    number: record ? record.number : chooseNumber(note.mended.list().map((spelling) => spelling.value)),
    type: record ? record.type : readType(note.types.list()[0]?.value),
    date: record ? record.date : chooseDate(dates.map((date) => date.value)),
    issuer: { id: issuerId, name: record?.issuer?.name ?? organName(issuerId, issuerNames.map((name) => name.value), chooseDate(dates.map((date) => date.value))) ?? issuerNames[0]?.value ?? issuerId },
    title: record ? record.subject : chooseTitle(titles.map((title) => title.value)),
    spellings,
    dates,
    issuerNames,
    titles,
    held: record && readHeldFacts(record),
  };
}

/** The most frequent spelling without blanks inside. */
function chooseNumber(spellings: readonly string[]): string | null {
  return spellings.find((spelling) => !/\s/u.test(spelling)) ?? spellings[0]?.replace(/\s+/gu, '') ?? null;
}

/** A whole date before a partial one that it completes. */
function chooseDate(dates: readonly string[]): string | null {
  const [first] = dates;
  if (first === undefined) return null;
  return dates.find((date) => date.length > first.length && comparePartialDates(date, first) === 0) ?? first;
}

/** The most frequent title, or a longer one that begins with it. */
function chooseTitle(titles: readonly string[]): string | null {
  const [first] = titles;
  if (first === undefined) return null;
  return titles.filter((title) => title.toLowerCase().startsWith(first.toLowerCase())).sort((a, b) => b.length - a.length)[0] ?? first;
}

function readType(text: string | undefined): DocumentType | null {
  const [code, name] = text?.split('\t') ?? [];
  return code && name ? { code, name } : null;
}

function readHeldFacts(record: DocumentRecord): HeldFacts {
  const { file, sha256, addressees, recipients, maybeDraft, proofreading, messages } = record;
  return { file, sha256, addressees, recipients, maybeDraft, proofreading, messages, directiveCount: record.directives.length, targetCount: record.targets.length };
}
