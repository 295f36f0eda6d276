/** Reads sources in threads. */
import { runInOrder } from '../lib/run-in-order.ts';
import type { DocumentOutcome } from './read-document.ts';
import readTask, { type ReadTask } from './read-worker.ts';

/**
 * Reads tasks and hands over each outcome in the order of the tasks.
 * @param take called once a task; writing happens there, in one thread
 */
export function readInOrder(tasks: readonly ReadTask[], take: (outcome: DocumentOutcome, index: number) => void): Promise<void> {
  return runInOrder(tasks, { worker: new URL('./read-worker.ts', import.meta.url), run: readTask, take });
}
