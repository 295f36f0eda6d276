/**
 * The chain of basis: from a document up to the roots it rests on, and down to the documents that carry it out, over any number of
 * hops, also through documents that the corpus does not hold.
 */
import { comparePartialDates } from '../../domain/partial-date.ts';
import type { Relation } from '../../domain/record.ts';
import { documentOf, type Corpus, type Link } from '../graph/graph.ts';

/** Relations by which a document rests on another. Replacing or mentioning one is no basis. */
const BASIS: ReadonlySet<Relation> = new Set(['legal_basis', 'implements', 'propagates', 'guides', 'follows_up', 'answers', 'issued_with']);

/** True when the link says that `from` rests on `to`. */
export function isBasis(link: Link): boolean {
  return !link.uncertain && BASIS.has(link.relation);
}

/** One hop of a chain. */
export interface Rung {
  readonly link: Link;
  /** True when the basis is dated after the document that rests on it. */
  readonly newerThanText: boolean;
}

/** One document of a ladder. */
export interface Step {
  readonly key: string;
  /** Hops to the document the ladder is about, over the longest way; 0 for the document itself. */
  readonly depth: number;
  /** Upward ladder: the hops by which documents further down rest on this one. Downward: the hops by which this one rests on those above. */
  readonly rungs: readonly Rung[];
}

export interface Ladder {
  /** Rows from the far end to the document itself (upward), or from it outward (downward); each sorted by date. */
  readonly rows: readonly (readonly Step[])[];
  /** Ways that come back to where they started: keys in order. */
  readonly loops: readonly (readonly string[])[];
  /** True when the chain goes on beyond the documents shown. */
  readonly cut: boolean;
}

/** Most documents of a ladder: a page must not grow with the corpus. Those fewest hops away are shown, of equal ones the newest. */
export const LONGEST_LADDER = 120;

/** Everything the document rests on; the first row holds the roots furthest away, the last the document itself. */
export function climb(corpus: Corpus, key: string, most = LONGEST_LADDER): Ladder {
  const next = (at: string): readonly Link[] => (corpus.outgoing.get(at) ?? []).filter(isBasis);
  const { near, cut } = findNearest(corpus, key, (at) => next(at).map((link) => link.to), most);
  const { depths, loops } = measure(key, (at) => next(at).map((link) => link.to).filter((to) => near.has(to)));
  // Gathered from below: a root is the basis of thousands, of which this ladder shows a few.
  const rungs = new Map<string, Link[]>();
  for (const at of [...depths.keys()].sort()) for (const link of next(at)) if (depths.has(link.to)) rungs.set(link.to, [...(rungs.get(link.to) ?? []), link]);
  const rows = rowsOf(corpus, depths, (at) => rungs.get(at) ?? []);
  return { rows: rows.reverse(), loops, cut };
}

/** Everything that rests on the document; the first row holds the document itself, the last those furthest away. */
export function descend(corpus: Corpus, key: string, most = LONGEST_LADDER): Ladder {
  const next = (at: string): string[] => (corpus.incoming.get(at) ?? []).filter(isBasis).map((link) => link.from);
  const { near, cut } = findNearest(corpus, key, next, most);
  const { depths, loops } = measure(key, (at) => next(at).filter((from) => near.has(from)));
  return { rows: rowsOf(corpus, depths, (at) => (corpus.outgoing.get(at) ?? []).filter((link) => isBasis(link) && depths.has(link.to))), loops, cut };
}

/** The start and the documents fewest hops away. */
function findNearest(corpus: Corpus, start: string, next: (key: string) => readonly string[], most: number): { near: ReadonlySet<string>; cut: boolean } {
  const near = new Set([start]);
  let edge = [start];
  while (edge.length > 0) {
    const found = [...new Set(edge.flatMap(next))].filter((key) => !near.has(key));
    const room = most - near.size;
    if (found.length > room) {
      for (const { key } of found.map((other) => ({ key: other, date: documentOf(corpus, other).date ?? '' })).sort((a, b) => (a.date === b.date ? (a.key < b.key ? -1 : 1) : a.date < b.date ? 1 : -1)).slice(0, room)) near.add(key);
      return { near, cut: true };
    }
    for (const key of found) near.add(key);
    edge = found;
  }
  return { near, cut: false };
}

/** The basis of `link` is dated after the text that rests on it. Partial dates decide only as far as they reach. */
export function isNewerThanText(corpus: Corpus, link: Link): boolean {
  const basis = documentOf(corpus, link.to).date;
  const text = documentOf(corpus, link.from).date;
  return basis !== null && text !== null && comparePartialDates(basis, text) > 0;
}

/**
 * Longest way from the start to every document that can be reached. A hop that would return to a document on the current way is left
 * out and reported as a loop, so the search ends.
 */
function measure(start: string, next: (key: string) => readonly string[]): { depths: Map<string, number>; loops: string[][] } {
  const order: string[] = [];
  const kept = new Map<string, string[]>();
  const loops: string[][] = [];
  const way: string[] = [];
  const open = new Set<string>();
  const visit = (key: string): void => {
    const targets: string[] = [];
    kept.set(key, targets);
    way.push(key);
    open.add(key);
    for (const target of next(key)) {
      if (open.has(target)) {
        loops.push([...way.slice(way.indexOf(target)), target]);
        continue;
      }
      targets.push(target);
      if (!kept.has(target)) visit(target);
    }
    way.pop();
    open.delete(key);
    order.push(key);
  };
  visit(start);
  const depths = new Map<string, number>([[start, 0]]);
  for (const key of order.reverse()) {
    const depth = depths.get(key) ?? 0;
    for (const target of kept.get(key) ?? []) depths.set(target, Math.max(depths.get(target) ?? 0, depth + 1));
  }
  return { depths, loops };
}

function rowsOf(corpus: Corpus, depths: ReadonlyMap<string, number>, linksOf: (key: string) => readonly Link[]): Step[][] {
  const rows: Step[][] = [];
  for (const [key, depth] of depths) {
    const rungs = depth === 0 ? [] : linksOf(key).map((link) => ({ link, newerThanText: isNewerThanText(corpus, link) }));
    (rows[depth] ??= []).push({ key, depth, rungs });
  }
  const dateOf = (step: Step): string => documentOf(corpus, step.key).date ?? '9999';
  for (const row of rows) row.sort((a, b) => (dateOf(a) === dateOf(b) ? (a.key < b.key ? -1 : 1) : dateOf(a) < dateOf(b) ? -1 : 1));
  return rows;
}
