/**
 * `npm run bench:search -- FOLDER [--distractors FILE] [--passages N] [--queries N] [--known] [--documents N] [--scale N] [--sentences FOLDER]`
 *
 * Quality, bytes and time of the search page in a real browser, beside stock Pagefind, MiniSearch and an offline BM25 with pairs,
 * on a retrieval set: all questions as written, without accents, and four words of each.
 * `--known` asks for the documents of the built site by number, subject and sentence; `--documents N` for those of a site built of the
 * papers of `--sentences FOLDER` and of generated ones, N in all. `--scale` asks mixed questions of N generated documents beside stock Pagefind.
 * Needs a built site in `OUT_DIR`, whose search page is used.
 */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openBrowser } from '../tests/support/browser.ts';
import { indexSite } from './index-search.ts';
import { cacheDir, contentDir, outDir } from './lib/content-dir.ts';
import { printLine } from './report/print.ts';
import { runSearchPage, runStockPagefind, type BrowserAnswer } from './search-bench/browser-runs.ts';
import { buildCorpus } from './search-bench/build-corpus.ts';
import { readBenchSet, stripAccents, type BenchSet } from './search-bench/corpus.ts';
import { startCountingServer } from './search-bench/counting-server.ts';
import { reportKnownItems } from './search-bench/known-items.ts';
import { measureQuality, percentile } from './search-bench/measures.ts';
import { createMiniSearch } from './search-bench/minisearch.ts';
import { createOfflineBm25 } from './search-bench/offline-bm25.ts';
import { writeBenchPages } from './search-bench/pages.ts';
import { reportScale } from './search-bench/scale.ts';
import { buildStockPagefind, STOCK_PAGE } from './search-bench/stock-pagefind.ts';

const { folder, options } = readArguments(process.argv.slice(2));
const work = join(cacheDir(), 'bench-search');
const sentences = resolve(options['sentences'] ?? join(contentDir(), 'sources'));
rmSync(join(work, 'site'), { recursive: true, force: true });
mkdirSync(join(work, 'site'), { recursive: true });

if (folder) await benchRetrieval(readBenchSet(folder, options['distractors'] ?? null, Number(options['passages'] ?? 10_000)));
if (options['scale'] !== undefined) await reportScale({ amount: Number(options['scale']), sentences, siteDir: outDir(), workDir: work, openBrowser, print: printLine });
if (options['known'] !== undefined) await reportKnownItems({ siteDir: outDir(), workDir: work, openBrowser, print: printLine });
if (options['documents'] !== undefined) await reportKnownItems({ siteDir: await buildCorpus(join(work, 'corpus'), Number(options['documents']), sentences), workDir: work, openBrowser, print: printLine });

