/** Starts an import and ends it as a power cut would. */
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { projectDir } from '../lib/content-dir.ts';

/** Milliseconds between two looks at what is written. */
const INTERVAL = 20;

/**
 * @param isTime asked again and again
 * @returns false when the import ended before it was killed
 */
export async function killImport(inbox: string, environment: Readonly<Record<string, string>>, isTime: () => boolean): Promise<boolean> {
  const child = spawn(process.execPath, ['scripts/import.ts', inbox], { cwd: projectDir, stdio: 'ignore', env: { ...process.env, ...environment } });
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (_code, signal) => resolve(signal));
  });
  while (child.exitCode === null && !isTime()) await wait(INTERVAL);
  child.kill('SIGKILL');
  return (await ended) === 'SIGKILL';
}
