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

/**
 * @param sources the plain maps: a look at them is no read of a page
 * @returns hash of a read; of something that is not there too, since it may come
 */
export function createDigests({ graph, ledger, entries }: DigestSources): (read: Read) => string {
  const maps: Readonly<Record<string, ReadonlyMap<string, unknown>>> = {
    document: graph.documents, outgoing: graph.outgoing, incoming: graph.incoming, resolutions: graph.resolutions, alias: graph.aliases, issuer: graph.issuers,
    released: ledger.documents, redirect: ledger.redirects, tombstone: ledger.tombstones,
  };
  const known = new Map<Read, string>();
  const compute = (read: Read): string => {
    if (read === WHOLE_CORPUS) return hashWhole(graph, ledger, entries);
    const at = read.indexOf(':');
    const kind = read.slice(0, at);
    const key = read.slice(at + 1);
    // The page also says whether the source can be downloaded.
    if (kind === 'entry') return `${entries.get(key)?.digest ?? ''} ${hasTextSource(graph.documents.get(key)?.held?.file ?? '')}`;
    const map = maps[kind];
    if (!map) throw new Error(`createDigests: unexpected read ${read}, expected one of ${Object.keys(maps).join(', ')}, entry`);
    return map.has(key) ? hash('sha1', JSON.stringify(map.get(key))) : '';
  };
  return (read) => {
    const digest = known.get(read) ?? compute(read);
    known.set(read, digest);
    return digest;
  };
}

/** The graph follows from the documents and the ledger; the hand-kept tables count with the code. */
function hashWhole(graph: Corpus, ledger: Ledger, entries: ReadonlyMap<string, DocumentEntry>): string {
  const held = [...entries].map(([key, { digest }]) => `${key} ${digest} ${hasTextSource(graph.documents.get(key)?.held?.file ?? '')}`).sort();
  const kept = [ledger.documents, ledger.redirects, ledger.tombstones].map((map) => JSON.stringify([...map].sort(([a], [b]) => (a < b ? -1 : 1))));
  return hash('sha1', [...held, ...kept].join('\n'));
}
