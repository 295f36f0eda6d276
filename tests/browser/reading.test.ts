/** A document read without script, with the keyboard, on paper. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { lettersAndDigits } from '../../scripts/lib/html-page.ts';
import { readCorpus } from '../../scripts/lib/read-corpus.ts';
import { heldDocuments } from '../support/documents.ts';
import { useBrowserSite } from '../support/browser-site.ts';
import { eventually } from '../support/eventually.ts';
import { openPage } from '../support/open-page.ts';

describe('the two texts of a corrected document', () => {
  const use = useBrowserSite('second-union');
  const PLAN = 'van-ban/ldld-khanh-hoa/2026/12-kh-ldld/';

  test('without script and by keyboard a reader changes from the text as received to the corrected one, and paper follows', async () => {
    const { browser, site, url } = use();
    const { page, close } = await openPage(browser, url, { javaScriptEnabled: false });
    await page.goto(url + PLAN);
    const words = page.locator('.sheet .correction');
    const corrected = page.locator('.sheet ins');
    const shows = async (): Promise<[boolean, boolean]> => [await words.isVisible(), await corrected.isVisible()];
    assert.deepEqual(await shows(), [true, false], 'the words of the source come first');
    await page.getByRole('radio', { name: 'Như nhận được' }).focus();
    await page.keyboard.press('ArrowRight');
    assert.ok(await page.getByRole('radio', { name: 'Đã hiệu đính (1 chỗ)' }).isChecked());
    assert.deepEqual(await shows(), [false, true]);
    assert.ok(((await corrected.boundingBox())?.width ?? 0) > 100, 'the corrected words are drawn');
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await shows(), [false, true]);
    assert.match(await page.locator('.print-foot').innerText(), /Lời văn in có hiệu đính/u);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('radio', { name: 'Như nhận được' }).check();
    assert.deepEqual(await shows(), [true, false]);
    await page.emulateMedia({ media: 'print' });
    assert.match(await page.locator('.print-foot').innerText(), /Lời văn in như nhận được/u);
    await close();
    assert.ok(heldDocuments(site).some(({ record }) => record.corrections.length > 0));
  });
});

describe('reading', () => {
  const use = useBrowserSite('main');

  test('with script off the whole text stands there and every link of the chain works', async () => {
    const { browser, site, url } = use();
    const { page, troubles, close } = await openPage(browser, url, { javaScriptEnabled: false });
    for (const { key, record } of heldDocuments(site)) {
      await page.goto(`${url}van-ban/${key}/`);
      const visible = lettersAndDigits(await page.locator('main').innerText()).toLowerCase();
      const number = lettersAndDigits(record.number ?? '').toLowerCase();
      assert.ok(visible.includes(number), `${key}: number`);
      for (const { anchor } of record.outline) assert.ok(await page.locator(`[id="${anchor}"]`).isVisible(), `${key}#${anchor}`);
      const first = page.locator('a[data-citation][href]').first();
      if ((await first.count()) === 0) continue;
      await first.click();
      assert.match(page.url(), /\/van-ban\//u);
      assert.equal(await page.locator('h1').count(), 1);
    }
    await close();
    assert.deepEqual(troubles, []);
  });

  test('with script off the search page says what to do instead', async () => {
    const { browser, url } = use();
    const { page, close } = await openPage(browser, url, { javaScriptEnabled: false });
    await page.goto(`${url}tim-kiem/?q=57-NQ`);
    assert.ok(await page.locator('main noscript').first().isVisible());
    assert.ok(await page.locator('main a[href*="/van-ban/"], main noscript a').count() > 0);
    await close();
  });

  test('the keyboard reaches the text by the skip link, then the search field, with the focus seen', async () => {
    const { browser, site, url } = use();
    const { page, close } = await openPage(browser, url);
    const [held] = heldDocuments(site);
    await page.goto(`${url}van-ban/${held?.key}/`);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    const target = /^#(.+)$/u.exec((await skip.getAttribute('href')) ?? '')?.[1] ?? '';
    assert.ok(await skip.isVisible());
    await page.keyboard.press('Enter');
    await eventually('the jump', () => page.evaluate((id) => location.hash === `#${id}` && document.getElementById(id) !== null, target));
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate((id) => document.getElementById(id)?.contains(document.activeElement), target), 'the next stop is inside the text');

    await page.goto(`${url}`);
    let reached = false;
    for (let step = 0; step < 40 && !reached; step++) {
      await page.keyboard.press('Tab');
      const state = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        return { search: element.matches('input[name="q"]'), seen: style.outlineStyle !== 'none' || style.boxShadow !== 'none', size: box.width * box.height, html: element.outerHTML.slice(0, 120) };
      });
      assert.ok(state.seen && state.size > 0, `no visible focus on ${state.html}`);
      reached = state.search;
    }
    assert.ok(reached, 'the search field is reached within 40 steps');
    await page.keyboard.type('57-NQ/TW');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tim-kiem\/\?q=57-NQ/u);
    await close();
  });

  test('on paper there is the text, black on white, without navigation', async () => {
    const { browser, site, url } = use();
    const { page, close } = await openPage(browser, url, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    for (const { key } of heldDocuments(site).slice(0, 3)) {
      await page.goto(`${url}van-ban/${key}/`);
      for (const nav of await page.locator('nav, form[role="search"], .skip-link').all()) assert.ok(!(await nav.isVisible()), `${key}: ${(await nav.evaluate((element) => element.outerHTML)).slice(0, 80)}`);
      const text = page.locator('[data-source-text]').first();
      assert.ok(await text.isVisible());
      assert.equal(await text.evaluate((element) => getComputedStyle(element).color), 'rgb(0, 0, 0)', key);
      assert.ok((await page.locator('body').innerText()).includes(`/van-ban/${key}/`) || (await page.locator('body').innerText()).includes('/v/'), `${key}: permalink on paper`);
    }
    await close();
  });

  test('the pages of paper hold every word, a number from the second on, and number and address at the foot of each', async () => {
    const { browser, site, url } = use();
    const { page, close } = await openPage(browser, url);
    for (const { key, record } of heldDocuments(site)) {
      await page.goto(`${url}van-ban/${key}/`);
      const sheets = await readPdfPages(await page.pdf({ preferCSSPageSize: true }));
      const code = readCorpus(site.contentDir).graph.documents.get(key)?.code ?? '';
      const foot = `${record.number === null ? '' : `${record.number} · `}can-cu.example.vn/v/${code}/`;
      const words = sheets.map(({ text, width, height }, index) => {
        assert.deepEqual([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)], [210, 297], `${key}: A4`);
        assert.ok(text.includes(foot), `${key}: foot of page ${index + 1}`);
        const rest = text.replace(foot, '').trim();
        assert.equal(new RegExp(`^${index + 1}\\s|\\s${index + 1}$`, 'u').test(rest), index > 0, `${key}: number of page ${index + 1}`);
        return lettersAndDigits(rest);
      });
      // The order of a page's words in the file is that of painting; a paragraph may go on over the page.
      const isPrinted = (leaf: string): boolean => words.some((page, index) => page.includes(leaf) || Array.from(leaf, (_, cut) => cut).some((cut) => cut > 0 && page.includes(leaf.slice(0, cut)) && words[index + 1]?.includes(leaf.slice(cut))));
      const leaves = (await page.locator('[data-source-text]:not(.furniture)').allTextContents()).map(lettersAndDigits);
      assert.deepEqual(leaves.filter((leaf) => !isPrinted(leaf)), [], key);
    }
    await close();
  });

  test('a document only cited prints as one column with one QR code', async () => {
    const { browser, url } = use();
    const { page, close } = await openPage(browser, url);
    await page.goto(`${url}van-ban/bo-chinh-tri/2024/57-nq-tw/`);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('img[src$=".svg"]:visible').count(), 1);
    assert.equal(await page.locator('.document-cited .ladder').first().evaluate((list) => getComputedStyle(list).display), 'block');
    await close();
  });

  test('a link to a provision shows the provision', async () => {
    const { browser, site, url } = use();
    const { page, close } = await openPage(browser, url);
    const [held] = heldDocuments(site);
    const anchor = held?.record.outline.at(-1)?.anchor ?? '';
    await page.goto(`${url}van-ban/${held?.key}/#${anchor}`);
    const isShown = (id: string): boolean => {
      const box = document.getElementById(id)?.getBoundingClientRect();
      return box !== undefined && box.top >= -1 && box.top < innerHeight;
    };
    await eventually(`#${anchor}`, () => page.evaluate(isShown, anchor));
    await close();
  });

  test('a wrong address leads to a page that helps', async () => {
    const { browser, url } = use();
    const { page, close } = await openPage(browser, url);
    const answer = await page.goto(`${url}van-ban/khong-co/2026/1/`);
    assert.equal(answer?.status(), 404);
    assert.ok(await page.locator('main input[name="q"]').isVisible());
    await close();
  });
});

/** Words of each page of a PDF file, with its size in points. */
async function readPdfPages(bytes: Uint8Array): Promise<{ text: string; width: number; height: number }[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({ text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('').replace(/\s+/gu, ' ').trim(), width, height });
  }
  return pages;
}
