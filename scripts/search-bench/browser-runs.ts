/** Asks the search page and stock Pagefind the same queries in a real browser; counts what a reader's machine loads and waits. */
import type { Browser, Page } from 'playwright';
import type { CountingServer } from './counting-server.ts';
import { benchIndex } from './pages.ts';

export interface BrowserAnswer {
  /** Numbers of the first ten documents. */
  readonly results: readonly number[];
  /** Their addresses. */
  readonly urls: readonly string[];
  readonly milliseconds: number;
  readonly bytes: number;
  readonly requests: number;
}

/** The first answer carries everything that the first query of a visitor loads. */
export async function runSearchPage(browser: Browser, server: CountingServer, queries: readonly string[]): Promise<BrowserAnswer[]> {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const answers: BrowserAnswer[] = [];
  for (const [index, query] of queries.entries()) {
    server.take();
    const started = performance.now();
    let milliseconds: number;
    if (index === 0) {
      await page.goto(`${server.url}tim-kiem/?q=${encodeURIComponent(query)}`);
      await page.waitForSelector('[data-search-results][data-state="ready"]');
      milliseconds = performance.now() - started;
    } else milliseconds = await askInPage(page, query);
    const urls = await page.evaluate(() => [...document.querySelectorAll('[data-result]')].slice(0, 10).map((result) => result.querySelector('a')?.getAttribute('href') ?? ''));
    answers.push({ results: urls.map(benchIndex), urls, milliseconds, ...server.take() });
  }
  await context.close();
  return answers;
}

/** From setting the words to the list standing, clocked inside the page. */
function askInPage(page: Page, query: string): Promise<number> {
  return page.evaluate((text) => new Promise<number>((done) => {
    const input = document.querySelector<HTMLInputElement>('search-page input[name="q"]');
    const list = document.querySelector<HTMLElement>('[data-search-results]');
    if (!input || !list) throw new Error('no search page');
    const started = performance.now();
    const look = (): void => {
      if (list.dataset['state'] !== 'ready' || list.dataset['query'] !== text) return;
      observer.disconnect();
      done(performance.now() - started);
    };
    const observer = new MutationObserver(look);
    observer.observe(list, { attributes: true });
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }), query);
}

/** Search and the data of the ten results, as an interface of Pagefind does. */
export async function runStockPagefind(browser: Browser, server: CountingServer, queries: readonly string[]): Promise<BrowserAnswer[]> {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(`${server.url}stock.html`);
  const answers: BrowserAnswer[] = [];
  for (const query of queries) {
    server.take();
    const { urls, milliseconds } = await page.evaluate(async (text) => {
      interface Stock { search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }> }
      const started = performance.now();
      const address = '/stock/pagefind.js';
      const stock = (await import(address)) as Stock;
      const { results } = await stock.search(text);
      const rows = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return { urls: rows.map((row) => row.url), milliseconds: performance.now() - started };
    }, query);
    answers.push({ results: urls.map(benchIndex), urls, milliseconds, ...server.take() });
  }
  await context.close();
  return answers;
}
