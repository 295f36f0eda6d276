/** Folders that a command works in and removes at its end. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './content-dir.ts';
import { isRunning } from './is-running.ts';

/**
 * Makes an empty folder in the cache, and removes those of the same purpose whose process was stopped before it could tidy up.
 * @param purpose small letters: `building`
 * @returns absolute path; the caller removes it
 */
export function makeWorkFolder(purpose: string): string {
  mkdirSync(cacheDir(), { recursive: true });
  for (const name of readdirSync(cacheDir())) {
    const owner = new RegExp(`^${purpose}-(\\d+)-`, 'u').exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(cacheDir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(join(cacheDir(), `${purpose}-${process.pid}-`));
}
