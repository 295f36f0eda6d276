/**
 * What pages ask for: the corpus graph, computed once per build, and the record and HTML of one document, read from the pack when its
 * page is made.
 */
import type { Corpus, CorpusDocument } from '../corpus/graph/graph.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { DocumentRecord } from '../domain/record.ts';
import { compileBodyOf } from './compile-document.ts';
import type { DocumentEntry } from './documents.ts';
import { NotedMap, noteRead } from './noted-reads.ts';
import { openPack } from './pack.ts';
import { openCorpus } from './prepared-corpus.ts';
import { TOLD } from './read-digests.ts';

export interface SiteData {
  readonly corpus: Corpus;
  readonly ledger: Ledger;
  /** The same graph, whose looks nobody notes: for what is worked out, see `worked-out.ts`. */
  readonly graph: Corpus;
  /** Hash of what pages see of a document, but for what others tell of it. */
  digestOf(document: CorpusDocument): string;
  /** Whole record of a held document. @throws Error when it is not held */
  readRecord(key: string): DocumentRecord;
  /** HTML of a held document's body, with places left for citations and notes. @throws Error when it is not held */
  readHtml(key: string): string;
}

let loaded: Promise<SiteData> | undefined;

/** Loads the corpus; in development anew for each page, since documents change under it. */
export function loadSiteData(): Promise<SiteData> {
  // One after the other: two at a time would both write the pack.
  if (import.meta.env.DEV) loaded = (loaded ?? Promise.resolve()).catch(() => undefined).then(load);
  return (loaded ??= load());
}

async function load(): Promise<SiteData> {
  const { pack, entries, graph, digests, ledger: published } = await openCorpus();
  const read = openPack(pack);
  const entryOf = (key: string): DocumentEntry => {
    const entry = entries.get(key);
    if (!entry) throw new Error(`loadSiteData: unexpected key ${key}, expected a held document`);
    noteRead(`entry:${key}`);
    return entry;
  };
  const corpus: Corpus = {
    documents: new NotedMap('document', new Map([...graph.documents].map(([key, document]) => [key, noteTold(document)]))), outgoing: new NotedMap('outgoing', graph.outgoing), incoming: new NotedMap('incoming', graph.incoming),
    resolutions: new NotedMap('resolutions', graph.resolutions), aliases: new NotedMap('alias', graph.aliases), issuers: new NotedMap('issuer', graph.issuers),
  };
  const ledger: Ledger = { ...published, documents: new NotedMap('released', published.documents), redirects: new NotedMap('redirect', published.redirects), tombstones: new NotedMap('tombstone', published.tombstones) };
  return {
    corpus, ledger, graph,
    digestOf: ({ key }) => digests.get(`document:${key}`) ?? '',
    readRecord: (key) => JSON.parse(read(entryOf(key).record)) as DocumentRecord,
    readHtml: (key) => {
      const { html } = entryOf(key);
      // Another shard makes its pages, so that it was left out.
      return html === null ? compileBodyOf(key) : read(html);
    },
  };
}

/** The document, whose tellings note that they are looked at. */
function noteTold(document: CorpusDocument): CorpusDocument {
  const noted = { ...document };
  for (const field of TOLD) {
    Object.defineProperty(noted, field, {
      enumerable: true,
      get: () => {
        noteRead(`told:${document.key}`);
        return document[field];
      },
    });
  }
  return noted;
}
