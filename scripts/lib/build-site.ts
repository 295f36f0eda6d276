/** Builds a whole site (pages and search index) beside the old one, then puts it in its place in one step. */
import { hash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { digestDocuments } from '../../src/content-loader/documents.ts';
import { PARTS, type PageManifest, type Part, type Shard } from '../../src/content-loader/page-plan.ts';
import { bundleSite } from './bundle-site.ts';
import { basePath, cacheDir, contentDir, outDir, projectDir, resolveContentPath, siteUrl } from './content-dir.ts';
import { takeBuildTurn } from './build-turn.ts';
import { digestFiles } from './digest-files.ts';
import { isRunning } from './is-running.ts';
import type { DocumentDigests, PrepareTask } from './prepare-process.ts';
import { renderSite } from './render-site.ts';
import { askProcess } from './run-child.ts';
import { makeWorkFolder } from './work-folder.ts';
import { writeWhole } from './write-whole.ts';

/** Steps of a build, in this order. */
export type BuildStep = 'bundle' | 'documents' | 'pages' | 'index' | 'images' | 'archives' | 'manifest' | 'replace';

export interface BuildReport {
  /** A step begins. */
  readonly step: (name: BuildStep) => void;
  /** A line of Astro or the indexer that a person should see. */
  readonly log: (line: string) => void;
  /** Another process builds in this checkout; its turn comes first. */
  readonly wait: (pid: number) => void;
}

export interface BuildOptions {
  /** Build one part of the addresses, from the whole corpus' documents; `npm run merge` joins the parts. No index, no downloads over the site. */
  readonly shard?: Shard | null;
  /** Kinds of output; all by default. Without all of them there is no index either. */
  readonly parts?: readonly Part[];
  /** False leaves the search index and the downloads over the whole site out. */
  readonly index?: boolean;
  /** True renders every page, even one that is known to be as before. */
  readonly fresh?: boolean;
}

export interface BuildResult {
  /** Pages and files rendered, and taken over from the build before. */
  readonly rendered: number;
  readonly kept: number;
}

/**
 * Builds `contentDir()` into `outDir()`. Until the last rename the old site stands untouched; a failed build leaves it as it was.
 * @throws whatever Astro or the indexer throws
 */
export async function buildSite(report: BuildReport, options: BuildOptions = {}): Promise<BuildResult> {
  const giveBack = await takeBuildTurn(report.wait);
  try {
    return await buildInTurn(report, options);
  } finally {
    giveBack();
  }
}

async function buildInTurn(report: BuildReport, { shard = null, parts = PARTS, index = true, fresh = false }: BuildOptions): Promise<BuildResult> {
  const whole = shard === null && parts.length === PARTS.length && index;
  const code = digestCode();
  report.step('bundle');
  const bundle = await bundleSite(code, fresh);
  report.step('documents');
  const workDir = makeWorkFolder('building');
  const siteDir = join(workDir, 'site');
  try {
    const corpusFile = join(workDir, 'corpus');
    const documents = await askProcess<PrepareTask, DocumentDigests>('scripts/lib/prepare-process.ts', { shard, corpusFile });
    const stamp = `${digestInputs(code, documents)}${whole ? '' : ` ${JSON.stringify([shard, parts, index])}`}`;
    const before = fresh || !isManifestCurrent(code) ? null : { siteDir: outDir(), manifestFile: manifestFile() };
    report.step('pages');
    const { manifest, rendered, kept } = await renderSite({ bundle, siteDir, corpusFile, documents: documents.length, shard, parts, before });
    if (whole) await finishPages(siteDir, before?.siteDir ?? null, report);
    report.step('replace');
    rmSync(stampFile(), { force: true });
    replaceFolder(siteDir, outDir());
    writeWhole(manifestFile(), JSON.stringify({ stamp, manifest: { code, ...manifest } satisfies PageManifest }));
    writeFileSync(stampFile(), stamp);
    return { rendered, kept };
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
}

/**
 * Search index and downloads over all pages of a site.
 * @param before site built before by this very code, whose files stand for those that are the same; `null` when there is none
 */
export async function finishPages(siteDir: string, before: string | null, report: Pick<BuildReport, 'step' | 'log'>): Promise<void> {
  report.step('index');
  // Loaded only here, so that `npm start` on an unchanged corpus does not start Pagefind.
  const { indexSite } = await import('../index-search.ts');
  await indexSite({ siteDir, log: report.log, keepIn: join(cacheDir(), `index-${outName()}`) });
  const [{ finishSite }, { readSite }] = await Promise.all([import('./finish-site.ts'), import('../../src/content-loader/site-config.ts')]);
  await finishSite({ siteDir, before, basePath: basePath(), siteName: readSite().name, step: report.step });
}

/** Whether this very code built the site that stands in the output folder, and what it remembers is of that build. */
function isManifestCurrent(code: string): boolean {
  try {
    const { stamp, manifest } = JSON.parse(readFileSync(manifestFile(), 'utf8')) as { stamp: string; manifest: PageManifest };
    return manifest.code === code && readFileSync(stampFile(), 'utf8') === stamp;
  } catch {
    return false;
  }
}

/** True when the built site was made by this very code from this very content. */
export function isBuildCurrent(): boolean {
  return existsSync(join(outDir(), 'index.html')) && existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === digestInputs(digestCode(), digestDocuments());
}

/** Hash over everything that the built bytes depend on; sources count through the documents made of them. */
function digestInputs(code: string, documents: Iterable<readonly [key: string, digest: string]>): string {
  const content = ['permalinks', 'corrections'].map((part) => join(contentDir(), part));
  return digestFiles(content, [code, hash('sha256', JSON.stringify([...documents]))]);
}

/** Hash over everything but the documents and the ledger: code, tables kept by hand, address. What pages read of the corpus is noted page by page. */
function digestCode(): string {
  const shared = ['registry', 'pages', 'site.json', 'glossary.json'].map((part) => resolveContentPath(part));
  const code = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'scripts/index-search.ts', 'scripts/lib/render-thread.ts', 'scripts/lib/finish-site.ts', 'scripts/lib/make-offline-copy.ts', 'scripts/lib/draw-social-images.ts', 'scripts/lib/read-cache.ts', 'scripts/lib/pagefind-bundles.ts', 'scripts/lib/write-zip.ts'].map((path) => join(projectDir, path));
  return digestFiles([join(contentDir(), 'topics'), ...shared, ...code], [siteUrl(), basePath(), process.version, process.env['CAN_CU_BUILD'] ?? '']);
}

/** Where the hash of the last complete build of this output folder is kept. */
function stampFile(): string {
  return join(cacheDir(), `built-${outName()}.txt`);
}

/** Where the build of this output folder keeps what its pages read. */
function manifestFile(): string {
  return join(cacheDir(), `pages-${outName()}.json`);
}

function outName(): string {
  return hash('sha256', outDir()).slice(0, 16);
}

/**
 * Puts a folder in the place of another. Only two renames lie between old and new; across file systems it is copied beside first.
 * What a process left that was killed between them is removed.
 * @param from folder that is ready
 * @param to   folder to replace; may be missing
 */
export function replaceFolder(from: string, to: string): void {
  const fresh = `${to}.new-${process.pid}`;
  const old = `${to}.old-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  removeLeftovers(to);
  try {
    renameSync(from, fresh);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyBeside(from, fresh);
  }
  if (existsSync(to)) renameSync(to, old);
  renameSync(fresh, to);
  rmSync(old, { recursive: true, force: true });
}

function removeLeftovers(to: string): void {
  for (const name of readdirSync(dirname(to))) {
    const [, whose, owner] = /^(.*)\.(?:new|old)-(\d+)$/u.exec(name) ?? [];
    if (whose === basename(to) && !isRunning(Number(owner))) rmSync(join(dirname(to), name), { recursive: true, force: true });
  }
}

/** A copy that a full disk cuts short is taken away again. */
function copyBeside(from: string, to: string): void {
  try {
    cpSync(from, to, { recursive: true });
  } catch (error) {
    rmSync(to, { recursive: true, force: true });
    throw error;
  }
}
