/** A thread that reads files one at a time, so that a file made to hang or to eat memory is stopped with its thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableSource } from '../../src/intake/reading.ts';
import { createSourceReader } from './read-source.ts';
import type { ReadAnswer, ReadRequest } from './read-pool.ts';

const reader = createSourceReader((workerData as { ocrWorkers: number }).ocrWorkers);
const send = (answer: ReadAnswer): void => parentPort?.postMessage(answer);

parentPort?.on('message', (request: ReadRequest) => {
  reader.read(request.bytes, request.name, (done, total) => send({ kind: 'page', done, total }))
    .then((reading) => send({ kind: 'read', reading }))
    .catch((error: unknown) => send(error instanceof UnreadableSource ? { kind: 'unreadable', reason: error.reason, message: error.message } : { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
});