async function benchRetrieval(set: BenchSet): Promise<void> {
  const queries = set.queries.slice(0, Number(options['queries'] ?? set.queries.length));
  printLine(`${set.documents.length} văn bản, ${queries.length} câu hỏi`);
  const site = join(work, 'site');
  writeBenchPages(site, set.documents);
  for (const part of ['tim-kiem', '_astro', 'icon.svg']) if (existsSync(join(outDir(), part))) cpSync(join(outDir(), part), join(site, part), { recursive: true });
  const built = performance.now();
  const report = await indexSite({ siteDir: site });
  printLine(`Lập chỉ mục: ${((performance.now() - built) / 1000).toFixed(1)} giây, ${(report.bytes / 1e6).toFixed(1)} MB trong ${report.files} tệp (kể cả Pagefind về thời gian)`);
  await buildStockPagefind(join(site, 'stock'), set.documents);
  writeFileSync(join(site, 'stock.html'), STOCK_PAGE);

  printLine(row('cách tìm', 'R@10', 'MRR', 'trống', 'kB đầu', 'kB sau', 'ms giữa', 'ms p95', 'ms đầu'));
  const server = await startCountingServer([site]);
  const browser = await openBrowser();
  const texts = { 'có dấu': queries.map(({ text }) => text), 'không dấu': queries.map(({ text }) => stripAccents(text)), 'bốn chữ': queries.map(({ text }) => fourWords(text)) };
  try {
    for (const [name, asked] of Object.entries(texts)) {
      const relevant = queries.map((query) => query.relevant);
      const ids = (answers: readonly BrowserAnswer[]): { results: string[]; relevant: readonly string[] }[] => answers.map((answer, index) => ({ results: answer.results.map((number) => set.documents[number]?.id ?? ''), relevant: relevant[index] ?? [] }));
      const ours = await runSearchPage(browser, server, asked);
      printLine(browserRow(`Căn Cứ, ${name}`, ours, ids(ours)));
      const stock = await runStockPagefind(browser, server, asked);
      printLine(browserRow(`Pagefind gốc, ${name}`, stock, ids(stock)));
      const offline = createOfflineBm25(set.documents, name === 'không dấu');
      printLine(offlineRow(`BM25 + cặp, ${name}`, asked, relevant, offline.rank));
      const mini = await createMiniSearch(work, set.documents);
      if (mini) printLine(offlineRow(`MiniSearch, ${name}`, asked, relevant, mini.rank, mini.bytes));
      const early = (answers: readonly BrowserAnswer[]): readonly BrowserAnswer[] => answers.slice(0, 10);
      printLine(`  ms giữa so với Pagefind gốc: ${(later(ours, 0.5) / later(stock, 0.5)).toFixed(2)}; mười câu đầu: ${later(early(ours), 0.5).toFixed(0)} / ${later(early(stock), 0.5).toFixed(0)} = ${(later(early(ours), 0.5) / later(early(stock), 0.5)).toFixed(2)}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Four words from the middle of a question: what people type more often than questions. */
function fourWords(text: string): string {
  const words = text.replace(/[^\p{L}\p{M}\p{N}\s]/gu, ' ').split(/\s+/u).filter(Boolean);
  const start = Math.max(0, Math.floor(words.length / 2) - 2);
  return words.slice(start, start + 4).join(' ');
}

function later(answers: readonly BrowserAnswer[], share: number): number {
  return percentile(answers.slice(1).map((answer) => answer.milliseconds), share);
}

function browserRow(name: string, answers: readonly BrowserAnswer[], results: Parameters<typeof measureQuality>[0]): string {
  const { recallAt10, reciprocalRank, empty } = measureQuality(results);
  const rest = answers.slice(1);
  const kilobytes = (values: readonly BrowserAnswer[]): string => `${(values.reduce((sum, answer) => sum + answer.bytes, 0) / 1024 / Math.max(1, values.length)).toFixed(0)}`;
  // The caches fill up in a long run; what a second, third ... tenth query costs is told apart.
  return row(name, recallAt10.toFixed(4), reciprocalRank.toFixed(4), `${(empty * 100).toFixed(1)}%`, kilobytes(answers.slice(0, 1)), `${kilobytes(rest.slice(0, 9))}/${kilobytes(rest)}`, later(answers, 0.5).toFixed(0), later(answers, 0.95).toFixed(0), (answers[0]?.milliseconds ?? 0).toFixed(0));
}

/** A peer that runs in Node. @param bytes that a visitor would load first, when it were a page */
function offlineRow(name: string, asked: readonly string[], relevant: readonly (readonly string[])[], rank: (query: string) => string[], bytes = 0): string {
  const times: number[] = [];
  const answers = asked.map((query, index) => {
    const started = performance.now();
    const results = rank(query);
    times.push(performance.now() - started);
    return { results, relevant: relevant[index] ?? [] };
  });
  const { recallAt10, reciprocalRank, empty } = measureQuality(answers);
  return row(name, recallAt10.toFixed(4), reciprocalRank.toFixed(4), `${(empty * 100).toFixed(1)}%`, bytes ? (bytes / 1024).toFixed(0) : '–', bytes ? '0' : '–', percentile(times, 0.5).toFixed(1), percentile(times, 0.95).toFixed(1), '–');
}

function row(...cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(9))).join('');
}

function readArguments(given: readonly string[]): { folder: string | null; options: Record<string, string> } {
  const found: Record<string, string> = {};
  let place: string | null = null;
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? '';
    if (!word.startsWith('--')) place = resolve(word);
    else if (word === '--known') found['known'] = '';
    else found[word.slice(2)] = given[++index] ?? '';
  }
  return { folder: place, options: found };
}
