/**
 * `npm run bench -- [N] [FOLDER] [--skip astro,starlight,parse,full]`: one table about N dispatches (500 by default) made of the real
 * sentences of FOLDER: import beside remark-parse; pages beside Eleventy and plain Astro MDX on the same documents in the same run; weight
 * beside Starlight; index; one more document. Ratios first: seconds depend on the machine. Queries are measured by `npm run bench:search`.
 */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { splitFrontMatter } from '../src/content-loader/front-matter.ts';
import { measureProcess, type Measured } from './bench/measure-process.ts';
import { installPeers, makeProject, writeEleventy, writePlainAstro, writeStarlight } from './bench/peers.ts';
import { cacheDir, contentDir, projectDir } from './lib/content-dir.ts';
import { listFiles } from './lib/digest-files.ts';
import { readCorpus } from './lib/read-corpus.ts';
import { printFailure, printLine, printProblem } from './report/print.ts';
import { createProgress } from './report/progress.ts';

const words = process.argv.slice(2);
const skipAt = words.indexOf('--skip');
const skipped = new Set((skipAt === -1 ? '' : words.splice(skipAt, 2)[1] ?? '').split(','));
const count = Number(words[0] ?? 500);
const sentences = resolve(words[1] ?? join(contentDir(), 'sources'));
if (!Number.isInteger(count) || count < 1 || words.length > 2) {
  printProblem('Cách dùng: npm run bench [-- SỐ-VĂN-BẢN [THƯ_MỤC_VĂN_BẢN_THẬT] [--skip parse,eleventy,astro,starlight,full]]');
  process.exit(2);
}
/** Documents for the weight of a page of Starlight; its sidebar grows with them, which is the point, and 200 are enough to see it. */
const STARLIGHT_DOCUMENTS = 200;
const work = join(cacheDir(), `bench-${count}`);
const progress = createProgress();
const ratios: string[] = [];
const rows: string[] = [];
try {
  rmSync(work, { recursive: true, force: true });
  await run();
  progress.end();
  printLine(`Đo với ${count} văn bản (${process.version}):`);
  for (const line of [...ratios, '', ...rows]) printLine(line);
} catch (error) {
  progress.end('dừng lại vì lỗi');
  for (const line of [...ratios, ...rows]) printLine(line);
  printFailure('đo', error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const content = join(work, 'content');
  const env = { CONTENT_DIR: content, CACHE_DIR: join(work, 'cache'), OUT_DIR: join(work, 'site') };
  const ours = async (label: string, script: string, ...args: string[]): Promise<Measured> => note(label, await step(label, process.execPath, [`scripts/${script}.ts`, ...args], projectDir, env));
  if (!skipped.has('parse')) rows.push((await step('Tốc độ đọc', process.execPath, ['scripts/bench-parse.ts'], projectDir, {})).output.trim(), '');
  await step('Sinh văn bản', process.execPath, ['scripts/bench-corpus.ts', String(count), sentences, content], projectDir, env);
  const megabytes = listFiles(join(content, 'sources')).reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
  const imported = await ours('Nhập', 'import');
  rows.push(`  nhập: ${(megabytes / imported.seconds).toFixed(2)} MB/giây (${megabytes.toFixed(1)} MB)`);

  await ours('Dựng mọi trang HTML, Căn Cứ', 'build', '--parts', 'documents,html');
  weigh(join(work, 'site'));
  const html = await ours('Dựng trang văn bản, Căn Cứ', 'build', '--parts', 'documents', '--fresh');
  const peers = await install();
  const documents = [...readCorpus(content).held.values()];
  if (peers && !skipped.has('eleventy')) {
    const folder = makeProject(peers, 'eleventy');
    writeEleventy(folder, documents);
    compare('Eleventy 3', html, note('Dựng trang văn bản, Eleventy 3', await step('Dựng trang văn bản, Eleventy 3', process.execPath, [join(peers, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'], folder, {})));
    rmSync(folder, { recursive: true, force: true });
  }
  if (peers && !skipped.has('astro')) {
    const folder = makeProject(peers, 'astro');
    writePlainAstro(folder, documents, ({ path }) => splitFrontMatter(readFileSync(path, 'utf8'), path).body);
    compare('Astro MDX', html, note('Dựng trang văn bản, Astro MDX', await step('Dựng trang văn bản, Astro MDX', process.execPath, ['--max-old-space-size=8000', join(peers, 'node_modules/astro/bin/astro.mjs'), 'build'], folder, { ASTRO_TELEMETRY_DISABLED: '1' })));
    rmSync(folder, { recursive: true, force: true });
  }
  if (peers && !skipped.has('starlight')) {
    const folder = makeProject(peers, 'starlight');
    writeStarlight(folder, documents.slice(0, STARLIGHT_DOCUMENTS));
    try {
      await step('Dựng Starlight', process.execPath, [join(peers, 'node_modules/astro/bin/astro.mjs'), 'build'], folder, { ASTRO_TELEMETRY_DISABLED: '1' });
      compareWeight(documents.slice(0, STARLIGHT_DOCUMENTS).map(({ key }) => key), join(folder, 'dist'));
    } catch (error) {
      rows.push(`  Starlight không dựng được: ${/Error.*/u.exec((error as Error).message)?.[0] ?? ''}`);
    }
    rmSync(folder, { recursive: true, force: true });
  }
  if (!skipped.has('full')) await measureWhole(ours, content, imported);
}

/** Everything, then one document more. */
async function measureWhole(ours: (label: string, script: string, ...args: string[]) => Promise<Measured>, content: string, imported: Measured): Promise<void> {
  const pages = await ours('Trang, dữ liệu, ảnh (không chỉ mục)', 'build', '--no-index');
  const whole = await ours('Tất cả, có chỉ mục', 'build', '--fresh');
  const index = join(work, 'site');
  for (const folder of ['pagefind', 'search-index']) rows.push(`  ${folder}: ${(listFiles(join(index, folder)).reduce((sum, path) => sum + statSync(path).size, 0) / 1e6).toFixed(1)} MB, ${listFiles(join(index, folder)).length} tệp`);
  const [source] = listFiles(join(content, 'sources'));
  const more = join(content, 'sources', 'them-mot.txt');
  if (source) writeFileSync(more, readFileSync(source, 'utf8').replace(/^Số: \d+/mu, 'Số: 9999'));
  const importOne = await ours('Thêm một văn bản: nhập', 'import');
  const buildOne = await ours('Thêm một văn bản: dựng, không chỉ mục', 'build', '--no-index');
  const again = await ours('Dựng lại tất cả, có chỉ mục, sau khi thêm', 'build');
  const full = imported.seconds + whole.seconds;
  ratios.push(`  thêm một văn bản / tất cả: ${share(importOne.seconds + again.seconds, full)} có chỉ mục (cần ≤ 25 %), ${share(importOne.seconds + buildOne.seconds, imported.seconds + pages.seconds)} không chỉ mục (cần ≤ 10 %)`);
}

async function step(label: string, command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Measured> {
  progress.begin(label);
  const path = { PATH: `${join(projectDir, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` };
  const measured = await measureProcess(command, args, { cwd, env: { ...path, ...env } });
  if (measured.code !== 0 && !label.startsWith('Nhập') && !label.startsWith('Thêm một văn bản: nhập')) throw new Error(`${label}:\n${measured.output.slice(-3000)}`);
  return measured;
}

async function install(): Promise<string | null> {
  progress.begin('Cài các công cụ để so sánh');
  try {
    return installPeers(cacheDir());
  } catch (error) {
    rows.push(`  không cài được công cụ để so sánh: ${(error as Error).message.split('\n')[0]}`);
    return null;
  }
}

function note(label: string, measured: Measured): Measured {
  rows.push(`  ${label.padEnd(44)} ${measured.seconds.toFixed(1).padStart(7)} giây ${(measured.processorSeconds ?? 0).toFixed(1).padStart(7)} giây bộ xử lý ${((measured.peakBytes ?? 0) / 1e9).toFixed(2).padStart(6)} GB`);
  return measured;
}

function compare(name: string, own: Measured, other: Measured): void {
  ratios.push(`  dựng trang văn bản, Căn Cứ / ${name}: ${share(own.seconds, other.seconds)} thời gian, ${share(own.processorSeconds ?? 0, other.processorSeconds ?? 1)} bộ xử lý, ${share(own.peakBytes ?? 0, other.peakBytes ?? 1)} bộ nhớ`);
}

/** Heaviest pages that hold no document's own text. */
function weigh(site: string): void {
  const pages = listFiles(site).filter((path) => path.endsWith('.html')).map((path) => ({ path: path.slice(site.length), size: statSync(path).size })).sort((a, b) => b.size - a.size).slice(0, 60)
    .map(({ path }) => ({ path, bytes: gzipSync(readFileSync(join(site, path))).length })).sort((a, b) => b.bytes - a.bytes);
  for (const { path, bytes } of pages.slice(0, 5)) rows.push(`  trang nặng: ${(bytes / 1000).toFixed(1)} kB gzip ${path}`);
}

/** HTML, sheets and scripts that a first visit to a document loads, gzip, median. */
function compareWeight(keys: readonly string[], starlight: string): void {
  const own = join(work, 'site');
  const assets = (site: string, page: string): string[] => [...readFileSync(page, 'utf8').matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js))"/gu)].map(([, path]) => join(site, path ?? ''));
  const weight = (site: string, key: string): number => {
    const page = join(site, 'van-ban', key, 'index.html');
    return [page, ...new Set(assets(site, page))].reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  };
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const fair = keys.filter((key) => readdirSync(join(own, 'van-ban')).includes(key.split('/')[0] ?? ''));
  const [mine, theirs] = [median(fair.map((key) => weight(own, key))), median(fair.map((key) => weight(starlight, key)))];
  ratios.push(`  trang văn bản (HTML, CSS, JS, gzip), Căn Cứ / Starlight với ${keys.length} văn bản: ${share(mine, theirs)}`);
  rows.push(`  trang văn bản giữa: Căn Cứ ${(mine / 1000).toFixed(1)} kB, Starlight ${(theirs / 1000).toFixed(1)} kB`);
}

function share(own: number, other: number): string {
  return `${(own / other).toFixed(2)}`;
}
