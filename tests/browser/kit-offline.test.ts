/** Keeping pages on the reader's machine: chosen documents, the whole site with search, the folder copy; a page gone from the server goes from the cache. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { useBrowserSite } from '../support/browser-site.ts';
import { eventually } from '../support/eventually.ts';
import { openPage } from '../support/open-page.ts';
import { startStaticServer } from '../../scripts/lib/static-server.ts';
import { freshFolder, type BuiltSite } from '../support/site.ts';

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
    await keepLetter(page, url);
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

  test('a withdrawal told by the server takes a kept page away, though the reader never opens that page again', async () => {
    const { browser, site, url } = use();
    const { page, close } = await openPage(browser, url);
    await keepLetter(page, url);
    const restore = withdrawInWorker(site, LETTER);
    try {
      // Any page of the site will do: the browser asks for the worker, finds other bytes, and the new one forgets.
      await page.goto(`${url}ngoai-tuyen/`);
      await page.evaluate(async () => { await (await navigator.serviceWorker.ready).update(); });
      await eventually('the page to be forgotten', () => page.evaluate(async (path) => (await caches.match(path)) === undefined, `/${LETTER}`));
      await page.context().setOffline(true);
      await page.goto(url + LETTER);
      assert.equal(await page.locator('h1').innerText(), 'Đọc khi mất mạng');
    } finally {
      restore();
      await close();
    }
  });

  test('a new worker takes over without a reload: place and page stay as they are', async () => {
    const { browser, site, url } = use();
    const { page, close } = await openPage(browser, url, { reducedMotion: 'reduce' });
    await keepLetter(page, url);
    await page.goto(`${url}${PLAN}#muc-iii`);
    await eventually('the place', () => page.evaluate(() => scrollY > 500));
    const before = await page.evaluate(() => {
      Object.assign(globalThis, { stayed: true });
      navigator.serviceWorker.addEventListener('controllerchange', () => Object.assign(globalThis, { changed: true }));
      return scrollY;
    });
    const restore = withdrawInWorker(site, LETTER);
    try {
      await page.evaluate(async () => { await (await navigator.serviceWorker.ready).update(); });
      await eventually('the new worker', () => page.evaluate(() => 'changed' in globalThis));
      assert.deepEqual(await page.evaluate(() => ['stayed' in globalThis, scrollY]), [true, before]);
    } finally {
      restore();
      await close();
    }
  });

  test('the copy for a folder, served by the program beside it, searches and composes', async () => {
    const { browser, site } = use();
    const folder = unpackCopy(site, 'offline-served');
    const served = await serveCopy(folder);
    const { page, troubles, close } = await openPage(browser, served.url);
    try {
      await page.goto(`${served.url}tim-kiem/?q=binh%20dan%20hoc%20vu%20so`);
      await eventually('an answer', () => page.evaluate(() => document.querySelector('[data-search-results]')?.getAttribute('data-state') === 'ready' && document.querySelectorAll('[data-result]').length > 0), 30_000);
      await page.locator('[data-result] a').first().click();
      assert.equal(await page.locator('[data-document-key]').count(), 1);
      await page.getByRole('button', { name: 'Thêm vào giỏ căn cứ' }).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Giữ để đọc khi mất mạng' }).count(), 0);
      await page.goto(`${served.url}ngoai-tuyen/`);
      await page.getByRole('status').filter({ hasText: 'đã nằm cả trên máy này' }).waitFor();
      await page.goto(`${served.url}soan-can-cu/`);
      await page.locator('writer-kit[data-checker="ready"]').waitFor();
      assert.equal((await page.request.get(`${served.url}..%2f..%2fetc/passwd`)).status(), 404);
      assert.deepEqual(troubles, []);
    } finally {
      await close();
      await served.close();
    }
  });

  test('the copy for a folder opens from the disk: pages, style, links', async () => {
    const { browser, site, url } = use();
    const folder = unpackCopy(site, 'offline-copy');
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

async function keepLetter(page: Page, url: string): Promise<void> {
  await page.goto(url + LETTER);
  await page.getByRole('button', { name: 'Giữ để đọc khi mất mạng' }).click();
  await page.getByRole('button', { name: 'Đã giữ trên máy này' }).waitFor();
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  await page.reload();
}

/** Serves a worker as a build after a withdrawal writes it. @returns puts the worker back */
function withdrawInWorker(site: BuiltSite, path: string): () => void {
  const file = join(site.dir, 'sw.js');
  const code = readFileSync(file, 'utf8');
  const changed = code.replace('"withdrawn":[', `"withdrawn":["/${path.replace(/\/$/u, '')}"`);
  assert.notEqual(changed, code);
  writeFileSync(file, changed);
  return () => { writeFileSync(file, code); };
}

/** Unpacks the archive of the whole site. @returns folder that holds `can-cu/` */
function unpackCopy(site: BuiltSite, name: string): string {
  const folder = freshFolder(name);
  for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(readFileSync(join(site.dir, 'du-lieu/ngoai-tuyen.zip')))))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

/** Runs the copy's own `mo-kho.py`; on a machine without Python our server stands in, which shows the pages work, not the program. */
async function serveCopy(folder: string): Promise<{ url: string; close(): Promise<void> }> {
  if (spawnSync('python3', ['--version']).status !== 0) return startStaticServer({ siteDir: join(folder, 'can-cu'), basePath: '/', port: 0 });
  const child = spawn('python3', [join(folder, 'can-cu/mo-kho.py')], { env: { ...process.env, BROWSER: 'true' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: line.toString().trim(), close: async () => { child.kill('SIGINT'); await once(child, 'exit'); } };
}
