/**
 * Where the corpus being built lies. `CONTENT_DIR` points elsewhere for a second union's site or a test corpus;
 * what that folder does not bring itself (`site.json`, `pages/`, `registry/`) comes from the repository's `content/`.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const REPOSITORY_CONTENT = 'content';

/** Absolute path of the content folder in use. */
export function contentFolder(): string {
  return resolve(process.env.CONTENT_DIR || REPOSITORY_CONTENT);
}

/** Absolute path of the folder for what can be made again. */
export function cacheFolder(): string {
  return resolve(process.env.CACHE_DIR || '.cache');
}

/**
 * Absolute path of a part of the content folder, falling back to the repository's own part.
 * @param part relative path, for instance `site.json` or `registry/organs.json`
 */
export function contentPath(part: string): string {
  const own = join(contentFolder(), part);
  return existsSync(own) ? own : resolve(REPOSITORY_CONTENT, part);
}
