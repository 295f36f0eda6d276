/**
 * Where a site is built from and to: the four environment variables, and the fallback of a second union's content folder to ours.
 * Every command and the Astro configuration ask here, so that they always agree.
 */
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const projectDir: string = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

/** Parts that a content folder may leave out; the repository's own are used then. Documents and sources are never shared. */
const SHARED_PARTS = new Set(['registry', 'pages', 'site.json', 'glossary.json']);

/** Content folder: `CONTENT_DIR`, relative to the working directory; the repository's `content` by default. @returns absolute path */
export function contentDir(environment: NodeJS.ProcessEnv = process.env): string {
  return absolute(environment['CONTENT_DIR'], 'content');
}

/** Folder of the built site: `OUT_DIR`, the repository's `dist` by default. @returns absolute path */
export function outDir(environment: NodeJS.ProcessEnv = process.env): string {
  return absolute(environment['OUT_DIR'], 'dist');
}

/** Folder for what can be made again: `CACHE_DIR`, the repository's `.cache` by default. @returns absolute path */
export function cacheDir(environment: NodeJS.ProcessEnv = process.env): string {
  return absolute(environment['CACHE_DIR'], '.cache');
}

/**
 * Path of a part of the content folder.
 * @param part    path inside the folder: `registry`, `registry/organs.json`, `pages`, `site.json`, `documents`
 * @param content content folder; the one of the environment by default
 * @returns absolute path; for `registry`, `pages`, `site.json` and `glossary.json` the repository's when the folder has none of its own
 */
export function resolveContentPath(part: string, content: string = contentDir()): string {
  const own = join(content, part);
  const shared = SHARED_PARTS.has(part.split('/')[0] ?? '');
  return !shared || existsSync(own) ? own : join(projectDir, 'content', part);
}

/**
 * Path under which the site will stand: `BASE_PATH`.
 * @returns begins and ends with a slash: `/` (also by default), `/van-ban-cong-doan/`
 */
export function basePath(environment: NodeJS.ProcessEnv = process.env): string {
  const inner = (environment['BASE_PATH'] ?? '').replace(/^\/+|\/+$/gu, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/**
 * Address of the web server, without base path: `SITE_URL`, or `baseUrl` of `site.json`.
 * @returns without trailing slash: `https://congdoan.example.vn`
 */
export function siteUrl(environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment['SITE_URL'] || (JSON.parse(readFileSync(resolveContentPath('site.json', contentDir(environment)), 'utf8')) as { baseUrl: string }).baseUrl;
  return given.replace(/\/+$/u, '');
}

function absolute(given: string | undefined, fallback: string): string {
  if (!given) return join(projectDir, fallback);
  return isAbsolute(given) ? given : resolve(process.cwd(), given);
}
