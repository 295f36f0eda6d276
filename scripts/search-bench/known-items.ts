/**
 * Known items: documents of a built site asked for by their number in twelve spellings, by their subject and by a sentence from their
 * middle. Our engine answers in Node from the very files of the site, for every document; stock Pagefind (in the browser), MiniSearch and
 * BM25 answer for a sample; the search page in the browser is asked some of the same, to show that it answers alike.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { createEngine, type Engine } from '../../src/search/engine.ts';
import { inflate } from '../../src/search/index/inflate.ts';
import { INDEX_FOLDER, SiteFiles } from '../../src/search/index/site-files.ts';
import { readHead } from '../../src/search/index/site-index.ts';
import { numberParts } from '../../src/search/query/number-match.ts';
import { numberIdentity } from '../../src/search/query/numbers.ts';
import { runSearchPage, runStockPagefind, type BrowserAnswer } from './browser-runs.ts';
import { stripAccents } from './corpus.ts';
import { startCountingServer } from './counting-server.ts';
import { percentile } from './measures.ts';
import { createMiniSearch } from './minisearch.ts';
import { createOfflineBm25 } from './offline-bm25.ts';
import { RUN_TOGETHER, SPELLINGS } from './spellings.ts';
import { buildStockPagefind, STOCK_PAGE } from './stock-pagefind.ts';

export interface KnownItemOptions {
  readonly siteDir: string;
  readonly workDir: string;
  readonly openBrowser: () => Promise<Browser>;
  readonly print: (line: string) => void;
}

interface Item {
  readonly document: number;
  readonly url: string;
  readonly title: string;
  readonly number: string | null;
  readonly type: string | null;
  readonly text: string;
}

/** One question and the documents that answer it. */
interface Question {
  readonly text: string;
  readonly isRight: (document: number) => boolean;
}

interface Kind {
  readonly label: string;
  readonly questions: readonly Question[];
}

/** Questions of a kind that the others answer, and that the search page in the browser is asked. */
const PEER_SAMPLE = 40;
const PAGE_SAMPLE = 5;
/** Documents asked for by their texts. */
const TEXT_SAMPLE = 300;

/** Prints, for each kind of question, the share whose document stands first and among the first ten. */
export async function reportKnownItems({ siteDir, workDir, openBrowser, print }: KnownItemOptions): Promise<void> {
  const load = async (path: string): Promise<Uint8Array | null> => (existsSync(join(siteDir, path)) ? readFileSync(join(siteDir, path)) : null);
  const engine = await createEngine({ load });
  const items = await readItems(engine, load);
  const kinds = kindsOf(items);
  print(`\n${items.length} văn bản, ${items.filter(isNumbered).length} có số; Căn Cứ: máy tìm của trang, chạy trong Node trên đúng các tệp của trang; cách khác: ${PEER_SAMPLE} câu mỗi loại`);
  print(`${'đứng đầu / trong mười, %'.padEnd(34)}${['câu', 'Căn Cứ', 'Pagefind gốc', 'BM25 + cặp', 'MiniSearch', 'ms giữa/p95'].map((name) => name.padStart(16)).join('')}`);

  const texts = items.map(({ title, number, text }, index) => ({ id: String(index), text: [title, number, text].filter(Boolean).join('\n') }));
  const stockSite = join(workDir, 'known');
  rmSync(stockSite, { recursive: true, force: true });
  mkdirSync(stockSite, { recursive: true });
  await buildStockPagefind(join(stockSite, 'stock'), texts);
  writeFileSync(join(stockSite, 'stock.html'), STOCK_PAGE);
  const rankers = { exact: createOfflineBm25(texts, false), folded: createOfflineBm25(texts, true), mini: await createMiniSearch(workDir, texts) };
  const server = await startCountingServer([siteDir, stockSite]);
  const browser = await openBrowser();
  const misses: string[] = [];
  let alike = 0;
  let compared = 0;
  try {
    for (const { label, questions } of kinds) {
      const times: number[] = [];
      const own: number[][] = [];
      for (const question of questions) {
        const started = performance.now();
        own.push(await rankOwn(engine, question.text));
        times.push(performance.now() - started);
      }
      const sample = spread(questions, PEER_SAMPLE);
      const queries = sample.map(({ text }) => text);
      const stock = await runStockPagefind(browser, server, queries);
      const offline = queries.map((text) => (stripAccents(text) === text ? rankers.folded : rankers.exact).rank(text).map(Number));
      const mini = rankers.mini ? queries.map((text) => rankers.mini?.rank(text).map(Number) ?? []) : null;
      print(`${label.padEnd(34)}${[String(questions.length), share(questions, own), share(sample, stock.map(({ results }) => results)), share(sample, offline), mini ? share(sample, mini) : '–', `${percentile(times, 0.5).toFixed(1)}/${percentile(times, 0.95).toFixed(1)}`].map((cell) => cell.padStart(16)).join('')}`);
      questions.forEach((question, index) => {
        if (!question.isRight(own[index]?.[0] ?? -1)) misses.push(`${label}: ${question.text}`);
      });
      const few = spread(questions, PAGE_SAMPLE);
      const page = await runSearchPage(browser, server, few.map(({ text }) => text));
      compared += few.length;
      alike += few.filter((question, index) => firstOnPage(page[index], items) === (own[questions.indexOf(question)]?.[0] ?? -1)).length;
    }
  } finally {
    await browser.close();
    await server.close();
  }
  print(`Trang tìm kiếm trong trình duyệt cho cùng văn bản đứng đầu: ${alike}/${compared} câu`);
  const numbers = misses.filter((miss) => miss.startsWith(NUMBER));
  print(`Số trượt: ${numbers.length}${numbers.slice(0, 12).map((miss) => `\n  ${miss}`).join('')}`);
}

