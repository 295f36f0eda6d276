/** Office files to texts beside them, in `content/sources`: new ones from the command line, and ones that were put there by hand. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { readTextFile } from '../../src/intake/plain-text.ts';
import { UnreadableSource, type ReadingNote } from '../../src/intake/reading.ts';
import { listFiles } from '../lib/digest-files.ts';
import { isRunning } from '../lib/is-running.ts';
import { writeWhole } from '../lib/write-whole.ts';
import { createReadPool } from '../readers/read-pool.ts';
import { isOfficeFile, TEXT_NAME } from '../readers/source-names.ts';
import { listReadings, makeReadingFile, printReadingFile, readingPath, sha256, type ReadingFile } from './reading-file.ts';

/** A file to be read into the sources folder. */
export interface DeriveTask {
  /** Where the bytes are now. */
  readonly path: string;
  /** Name of the original inside the sources folder. */
  readonly target: string;
}

/** A file that was read now. */
export interface Derived {
  readonly file: string;
  readonly textFile: string;
  readonly reading: ReadingFile | null;
  readonly notes: readonly ReadingNote[];
}

export interface DeriveResult {
  readonly derived: readonly Derived[];
  readonly refused: readonly { readonly file: string; readonly message: string }[];
}

export interface DeriveProgress {
  readonly done: number;
  readonly total: number;
  readonly pages: number;
  /** Seconds left at the speed so far; `null` while nobody can know. */
  readonly secondsLeft: number | null;
}

/** Originals in the sources folder whose text is missing or was read from other bytes. */
export function listUnread(sources: string): DeriveTask[] {
  if (!existsSync(sources)) return [];
  const readings = listReadings(sources);
  return listFiles(sources).filter(isOfficeFile).flatMap((path) => {
    const target = relative(sources, path).replaceAll('\\', '/');
    const known = readings.get(target);
    const current = known && known.reading.original.sha256 === sha256(readFileSync(path)) && existsSync(join(sources, known.textFile));
    return current ? [] : [{ path, target }];
  });
}

/**
 * Reads files, several at once. Each is written whole and in this order: original, reading, text; so that a run that was killed
 * leaves nothing half done, and the next one reads again what has no text yet. A file that cannot be read leaves nothing.
 */
export async function deriveTexts(sources: string, tasks: readonly DeriveTask[], onProgress: (progress: DeriveProgress) => void = () => {}): Promise<DeriveResult> {
  const derived: Derived[] = [];
  const refused: { file: string; message: string }[] = [];
  const readings = listReadings(sources);
  const office = tasks.filter(({ target }) => !TEXT_NAME.test(target));
  const pool = createReadPool({ files: office.length });
  const started = performance.now();
  let done = 0;
  let pages = 0;
  const report = (): void => onProgress({ done, total: tasks.length, pages, secondsLeft: done === 0 ? null : Math.round(((performance.now() - started) / 1000 / done) * (tasks.length - done)) });
  const queue = [...tasks];
  const work = async (): Promise<void> => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      report();
      try {
        derived.push(await readOne(task));
      } catch (error) {
        if (!(error instanceof UnreadableSource)) throw error;
        refused.push({ file: task.path, message: error.message });
      }
      done++;
    }
  };
  try {
    await Promise.all(Array.from({ length: pool.size }, work));
  } finally {
    await pool.close();
  }
  report();
  const order = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : 1);
  return { derived: derived.sort(order), refused: refused.sort(order) };

  async function readOne({ path, target }: DeriveTask): Promise<Derived> {
    const bytes = new Uint8Array(readFileSync(path));
    if (TEXT_NAME.test(target)) {
      const { notes } = readTextFile(bytes);
      writeWhole(join(sources, target), bytes);
      return { file: target, textFile: target, reading: null, notes };
    }
    let seen = 0;
    const reading = await pool.read(bytes, basename(path), (pagesDone) => {
      pages += Math.max(0, pagesDone - seen);
      seen = Math.max(seen, pagesDone);
      report();
    });
    const textFile = readings.get(target)?.textFile ?? `${target}.txt`;
    const file = makeReadingFile(reading, target, bytes);
    // A text whose words stand is not written again: its corrections and its history stay with it.
    writeWhole(join(sources, target), bytes);
    writeWhole(join(sources, readingPath(textFile)), printReadingFile(file));
    writeWhole(join(sources, textFile), reading.text);
    return { file: target, textFile, reading: file, notes: reading.notes };
  }
}

/** Removes what a killed run left while writing: `.name.PID.tmp` of processes that are gone. */
export function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const path of listFiles(folder)) {
    const pid = /^\..+\.(\d+)\.tmp$/u.exec(basename(path))?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(path, { force: true });
  }
}
