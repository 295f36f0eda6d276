/** Last step of a build, over its finished files: pictures, archives, the copy for a folder or USB stick, and the manifest of all of it. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/domain/exports.ts';
import { listFiles } from './digest-files.ts';
import { drawSocialImages } from './draw-social-images.ts';
import { listHelpers, relinkFile } from './make-offline-copy.ts';
import { writeZip } from './write-zip.ts';

export interface FinishOptions {
  readonly siteDir: string;
  /** With both slashes. */
  readonly basePath: string;
  readonly siteName: string;
  /** A step begins. */
  readonly step: (name: 'images' | 'archives' | 'manifest') => void;
}

/** Sites above this size offer no copy in one archive; the service worker keeps them file by file. */
const LARGEST_COPY = 400 * 1024 * 1024;

/** Writes `anh/`, `du-lieu/kho.zip`, `du-lieu/ngoai-tuyen.zip` and `du-lieu/manifest.json`. */
export async function finishSite({ siteDir, basePath, siteName, step }: FinishOptions): Promise<void> {
  step('images');
  await drawSocialImages(siteDir, siteName);
  step('archives');
  writeDataZip(siteDir);
  writeOfflineZip(siteDir, basePath);
  step('manifest');
  writeManifest(siteDir);
}

/** All downloads of held documents, under their paths. */
function writeDataZip(siteDir: string): void {
  const paths = relativeFiles(siteDir).filter((path) => /^van-ban\/.+\.(?:json|xml|csv|txt)$|^du-lieu\/(?:index\.json|van-ban\.csv)$/u.test(path));
  writeZip(join(siteDir, 'du-lieu/kho.zip'), paths.map((path) => [path, () => new Uint8Array(readFileSync(join(siteDir, path)))] as const));
}

function writeOfflineZip(siteDir: string, basePath: string): void {
  const paths = relativeFiles(siteDir).filter((path) => !/\.zip$|^sw\.js$|^anh\/|^nhung\/|^du-lieu\/manifest\.json$/u.test(path));
  const bytes = paths.reduce((sum, path) => sum + statSync(join(siteDir, path)).size, 0);
  const pages = bytes > LARGEST_COPY ? [] : paths.map((path) => [`can-cu/${path}`, () => relinkFile(path, new Uint8Array(readFileSync(join(siteDir, path))), basePath)] as const);
  writeZip(join(siteDir, 'du-lieu/ngoai-tuyen.zip'), [...listHelpers(basePath).map(([name, content]) => [`can-cu/${name}`, () => content] as const), ...pages]);
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
