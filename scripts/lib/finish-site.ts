/** Last step of a build, over its finished files: pictures, archives, the copy for a folder or USB stick, and the manifest of all of it. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { Manifest } from '../../src/domain/exports.ts';
import { listFiles } from './digest-files.ts';
import { drawSocialImages } from './draw-social-images.ts';
import { makeOfflineCopy } from './make-offline-copy.ts';

export interface FinishOptions {
  readonly siteDir: string;
  /** With both slashes. */
  readonly basePath: string;
  readonly siteName: string;
}

/** Sites above this size offer no copy in one archive; the service worker keeps them file by file. */
const LARGEST_COPY = 400 * 1024 * 1024;
/** Zip knows no dates before 1980; one date for all files keeps the bytes the same. */
const NO_DATE = new Date(1980, 0, 1);

/** Writes `anh/`, `du-lieu/kho.zip`, `du-lieu/ngoai-tuyen.zip` and `du-lieu/manifest.json`. */
export async function finishSite({ siteDir, basePath, siteName }: FinishOptions): Promise<void> {
  await drawSocialImages(siteDir, siteName);
  writeDataZip(siteDir);
  writeOfflineZip(siteDir, basePath);
  writeManifest(siteDir);
}

/** All downloads of held documents, under their paths. */
function writeDataZip(siteDir: string): void {
  const files: Zippable = {};
  for (const path of relativeFiles(siteDir)) if (/^van-ban\/.+\.(?:json|xml|csv|txt)$/u.test(path)) files[path] = new Uint8Array(readFileSync(join(siteDir, path)));
  for (const path of ['du-lieu/index.json', 'du-lieu/van-ban.csv']) files[path] = new Uint8Array(readFileSync(join(siteDir, path)));
  writeFileSync(join(siteDir, 'du-lieu/kho.zip'), zipSync(files, { mtime: NO_DATE, level: 6 }));
}

function writeOfflineZip(siteDir: string, basePath: string): void {
  const paths = relativeFiles(siteDir).filter((path) => !/\.zip$|^sw\.js$|^anh\/|^nhung\/|^du-lieu\/manifest\.json$/u.test(path));
  const contents = new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(siteDir, path)))]));
  const bytes = [...contents.values()].reduce((sum, content) => sum + content.length, 0);
  const files = makeOfflineCopy(bytes > LARGEST_COPY ? new Map() : contents, basePath);
  writeFileSync(join(siteDir, 'du-lieu/ngoai-tuyen.zip'), zipSync(Object.fromEntries(files), { mtime: NO_DATE, level: 6 }));
}

function writeManifest(siteDir: string): void {
  const files: Manifest['files'] = {};
  for (const path of relativeFiles(siteDir)) {
    if (path === 'du-lieu/manifest.json' || path === 'sw.js') continue;
    const content = readFileSync(join(siteDir, path));
    files[path] = [content.length, createHash('sha256').update(content).digest('hex')];
  }
  const id = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  writeFileSync(join(siteDir, 'du-lieu/manifest.json'), `{"id":"${id}","files":{\n${Object.entries(files).map(([path, entry]) => `${JSON.stringify(path)}:${JSON.stringify(entry)}`).join(',\n')}\n}}\n`);
}

function relativeFiles(siteDir: string): string[] {
  return listFiles(siteDir).map((path) => path.slice(siteDir.length + 1).replaceAll('\\', '/'));
}
