/** Parts built apart, by the commands of the sample workflow, and joined are the site built in one piece. `SHARD_DOCUMENTS` sets the size. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { queriesOf } from '../../scripts/bench/queries-of.ts';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { readCorpus } from '../../scripts/lib/read-corpus.ts';
import { belongsToShard, parseShard } from '../../src/content-loader/page-plan.ts';
import { createEngine, type Engine } from '../../src/search/engine.ts';
import { importGenerated } from '../support/generated-corpus.ts';
import { freshFolder, runCommand } from '../support/site.ts';

/** One more than a build draws social pictures for, which would take most of the time. */
const DOCUMENTS = Number(process.env['SHARD_DOCUMENTS'] ?? 401);
const QUERIES = 50;

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly jobs: { readonly part: { readonly strategy: { readonly matrix: { readonly shard: readonly number[] } }; readonly steps: readonly Step[] }; readonly publish: { readonly needs: string; readonly steps: readonly Step[] } };
}

const { jobs } = parse(readFileSync(join(projectDir, 'scripts/deploy/github-matrix.yml'), 'utf8')) as Workflow;
const shards = jobs.part.strategy.matrix.shard;

describe('parts built by the commands of the sample workflow', () => {
  let content = '';
  let whole = '';
  let merged = '';
  const names = (dir: string): string[] => listFiles(dir).map((path) => path.slice(dir.length + 1)).filter((name) => !name.startsWith('pagefind/'));

  before(async () => {
    content = await importGenerated('shards', DOCUMENTS);
    const folder = freshFolder('shards-built');
    whole = join(folder, 'whole');
    const result = await runCommand('build', [], { CONTENT_DIR: content, OUT_DIR: whole });
    assert.equal(result.code, 0, result.output);
    const publishing = machine(folder, 'publish');
    for (const shard of shards) {
      const building = machine(folder, `part-${shard}`);
      await follow(jobs.part.steps, building, content, { 'matrix.shard': String(shard) });
      const [archive = ''] = jobs.part.steps.flatMap((step) => (step.uses?.startsWith('actions/upload-artifact@') ? [fill(String(step.with?.['path']), { 'matrix.shard': String(shard) })] : []));
      copyFileSync(join(building, archive), join(publishing, archive));
    }
    assert.equal(jobs.publish.needs, 'part');
    await follow(jobs.publish.steps, publishing, content, {});
    const [published = ''] = jobs.publish.steps.flatMap((step) => (step.uses?.startsWith('actions/upload-pages-artifact@') ? [String(step.with?.['path'])] : []));
    merged = join(publishing, published);
  });

  test('and joined are the whole site, byte for byte but for pagefind/', () => {
    assert.deepEqual(names(merged), names(whole));
    assert.deepEqual(names(whole).filter((name) => !readFileSync(join(merged, name)).equals(readFileSync(join(whole, name)))), []);
  });

  test('give the same lists to the same fifty queries', async () => {
    const engines = await Promise.all([whole, merged].map((site) => createEngine({ load: async (path) => (existsSync(join(site, path)) ? readFileSync(join(site, path)) : null) })));
    const queries = queriesOf([...readCorpus(content).held.values()].map(({ record }) => record), QUERIES);
    let found = 0;
    for (const query of queries) {
      const [expected, actual] = await Promise.all(engines.map((engine) => listOf(engine, query)));
      assert.deepEqual(actual, expected, query);
      if (expected && expected.hits.length > 0) found++;
    }
    assert.ok(found > queries.length * 0.9, `${found} of ${queries.length} queries found something`);
  });
});

