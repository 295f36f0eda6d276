/** Documents with something doubtful, newest first, in pages: a corpus of thousands has tens of thousands of doubts. */
import type { Message } from '../../domain/record.ts';
import { cutIntoPages } from './cut-into-pages.ts';
import type { Corpus, CorpusDocument } from '../graph/graph.ts';
import { listNewest } from './lists.ts';

export interface DoubtfulDocument {
  readonly document: CorpusDocument;
  readonly messages: readonly Message[];
}

/** Documents on one page. */
const PAGE_SIZE = 40;
const cache = new WeakMap<Corpus, readonly (readonly DoubtfulDocument[])[]>();

/** At least one page, empty when nothing is doubtful; computed once for a corpus. */
export function pageWarnings(corpus: Corpus): readonly (readonly DoubtfulDocument[])[] {
  const known = cache.get(corpus) ?? cutIntoPages(listNewest(corpus).flatMap((document) => {
    const messages = document.held?.messages.filter(({ severity }) => severity !== 'info') ?? [];
    return messages.length > 0 ? [{ document, messages }] : [];
  }), PAGE_SIZE);
  cache.set(corpus, known);
  return known;
}
