/** A thread that works out the graph and ends: what that leaves in memory goes with it. */
import { serialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { Documents } from '../../src/content-loader/documents.ts';
import { prepareCorpus } from '../../src/content-loader/prepared-corpus.ts';

const bytes = serialize(prepareCorpus(workerData as Documents));
const shared = new SharedArrayBuffer(bytes.length);
new Uint8Array(shared).set(bytes);
parentPort?.postMessage(shared);
