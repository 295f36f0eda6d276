/**
 * A process that compiles the documents that have changed and works out the graph over all, then ends: what that leaves in memory
 * (0.6 GB at 5,000 documents, most of it the Markdown parser's) goes with it.
 */
import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { packDocument } from '../../src/content-loader/compile-document.ts';
import { prepareDocuments, type Compile } from '../../src/content-loader/documents.ts';
import { belongsToShard, type Shard } from '../../src/content-loader/page-plan.ts';
import { prepareCorpus } from '../../src/content-loader/prepared-corpus.ts';
import { answerParent } from './run-child.ts';
import { runInOrder } from './run-in-order.ts';

export interface PrepareTask {
  /** Of another shard's documents the records alone are compiled. */
  readonly shard: Shard | null;
  /** Where the serialized `PreparedCorpus` is to stand. */
  readonly corpusFile: string;
}

/** Hash of compiler version and source of every document, by key, in key order. */
export type DocumentDigests = readonly (readonly [key: string, digest: string])[];

answerParent(async ({ shard, corpusFile }: PrepareTask): Promise<DocumentDigests> => {
  const wantsBody = (key: string): boolean => {
    const [issuer, year, number] = key.split('/');
    return shard === null || belongsToShard('', { issuer, year, number }, shard);
  };
  const compile: Compile = (tasks, take) => runInOrder(tasks, { worker: new URL('./compile-thread.ts', import.meta.url), run: packDocument, take });
  const documents = await prepareDocuments({ compile, wantsBody });
  writeFileSync(corpusFile, serialize(prepareCorpus(documents)));
  return [...documents.entries].map(([key, { digest }]) => [key, digest]);
});
