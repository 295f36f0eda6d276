/** Joins folders whose files are apart or the same. */
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { listFiles } from './digest-files.ts';

/**
 * @param folders parts of a site; a file in several of them (fonts, sheets) must be the same in all
 * @param target  folder that does not exist yet
 * @returns number of files
 * @throws Error naming the file that two parts hold with different bytes: they were built from different contents or code
 */
export function joinFolders(folders: readonly string[], target: string): number {
  let count = 0;
  for (const folder of folders) for (const path of listFiles(folder)) {
    const to = join(target, relative(folder, path));
    if (existsSync(to)) {
      if (!readFileSync(to).equals(readFileSync(path))) throw new Error(`joinFolders: unexpected second ${relative(folder, path)} in ${folder}, expected the same bytes as in the parts before`);
      continue;
    }
    mkdirSync(dirname(to), { recursive: true });
    try {
      linkSync(path, to);
    } catch {
      copyFileSync(path, to);
    }
    count++;
  }
  return count;
}
