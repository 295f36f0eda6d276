/** Lists over the corpus: newest, most relied on, facets. */
import { compareVietnamese } from '../../domain/vietnamese.ts';
import { isBasis } from '../chain/chain.ts';
import type { Corpus, CorpusDocument } from '../graph/graph.ts';
import { labelIssuer } from '../wording/issuer-label.ts';

/** Newest first; documents without date last; then by key. */
export function compareNewest(a: CorpusDocument, b: CorpusDocument): number {
  const left = a.date ?? '';
  const right = b.date ?? '';
  return left === right ? (a.key < b.key ? -1 : 1) : left < right ? 1 : -1;
}

/** All documents, newest first. */
export function listNewest(corpus: Corpus): CorpusDocument[] {
  return [...corpus.documents.values()].sort(compareNewest);
}

/** How many documents, held or cited, are said to rest on a document directly. */
export function countReliance(corpus: Corpus, key: string): number {
  return (corpus.incoming.get(key) ?? []).filter(isBasis).length;
}

/** Documents by the number of documents that rest on them, at least `minimum`, most first. */
export function listMostReliedOn(corpus: Corpus, minimum = 1): { document: CorpusDocument; count: number }[] {
  return [...corpus.documents.values()]
    .map((document) => ({ document, count: countReliance(corpus, document.key) }))
    .filter(({ count }) => count >= minimum)
    .sort((a, b) => b.count - a.count || compareNewest(a.document, b.document));
}

/** One value of a facet with the documents that have it, newest first. */
export interface FacetValue {
  /** Address part: `nq`, `2026`, `ldld-hung-yen`. */
  readonly id: string;
  readonly name: string;
  readonly documents: readonly CorpusDocument[];
}

/** The facets of the browse pages. Documents without a value stand in none of the facet's lists. */
export interface Facets {
  /** Most documents first. */
  readonly types: readonly FacetValue[];
  /** Newest first. */
  readonly years: readonly FacetValue[];
  /** Most documents first. */
  readonly issuers: readonly FacetValue[];
}

/** Sorts all documents into facets. */
export function collectFacets(corpus: Corpus): Facets {
  const documents = listNewest(corpus);
  const bySize = (a: FacetValue, b: FacetValue): number => b.documents.length - a.documents.length || compareVietnamese(a.name, b.name);
  return {
    types: group(documents, ({ type }) => type && { id: typeId(type), name: type.name }).sort(bySize),
    years: group(documents, ({ date }) => (date ? { id: date.slice(0, 4), name: date.slice(0, 4) } : null)).sort((a, b) => (a.id < b.id ? 1 : -1)),
    issuers: group(documents, ({ issuer }) => ({ id: issuer.id, name: labelIssuer(issuer) })).sort(bySize),
  };
}

/** Address part of a document type. Two types may share a code (Thông tư, Thông tri: TT), so the name makes it. */
export function typeId(type: { readonly name: string }): string {
  return type.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase().replace(/[^a-z0-9]+/gu, '-');
}

function group(documents: readonly CorpusDocument[], valueOf: (document: CorpusDocument) => { id: string; name: string } | null): FacetValue[] {
  const groups = new Map<string, { id: string; name: string; documents: CorpusDocument[] }>();
  for (const document of documents) {
    const value = valueOf(document);
    if (!value) continue;
    const entry = groups.get(value.id) ?? { ...value, documents: [] };
    entry.documents.push(document);
    groups.set(value.id, entry);
  }
  return [...groups.values()];
}
