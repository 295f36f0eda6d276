/**
 * Search at scale: dispatches made of real sentences as plain pages, and the mixed questions that a cadre asks of them, beside stock
 * Pagefind on the same pages in the same run, the two taking turns.
 */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { generateDispatches } from '../bench/generate-dispatches.ts';
import { readSentences } from '../bench/real-sentences.ts';
import { indexSite } from '../index-search.ts';
import { createRandom, pick, type Random } from '../link-bench/random.ts';
import { runSearchPage, runStockPagefind, type BrowserAnswer } from './browser-runs.ts';
import { stripAccents } from './corpus.ts';
import { startCountingServer } from './counting-server.ts';
import { percentile } from './measures.ts';
import { writeBenchPages } from './pages.ts';
import { buildStockPagefind, STOCK_PAGE } from './stock-pagefind.ts';

export interface ScaleOptions {
  readonly amount: number;
  /** Texts whose sentences the documents are made of. */
  readonly sentences: string;
  /** A built site, for its search page. */
  readonly siteDir: string;
  readonly workDir: string;
  readonly openBrowser: () => Promise<Browser>;
  readonly print: (line: string) => void;
}

/** Visits of so many questions each, half of them ours first, half stock first. */
const ROUNDS = 4;
const QUESTIONS = 12;

/** Prints bytes, requests and milliseconds of the first and of later queries, ours and stock Pagefind's, and the ratio of their medians. */
export async function reportScale(options: ScaleOptions): Promise<void> {
  const { amount, workDir, print } = options;
  const random = createRandom(20_261_122);
  const texts = [...generateDispatches(amount, readSentences(options.sentences), random)].map(({ text }, index) => ({ id: String(index), text, number: /^Số:\s*(\S+)/mu.exec(text)?.[1] ?? null }));
  const site = join(workDir, `scale-${amount}`);
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  writeBenchPages(site, texts);
  for (const part of ['tim-kiem', '_astro', 'icon.svg']) if (existsSync(join(options.siteDir, part))) cpSync(join(options.siteDir, part), join(site, part), { recursive: true });
  const started = performance.now();
  const report = await indexSite({ siteDir: site });
  const indexed = performance.now();
  await buildStockPagefind(join(site, 'stock'), texts);
  writeFileSync(join(site, 'stock.html'), STOCK_PAGE);
  print(`\n${amount} văn bản sinh ra: lập chỉ mục ${((indexed - started) / 1000).toFixed(0)} giây (Pagefind gốc ${((performance.now() - indexed) / 1000).toFixed(0)}), ${(report.bytes / 1e6).toFixed(1)} MB trong ${report.files} tệp`);

  const server = await startCountingServer([site]);
  const browser = await options.openBrowser();
  const ours: BrowserAnswer[][] = [];
  const stock: BrowserAnswer[][] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const queries = Array.from({ length: QUESTIONS }, (_, index) => makeQuestion(index, texts, random));
      if (round % 2 === 0) ours.push(await runSearchPage(browser, server, queries));
      stock.push(await runStockPagefind(browser, server, queries));
      if (round % 2 === 1) ours.push(await runSearchPage(browser, server, queries));
    }
  } finally {
    await browser.close();
    await server.close();
  }
  const median = (runs: readonly BrowserAnswer[][]): number => percentile(runs.flatMap((answers) => answers.slice(1).map(({ milliseconds }) => milliseconds)), 0.5);
  print(describeRuns('Căn Cứ', ours));
  print(describeRuns('Pagefind gốc', stock));
  print(`  ms giữa so với Pagefind gốc: ${(median(ours) / median(stock)).toFixed(2)}`);
}

/** Numbers, phrases of two and three syllables, questions, in turn with and without accents. */
function makeQuestion(index: number, documents: readonly { readonly text: string; readonly number: string | null }[], random: Random): string {
  const { text, number } = pick(random, documents);
  const lines = text.split('\n').filter((line) => line.length > 80);
  const words = (lines.length > 0 ? pick(random, lines) : text).replace(/[^\p{L}\p{M}\s]/gu, ' ').split(/\s+/u).filter(Boolean);
  const run = (length: number): string => words.slice(Math.floor(random() * Math.max(1, words.length - length))).slice(0, length).join(' ');
  const shapes = [() => run(3), () => number ?? run(2), () => run(2), () => `${run(8)} là gì`];
  const question = (shapes[index % shapes.length] ?? (() => run(3)))();
  return Math.floor(index / shapes.length) % 2 === 1 ? stripAccents(question).toLowerCase() : question;
}

function describeRuns(name: string, runs: readonly BrowserAnswer[][]): string {
  const first = runs.flatMap((answers) => answers.slice(0, 1));
  const later = runs.flatMap((answers) => answers.slice(1));
  const mean = (answers: readonly BrowserAnswer[], read: (answer: BrowserAnswer) => number): number => answers.reduce((sum, answer) => sum + read(answer), 0) / Math.max(1, answers.length);
  const times = later.map(({ milliseconds }) => milliseconds);
  return `  ${name.padEnd(14)} câu đầu ${(mean(first, ({ bytes }) => bytes) / 1000).toFixed(0)} kB, ${mean(first, ({ milliseconds }) => milliseconds).toFixed(0)} ms; câu sau ${(mean(later, ({ bytes }) => bytes) / 1000).toFixed(0)} kB, ${mean(later, ({ requests }) => requests).toFixed(1)} tệp, giữa ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`;
}
