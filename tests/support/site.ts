/**
 * Built sites for the tests of the stages `build` and `browser`. A site is built once in a run of `npm test` and shared by the files
 * that ask for it; a test file run alone builds it again only when something changed.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { runNode, type ChildResult } from '../../scripts/lib/run-child.ts';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { startStaticServer, type StaticServer } from '../../scripts/lib/static-server.ts';

export interface BuiltSite {
  readonly dir: string;
  readonly contentDir: string;
  readonly basePath: string;
  readonly siteUrl: string;
}

interface SiteDefinition {
  /** Content folder, relative to the repository; with `sources` it is copied and imported first. */
  readonly content: string;
  readonly imported: boolean;
  readonly basePath: string;
  readonly siteUrl: string;
}

const DEFINITIONS = {
  main: { content: 'content', imported: false, basePath: '/', siteUrl: 'https://can-cu.example.vn' },
  'second-union': { content: 'tests/fixtures/second-union', imported: true, basePath: '/van-ban-cong-doan/', siteUrl: 'https://congdoan-cang.example.vn' },
  hostile: { content: 'tests/fixtures/hostile', imported: true, basePath: '/', siteUrl: 'https://can-cu.example.vn' },
} as const satisfies Record<string, SiteDefinition>;

/** Names of the sites that tests may ask for. */
export type SiteName = keyof typeof DEFINITIONS;

/** Milliseconds that a command of a test may take. */
const COMMAND_LIMIT = 900_000;
const workDir = process.env['TEST_WORK_DIR'] ?? join(projectDir, '.cache', 'test-sites');
const built = new Map<SiteName, Promise<BuiltSite>>();

/** The named site, built now unless this run has it already. @throws AssertionError with the output when import or build fails */
export function builtSite(name: SiteName): Promise<BuiltSite> {
  const known = built.get(name) ?? prepareSite(name);
  built.set(name, known);
  return known;
}

/** Serves a built site on a port of the system's choice; the caller closes it. */
export function serveSite(site: BuiltSite): Promise<StaticServer> {
  return startStaticServer({ siteDir: site.dir, basePath: site.basePath, port: 0 });
}

/** Paths of every page of a site, relative to its folder: `van-ban/index.html`. */
export function listPages(site: BuiltSite): string[] {
  return listFiles(site.dir).filter((path) => path.endsWith('.html')).map((path) => path.slice(site.dir.length + 1));
}

/** Runs a command of `scripts/` for another content folder, with a cache of the tests' own. */
export function runCommand(script: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<ChildResult> {
  return runNode([`scripts/${script}.ts`, ...args], { timeLimit: COMMAND_LIMIT, env: { SITE_URL: '', BASE_PATH: '', CONTENT_DIR: '', OUT_DIR: '', CACHE_DIR: join(workDir, 'cache'), ...env } });
}

/** An empty folder of this run; what an earlier run left there is gone. @returns absolute path */
export function freshFolder(name: string): string {
  const folder = join(workDir, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A copy of a fixture folder that a test may change. @returns absolute path */
export function copyFixture(fixture: string, name: string): string {
  const target = freshFolder(name);
  cpSync(join(projectDir, 'tests/fixtures', fixture), target, { recursive: true });
  return target;
}

async function prepareSite(name: SiteName): Promise<BuiltSite> {
  const { content, imported, basePath, siteUrl }: SiteDefinition = DEFINITIONS[name];
  const dir = join(workDir, name, 'site');
  const contentDir = imported ? join(workDir, name, 'content') : join(projectDir, content);
  const site = { dir, contentDir, basePath, siteUrl };
  const stamp = join(dir, 'index.html');
  // In a run of `npm test` the folder is fresh, so a site that stands there was built by this run.
  if (process.env['TEST_WORK_DIR'] !== undefined && existsSync(stamp)) return site;
  const env = { CONTENT_DIR: contentDir, OUT_DIR: dir, BASE_PATH: basePath, SITE_URL: siteUrl };
  if (imported) {
    copyFixture(content.replace('tests/fixtures/', ''), join(name, 'content'));
    const result = await runCommand('import', [], env);
    assert.equal(result.code, 0, `import of ${name}:\n${result.output}`);
  }
  const result = await runCommand('build', ['--if-changed'], env);
  assert.equal(result.code, 0, `build of ${name}:\n${result.output}`);
  assert.ok(existsSync(stamp), `build of ${name} left no home page in ${dir}`);
  return site;
}

/** Text of a built file. */
export function readPage(site: BuiltSite, path: string): string {
  return readFileSync(join(site.dir, path), 'utf8');
}
