/** Keeping pages on the reader's machine: chosen documents, the whole site with search, the folder copy; a page gone from the server goes from the cache. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { useBrowserSite } from '../support/browser-site.ts';
import { eventually } from '../support/eventually.ts';
import { openPage } from '../support/open-page.ts';
import { freshFolder } from '../support/site.ts';

const PLAN = 'van-ban/ldld-hung-yen-cu/2025/146-kh-ldld/';
const LETTER = 'van-ban/ldld-hung-yen/2026/10-ldld-ctcd/';

describe('offline', () => {
  const use = useBrowserSite('main');

  test('a kept document opens without a network; another address says what can be read', async () => {
    const { browser, url } = use();
    const { page, close } = await openPage(browser, url);
    await page.goto(url + PLAN);
    await page.getByRole('button', { name: 'Giữ để đọc khi mất mạng' }).click();
    await page.getByRole('button', { name: 'Đã giữ trên máy này' }).waitFor();
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await page.reload();
    await page.context().setOffline(true);
    await page.goto(url + PLAN);
    assert.equal(await page.locator('h1').innerText(), 'Kế hoạch số 146/KH-LĐLĐ');
    assert.match(await page.locator('.sheet').evaluate((sheet) => getComputedStyle(sheet).fontFamily), /Source Serif/u);
    await page.goto(url + LETTER);
    assert.equal(await page.locator('h1').innerText(), 'Đọc khi mất mạng');
    await close();
  });

  test('the whole site is kept, search included', async () => {
    const { browser, url } = use();
    const { page, close } = await openPage(browser, url);
    await page.goto(`${url}ngoai-tuyen/`);
    await page.locator('offline-keeper[data-state="ready"]').waitFor();
    await page.getByRole('button', { name: 'Giữ cả kho trên máy này' }).click();
    await page.getByRole('status').filter({ hasText: 'Đã giữ cả kho trên máy này.' }).waitFor({ timeout: 60_000 });
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await page.context().setOffline(true);
    await page.goto(`${url}tim-kiem/?q=binh%20dan%20hoc%20vu%20so`);
    await eventually('an answer', () => page.evaluate(() => document.querySelector('[data-search-results]')?.getAttribute('data-state') === 'ready' && document.querySelectorAll('[data-result]').length > 0), 30_000);
    await page.locator('[data-result] a').first().click();
    assert.equal(await page.locator('[data-document-key]').count(), 1);
    await close();
  });

  test('what the server has no more is not shown from the cache again', async () => {
    const { browser, site, url } = use();
    const { page, close } = await openPage(browser, url);
    await page.goto(url + LETTER);
    await page.getByRole('button', { name: 'Giữ để đọc khi mất mạng' }).click();
    await page.getByRole('button', { name: 'Đã giữ trên máy này' }).waitFor();
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await page.reload();
    const file = join(site.dir, LETTER, 'index.html');
    renameSync(file, `${file}.away`);
    try {
      const answer = await page.goto(url + LETTER);
      assert.equal(answer?.status(), 404);
    } finally {
      renameSync(`${file}.away`, file);
    }
    await page.context().setOffline(true);
    await page.goto(url + LETTER);
    assert.equal(await page.locator('h1').innerText(), 'Đọc khi mất mạng');
    await close();
  });

  test('the copy for a folder opens from the disk: pages, style, links', async () => {
    const { browser, site, url } = use();
    const folder = freshFolder('offline-copy');
    for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(readFileSync(join(site.dir, 'du-lieu/ngoai-tuyen.zip')))))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    assert.match(readFileSync(join(folder, 'can-cu/DOC-TRUOC.txt'), 'utf8'), /mo-kho\.bat/u);
    const { page, close } = await openPage(browser, url);
    await page.goto(pathToFileURL(join(folder, 'can-cu/index.html')).href);
    await page.locator('a[href*="van-ban/ldld-hung-yen/2026/10-ldld-ctcd/"]').first().click();
    assert.equal(await page.locator('h1').innerText(), 'Công văn số 10/LĐLĐ-CTCĐ');
    assert.equal(await page.locator('.sheet').evaluate((sheet) => getComputedStyle(sheet).maxInlineSize !== 'none'), true);
    await page.locator('.sheet a[data-citation][href]').first().click();
    assert.equal(await page.locator('[data-document-key]').count(), 1);
    await close();
  });
});
