/** Hashes of what pages read, by the name of the read. Two builds with the same hash would show the same. */
import { hash } from 'node:crypto';
import type { Corpus } from '../corpus/graph/graph.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { DocumentEntry } from './documents.ts';
import { WHOLE_CORPUS, type Read } from './noted-reads.ts';
import { hasTextSource } from './sources.ts';

export interface DigestSources {
  readonly graph: Corpus;
  readonly ledger: Ledger;
  readonly entries: ReadonlyMap<string, DocumentEntry>;
}

/** What citing documents tell of a document: it grows with each of them, and few pages show it, so that it is a read of its own. */
export const TOLD = ['spellings', 'dates', 'issuerNames', 'titles'] as const;

/** Hashes of every read that finds something; one that finds nothing has none, so that its coming shows. */
export function listDigests({ graph, ledger, entries }: DigestSources): Map<Read, string> {
  const maps: Readonly<Record<string, ReadonlyMap<string, unknown>>> = {
    outgoing: graph.outgoing, incoming: graph.incoming, resolutions: graph.resolutions, alias: graph.aliases, issuer: graph.issuers,
    released: ledger.documents, redirect: ledger.redirects, tombstone: ledger.tombstones,
  };
  const digests = new Map<Read, string>([[WHOLE_CORPUS, hashWhole(graph, ledger, entries)]]);
  for (const [kind, map] of Object.entries(maps)) for (const [key, value] of map) digests.set(`${kind}:${key}`, hash('sha1', JSON.stringify(value)));
  for (const [key, document] of graph.documents) {
    digests.set(`document:${key}`, hash('sha1', JSON.stringify(document, (name, value: unknown) => ((TOLD as readonly string[]).includes(name) ? undefined : value))));
    digests.set(`told:${key}`, hash('sha1', JSON.stringify(TOLD.map((field) => document[field]))));
  }
  // The page also says whether the source can be downloaded.
  for (const [key, { digest }] of entries) digests.set(`entry:${key}`, `${digest} ${hasTextSource(graph.documents.get(key)?.held?.file ?? '')}`);
  return digests;
}

/** The graph follows from the documents and the ledger; the hand-kept tables count with the code. */
function hashWhole(graph: Corpus, ledger: Ledger, entries: ReadonlyMap<string, DocumentEntry>): string {
  const held = [...entries].map(([key, { digest }]) => `${key} ${digest} ${hasTextSource(graph.documents.get(key)?.held?.file ?? '')}`).sort();
  const kept = [ledger.documents, ledger.redirects, ledger.tombstones].map((map) => JSON.stringify([...map].sort(([a], [b]) => (a < b ? -1 : 1))));
  return hash('sha1', [...held, ...kept].join('\n'));
}
