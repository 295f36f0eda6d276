/** Speed of the reader beside remark-parse on the same texts in the same run, in processor time, the best of several rounds. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { createDispatchReader } from '../../src/dispatch/index.ts';
import { normalize } from '../../src/dispatch/normalize/index.ts';
import { createParser } from '../../src/dispatch/parse/index.ts';
import { toTree } from '../../src/dispatch/parse/to-tree.ts';
import type { Registry } from '../../src/domain/registry.ts';
import { loadRegistry } from '../lib/load-registry.ts';
import { loadSyllables } from '../lib/load-syllables.ts';

/** Megabytes a second of each program. */
export interface ParseSpeeds {
  /** Normalising, parsing, tree: what remark-parse does. */
  readonly structure: number;
  /** Everything that import does with a text: citations, directives, rules too. */
  readonly whole: number;
  readonly remark: number;
  readonly remarkGfm: number;
  /** What was read a round. */
  readonly megabytes: number;
}

const MEGABYTE = 1_000_000;
const ROUNDS = 5;

/** @param texts read again and again until they make a megabyte */
export function measureParse(texts: readonly string[]): ParseSpeeds {
  const registry: Registry = loadRegistry();
  const read = createDispatchReader(registry, loadSyllables());
  const parse = createParser(registry);
  const markdown = unified().use(remarkParse).freeze();
  const gfm = unified().use(remarkParse).use(remarkGfm).freeze();
  const readers = {
    structure: (text: string): unknown => { const normalized = normalize(text); return toTree(normalized, parse(normalized).nodes, []); },
    whole: read,
    remark: (text: string): unknown => markdown.parse(text),
    remarkGfm: (text: string): unknown => gfm.parse(text),
  } as const;
  const once = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const times = Math.max(1, Math.ceil(MEGABYTE / once));
  const names = Object.keys(readers) as (keyof typeof readers)[];
  const best = { structure: Infinity, whole: Infinity, remark: Infinity, remarkGfm: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) best[name] = Math.min(best[name], processorTime(() => { for (let time = 0; time < times; time++) for (const text of texts) readers[name](text); }));
  }
  const megabytes = (once * times) / MEGABYTE;
  const speed = (name: keyof typeof readers): number => megabytes / (best[name] / 1000);
  return { structure: speed('structure'), whole: speed('whole'), remark: speed('remark'), remarkGfm: speed('remarkGfm'), megabytes };
}

/** Milliseconds of processor time, which other programs of a busy machine disturb less than the clock. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
