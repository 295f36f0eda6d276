/** Runs tasks in as many threads as the machine has processors; a few are run at once without threads, which cost a second. */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

export interface OrderedRun<Task, Result> {
  /** Address of the module whose default export runs a task in a thread. */
  readonly worker: URL;
  /** The same in this thread. */
  readonly run: (task: Task) => Result;
  /** Called once a task, in the order of the tasks; writing happens there, in one thread. */
  readonly take: (result: Result, index: number) => void;
}

/** Tasks below which threads do not pay. */
const FEW = 12;
/** Results that may wait for their turn: they bound the memory. */
const AHEAD = 32;

/** @throws whatever a task throws, when its turn comes */
export async function runInOrder<Task, Result>(tasks: readonly Task[], { worker, run, take }: OrderedRun<Task, Result>): Promise<void> {
  const threads = availableParallelism();
  if (tasks.length < FEW || threads < 2) {
    for (const [index, task] of tasks.entries()) take(run(task), index);
    return;
  }
  const pool = new Piscina<Task, Result>({ filename: worker.href, minThreads: threads, maxThreads: threads });
  try {
    const ahead: Promise<Result>[] = [];
    let next = 0;
    for (let index = 0; index < tasks.length; index++) {
      while (next < tasks.length && next < index + AHEAD) {
        const result = pool.run(tasks[next++] as Task);
        // A later one may fail while an earlier one is awaited; the error is told when its turn comes.
        result.catch(() => {});
        ahead.push(result);
      }
      take(await (ahead.shift() as Promise<Result>), index);
    }
  } finally {
    await pool.destroy();
  }
}
