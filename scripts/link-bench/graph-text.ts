/** The graph as bytes, to compare two of them. */
import { createHash } from 'node:crypto';
import type { Corpus } from '../../src/corpus/graph/graph.ts';

/** SHA-256 of everything the graph holds, maps as lists of pairs in their own order. */
export function digestGraph(corpus: Corpus): string {
  return createHash('sha256').update(JSON.stringify(corpus, (_key, value: unknown) => (value instanceof Map ? [...value] : value))).digest('hex');
}
