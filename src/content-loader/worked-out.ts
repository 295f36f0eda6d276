/**
 * What is worked out of many documents to show little: a page that asks for it depends on the result alone. With the reads that led there
 * one more citation of a law would reach every page beside it, and nearly none of them would show anything new.
 */
import { hash } from 'node:crypto';
import { listShared, listSiblings } from '../corpus/chain/siblings.ts';
import type { Corpus } from '../corpus/graph/graph.ts';
import { noteRead, type Read } from './noted-reads.ts';
import type { ReadDigests } from './page-plan.ts';
import type { PreparedCorpus } from './prepared-corpus.ts';

/** Results hold keys alone: a page that shows the documents looks at them. */
const WORKS = {
  /** Documents that rest on what this one rests on. */
  siblings: (corpus: Corpus, key: string) => listSiblings(corpus, key).map(({ document, shared }) => ({ key: document.key, shared: shared.map((basis) => basis.key) })),
  /** Bases that make two documents siblings. */
  shared: (corpus: Corpus, left: string, right: string) => listShared(corpus, left, right),
} as const;

type Works = typeof WORKS;
type Keys<Name extends keyof Works> = Works[Name] extends (corpus: Corpus, ...keys: infer List extends string[]) => unknown ? List : never;

/** Works a result out of the graph and notes it as one read. @param corpus graph whose looks are not noted */
export function workOut<Name extends keyof Works>(corpus: Corpus, name: Name, ...keys: Keys<Name>): ReturnType<Works[Name]> {
  noteRead(`${name}:${keys.join(' ')}`);
  return callWork(corpus, name, keys) as ReturnType<Works[Name]>;
}

function callWork(corpus: Corpus, name: keyof Works, keys: readonly string[]): unknown {
  return (WORKS[name] as (graph: Corpus, ...list: string[]) => unknown)(corpus, ...keys);
}

/** Hashes of all reads: those that are known, and those of results, worked out when they are asked for. */
export function withWorkedOut({ graph, digests }: Pick<PreparedCorpus, 'graph' | 'digests'>): ReadDigests {
  const known = new Map<Read, string>();
  return {
    get: (read) => {
      const [name, ...rest] = read.split(':');
      if (name === undefined || !Object.hasOwn(WORKS, name)) return digests.get(read);
      const found = known.get(read) ?? hash('sha1', JSON.stringify(callWork(graph, name as keyof Works, rest.join(':').split(' '))));
      known.set(read, found);
      return found;
    },
  };
}
