/** Builds a whole site (pages and search index) beside the old one, then puts it in its place in one step. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { basePath, cacheDir, contentDir, outDir, projectDir, resolveContentPath, siteUrl } from './content-dir.ts';
import { digestFiles } from './digest-files.ts';
import { makeWorkFolder } from './work-folder.ts';

export interface BuildReport {
  /** A step begins; `seconds` are those of the whole build so far. */
  readonly step: (name: 'pages' | 'index' | 'finish' | 'replace', seconds: number) => void;
  /** A line of Astro or the indexer that a person should see. */
  readonly log: (line: string) => void;
}

/**
 * Builds `contentDir()` into `outDir()`. Until the last rename the old site stands untouched; a failed build leaves it as it was.
 * @throws whatever Astro or the indexer throws
 */
export async function buildSite(report: BuildReport): Promise<void> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const digest = digestBuildInputs();
  // The cache is inside the repository, since Astro's prerendering resolves packages from where its output stands.
  const workDir = makeWorkFolder('building');
  try {
    report.step('pages', seconds());
    await buildPages(join(workDir, 'site'));
    report.step('index', seconds());
    // Loaded only here, so that `npm start` on an unchanged corpus does not start Pagefind.
    const { indexSite } = await import('../index-search.ts');
    await indexSite({ siteDir: join(workDir, 'site'), log: report.log });
    report.step('finish', seconds());
    const [{ finishSite }, { readSite }] = await Promise.all([import('./finish-site.ts'), import('../../src/content-loader/site-config.ts')]);
    await finishSite({ siteDir: join(workDir, 'site'), basePath: basePath(), siteName: readSite().name });
    report.step('replace', seconds());
    rmSync(stampFile(), { force: true });
    replaceFolder(join(workDir, 'site'), outDir());
    writeFileSync(stampFile(), digest);
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
}

/** True when the built site was made by this very code from this very content. */
export function isBuildCurrent(): boolean {
  return existsSync(join(outDir(), 'index.html')) && existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === digestBuildInputs();
}

/** Hash over everything that the built bytes depend on; sources count through the documents made of them. */
function digestBuildInputs(): string {
  const content = ['documents', 'permalinks', 'corrections', 'topics'].map((part) => join(contentDir(), part));
  const shared = ['registry', 'pages', 'site.json', 'glossary.json'].map((part) => resolveContentPath(part));
  const code = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'scripts/index-search.ts', 'scripts/lib/finish-site.ts', 'scripts/lib/make-offline-copy.ts', 'scripts/lib/draw-social-images.ts'].map((path) => join(projectDir, path));
  return digestFiles([...content, ...shared, ...code], [siteUrl(), basePath(), process.version, process.env['CAN_CU_BUILD'] ?? '']);
}

/** Where the hash of the last complete build of this output folder is kept. */
function stampFile(): string {
  const name = createHash('sha256').update(outDir()).digest('hex').slice(0, 16);
  return join(cacheDir(), `built-${name}.txt`);
}

async function buildPages(siteDir: string): Promise<void> {
  const { build } = await import('astro');
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const cacheName = createHash('sha256').update(`${contentDir()}\n${basePath()}`).digest('hex').slice(0, 12);
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
 * @param from folder that is ready
 * @param to   folder to replace; may be missing
 */
export function replaceFolder(from: string, to: string): void {
  const fresh = `${to}.new-${process.pid}`;
  const old = `${to}.old-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, fresh);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, fresh, { recursive: true });
  }
  if (existsSync(to)) renameSync(to, old);
  renameSync(fresh, to);
  rmSync(old, { recursive: true, force: true });
}
