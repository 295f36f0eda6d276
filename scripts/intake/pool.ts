/** Reads sources in as many threads as the machine has processors; a few files are read at once without threads, which cost a second. */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { DocumentOutcome } from './read-document.ts';
import readTask, { type ReadTask } from './read-worker.ts';

/** Files below which threads do not pay. */
const FEW = 12;
/** Outcomes that may wait to be written: they bound the memory. */
const AHEAD = 32;

/**
 * Reads tasks and hands over each outcome in the order of the tasks.
 * @param take called once a task; writing happens there, in one thread
 */
export async function readInOrder(tasks: readonly ReadTask[], take: (outcome: DocumentOutcome, index: number) => void): Promise<void> {
  const threads = availableParallelism();
  if (tasks.length < FEW || threads < 2) {
    for (const [index, task] of tasks.entries()) take(readTask(task), index);
    return;
  }
  const pool = new Piscina<ReadTask, DocumentOutcome>({ filename: new URL('./read-worker.ts', import.meta.url).href, minThreads: threads, maxThreads: threads });
  try {
    const ahead: Promise<DocumentOutcome>[] = [];
    let next = 0;
    for (let index = 0; index < tasks.length; index++) {
      while (next < tasks.length && next < index + AHEAD) {
        const outcome = pool.run(tasks[next++] as ReadTask);
        // A later one may fail while an earlier one is awaited; the error is told when its turn comes.
        outcome.catch(() => {});
        ahead.push(outcome);
      }
      take(await (ahead.shift() as Promise<DocumentOutcome>), index);
    }
  } finally {
    await pool.destroy();
  }
}