const NUMBER = 'số: ';

/** Several documents may bear one number; any of them answers it. A sentence or subject is answered by any document that has it. */
function kindsOf(items: readonly Item[]): Kind[] {
  const numbered = items.filter(isNumbered);
  const spelt = SPELLINGS.map(([label, spell]): Kind => {
    // Run together, TTBTC and TT-BTC cannot be told apart by anybody.
    const identityOf = (number: string): string => (label === RUN_TOGETHER ? numberIdentity(number).replaceAll('-', '') : numberIdentity(number));
    const bearers = Map.groupBy(numbered, ({ number }) => identityOf(number));
    const sets = new Map([...bearers].map(([identity, own]) => [identity, new Set(own.map(({ document }) => document))]));
    return {
      label: NUMBER + label,
      questions: numbered.map((item) => ({ text: spell(item.number, item.type ?? ''), isRight: (document) => sets.get(identityOf(item.number))?.has(document) ?? false })),
    };
  });
  const fold = (text: string): string => stripAccents(text.replace(/["“”]/gu, '')).toLowerCase().replace(/\s+/gu, ' ');
  const folded = items.map(({ title, text }) => fold(`${title} ${text}`));
  const ask = (text: string | null, spell: (text: string) => string): Question[] => (text === null ? [] : [{ text: spell(text), isRight: (document) => folded[document]?.includes(fold(text)) ?? false }]);
  const withText = spread(items.filter(({ text }) => sentenceOf(text) !== null), TEXT_SAMPLE);
  const texts = ([['trích yếu', (item: Item) => subjectOf(item.title)], ['câu ở giữa', (item: Item) => sentenceOf(item.text)]] as const).flatMap(([label, read]): Kind[] => [
    { label, questions: withText.flatMap((item) => ask(read(item), (text) => text)) },
    { label: `${label}, không dấu`, questions: withText.flatMap((item) => ask(read(item), stripAccents)) },
    { label: `${label}, gõ sai một chữ`, questions: withText.flatMap((item) => ask(read(item), misspell)) },
  ]);
  return [...spelt, ...texts];
}

async function readItems(engine: Engine, load: (path: string) => Promise<Uint8Array | null>): Promise<Item[]> {
  const files = new SiteFiles(readHead(await inflate((await load(`${INDEX_FOLDER}/head.bin`)) ?? new Uint8Array())), load);
  const described = await engine.describe(Array.from({ length: engine.head.total }, (_, index) => index), '', false);
  return Promise.all(described.map(async ({ document, url, title, number, type }) => ({ document, url, title, number, type, text: (await files.fragment(document))?.text ?? '' })));
}

async function rankOwn(engine: Engine, query: string): Promise<number[]> {
  const { hits } = await engine.search({ query });
  return hits.slice(0, 10).map(({ document }) => document);
}

function firstOnPage(answer: BrowserAnswer | undefined, items: readonly Item[]): number {
  return items.findIndex(({ url }) => url === answer?.urls[0]);
}

function isNumbered(item: Item): item is Item & { number: string } {
  return item.number !== null && numberParts(item.number).serial !== null;
}

function share(questions: readonly Question[], answers: readonly (readonly number[])[]): string {
  const percent = (count: number): string => ((100 * count) / Math.max(1, questions.length)).toFixed(1);
  const first = questions.filter(({ isRight }, index) => isRight(answers[index]?.[0] ?? -1)).length;
  const ten = questions.filter(({ isRight }, index) => answers[index]?.some(isRight)).length;
  return `${percent(first)} / ${percent(ten)}`;
}

/** So many of a list, at even distances. */
function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, list.length / count);
  return Array.from({ length: Math.min(count, list.length) }, (_, index) => list[Math.floor(index * step)] as T);
}

function subjectOf(title: string): string | null {
  return /^[^:]{3,80}: (.{20,})$/u.exec(title)?.[1]?.replace(/["“”]/gu, '').slice(0, 160) ?? null;
}

/** Words between two stops, 8 to 20 of them, nearest to the middle of a text. */
function sentenceOf(text: string): string | null {
  const middle = text.length / 2;
  const sentences = [...text.matchAll(/[^.;:!?()“”"\n]{30,}/gu)].filter(([words]) => {
    const count = words.trim().split(/\s+/u).length;
    return count >= 8 && count <= 20;
  });
  const nearest = sentences.toSorted((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle))[0];
  return nearest?.[0].trim().replace(/\s+/gu, ' ') ?? null;
}

/** Swaps two letters inside the longest word, accents left out. */
function misspell(text: string): string {
  const words = stripAccents(text).split(' ');
  const at = words.reduce((best, word, index) => (word.length > (words[best]?.length ?? 0) && /^[a-z]+$/iu.test(word) ? index : best), 0);
  const word = words[at] ?? '';
  const middle = Math.max(1, Math.floor(word.length / 2));
  words[at] = word.slice(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1) + word.slice(middle + 1);
  return words.join(' ');
}