test('a part reads the front matter alone of documents that only other parts show', async () => {
  const content = await importGenerated('shard-bodies', 14);
  const out = join(freshFolder('shard-bodies-built'), 'part');
  const build = (): ReturnType<typeof runCommand> => runCommand('build', ['--shard', '2/4', '--fresh'], { CONTENT_DIR: content, OUT_DIR: out });
  const files = (): Map<string, string> => new Map(listFiles(out).map((path) => [path.slice(out.length + 1), readFileSync(path, 'base64')]));
  const first = await build();
  assert.equal(first.code, 0, first.output);
  const before = files();
  // A page that compares two documents shows the body of the other one too.
  const shown = new Set([...before.keys()].flatMap((path) => [/^van-ban\/([^/]+\/[^/]+\/[^/]+)\.json$/u.exec(path)?.[1] ?? '', /\/so-sanh\/(.+)\/index\.html$/u.exec(path)?.[1] ?? '']));
  const documents = listFiles(join(content, 'documents')).map((path) => ({ path, key: path.slice(join(content, 'documents').length + 1, -'.mdx'.length) }));
  const others = documents.filter(({ key }) => !shown.has(key));
  assert.ok(others.length > 0 && others.length < documents.length, `${others.length} of ${documents.length} are not shown`);
  const spoil = (path: string): void => appendFileSync(path, '\n<Unknown />\n');
  for (const { path } of others) spoil(path);
  const second = await build();
  assert.equal(second.code, 0, second.output);
  assert.deepEqual(files(), before);
  spoil(documents.find(({ key }) => shown.has(key))?.path ?? '');
  assert.equal((await build()).code, 1);
});

test('every address falls into exactly one part, all files of a document into the same', () => {
  const params = { issuer: 'ldld-hung-yen', year: '2026', number: '10-ldld' };
  for (const file of ['index.html', 'van-ban/ldld-hung-yen/2026/10-ldld/index.html', 'so/index.html']) {
    const owners = [1, 2, 3, 4].filter((index) => belongsToShard(file, {}, { index, count: 4 }));
    assert.equal(owners.length, 1);
  }
  const owner = (file: string): number => [1, 2, 3, 4].find((index) => belongsToShard(file, params, { index, count: 4 })) ?? 0;
  assert.equal(owner('van-ban/ldld-hung-yen/2026/10-ldld/index.html'), owner('van-ban/ldld-hung-yen/2026/10-ldld.json'));
});

test('a part is written i/n, with i from 1 to n', () => {
  assert.deepEqual(parseShard('2/4'), { index: 2, count: 4 });
  for (const wrong of ['', '0/4', '5/4', '1', '1/0', 'a/b', '1/4 ']) assert.equal(parseShard(wrong), null);
});

/** What a reader sees of an answer: addresses, titles and excerpts of the first twenty, in order. */
async function listOf(engine: Engine, query: string): Promise<{ total: number; hits: readonly unknown[] }> {
  const { total, hits } = await engine.search({ query });
  return { total, hits: await engine.describe(hits.slice(0, 20).map(({ document }) => document), query, true) };
}

/** A folder that stands for a machine with a checkout of its own. */
function machine(folder: string, name: string): string {
  const place = join(folder, name);
  mkdirSync(place);
  for (const part of ['package.json', 'astro.config.mjs', 'scripts', 'src', 'public', 'content', 'node_modules']) symlinkSync(join(projectDir, part), join(place, part));
  return place;
}

/** Runs the commands of a job, but for the installation of what is installed. */
async function follow(steps: readonly Step[], place: string, content: string, values: Readonly<Record<string, string>>): Promise<void> {
  for (const { run, env = {} } of steps) {
    if (run === undefined || run === 'npm ci') continue;
    const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value, values)]));
    await promisify(execFile)('bash', ['-e', '-c', fill(run, values)], {
      cwd: place, maxBuffer: 1e8,
      env: { ...process.env, PATH: join(projectDir, 'node_modules/.bin') + delimiter + (process.env['PATH'] ?? ''), CONTENT_DIR: content, CACHE_DIR: join(place, 'cache'), ...given },
    });
  }
}

/** Puts values in the place of `${{ name }}`; what only the host knows (its own address) is empty, which means the one of `site.json`. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*([\w.]+)\s*\}\}/gu, (_whole, name: string) => values[name] ?? '');
}
