/** The four lists of an organ's page, in pages of fifty. */
import { cutIntoPages } from './cut-into-pages.ts';
import { documentOf, type Corpus, type CorpusDocument, type CorpusIssuer } from '../graph/graph.ts';

export interface OrganList {
  /** Anchor and address part. */
  readonly id: 'da-ban-hanh' | 'duoc-vien-dan' | 'gui-den' | 'nhan-ban-sao';
  readonly count: number;
  readonly pages: readonly (readonly CorpusDocument[])[];
}

const PAGE_SIZE = 50;

/** Lists that have anything in them. */
export function listOfOrgan(corpus: Corpus, issuer: CorpusIssuer): OrganList[] {
  const lists: readonly (readonly [OrganList['id'], readonly string[]])[] = [['da-ban-hanh', issuer.issuedHeld], ['duoc-vien-dan', issuer.issuedCited], ['gui-den', issuer.addressed], ['nhan-ban-sao', issuer.copied]];
  return lists.filter(([, keys]) => keys.length > 0).map(([id, keys]) => ({ id, count: keys.length, pages: cutIntoPages(keys, PAGE_SIZE).map((page) => page.map((key) => documentOf(corpus, key))) }));
}
