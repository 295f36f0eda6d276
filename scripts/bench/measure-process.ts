/** Runs a program and tells how long it took and how much memory its largest process needed. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly code: number;
  readonly seconds: number;
  /** Processor seconds of the process and its threads: nearly the same on a busy machine. `null` where the system does not tell. */
  readonly processorSeconds: number | null;
  /** Peak of resident memory in bytes; `null` where the system does not tell. */
  readonly peakBytes: number | null;
  readonly output: string;
}

/** Milliseconds between two looks at the process: its last values are read just before it ends. */
const INTERVAL = 100;
/** Ticks a second in `/proc`, fixed on Linux. */
const TICKS = 100;

/** @param cwd working folder */
export function measureProcess(command: string, args: readonly string[], options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> }): Promise<Measured> {
  const started = performance.now();
  const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  let peakBytes: number | null = null;
  let processorSeconds: number | null = null;
  const timer = setInterval(() => {
    try {
      // A process that has just ended has no memory line any more.
      peakBytes = Math.max(peakBytes ?? 0, Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024);
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').replace(/^.*\) /u, '').split(' ');
      processorSeconds = (Number(fields[11]) + Number(fields[12])) / TICKS;
    } catch {
      // The process has just ended, or the system has no /proc.
    }
  }, INTERVAL);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      resolve({ code: code ?? 1, seconds: (performance.now() - started) / 1000, processorSeconds, peakBytes, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
