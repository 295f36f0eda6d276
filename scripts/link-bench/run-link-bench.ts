/** Makes a world, writes dispatches, reads them with the real reader, links them and measures. */
import { buildCorpus } from '../../src/corpus/graph/build-corpus.ts';
import type { Corpus } from '../../src/corpus/graph/graph.ts';
import { createDispatchReader } from '../../src/dispatch/index.ts';
import type { DocumentRecord } from '../../src/domain/record.ts';
import type { Registry } from '../../src/domain/registry.ts';
import { digestGraph } from './graph-text.ts';
import { measureLinks, type LinkMeasure } from './measure-links.ts';
import { createRandom, shuffle } from './random.ts';
import { makeWorld } from './world.ts';
import { writeDispatch } from './write-dispatch.ts';

export interface LinkBenchResult {
  readonly measure: LinkMeasure;
  readonly corpus: Corpus;
  readonly records: readonly DocumentRecord[];
  /** Documents whose own key was not read as it truly is, with the key read. */
  readonly misread: readonly string[];
  /** Addresses of half the corpus that the whole one lost. */
  readonly lostAddresses: readonly string[];
  /** Orders tried that gave other bytes. */
  readonly otherOrders: number;
  readonly worldSize: number;
}

/**
 * @param amount documents held
 * @param orders random orders in which the graph is built again
 */
export function runLinkBench(registry: Registry, seed: number, amount: number, orders: number): LinkBenchResult {
  const random = createRandom(seed);
  // Half as many again are never held: known from citations alone.
  const world = makeWorld(random, Math.round(amount * 1.5));
  const heldDocuments = shuffle(random, world.filter(({ date, organ }) => date > '2021' || organ.level === 'central')).slice(0, amount);
  const dispatches = heldDocuments.map((document) => writeDispatch(random, document, world));
  const read = createDispatchReader(registry);
  const records = new Map<string, DocumentRecord>();
  const misread: string[] = [];
  const keys = new Set<string>();
  for (const { document, text } of dispatches) {
    const { record } = read(text, { file: `${document.key}.txt`, sha256: '' });
    if (record.key !== document.key) misread.push(`${document.key} read as ${record.key}`);
    if (keys.has(record.key)) continue;
    keys.add(record.key);
    records.set(document.key, record);
  }
  const list = [...records.values()];
  const corpus = buildCorpus(list, registry);
  const digest = digestGraph(corpus);
  const otherOrders = Array.from({ length: orders }, () => digestGraph(buildCorpus(shuffle(random, list), registry))).filter((other) => other !== digest).length;
  const half = buildCorpus(list.slice(0, Math.floor(list.length / 2)), registry);
  const lostAddresses = [...half.documents.keys(), ...half.aliases.keys()].filter((key) => !corpus.documents.has(key) && !corpus.aliases.has(key));
  return { measure: measureLinks(dispatches, records, corpus), corpus, records: list, misread, lostAddresses, otherOrders, worldSize: world.length };
}
