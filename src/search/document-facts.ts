/**
 * What the corpus knows of each document, for indexing: facts for filters and sorting, and of a document that is only cited the
 * words that others use of it. Written by a page endpoint at build time, read by `scripts/index-search.ts`.
 */
import type { Corpus, CorpusDocument } from '../corpus/graph/graph.ts';
import { labelIssuer } from '../corpus/wording/issuer-label.ts';
import { nameDocument } from '../corpus/wording/document-name.ts';

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
  readonly topics: readonly (readonly [id: string, name: string])[];
  readonly status: string | null;
  readonly held: boolean;
  /** Held documents that cite it. */
  readonly citedBy: number;
  /** For a cited document: titles, organ names and sentences as others give them; empty for a held one. */
  readonly told: readonly string[];
}

/** What the views over the corpus say of a document, so that filters and pages never differ. */
export interface FactViews {
  levelOf(document: CorpusDocument): string | null;
  statusOf(document: CorpusDocument): string | null;
  topicsOf(document: CorpusDocument): readonly { readonly id: string; readonly name: string }[];
}

/** Facts of every document, in order of the keys. */
export function collectDocumentFacts(corpus: Corpus, views: FactViews): DocumentFacts[] {
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
      level: views.levelOf(document),
      date: document.date,
      topics: views.topicsOf(document).map(({ id, name }) => [id, name] as const),
      status: views.statusOf(document) ?? (document.held?.maybeDraft ? 'maybe-draft' : null),
      held: document.held !== null,
      citedBy: new Set(incoming.flatMap((link) => link.evidence.filter((evidence) => evidence.direct).map((evidence) => evidence.via))).size,
      told: document.held ? [] : toldOf(document, incoming.flatMap((link) => link.evidence.map((evidence) => evidence.sentence ?? evidence.raw))),
    };
  });
}

function toldOf(document: CorpusDocument, sentences: readonly string[]): string[] {
  const values = [...document.titles, ...document.issuerNames].map(({ value }) => value);
  return [...new Set([...values, ...sentences])].filter((text) => text !== '');
}
