/** A chain of legal basis leads up, so a loop in it means a date, a number or a relation was read wrongly. */
import type { Corpus } from '../read-corpus.ts';
import type { Finding } from './finding.ts';

const BASIS = new Set(['legal_basis', 'implements']);

/** Reports each loop of basis once, by its first key. */
export function checkBasisLoops(corpus: Corpus): Finding[] {
  const graph = new Map([...corpus.held].map(([key, { record }]) => [
    key,
    [...new Set(record.citations.filter(({ relation }) => BASIS.has(relation)).map((citation) => citation.key))].filter((to): to is string => to !== null && to !== key),
  ] as const));
  return findLoops(graph).map((loop) => ({
    check: 'basis-loop',
    severity: 'warning',
    place: `documents/${loop[0]}.mdx`,
    message: `Căn cứ đi vòng: ${[...loop, loop[0]].join(' → ')}. Hãy xem lại ngày và quan hệ giữa các văn bản này.`,
  }));
}

/** Loops of a directed graph found by depth-first search. @returns each as its keys, smallest first; one loop for each edge that goes back */
export function findLoops(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const loops = new Map<string, string[]>();
  for (const start of [...graph.keys()].sort()) {
    const path: string[] = [];
    const rest: string[][] = [[start]];
    while (rest.length > 0) {
      const next = rest.at(-1)?.pop();
      if (next === undefined) {
        rest.pop();
        const left = path.pop();
        if (left !== undefined) done.add(left);
        continue;
      }
      const at = path.indexOf(next);
      if (at !== -1) {
        const loop = startAtSmallest(path.slice(at));
        loops.set(loop.join(' '), loop);
      } else if (!done.has(next)) {
        path.push(next);
        rest.push([...(graph.get(next) ?? [])].sort().reverse());
      }
    }
  }
  return [...loops.values()];
}

function startAtSmallest(loop: readonly string[]): string[] {
  const first = loop.indexOf([...loop].sort()[0] ?? '');
  return [...loop.slice(first), ...loop.slice(0, first)];
}
