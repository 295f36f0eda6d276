/** The combined filters of /van-ban/: choosing, counts, order, the address, the keyboard, a phone, without script, without the index. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { readCorpus } from '../../scripts/lib/read-corpus.ts';
import { useBrowserSite } from '../support/browser-site.ts';
import { openPage, type WatchedPage } from '../support/open-page.ts';

interface PageWithAxe {
  axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

/** A value beside the list, as link of the static page or as button after the first choice. */
const value = (facet: string, name: string): string => `[data-browse-facets] [data-facet="${facet}"][data-value="${name}"]`;
const READY = '[data-browse-results][data-state="ready"]';

describe('combined filters', () => {
  const use = useBrowserSite('main');
  const open = async (path: string, options: Parameters<typeof openPage>[2] = {}): Promise<WatchedPage> => {
    const watched = await openPage(use().browser, use().url, options);
    await watched.page.goto(`${use().url}${path}`);
    return watched;
  };
  const addresses = (page: Page): Promise<string[]> => page.$$eval('[data-browse-results] .document-list-name a', (links) => links.map((link) => link.getAttribute('href') ?? ''));
  const documents = () => [...readCorpus(use().site.contentDir).graph.documents.values()];
  const choose = async (page: Page, facet: string, name: string): Promise<void> => {
    const before = page.url();
    await page.click(value(facet, name));
    await page.waitForFunction((address) => location.href !== address, before);
  };

  test('join by "and", and each count says what choosing will give', async () => {
    const watched = await open('van-ban/');
    const { page } = watched;
    await choose(page, 'loai', 'KH');
    assert.equal(new URL(page.url()).search, '?loai=KH');
    const plans = documents().filter(({ type }) => type?.code === 'KH');
    assert.deepEqual((await addresses(page)).toSorted(), plans.map(({ url }) => url).toSorted());
    const promised = Number(await page.textContent(`${value('co', 'vien-dan')} .facet-count`));
    assert.equal(promised, plans.filter(({ held }) => held === null).length);
    assert.ok(promised > 0 && promised < plans.length);
    await choose(page, 'co', 'vien-dan');
    assert.equal(new URL(page.url()).search, '?loai=KH&co=vien-dan');
    assert.equal((await addresses(page)).length, promised);
    assert.match(await page.title(), /Chỉ được viện dẫn, Kế hoạch, Văn bản — /u);
    // Of the own facet the other values stay, to be joined by "or".
    assert.ok(await page.locator(value('co', 'toan-van')).isEnabled());
    assert.deepEqual(watched.troubles, []);
    await watched.close();
  });

  test('load nothing before the first choice', async () => {
    const asked: string[] = [];
    const watched = await openPage(use().browser, use().url);
    watched.page.on('request', (request) => asked.push(request.url()));
    await watched.page.goto(`${use().url}van-ban/`, { waitUntil: 'networkidle' });
    assert.deepEqual(asked.filter((url) => url.includes('search-index')), []);
    await choose(watched.page, 'loai', 'NQ');
    assert.ok(asked.some((url) => url.endsWith('search-index/head.bin')));
    await watched.close();
  });

  test('stand whole in the address, which can be opened and gone back to', async () => {
    const watched = await open('van-ban/?loai=NQ&xep=cu');
    const { page } = watched;
    await page.waitForSelector(READY);
    const resolutions = documents().filter(({ type }) => type?.code === 'NQ');
    assert.equal((await addresses(page)).length, resolutions.length);
    const dates = await page.$$eval('[data-browse-results] time', (times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    assert.deepEqual(dates, dates.toSorted());
    assert.equal(await page.inputValue('[data-browse-sort]'), 'cu');
    await page.click('[data-browse-chosen] [data-facet="loai"]');
    await page.waitForFunction(() => location.search === '?xep=cu');
    await page.goBack();
    await page.waitForFunction((count) => document.querySelectorAll('[data-browse-results] .document-list-name').length === count, resolutions.length);
    assert.equal(await page.getAttribute(value('loai', 'NQ'), 'aria-pressed'), 'true');
    await watched.close();
  });

  test('begin on a static page with what the page stands for, and come back to it', async () => {
    const watched = await open('van-ban/loai/nghi-quyet/');
    const { page } = watched;
    const heading = await page.textContent('h1');
    const [year] = documents().filter(({ type, date }) => type?.code === 'NQ' && date !== null).map(({ date }) => String(date).slice(0, 4));
    await choose(page, 'nam', String(year));
    assert.equal(new URL(page.url()).search, `?loai=NQ&nam=${year}`);
    assert.deepEqual((await addresses(page)).toSorted(), documents().filter(({ type, date }) => type?.code === 'NQ' && date?.startsWith(String(year))).map(({ url }) => url).toSorted());
    await page.goBack();
    await page.waitForFunction((text) => document.querySelector('h1')?.textContent === text, heading);
    assert.equal(await page.locator('[data-browse-facets] a[aria-current]').count(), 1);
    await watched.close();
  });

  test('sort by number and by how often a document is cited', async () => {
    const watched = await open('van-ban/');
    const { page } = watched;
    await page.selectOption('[data-browse-sort]', 'so');
    await page.waitForFunction(() => location.search === '?xep=so');
    const serials = (await page.$$eval('[data-browse-results] .document-list-name', (names) => names.map((name) => Number(/(\d+)/u.exec(name.textContent ?? '')?.[1] ?? Infinity))));
    assert.deepEqual(serials, serials.toSorted((a, b) => a - b));
    await page.selectOption('[data-browse-sort]', 'dan');
    await page.waitForFunction(() => location.search === '?xep=dan');
    const counts = await page.$$eval('[data-browse-results] .document-list-count', (marks) => marks.map((mark) => Number(/\d+/u.exec(mark.textContent ?? '')?.[0])));
    assert.ok(counts.length > 1);
    assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
    await watched.close();
  });

  test('go by keyboard alone, keep the focus, and tell the count to screen readers', async () => {
    const watched = await open('van-ban/');
    const { page } = watched;
    await page.focus(value('loai', 'CV'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search === '?loai=CV');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-value')), 'CV');
    await page.waitForFunction(() => /^\d+ văn bản, lọc theo Công văn$/u.test(document.querySelector('[data-browse-live]')?.textContent ?? ''));
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.search === '');
    await watched.close();
  });

  test('say when nothing fits, and lead out of it', async () => {
    const watched = await open('van-ban/?loai=NQ&cap=commune');
    const { page } = watched;
    await page.waitForSelector('.browse-none');
    await page.click('.browse-none [data-clear]');
    await page.waitForFunction(() => location.search === '');
    assert.equal((await addresses(page)).length, Math.min(30, documents().length));
    await watched.close();
  });

  test('pass over what an address cannot mean', async () => {
    const watched = await open('van-ban/?trang=-3&xep=x&loai=%3Cscript%3E');
    await watched.page.waitForSelector('.browse-none');
    assert.match(await watched.page.textContent('[data-browse-chosen]') ?? '', /<script>/u);
    assert.deepEqual(watched.troubles, []);
    await watched.close();
  });

  test('lie folded on a phone, open above the list, and close onto it', async () => {
    const watched = await open('van-ban/', { viewport: { width: 360, height: 740 } });
    const { page } = watched;
    assert.equal(await page.isVisible('#loc'), false);
    await page.click('[data-open]');
    assert.equal(await page.isVisible('#loc'), true);
    await choose(page, 'loai', 'KH');
    const count = documents().filter(({ type }) => type?.code === 'KH').length;
    assert.equal(await page.textContent('[data-close]'), `Xem ${count} văn bản`);
    await page.click('[data-close]');
    assert.equal(await page.isVisible('#loc'), false);
    assert.equal(await page.textContent('[data-open]'), 'Lọc danh sách (1)');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await watched.close();
  });

  test('lead to the static pages where the index cannot be had', async () => {
    const watched = await open('van-ban/');
    await watched.page.route('**/search-index/**', (route) => route.abort());
    await watched.page.click(value('loai', 'NQ'));
    await watched.page.waitForURL(/\/van-ban\/loai\/nghi-quyet\/$/u);
    await watched.close();
  });

  test('are plain links without script', async () => {
    const watched = await open('van-ban/', { javaScriptEnabled: false });
    await watched.page.click(value('loai', 'NQ'));
    assert.match(watched.page.url(), /\/van-ban\/loai\/nghi-quyet\/$/u);
    assert.equal(await watched.page.isVisible('[data-browse-bar]'), false);
    await watched.close();
  });

  for (const width of [360, 1280]) test(`have no accessibility faults at ${width} px`, async () => {
    const watched = await open('van-ban/?loai=KH&co=vien-dan', { viewport: { width, height: 800 }, bypassCSP: true });
    await watched.page.waitForSelector(READY);
    if (width === 360) await watched.page.click('[data-open]');
    await watched.page.addScriptTag({ content: axe.source });
    const { violations } = await watched.page.evaluate(async () => (globalThis as unknown as PageWithAxe).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
    await watched.close();
  });
});
