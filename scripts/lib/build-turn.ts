/** Builds of one checkout take turns: Astro works in folders of the checkout itself, which two builds at once would write over each other. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectDir } from './content-dir.ts';
import { isRunning } from './is-running.ts';

const FILE = join(projectDir, '.cache', 'building.pid');
/** Milliseconds between two looks at the turn of another build. */
const INTERVAL = 200;

/**
 * Waits until no other process builds in this checkout, and takes the turn. The turn of a process that was killed is over.
 * @param onWait called once, with the id of the process that is building
 * @param file   where the turn is noted
 * @returns gives the turn back
 */
export async function takeBuildTurn(onWait: (pid: number) => void, file: string = FILE): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (let told = false; !take(own, file); await sleep(INTERVAL)) {
      const holder = holderOf(file);
      if (holder === null || !isRunning(holder)) rmSync(file, { force: true });
      else if (!told) {
        onWait(holder);
        told = true;
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(file, { force: true });
}

/** A link appears whole or not at all, and never over another file. */
function take(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function holderOf(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}
