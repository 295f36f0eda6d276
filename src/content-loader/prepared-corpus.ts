/**
 * What a build works out once before its pages are rendered: where the documents lie, the graph over them, and the hashes by which the
 * next build knows what has changed. Each thread gets a copy; pages find it in one place.
 */
import { buildCorpus } from '../corpus/graph/build-corpus.ts';
import type { Corpus } from '../corpus/graph/graph.ts';
import { releasedCitations, releasedCodes, type Ledger } from '../domain/ledger.ts';
import type { DocumentRecord } from '../domain/record.ts';
import { prepareDocuments, type DocumentEntry, type Documents } from './documents.ts';
import type { Read } from './noted-reads.ts';
import { openPack } from './pack.ts';
import { listDigests } from './read-digests.ts';
import { readPublishedLedger } from './read-ledger.ts';
import { readOrganRegistry } from './read-registry.ts';

/** Plain values, which can be sent to threads. */
export interface PreparedCorpus {
  readonly pack: string;
  /** Held documents that are not withdrawn. */
  readonly entries: ReadonlyMap<string, DocumentEntry>;
  readonly graph: Corpus;
  readonly ledger: Ledger;
  /** Hash of what stands behind each read; what is not there has none. */
  readonly digests: ReadonlyMap<Read, string>;
}

/** Works out what pages need of documents that have been compiled. */
export function prepareCorpus(documents: Documents): PreparedCorpus {
  const ledger = readPublishedLedger();
  // A withdrawn text must not come back while its file still lies there.
  const entries = new Map([...documents.entries].filter(([key]) => !ledger.tombstones.has(key)));
  const graph = buildCorpus(readForGraph(documents.pack, entries.values()), readOrganRegistry(), { releasedCodes: releasedCodes(ledger), releasedCitations: releasedCitations(ledger) });
  return { pack: documents.pack, entries, graph, ledger, digests: listDigests({ graph, ledger, entries }) };
}

/** Hands the pages of this thread what the build has prepared. */
export function setPreparedCorpus(corpus: PreparedCorpus): void {
  (globalThis as { [PREPARED]?: PreparedCorpus })[PREPARED] = corpus;
}

/** What was prepared; in development what there is now. */
export async function openCorpus(): Promise<PreparedCorpus> {
  return (globalThis as { [PREPARED]?: PreparedCorpus })[PREPARED] ?? prepareCorpus(await prepareDocuments());
}

/** The bundle has a copy of this module of its own. */
const PREPARED = Symbol.for('can-cu.prepared');

/** Records one at a time: the graph keeps little of each. */
function* readForGraph(pack: string, entries: Iterable<DocumentEntry>): Generator<DocumentRecord> {
  const read = openPack(pack);
  for (const { graph } of entries) yield JSON.parse(read(graph)) as DocumentRecord;
}
