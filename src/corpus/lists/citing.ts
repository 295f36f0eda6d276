/** Documents that cite one, cut into pages: a resolution may be cited by thousands. */
import { documentOf, type Corpus, type Link } from '../graph/graph.ts';
import { compareNewest } from './lists.ts';

/** Citing documents on the page of the document itself, and on each further page. */
export const CITING_PAGE_SIZE = 40;

/** Links to a document, in pages; few in order of their keys, many newest first. At least one page. */
export function pageCiting(corpus: Corpus, key: string): (readonly Link[])[] {
  const links = corpus.incoming.get(key) ?? [];
  const direct = corpus.documents.get(key)?.held ? links : links.filter((link) => link.evidence.some((evidence) => evidence.direct));
  const sorted = direct.length <= CITING_PAGE_SIZE ? direct : [...direct].sort((a, b) => compareNewest(documentOf(corpus, a.from), documentOf(corpus, b.from)));
  const pages: Link[][] = [];
  for (let start = 0; start < sorted.length; start += CITING_PAGE_SIZE) pages.push(sorted.slice(start, start + CITING_PAGE_SIZE));
  return pages.length > 0 ? pages : [[]];
}

/** Items in pages; at least one. */
export function cutIntoPages<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const pages: Item[][] = [];
  for (let start = 0; start < items.length; start += size) pages.push(items.slice(start, start + size));
  return pages.length > 0 ? pages : [[]];
}
