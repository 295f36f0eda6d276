/** One hash over many files, to know whether anything that a build depends on has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Hashes names and bytes of files and folders.
 * @param paths absolute; a missing one counts as missing, so that its arrival changes the hash
 * @param words further values the result depends on: environment, versions
 * @returns sha256 in hexadecimal; the same for the same tree on every machine
 */
export function digestFiles(paths: readonly string[], words: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const word of words) hash.update(`word ${word}\0`);
  for (const root of paths) {
    if (!existsSync(root)) hash.update('missing\0');
    else for (const file of listFiles(root)) hash.update(`file ${relative(root, file)}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Lists every file below a folder, in code-unit order of the paths. Symbolic links are left out: a link to a folder above would show
 * each file forty times (which the `recursive` of `readdirSync` does).
 * @param root absolute path of a folder, or of one file, which is then the only entry
 */
export function listFiles(root: string): string[] {
  return statSync(root).isFile() ? [root] : listBelow(root).sort();
}

/** Bytes of files together. */
export function sizeOfFiles(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + statSync(path).size, 0);
}

function listBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
