/** Runs programs of the project as children, always with the Node and the packages of this repository. */
import { fork, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { projectDir } from './content-dir.ts';

export interface ChildResult {
  /** Exit code; 1 when a signal ended it. */
  readonly code: number;
  /** Everything printed to both streams, in order; empty with `inherit`. */
  readonly output: string;
  readonly seconds: number;
}

export interface ChildOptions {
  /** Added to our own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Shows the child's output as it comes instead of keeping it. */
  readonly inherit?: boolean;
  /** Milliseconds after which the child is stopped; the output then ends by saying so. */
  readonly timeLimit?: number;
}

const running = new Set<ReturnType<typeof spawn>>();

/**
 * Runs a script or a program of `node_modules` with this very Node (24, also on a machine whose own is 20).
 * @param args arguments of `node`, the script's path first, relative to the repository
 */
export function runNode(args: readonly string[], options: ChildOptions = {}): Promise<ChildResult> {
  const started = performance.now();
  const path = join(projectDir, 'node_modules', '.bin') + delimiter + (process.env['PATH'] ?? '');
  const child = spawn(process.execPath, args, {
    cwd: projectDir,
    env: { ...process.env, PATH: path, ...options.env },
    stdio: options.inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const timer = options.timeLimit === undefined ? undefined : setTimeout(() => {
    chunks.push(Buffer.from(`\nrunNode: stopped after ${options.timeLimit} ms\n`));
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 2000).unref();
  }, options.timeLimit);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8'), seconds: (performance.now() - started) / 1000 });
    });
  });
}

/**
 * Runs a module in a process of its own, which answers one task with `answerParent` and ends.
 * @param module path relative to the repository
 * @param task   plain values
 * @throws whatever the module throws
 */
export function askProcess<Task, Answer>(module: string, task: Task): Promise<Answer> {
  const child = fork(join(projectDir, module), { cwd: projectDir, serialization: 'advanced' });
  running.add(child);
  child.send({ task });
  return new Promise((resolve, reject) => {
    child.once('message', (message: { readonly answer: Answer } | { readonly error: Error; readonly code: unknown }) => ('error' in message ? reject(Object.assign(message.error, { code: message.code })) : resolve(message.answer)));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      reject(endedEarly(`askProcess: unexpected end of ${module} with ${signal ?? code}`));
    });
  });
}

/** In a module that `askProcess` runs: takes the task, sends the answer or the error. */
export function answerParent<Task, Answer>(work: (task: Task) => Promise<Answer>): void {
  // Nobody waits for a task whose parent was killed, and the next run may write the same files.
  process.once('disconnect', () => process.exit());
  process.once('message', ({ task }: { readonly task: Task }) => {
    void work(task)
      .then((answer) => ({ answer }), (error: NodeJS.ErrnoException) => ({ error, code: error.code }))
      .then((message) => process.send?.(message, () => process.disconnect()));
  });
}

/** The error of a thread or process of ours that ends without an answer: killed from outside, for want of memory mostly. */
export function endedEarly(message: string): Error {
  return Object.assign(new Error(message), { code: 'ENDED_EARLY' });
}

/** Ends every child that still runs; for Ctrl-C. */
export function stopChildren(): void {
  for (const child of running) child.kill('SIGTERM');
}
