/** Documents that cite one, cut into pages: a resolution may be cited by thousands. */
import { documentOf, type Corpus, type Link } from '../graph/graph.ts';
import { cutIntoPages } from './cut-into-pages.ts';
import { compareNewest } from './lists.ts';

/** Citing documents on the page of the document itself, and on each further page. */
export const CITING_PAGE_SIZE = 40;

/** Links to a document, in pages; few in order of their keys, many newest first. At least one page. */
export function pageCiting(corpus: Corpus, key: string): (readonly Link[])[] {
  const links = corpus.incoming.get(key) ?? [];
  const direct = corpus.documents.get(key)?.held ? links : links.filter((link) => link.evidence.some((evidence) => evidence.direct));
  const sorted = direct.length <= CITING_PAGE_SIZE ? direct : [...direct].sort((a, b) => compareNewest(documentOf(corpus, a.from), documentOf(corpus, b.from)));
  return cutIntoPages(sorted, CITING_PAGE_SIZE);
}
