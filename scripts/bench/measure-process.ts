/** Runs a program and tells how long it took, and how much memory it and the programs it started needed. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { processorSecondsOfChildren } from '../lib/processor-seconds.ts';

export interface Measured {
  readonly code: number;
  readonly seconds: number;
  /** Processor seconds of the process and of those it waited for: nearly the same on a busy machine. `null` where the system does not tell. */
  readonly processorSeconds: number | null;
  /** Peak of resident memory of the process and its children together, in bytes; `null` where the system does not tell. */
  readonly peakBytes: number | null;
  /** Memory over time: milliseconds since 1970 and bytes. */
  readonly samples: readonly (readonly [time: number, bytes: number])[];
  readonly output: string;
}

/** Milliseconds between two looks at the memory. */
const INTERVAL = 100;

/**
 * One at a time: the processor time is that of all programs this process has waited for meanwhile.
 * @param cwd working folder
 */
export function measureProcess(command: string, args: readonly string[], options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> }): Promise<Measured> {
  const started = performance.now();
  const before = processorSecondsOfChildren();
  const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const samples: [number, number][] = [];
  const timer = setInterval(() => {
    const bytes = memoryOf(child.pid ?? 0);
    if (bytes > 0) samples.push([Date.now(), bytes]);
  }, INTERVAL);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      const after = processorSecondsOfChildren();
      resolve({
        code: code ?? 1,
        seconds: (performance.now() - started) / 1000,
        processorSeconds: before === null || after === null ? null : after - before,
        peakBytes: samples.length === 0 ? null : samples.reduce((most, [, bytes]) => Math.max(most, bytes), 0),
        samples,
        output: Buffer.concat(chunks).toString('utf8'),
      });
    });
  });
}

/** Resident bytes of a process and all below it; 0 for one that has just ended, and where the system has no `/proc`. */
function memoryOf(pid: number): number {
  try {
    const own = Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    const below = readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean));
    return own + below.reduce((sum, id) => sum + memoryOf(Number(id)), 0);
  } catch {
    return 0;
  }
}
