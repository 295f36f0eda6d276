/**
 * What the corpus knows of each document, for indexing: facts for filters and sorting, and of a document that is only cited the
 * words that others use of it. Written by a page endpoint at build time, read by `scripts/index-search.ts`.
 */
import type { Corpus, CorpusDocument } from '../corpus/graph/graph.ts';
import { labelIssuer } from '../corpus/wording/issuer-label.ts';
import { nameDocument } from '../corpus/wording/document-name.ts';
import type { Registry } from '../domain/registry.ts';

export interface DocumentFacts {
  readonly key: string;
  /** Name and subject: what a result is called. */
  readonly title: string;
  readonly number: string | null;
  readonly spellings: readonly string[];
  readonly typeCode: string | null;
  readonly type: string | null;
  readonly issuerId: string;
  readonly issuer: string;
  readonly level: string | null;
  readonly date: string | null;
  readonly status: string | null;
  readonly held: boolean;
  /** Held documents that cite it. */
  readonly citedBy: number;
  /** For a cited document: titles, organ names and sentences as others give them; empty for a held one. */
  readonly told: readonly string[];
}

/** @param registry tables of organs, for the level */
export function collectDocumentFacts(corpus: Corpus, registry: Pick<Registry, 'organs' | 'organTypes'>): DocumentFacts[] {
  return [...corpus.documents.values()].map((document) => {
    const incoming = corpus.incoming.get(document.key) ?? [];
    return {
      key: document.key,
      title: document.title ? `${nameDocument(document)}: ${document.title}` : nameDocument(document),
      number: document.number,
      spellings: document.spellings.map(({ value }) => value),
      typeCode: document.type?.code ?? null,
      type: document.type?.name ?? null,
      issuerId: document.issuer.id,
      issuer: labelIssuer(document.issuer),
      level: levelOf(document.issuer.id, registry),
      date: document.date,
      status: statusOf(document, incoming.map((link) => link.relation)),
      held: document.held !== null,
      citedBy: new Set(incoming.flatMap((link) => link.evidence.filter((evidence) => evidence.direct).map((evidence) => evidence.via))).size,
      told: document.held ? [] : toldOf(document, incoming.flatMap((link) => link.evidence.map((evidence) => evidence.sentence ?? evidence.raw))),
    };
  });
}

function statusOf(document: CorpusDocument, relations: readonly string[]): string | null {
  if (relations.includes('repeals')) return 'repealed';
  if (relations.includes('replaces')) return 'replaced';
  if (relations.includes('amends')) return 'amended';
  return document.held?.maybeDraft ? 'maybe-draft' : null;
}

function toldOf(document: CorpusDocument, sentences: readonly string[]): string[] {
  const values = [...document.titles, ...document.issuerNames].map(({ value }) => value);
  return [...new Set([...values, ...sentences])].filter((text) => text !== '');
}

/** Ranks of organ types: 20-29 province, 30-39 district, 40-49 commune, from 50 grassroots (content/registry/README.md). */
function levelOf(issuerId: string, registry: Pick<Registry, 'organs' | 'organTypes'>): string | null {
  const organ = registry.organs.find(({ id }) => id === issuerId);
  if (organ) return organ.level;
  const type = registry.organTypes.filter(({ id }) => issuerId === id || issuerId.startsWith(`${id}-`)).toSorted((a, b) => b.id.length - a.id.length)[0];
  if (!type) return null;
  const words = issuerId.split('-');
  if (words.includes('xa') || words.includes('phuong') || words.includes('dac')) return 'commune';
  if (words.includes('huyen') || words.includes('quan')) return 'district';
  if (type.rank < 20) return 'central';
  return type.rank < 30 ? 'province' : type.rank < 40 ? 'district' : type.rank < 50 ? 'commune' : 'grassroots';
}
