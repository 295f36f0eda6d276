/** Lists of the browse pages: one for each value of each facet, cut into pages. */
import type { Corpus, CorpusDocument } from '../graph/graph.ts';
import { cutIntoPages } from './cut-into-pages.ts';
import { collectFacets, listNewest } from './lists.ts';

export interface BrowseList {
  readonly facet: 'all' | 'held' | 'cited' | 'type' | 'year' | 'issuer' | 'level' | 'status';
  /** Address below `/van-ban/`: empty, `da-co`, `loai/nghi-quyet`, `nam/2026`, `co-quan/bo-chinh-tri`. */
  readonly path: string;
  readonly name: string;
  readonly count: number;
  /** At least one page, empty when there is nothing. */
  readonly pages: readonly (readonly CorpusDocument[])[];
}

/** Documents on one page of a list. */
export const PAGE_SIZE = 50;

const cache = new WeakMap<Corpus, readonly BrowseList[]>();

/** Every list, computed once for a corpus. */
export function listBrowsePages(corpus: Corpus): readonly BrowseList[] {
  const known = cache.get(corpus);
  if (known) return known;
  const lists = makeLists(corpus);
  cache.set(corpus, lists);
  return lists;
}

function makeLists(corpus: Corpus): BrowseList[] {
  const all = listNewest(corpus);
  const { types, years, issuers } = collectFacets(corpus);
  return [
    makeList('all', '', '', all),
    makeList('held', 'da-co', '', all.filter(({ held }) => held)),
    makeList('cited', 'chi-vien-dan', '', all.filter(({ held }) => !held)),
    ...types.map(({ id, name, documents }) => makeList('type', `loai/${id}`, name, documents)),
    ...years.map(({ id, name, documents }) => makeList('year', `nam/${id}`, name, documents)),
    ...issuers.map(({ id, name, documents }) => makeList('issuer', `co-quan/${id}`, name, documents)),
  ];
}

/**
 * Makes lists of a facet that the documents alone do not tell: level of the organ, status.
 * @param valueOf id of the value that a document has, `null` for none
 * @param values  ids in their order, with names
 */
export function listByValue(corpus: Corpus, facet: 'level' | 'status', folder: string, values: readonly { readonly id: string; readonly name: string }[], valueOf: (document: CorpusDocument) => string | null): BrowseList[] {
  const groups = Map.groupBy(listNewest(corpus), valueOf);
  return values.flatMap(({ id, name }) => {
    const documents = groups.get(id);
    return documents ? [makeList(facet, `${folder}/${id}`, name, documents)] : [];
  });
}

function makeList(facet: BrowseList['facet'], path: string, name: string, documents: readonly CorpusDocument[]): BrowseList {
  return { facet, path, name, count: documents.length, pages: cutIntoPages(documents, PAGE_SIZE) };
}
