/** All organs by level, in pages: a country has thousands of communes. */
import { compareVietnamese } from '../../domain/vietnamese.ts';
import type { Corpus, CorpusIssuer } from '../graph/graph.ts';
import { LEVELS, type Level } from '../graph/organ-level.ts';
import { cutIntoPages } from './cut-into-pages.ts';

/** One level with its organs. */
export interface OrganLevel {
  readonly level: Level | 'unknown';
  /** In the order of the alphabet. */
  readonly organs: readonly CorpusIssuer[];
  readonly pages: readonly (readonly CorpusIssuer[])[];
}

/** Organs on one page. */
const PAGE_SIZE = 400;

/** Levels that have organs, from the centre down; those of no known level last. */
export function listOrganLevels(corpus: Corpus, levelOf: (issuer: CorpusIssuer) => Level | null): OrganLevel[] {
  const groups = Map.groupBy(corpus.issuers.values(), (issuer) => levelOf(issuer) ?? 'unknown');
  return [...LEVELS, 'unknown' as const].flatMap((level) => {
    const organs = groups.get(level)?.sort((a, b) => compareVietnamese(a.name, b.name) || (a.id < b.id ? -1 : 1));
    return organs ? [{ level, organs, pages: cutIntoPages(organs, PAGE_SIZE) }] : [];
  });
}
