/**
 * `npm run bench -- [N] [FOLDER] [--skip PART,...]`: one table about N dispatches (500 by default) made of the real sentences of FOLDER:
 * import beside remark-parse; pages beside Eleventy and plain Astro MDX on the same documents in the same run; weight beside Starlight; index;
 * queries in Chromium; one more document. Ratios first: seconds depend on the machine. Everything lies in the cache folder, other programs too.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../tests/support/browser.ts';
import { measureBuildSteps } from './bench/measure-build-steps.ts';
import { HEAVIEST_PAGE, median, sizeOfDocumentPages, weighPages, weighVisit } from './bench/measure-pages.ts';
import { measureParse } from './bench/measure-parse.ts';
import { measureProcess, type Measured } from './bench/measure-process.ts';
import { measureQueries, type QueryCosts } from './bench/measure-queries.ts';
import { describePeers, installPeers, makeProject } from './bench/peers/install.ts';
import { writeAstroMdx, writeEleventy, writeStarlight } from './bench/peers/projects.ts';
import { queriesOf } from './bench/queries-of.ts';
import { BenchTable, kilobytes } from './bench/table.ts';
import { cacheDir, contentDir, projectDir } from './lib/content-dir.ts';
import { listFiles, sizeOfFiles } from './lib/digest-files.ts';
import { readCorpus, type HeldDocument } from './lib/read-corpus.ts';
import { readPlainText } from './readers/plain-text.ts';
import { printFailure, printLine, printProblem } from './report/print.ts';
import { createProgress } from './report/progress.ts';
import { SLOW_4G } from './search-bench/slow-link.ts';

const PARTS = ['parse', 'documents', 'html', 'eleventy', 'astro', 'starlight', 'full', 'pages', 'queries', 'more'] as const;
/** Documents for the weight of a page of Starlight; its sidebar grows with them, which is the point, and 200 are enough to see it. */
const STARLIGHT_DOCUMENTS = 200;
/** Sources read beside remark-parse. */
const PARSED = 120;
const QUERIES = 24;
/** Megabytes of memory that plain Astro may take; it needs more than Node gives by itself. */
const ASTRO_HEAP = 8000;

const { count, sentences, skipped } = readOptions();
const work = join(cacheDir(), `bench-${count}`);
const content = join(work, 'content');
const site = join(work, 'site');
const env = { CONTENT_DIR: content, CACHE_DIR: join(work, 'cache'), OUT_DIR: site, SITE_URL: '', BASE_PATH: '' };
const progress = createProgress();
const table = new BenchTable();
const told: string[] = [];
try {
  rmSync(work, { recursive: true, force: true });
  await run();
  progress.end();
} catch (error) {
  progress.end('dừng lại vì lỗi');
  printFailure('đo', error);
  process.exitCode = 1;
}
for (const line of [`Đo với ${count} văn bản (Node ${process.versions.node}, ${availableParallelism()} nhân${told.map((word) => `, ${word}`).join('')})`, ...table.lines()]) printLine(line);

async function run(): Promise<void> {
  await step('Sinh văn bản', 'bench-corpus', String(count), sentences, content);
  const imported = await measureImport();
  const documents = [...readCorpus(content).held.values()];
  if (wants('documents')) await comparePeers(await measureDocumentPages(), documents);
  if (wants('html')) await ours('Mọi trang HTML, Căn Cứ', 'build', '--parts', 'documents,html', '--fresh');
  if (!wants('full')) return;
  const whole = await measureWhole();
  if (wants('pages')) tellPages();
  if (wants('queries')) await tellQueries(documents);
  if (wants('more')) await measureOneMore(imported, whole);
}

async function measureImport(): Promise<Measured> {
  const sources = listFiles(join(content, 'sources'));
  const megabytes = sizeOfFiles(sources) / 1e6;
  const imported = await ours('Nhập', 'import');
  const speed = megabytes / imported.seconds;
  table.row('steps', 'Nhập: MB/giây', speed.toFixed(2));
  if (!wants('parse')) return imported;
  progress.begin('Đọc, cạnh remark-parse');
  const every = Math.ceil(sources.length / PARSED);
  const { structure, whole, remark, remarkGfm } = measureParse(sources.filter((_, index) => index % every === 0).map((path) => readPlainText(readFileSync(path))));
  table.ratio('đọc cấu trúc: thời gian, Căn Cứ / remark-parse', remark / structure);
  table.ratio('đọc đầy đủ (viện dẫn, nhiệm vụ, lỗi): thời gian, Căn Cứ / remark-parse', remark / whole);
  table.ratio('nhập cả kho (đọc, kiểm, ghi MDX): thời gian, Căn Cứ / remark-parse', remark / speed);
  table.row('steps', 'Đọc một luồng, MB/giây bộ xử lý: cấu trúc, đầy đủ', structure.toFixed(2), whole.toFixed(2));
  table.row('steps', 'remark-parse, và với remark-gfm: MB/giây bộ xử lý', remark.toFixed(2), remarkGfm.toFixed(2));
  return imported;
}

