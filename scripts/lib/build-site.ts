/** Builds a whole site (pages and search index) beside the old one, then puts it in its place in one step. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ManifestWriter, PARTS, type PageManifest, type Part, type Shard } from '../../src/content-loader/page-plan.ts';
import { setBuildPlan, type BuildPlan } from '../../src/content-loader/plan-integration.ts';
import { basePath, cacheDir, contentDir, outDir, projectDir, resolveContentPath, siteUrl } from './content-dir.ts';
import { takeBuildTurn } from './build-turn.ts';
import { digestFiles } from './digest-files.ts';
import { isRunning } from './is-running.ts';
import { makeWorkFolder } from './work-folder.ts';
import { writeWhole } from './write-whole.ts';

/** Steps of a build, in this order. */
export type BuildStep = 'pages' | 'index' | 'images' | 'archives' | 'manifest' | 'replace';

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
  const stamp = `${digestBuildInputs()}${whole ? '' : ` ${JSON.stringify([shard, parts, index])}`}`;
  const code = digestCode();
  // Inside the repository, since Astro resolves packages from where its output stands, and renames files of the checkout into it.
  const workDir = makeWorkFolder('building', join(projectDir, '.cache'));
  const siteDir = join(workDir, 'site');
  const plan: BuildPlan = { siteDir, shard, parts: new Set(parts), before: fresh ? null : readBefore(code), manifest: new ManifestWriter(), rendered: 0, kept: 0 };
  try {
    report.step('pages');
    await buildPages(siteDir, plan);
    if (whole) await finishPages(siteDir, report);
    report.step('replace');
    rmSync(stampFile(), { force: true });
    replaceFolder(siteDir, outDir());
    writeWhole(manifestFile(), JSON.stringify({ stamp, manifest: plan.manifest.finish(code) }));
    writeFileSync(stampFile(), stamp);
    return { rendered: plan.rendered, kept: plan.kept };
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
}

/** Search index and downloads over all pages of a site. */
export async function finishPages(siteDir: string, report: Pick<BuildReport, 'step' | 'log'>): Promise<void> {
  report.step('index');
  // Loaded only here, so that `npm start` on an unchanged corpus does not start Pagefind.
  const { indexSite } = await import('../index-search.ts');
  await indexSite({ siteDir, log: report.log });
  const [{ finishSite }, { readSite }] = await Promise.all([import('./finish-site.ts'), import('../../src/content-loader/site-config.ts')]);
  await finishSite({ siteDir, basePath: basePath(), siteName: readSite().name, step: report.step });
}

/** The site that stands in the output folder with what its build remembered, when that very code built it. */
function readBefore(code: string): BuildPlan['before'] {
  try {
    const { stamp, manifest } = JSON.parse(readFileSync(manifestFile(), 'utf8')) as { stamp: string; manifest: PageManifest };
    return manifest.code === code && readFileSync(stampFile(), 'utf8') === stamp ? { siteDir: outDir(), manifest } : null;
  } catch {
    return null;
  }
}

/** True when the built site was made by this very code from this very content. */
export function isBuildCurrent(): boolean {
  return existsSync(join(outDir(), 'index.html')) && existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === digestBuildInputs();
}

/** Hash over everything that the built bytes depend on; sources count through the documents made of them. */
function digestBuildInputs(): string {
  const content = ['documents', 'permalinks', 'corrections'].map((part) => join(contentDir(), part));
  return digestFiles(content, [digestCode()]);
}

/** Hash over everything but the documents and the ledger: code, tables kept by hand, address. What pages read of the corpus is noted page by page. */
function digestCode(): string {
  const shared = ['registry', 'pages', 'site.json', 'glossary.json'].map((part) => resolveContentPath(part));
  const code = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'scripts/index-search.ts', 'scripts/lib/finish-site.ts', 'scripts/lib/make-offline-copy.ts', 'scripts/lib/draw-social-images.ts'].map((path) => join(projectDir, path));
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
  return createHash('sha256').update(outDir()).digest('hex').slice(0, 16);
}

async function buildPages(siteDir: string, plan: BuildPlan): Promise<void> {
  const { build } = await import('astro');
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const cacheName = createHash('sha256').update(`${contentDir()}\n${basePath()}`).digest('hex').slice(0, 12);
  setBuildPlan(plan);
  await build({
    root: projectDir,
    outDir: siteDir,
    cacheDir: join(cacheDir(), `astro-${cacheName}`),
    site: siteUrl(),
    base: basePath(),
    // Its warnings are about bundling, in English, and nothing a clerk could mend.
    logLevel: process.env['DEBUG'] ? 'info' : 'error',
  });
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
