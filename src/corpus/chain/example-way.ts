/** One way from a root down to a document, as an example of a chain. */
import { climb, isBasis } from './chain.ts';
import type { Corpus } from '../graph/graph.ts';
import { listNewest } from '../lists/lists.ts';

/**
 * The longest way over documents, from the newest held document that has one.
 * @param most how many newest documents are tried
 * @returns keys from the root down; empty when nothing rests on anything
 */
export function findExampleWay(corpus: Corpus, most = 30): string[] {
  let best: string[] = [];
  for (const { key } of listNewest(corpus).filter(({ held }) => held?.maybeDraft === false).slice(0, most)) {
    const { rows } = climb(corpus, key);
    const depthOf = new Map(rows.flat().map((step) => [step.key, step.depth]));
    const way = [rows[0]?.[0]?.key ?? key];
    for (let at = way[0]; at !== undefined && at !== key;) {
      const from: string = at;
      const next = (corpus.incoming.get(from) ?? []).find((link) => isBasis(link) && depthOf.get(link.from) === (depthOf.get(from) ?? 0) - 1);
      if (!next) break;
      way.push(next.from);
      at = next.from;
    }
    if (way.at(-1) === key && way.length > best.length) best = way;
  }
  return best.length > 1 ? best : [];
}
