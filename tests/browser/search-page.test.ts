/** How the search page behaves: keyboard, address, undoing, filters, live region, offline, without script, for screen readers. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { ask, openSearch, read, useSearchSite } from '../fixtures/search/search-site.ts';
import { openPage } from '../support/open-page.ts';

interface PageWithAxe {
  axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

const READY = '[data-search-results][data-state="ready"]';

describe('search page', () => {
  const use = useSearchSite('page');

  test('shows the answer of an address that carries a query', async () => {
    const watched = await openSearch(use(), 'nq57');
    const shown = await read(watched);
    assert.equal(shown.results[0], 'nq57');
    assert.equal(await watched.page.inputValue('#tim'), 'nq57');
    assert.equal(await watched.page.getAttribute(READY, 'data-query'), 'nq57');
    assert.match(await watched.page.title(), /^nq57 — /u);
    await watched.close();
  });

  test('answers at every letter, the last word unfinished', async () => {
    const watched = await openSearch(use());
    const { page } = watched;
    await page.focus('#tim');
    for (const letter of 'kinh phi cong doan') await page.keyboard.type(letter, { delay: 15 });
    await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-search-results]')?.dataset['query'] === 'kinh phi cong doan');
    assert.equal((await read(watched)).results[0], 'kinhphi');
    await page.waitForFunction(() => location.search === '?q=kinh+phi+cong+doan');
    assert.deepEqual(watched.troubles, []);
    await watched.close();
  });

  test('can be walked by keyboard alone: slash, words, down, enter', async () => {
    const watched = await openSearch(use());
    const { page } = watched;
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'tim');
    await page.keyboard.type('310cv');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-search-results]')?.dataset['query'] === '310cv');
    assert.equal(new URL(page.url()).searchParams.get('q'), '310cv');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focusedResult(page), 1);
    await page.keyboard.press('ArrowUp');
    assert.equal(await focusedResult(page), 0);
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'tim');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'tim');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/van-ban\//u);
    await watched.close();
  });

  test('lets a reading be undone, keeps that in the address, and lets it be taken back', async () => {
    const watched = await openSearch(use(), 'LĐLĐ tỉnh Thái Bình');
    const { page } = watched;
    assert.match((await read(watched)).understood, /Thái Bình nay thuộc Hưng Yên/u);
    await page.click('[data-undo="dia-danh"]');
    await page.waitForFunction(() => location.search.includes('bo=dia-danh'));
    await page.waitForSelector(READY);
    assert.doesNotMatch((await read(watched)).understood, /nay thuộc/u);
    await page.click('[data-redo]');
    await page.waitForFunction(() => !location.search.includes('bo='));
    await watched.close();
  });

  test('filters by chips with counts, in the address, and goes back', async () => {
    const watched = await openSearch(use(), 'kế hoạch');
    const { page } = watched;
    const all = (await read(watched)).results.length;
    const chip = page.locator('[data-facet="nam"][data-value="2025"]');
    const promised = Number(await chip.locator('.search-chip-count').textContent());
    await chip.click();
    await page.waitForFunction(() => location.search.includes('nam=2025'));
    await page.waitForSelector('[data-facet="nam"][data-value="2025"][aria-pressed="true"]');
    const filtered = (await read(watched)).results.length;
    assert.equal(filtered, promised);
    assert.ok(filtered < all);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-value')), '2025', 'focus stays on the chip');
    await page.goBack();
    await page.waitForFunction((count) => document.querySelectorAll('[data-result]').length === count, all);
    await watched.close();
  });

  test('an address restores filters and order', async () => {
    const { browser, url } = use();
    const watched = await openPage(browser, url);
    await watched.page.goto(`${url}tim-kiem/?q=k%E1%BA%BF+ho%E1%BA%A1ch&loai=KH&xep=cu`);
    await watched.page.waitForSelector(READY);
    const dates = await watched.page.$$eval('[data-result] time', (times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    assert.ok(dates.length > 2);
    assert.deepEqual(dates, dates.toSorted());
    assert.equal(await watched.page.inputValue('[data-search-sort]'), 'cu');
    assert.equal(await watched.page.getAttribute('[data-facet="loai"][data-value="KH"]', 'aria-pressed'), 'true');
    await watched.close();
  });

  test('tells screen readers the count once typing rests', async () => {
    const watched = await openSearch(use());
    await ask(watched, 'kinh phí công đoàn');
    await watched.page.waitForFunction(() => /\d+ kết quả cho kinh phí công đoàn/u.test(document.querySelector('[data-search-live]')?.textContent ?? ''));
    assert.equal(await watched.page.getAttribute('[data-search-live]', 'aria-live'), 'polite');
    await watched.close();
  });

  test('marks what matched with its real accents, and points to the clause', async () => {
    const watched = await openSearch(use(), 'muc dong kinh phi cong doan');
    const { marks, clause } = await read(watched);
    assert.ok(marks.some((mark) => mark.includes('kinh phí công đoàn')), marks.join('|'));
    assert.equal(clause, 'muc-1');
    await watched.close();
  });

  test('offers a better spelling that can be followed', async () => {
    const watched = await openSearch(use(), 'kinh phi cong daon');
    await watched.page.click('[data-suggestion] a');
    await watched.page.waitForFunction(() => document.querySelector<HTMLElement>('[data-search-results]')?.dataset['query'] === 'kinh phi cong doan');
    assert.equal(await watched.page.inputValue('#tim'), 'kinh phi cong doan');
    await watched.close();
  });

  test('says when a number is not there and offers the nearest', async () => {
    const watched = await openSearch(use(), '58-NQ/TW');
    assert.match((await read(watched)).unknown, /Kho này không có số 58-NQ\/TW.*Số gần giống:.*57-NQ\/TW/su);
    // What was typed with its own word is not called a number twice.
    await ask(watched, 'số 58-NQ/TW');
    const said = await read(watched);
    assert.match(said.unknown, /^Kho này không có số 58-NQ\/TW\./u);
    assert.match(said.understood, /số 58-NQ\/TW/u);
    assert.doesNotMatch(said.understood, /số số/u);
    await ask(watched, 'nghị quyết số 58-NQ/TW');
    assert.match((await read(watched)).unknown, /^Kho này không có nghị quyết số 58-NQ\/TW\./u);
    await watched.close();
  });

  test('an empty answer helps on', async () => {
    const watched = await openSearch(use());
    await ask(watched, 'khonghedtontai');
    const links = await watched.page.$$eval('[data-search-messages] a', (found) => found.map((link) => link.getAttribute('href')));
    assert.deepEqual(links, ['/so/', '/van-ban/']);
    await watched.close();
  });

  test('a query without any word, and no query, are no error', async () => {
    const watched = await openSearch(use());
    assert.deepEqual((await ask(watched, '!!! ???')).results, []);
    assert.deepEqual((await ask(watched, '')).results, []);
    assert.ok(await watched.page.isVisible('[data-search-help]'));
    assert.deepEqual(watched.troubles, []);
    await watched.close();
  });

  test('goes on without a network once loaded', async () => {
    const watched = await openSearch(use(), 'kinh phí công đoàn');
    const { page } = watched;
    // A small corpus is fetched whole while nobody waits.
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1500);
    await page.context().setOffline(true);
    for (const [query, first] of [['nq57', 'nq57'], ['lượng mưa', 'mua'], ['chăm lo tết', 'tet'], ['31/3/2026', 'cv10']] as const) assert.equal((await ask(watched, query)).results[0], first);
    await page.context().setOffline(false);
    await watched.close();
  });

  test('falls back to Pagefind when the index of ours cannot be had', async () => {
    const { browser, url } = use();
    const watched = await openPage(browser, url);
    await watched.page.route('**/search-index/**', (route) => route.abort());
    await watched.page.goto(`${url}tim-kiem/?q=l%C6%B0%E1%BB%A3ng+m%C6%B0a`);
    await watched.page.waitForSelector(READY);
    assert.equal((await read(watched)).results[0], 'mua');
    await watched.close();
  });

  test('says so, with a way on, when nothing can be had', async () => {
    const { browser, url } = use();
    const watched = await openPage(browser, url);
    await watched.page.route(/search-index|\/pagefind\//u, (route) => route.abort());
    await watched.page.goto(`${url}tim-kiem/?q=lương`);
    await watched.page.waitForSelector('[data-search-results][data-state="error"]', { state: 'attached' });
    assert.ok(await watched.page.isVisible('[data-retry]'));
    await watched.page.unroute(/search-index|\/pagefind\//u);
    await watched.page.click('[data-retry]');
    await watched.page.waitForSelector(READY);
    assert.equal((await read(watched)).results[0], 'luong');
    await watched.close();
  });

  test('without script offers the number index and the lists', async () => {
    const { browser, url } = use();
    const watched = await openPage(browser, url, { javaScriptEnabled: false });
    await watched.page.goto(`${url}tim-kiem/?q=nq57`);
    assert.ok(await watched.page.isVisible('main a[href="/so/"]'));
    assert.ok(await watched.page.isVisible('main a[href="/van-ban/"]'));
    await watched.close();
  });

  test('keeps the main thread free: no task above 200 ms', async () => {
    const watched = await openSearch(use());
    await watched.page.evaluate(() => {
      const long: number[] = [];
      new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask', buffered: true });
      Object.assign(globalThis, { long });
    });
    for (const query of ['kế hoạch', 'công đoàn', '57-NQ/TW', 'lien doan lao dong']) await ask(watched, query);
    const long = await watched.page.evaluate(() => (globalThis as unknown as { long: number[] }).long);
    assert.deepEqual(long.filter((duration) => duration > 200), []);
    await watched.close();
  });

  for (const [name, options] of [['light', { colorScheme: 'light' }], ['dark', { colorScheme: 'dark' }], ['forced colours', { forcedColors: 'active' }]] as const) {
    test(`axe finds nothing in any state, ${name}`, async () => {
      const { browser, url } = use();
      const watched = await openPage(browser, url, { ...options, viewport: { width: 390, height: 800 } });
      const found: string[] = [];
      for (const query of ['', 'nq57', 'lien doan lao dong', 'kinh phi cong daon', '58-NQ/TW', 'khonghedtontai', 'giấy mời họp giao ban']) {
        await watched.page.goto(`${url}tim-kiem/?q=${encodeURIComponent(query)}`);
        await watched.page.waitForSelector(READY, { state: 'attached' });
        await watched.page.waitForTimeout(100);
        found.push(...(await violationsOf(watched.page)).map((violation) => `${query}: ${violation}`));
      }
      await watched.page.goto(`${url}tim-kiem/?q=k%E1%BA%BF+ho%E1%BA%A1ch&nam=2025`);
      await watched.page.waitForSelector(READY);
      await watched.page.$$eval('.search-filters', (all) => all.forEach((details) => details.setAttribute('open', '')));
      found.push(...(await violationsOf(watched.page)).map((violation) => `filters open: ${violation}`));
      await watched.page.route(/search-index|\/pagefind\//u, (route) => route.abort());
      await watched.page.goto(`${url}tim-kiem/?q=lương`);
      await watched.page.waitForSelector('[data-search-results][data-state="error"]', { state: 'attached' });
      found.push(...(await violationsOf(watched.page)).map((violation) => `error: ${violation}`));
      assert.deepEqual(found, []);
      await watched.close();
    });
  }

  for (const query of ['', 'kế hoạch', '58-NQ/TW', 'LĐLĐ tỉnh Thái Bình', 'khonghedtontai']) {
    test(`shifts nothing while it loads: ${query || 'nothing asked'}`, async () => {
      const { browser, url } = use();
      const watched = await openPage(browser, url, { viewport: { width: 360, height: 780 } });
      await watched.page.addInitScript(() => {
        const shifts: number[] = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => (entry as unknown as { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
        Object.assign(globalThis, { shifts });
      });
      await watched.page.goto(`${url}tim-kiem/?q=${encodeURIComponent(query)}`);
      await watched.page.waitForSelector(READY, { state: 'attached' });
      // The excerpts further down come a little later.
      await watched.page.waitForTimeout(700);
      const shift = await watched.page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
      assert.ok(shift < 0.02, `cumulative layout shift ${shift.toFixed(3)}`);
      await watched.close();
    });
  }

  test('does not jump: what is above the list keeps its place while typing', async () => {
    const watched = await openSearch(use(), 'kế hoạch');
    const place = (): Promise<number> => watched.page.$eval('[data-search-results]', (list) => Math.round(list.getBoundingClientRect().top));
    const before = await place();
    for (const query of ['kế hoạch năm', 'kh 146', 'kees hoachj']) {
      await ask(watched, query);
      assert.equal(await place(), before, query);
    }
    await watched.close();
  });
});

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as PageWithAxe).axe.run({ resultTypes: ['violations'] }));
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

function focusedResult(page: Page): Promise<number> {
  return page.evaluate(() => [...document.querySelectorAll('[data-result]')].findIndex((item) => item.contains(document.activeElement)));
}