/** The pages of documents alone, held and only cited, with nothing kept from before: what the peers make too. */
function measureDocumentPages(): Promise<Measured> {
  return buildInSteps('Trang văn bản, Căn Cứ', '--parts', 'documents', '--fresh');
}

async function comparePeers(own: Measured, documents: readonly HeldDocument[]): Promise<void> {
  if (!wants('eleventy') && !wants('astro') && !wants('starlight')) return;
  progress.begin('Cài các công cụ để so sánh');
  const peers = tryInstalling();
  if (peers === null) return;
  told.push(describePeers(peers));
  const build = async (name: string, write: (folder: string) => void, ...args: string[]): Promise<{ measured: Measured; folder: string }> => {
    const folder = makeProject(peers, name);
    write(folder);
    return { measured: await stepOf(`Dựng bằng ${name}`, args, folder, { ASTRO_TELEMETRY_DISABLED: '1' }), folder };
  };
  const mine = sizeOfDocumentPages(site);
  const compare = (name: string, peer: Measured, out: string, bar: number): void => {
    const theirs = sizeOfDocumentPages(out);
    table.row('steps', `Trang văn bản: số trang và MB HTML, Căn Cứ rồi ${name}`, String(mine.pages), (mine.bytes / 1e6).toFixed(1), String(theirs.pages), (theirs.bytes / 1e6).toFixed(1));
    table.ratio(`trang văn bản, Căn Cứ / ${name}: byte HTML`, mine.bytes / theirs.bytes);
    table.step(`Trang văn bản, ${name}`, peer);
    table.ratio(`dựng trang văn bản, Căn Cứ / ${name}: thời gian`, own.seconds / peer.seconds, bar);
    if (own.processorSeconds !== null && peer.processorSeconds !== null) table.ratio(`dựng trang văn bản, Căn Cứ / ${name}: giây bộ xử lý`, own.processorSeconds / peer.processorSeconds);
    if (own.peakBytes !== null && peer.peakBytes !== null) table.ratio(`dựng trang văn bản, Căn Cứ / ${name}: bộ nhớ`, own.peakBytes / peer.peakBytes);
  };
  const astro = join(peers, 'node_modules/astro/bin/astro.mjs');
  if (wants('eleventy')) {
    const { measured, folder } = await build('eleventy', (to) => writeEleventy(to, content), join(peers, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet');
    compare('Eleventy', measured, join(folder, 'out'), 0.6);
    rmSync(folder, { recursive: true, force: true });
  }
  if (wants('astro')) {
    const { measured, folder } = await build('astro', (to) => writeAstroMdx(to, content), `--max-old-space-size=${ASTRO_HEAP}`, astro, 'build', '--silent');
    compare('Astro MDX', measured, join(folder, 'dist'), 0.2);
    rmSync(folder, { recursive: true, force: true });
  }
  if (wants('starlight')) {
    const shown = documents.slice(0, STARLIGHT_DOCUMENTS);
    const { folder } = await build('starlight', (to) => writeStarlight(to, shown), astro, 'build');
    const weigh = (where: string): number => median(shown.map(({ key }) => weighVisit(where, `van-ban/${key}/index.html`)));
    const [own, starlight] = [weigh(site), weigh(join(folder, 'dist'))];
    table.ratio(`lần đầu mở một văn bản (HTML, CSS, JS), Căn Cứ / Starlight ${shown.length} văn bản`, own / starlight);
    table.row('pages', `Lần đầu mở một văn bản: Căn Cứ, Starlight (${shown.length} văn bản)`, kilobytes(own), kilobytes(starlight));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Without a registry the rest is measured all the same. */
function tryInstalling(): string | null {
  try {
    return installPeers(cacheDir());
  } catch (error) {
    told.push(`không cài được công cụ để so sánh: ${(error as { stderr?: Buffer }).stderr?.toString('utf8').trim().split('\n').at(-1) ?? (error as Error).message}`);
    return null;
  }
}

/** Everything anew, each step told apart. */
async function measureWhole(): Promise<Measured> {
  const whole = await buildInSteps('Dựng tất cả, có chỉ mục, dữ liệu, ảnh', '--fresh');
  for (const folder of ['pagefind', 'search-index']) {
    const files = listFiles(join(site, folder));
    table.row('index', `${folder}: MB, tệp`, (sizeOfFiles(files) / 1e6).toFixed(1), String(files.length));
  }
  const files = listFiles(site);
  table.row('index', 'cả trang web: MB, tệp', (sizeOfFiles(files) / 1e6).toFixed(1), String(files.length));
  return whole;
}

/** A build of ours, each of its steps told below it. */
async function buildInSteps(label: string, ...args: string[]): Promise<Measured> {
  const times = join(work, 'times.json');
  const build = await ours(label, 'build', ...args, '--times', times);
  for (const measured of measureBuildSteps(times, build.samples)) table.step(`  ${measured.name}`, measured);
  return build;
}

function tellPages(): void {
  progress.begin('Cân các trang');
  const { pages, offenders, heaviest, documentMedian, documentHeaviest } = weighPages(site);
  table.row('pages', `Trang trên ${HEAVIEST_PAGE / 1000} kB ngoài chữ của văn bản, trong ${pages} trang (cần 0)`, String(offenders.length));
  for (const { path, bytes } of offenders.slice(0, 12)) table.row('pages', `  ${path}`, kilobytes(bytes));
  if (heaviest) table.row('pages', `Nặng nhất: ${heaviest.path}`, kilobytes(heaviest.bytes));
  table.row('pages', 'Trang văn bản, ngoài chữ của nó: giữa', kilobytes(documentMedian));
  if (documentHeaviest) table.row('pages', `  nặng nhất: ${documentHeaviest.path}`, kilobytes(documentHeaviest.bytes));
}

async function tellQueries(documents: readonly HeldDocument[]): Promise<void> {
  progress.begin('Tìm trong Chromium');
  const queries = queriesOf(documents.map(({ record }) => record), QUERIES);
  const browser = await openBrowser();
  const tell = (name: string, { first, later }: QueryCosts): void => {
    table.row('queries', `Lần đầu, ${name}`, kilobytes(first.bytes), first.milliseconds.toFixed(0));
    table.row('queries', `Các lần sau, ${name}`, kilobytes(later.bytes), later.milliseconds.toFixed(0));
  };
  try {
    tell('không hãm', await measureQueries(browser, site, queries));
    tell(`4G chậm (${SLOW_4G.roundTrip} ms, ${(SLOW_4G.bytesPerSecond * 8) / 1e6} Mbit/giây)`, await measureQueries(browser, site, queries, SLOW_4G));
  } finally {
    await browser.close();
  }
}

/** One document more, with index and without. */
async function measureOneMore(imported: Measured, whole: Measured): Promise<void> {
  const [source] = listFiles(join(content, 'sources'));
  const add = (number: number): void => {
    if (source) writeFileSync(join(content, 'sources', `them-${number}.txt`), readFileSync(source, 'utf8').replace(/^Số: \d+/mu, `Số: ${number}`));
  };
  add(99_001);
  const importOne = await ours('Thêm một văn bản: nhập', 'import');
  const buildOne = await buildInSteps('Thêm một văn bản: dựng tất cả');
  add(99_002);
  await step('Nhập một văn bản nữa', 'import');
  const noIndex = await ours('Thêm một văn bản nữa: dựng, không chỉ mục', 'build', '--no-index');
  for (const [name, build, bar] of [['có chỉ mục', buildOne, 0.25], ['không chỉ mục', noIndex, 0.1]] as const) {
    table.ratio(`thêm một văn bản / tất cả, ${name}: thời gian`, (importOne.seconds + build.seconds) / (imported.seconds + whole.seconds), bar);
    const [one, more, first, all] = [importOne, build, imported, whole].map(({ processorSeconds }) => processorSeconds);
    if (one != null && more != null && first != null && all != null) table.ratio(`thêm một văn bản / tất cả, ${name}: giây bộ xử lý`, (one + more) / (first + all), bar);
  }
}

async function ours(label: string, script: string, ...args: string[]): Promise<Measured> {
  const measured = await step(label, script, ...args);
  table.step(label, measured);
  return measured;
}

/** Import may leave documents to be mended, which is no failure of the run. */
function step(label: string, script: string, ...args: string[]): Promise<Measured> {
  return stepOf(label, [`scripts/${script}.ts`, ...args], projectDir, env, script === 'import' ? [0, 1] : [0]);
}

async function stepOf(label: string, args: readonly string[], cwd: string, variables: Readonly<Record<string, string>>, expected: readonly number[] = [0]): Promise<Measured> {
  progress.begin(label);
  const path = { PATH: `${join(projectDir, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` };
  const measured = await measureProcess(process.execPath, args, { cwd, env: { ...path, ...variables } });
  if (!expected.includes(measured.code)) throw new Error(`${label}:\n${measured.output.slice(-3000)}`);
  return measured;
}

function wants(part: (typeof PARTS)[number]): boolean {
  return !skipped.has(part);
}

function readOptions(): { count: number; sentences: string; skipped: ReadonlySet<string> } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { skip: { type: 'string' } } });
    const [amount = '500', folder = join(contentDir(), 'sources'), ...more] = positionals;
    const parts = (values.skip ?? '').split(',').filter(Boolean);
    const unknown = parts.find((part) => !PARTS.some((known) => known === part));
    if (unknown !== undefined) throw new Error(`--skip ${unknown}`);
    if (more.length > 0 || !/^[1-9]\d*$/u.test(amount) || !existsSync(folder)) throw new Error(positionals.join(' '));
    return { count: Number(amount), sentences: resolve(folder), skipped: new Set(parts) };
  } catch (error) {
    printProblem(`Không hiểu: ${(error as Error).message}\nCách dùng: npm run bench [-- SỐ-VĂN-BẢN [THƯ_MỤC_VĂN_BẢN_THẬT] [--skip ${PARTS.join(',')}]]`);
    process.exit(2);
  }
}
