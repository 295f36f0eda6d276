/** Last step of a build, over its finished files: pictures, archives, the copy for a folder or USB stick, and the manifest of all of it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/domain/exports.ts';
import { listFiles } from './digest-files.ts';
import { drawSocialImages } from './draw-social-images.ts';
import { listHelpers, relinkFile } from './make-offline-copy.ts';
import { writeZip, type KeptEntries } from './write-zip.ts';

export interface FinishOptions {
  readonly siteDir: string;
  /** Site finished before by this very code; `null` when there is none. What was made there of the same files is taken over. */
  readonly before: string | null;
  /** With both slashes. */
  readonly basePath: string;
  readonly siteName: string;
  /** A step begins. */
  readonly step: (name: 'images' | 'archives' | 'manifest') => void;
}

/** Sites above this size offer no copy in one archive; the service worker keeps them file by file. */
const LARGEST_COPY = 400 * 1024 * 1024;
const DATA_ZIP = 'du-lieu/kho.zip';
const OFFLINE_ZIP = 'du-lieu/ngoai-tuyen.zip';
/** Folder of the site inside the copy. */
const COPY_FOLDER = 'can-cu/';
const MANIFEST = 'du-lieu/manifest.json';

/** Writes `anh/`, `du-lieu/kho.zip`, `du-lieu/ngoai-tuyen.zip` and `du-lieu/manifest.json`. */
export async function finishSite({ siteDir, before, basePath, siteName, step }: FinishOptions): Promise<void> {
  step('images');
  await drawSocialImages(siteDir, siteName);
  step('archives');
  const paths = listFiles(siteDir).map((path) => path.slice(siteDir.length + 1).replaceAll('\\', '/'));
  writeDataZip(paths, siteDir, before);
  writeOfflineZip(paths, siteDir, before, basePath);
  step('manifest');
  writeManifest([...new Set([...paths, DATA_ZIP, OFFLINE_ZIP])].sort(), siteDir, before);
}

/** All downloads of held documents, under their paths. */
function writeDataZip(files: readonly string[], siteDir: string, before: string | null): void {
  const paths = files.filter((path) => /^van-ban\/.+\.(?:json|xml|csv|txt)$|^du-lieu\/(?:index\.json|van-ban\.csv)$/u.test(path));
  writeZip(join(siteDir, DATA_ZIP), paths.map((path) => [path, () => new Uint8Array(readFileSync(join(siteDir, path)))] as const), keptIn(siteDir, before, DATA_ZIP, ''));
}

function writeOfflineZip(files: readonly string[], siteDir: string, before: string | null, basePath: string): void {
  const paths = files.filter((path) => !/\.zip$|^sw\.js$|^anh\/|^nhung\/|^du-lieu\/manifest\.json$/u.test(path));
  const bytes = paths.reduce((sum, path) => sum + statSync(join(siteDir, path)).size, 0);
  const pages = bytes > LARGEST_COPY ? [] : paths.map((path) => [`${COPY_FOLDER}${path}`, () => relinkFile(path, new Uint8Array(readFileSync(join(siteDir, path))), basePath)] as const);
  writeZip(join(siteDir, OFFLINE_ZIP), [...listHelpers(basePath).map(([name, content]) => [`${COPY_FOLDER}${name}`, () => content] as const), ...pages], keptIn(siteDir, before, OFFLINE_ZIP, COPY_FOLDER));
}

/** Packed entries of the archive before, of files that are the very same; `null` when there is none. @param folder of the files inside the archive */
function keptIn(siteDir: string, before: string | null, archive: string, folder: string): KeptEntries | null {
  if (before === null || !existsSync(join(before, archive))) return null;
  return { archive: join(before, archive), holds: (path) => isSameFile(siteDir, before, path.slice(folder.length)) };
}

function writeManifest(paths: readonly string[], siteDir: string, before: string | null): void {
  const known = before === null || !existsSync(join(before, MANIFEST)) ? null : (JSON.parse(readFileSync(join(before, MANIFEST), 'utf8')) as Manifest).files;
  const files: Manifest['files'] = {};
  for (const path of paths) {
    if (path === MANIFEST || path === 'sw.js') continue;
    const entry = before !== null && isSameFile(siteDir, before, path) ? known?.[path] : undefined;
    files[path] = entry ?? describeFile(readFileSync(join(siteDir, path)));
  }
  const id = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  writeFileSync(join(siteDir, MANIFEST), `{"id":"${id}","files":{\n${Object.entries(files).map(([path, entry]) => `${JSON.stringify(path)}:${JSON.stringify(entry)}`).join(',\n')}\n}}\n`);
}

function describeFile(content: Buffer): Manifest['files'][string] {
  return [content.length, createHash('sha256').update(content).digest('hex')];
}

/** What a build takes over is linked, so that it is one file in both sites. */
function isSameFile(siteDir: string, before: string, path: string): boolean {
  const own = statSync(join(siteDir, path), { throwIfNoEntry: false });
  const old = statSync(join(before, path), { throwIfNoEntry: false });
  return own !== undefined && old !== undefined && own.ino === old.ino && own.dev === old.dev;
}
