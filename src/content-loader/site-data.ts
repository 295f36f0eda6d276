/**
 * What pages ask for: the corpus graph, computed once per build, and the record and HTML of one document, read from the pack when its
 * page is made.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCollection } from 'astro:content';
import { buildCorpus } from '../corpus/graph/build-corpus.ts';
import type { Corpus } from '../corpus/graph/graph.ts';
import { releasedCitations, releasedCodes, type Ledger } from '../domain/ledger.ts';
import type { DocumentRecord } from '../domain/record.ts';
import type { DocumentEntry } from './documents-loader.ts';
import { compileBody } from './compile-body.ts';
import { contentFolder } from './content-folder.ts';
import { splitFrontMatter } from './front-matter.ts';
import { NotedMap, noteRead, readsHost } from './noted-reads.ts';
import { openPack, type Slice } from './pack.ts';
import { createDigests } from './read-digests.ts';
import { readPublishedLedger } from './read-ledger.ts';
import { readOrganRegistry } from './read-registry.ts';

export interface SiteData {
  readonly corpus: Corpus;
  readonly ledger: Ledger;
  /** Whole record of a held document. @throws Error when it is not held */
  readRecord(key: string): DocumentRecord;
  /** HTML of a held document's body, with places left for citations and notes. @throws Error when it is not held */
  readHtml(key: string): string;
}

let loaded: Promise<SiteData> | undefined;

/** Loads the corpus; in development anew for each page, since documents change under it. */
export function loadSiteData(): Promise<SiteData> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}

async function load(): Promise<SiteData> {
  const published = readPublishedLedger();
  const entries = new Map<string, DocumentEntry>();
  // A withdrawn text must not come back while its file still lies there.
  for (const { id, data } of await getCollection('documents')) if (!published.tombstones.has(id)) entries.set(id, data);
  const packs = new Map<string, (slice: Slice) => string>();
  const read = (pack: string, slice: Slice): string => {
    const reader = packs.get(pack) ?? openPack(pack);
    packs.set(pack, reader);
    return reader(slice);
  };
  const entryOf = (key: string): DocumentEntry => {
    const entry = entries.get(key);
    if (!entry) throw new Error(`loadSiteData: unexpected key ${key}, expected a held document`);
    noteRead(`entry:${key}`);
    return entry;
  };
  const readRecord = (key: string): DocumentRecord => JSON.parse(read(entryOf(key).pack, entryOf(key).record)) as DocumentRecord;
  const graph = buildCorpus(readForGraph(entries.keys(), readRecord), readOrganRegistry(), { releasedCodes: releasedCodes(published), releasedCitations: releasedCitations(published) });
  const corpus: Corpus = {
    documents: new NotedMap('document', graph.documents), outgoing: new NotedMap('outgoing', graph.outgoing), incoming: new NotedMap('incoming', graph.incoming),
    resolutions: new NotedMap('resolutions', graph.resolutions), aliases: new NotedMap('alias', graph.aliases), issuers: new NotedMap('issuer', graph.issuers),
  };
  const ledger: Ledger = { ...published, documents: new NotedMap('released', published.documents), redirects: new NotedMap('redirect', published.redirects), tombstones: new NotedMap('tombstone', published.tombstones) };
  readsHost().digestOf = createDigests({ graph, ledger: published, entries });
  const readHtml = (key: string): string => {
    const { pack, html } = entryOf(key);
    return html === null ? compileFile(key) : read(pack, html);
  };
  return { corpus, ledger, readRecord, readHtml };
}

/** A body that the loader left out, since another shard makes its pages. */
function compileFile(key: string): string {
  const path = join(contentFolder(), 'documents', `${key}.mdx`);
  return compileBody(splitFrontMatter(readFileSync(path, 'utf8'), path).body, path);
}

/** Records one at a time, without the parts that the graph only counts: they are most of a record, and a page reads them again. */
function* readForGraph(keys: Iterable<string>, readRecord: (key: string) => DocumentRecord): Generator<DocumentRecord> {
  for (const key of keys) {
    const record = readRecord(key);
    yield { ...record, outline: [], milestones: [], inferred: [], corrections: [], directives: new Array<never>(record.directives.length), targets: new Array<never>(record.targets.length) };
  }
}
