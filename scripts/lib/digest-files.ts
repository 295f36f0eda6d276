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
 * Lists every file below a folder, in code-unit order of the paths.
 * @param root absolute path of a folder, or of one file, which is then the only entry
 */
export function listFiles(root: string): string[] {
  if (statSync(root).isFile()) return [root];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
