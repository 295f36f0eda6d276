/** Tools of a document's page, driven as a person drives them. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import type { Page } from 'playwright';
import { heldDocuments } from '../support/documents.ts';
import { useBrowserSite } from '../support/browser-site.ts';
import { eventually } from '../support/eventually.ts';
import { openPage } from '../support/open-page.ts';
import { readClipboard } from '../support/read-clipboard.ts';

const PLAN = 'van-ban/ldld-hung-yen-cu/2025/146-kh-ldld/';
const PERMISSIONS = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('tools of the document page', () => {
  const use = useBrowserSite('main');

  test('a provision is cited and addressed from its mark, by keyboard', async () => {
    const { browser, site, url } = use();
    const { page, troubles, close } = await openPage(browser, url, PERMISSIONS);
    await page.goto(url + PLAN);
    await page.locator('.tool-bar').waitFor();
    const anchor = heldDocuments(site).find(({ key }) => PLAN.includes(key))?.record.outline.find((entry) => /^muc-ii\.2$/u.test(entry.anchor))?.anchor ?? '';
    await page.locator(`a.pin[href$="#${anchor}"]`).focus();
    await page.keyboard.press('Enter');
    const menu = page.locator('.pin-menu');
    await menu.waitFor();
    assert.equal(await menu.getAttribute('aria-label'), 'Công cụ của khoản 2 mục II');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Đã sao chép câu trích dẫn.' }).waitFor();
    const cited = await readClipboard(page);
    assert.equal(cited.text, 'khoản 2 mục II Kế hoạch số 146/KH-LĐLĐ ngày 19/6/2025 của Liên đoàn Lao động tỉnh Hưng Yên');
    assert.ok(cited.html.includes(`href="https://can-cu.example.vn/${PLAN}#${anchor}"`), cited.html);
    assert.equal(new URL(page.url()).hash, `#${anchor}`);
    assert.ok(await page.locator(`a.pin[href$="#${anchor}"]`).evaluate((pin) => pin === document.activeElement), 'the focus comes back to the mark');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Đã sao chép địa chỉ.' }).waitFor();
    assert.equal((await readClipboard(page)).text, `https://can-cu.example.vn/${PLAN}#${anchor}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    assert.ok(!(await menu.isVisible()));
    assert.deepEqual(troubles, []);
    await close();
  });

  test('keys move, copy and open their own list, and can be switched off', async () => {
    const { browser, url } = use();
    const { page, troubles, close } = await openPage(browser, url, PERMISSIONS);
    await page.goto(url + PLAN);
    await page.locator('.tool-bar').waitFor();
    await page.keyboard.press('c');
    await page.getByRole('status').filter({ hasText: 'Đã sao chép câu trích dẫn.' }).waitFor();
    assert.match((await readClipboard(page)).text, /^Kế hoạch số 146\/KH-LĐLĐ ngày 19\/6\/2025/u);
    await page.keyboard.press('j');
    const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.keyboard.press('j');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    assert.ok(first?.startsWith('#') && second?.startsWith('#') && first !== second, `${first} ${second}`);
    await page.keyboard.press('k');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), first);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Phím tắt' });
    await dialog.waitFor();
    assert.ok((await dialog.locator('kbd').count()) >= 8);
    await page.getByLabel('Dùng phím tắt một chữ').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    assert.ok(!(await dialog.isVisible()));
    await page.getByRole('button', { name: 'Phím tắt' }).click();
    await dialog.waitFor();
    assert.deepEqual(troubles, []);
    await close();
  });

  test('a cited document shows its card on focus and on hover, and Escape takes it away', async () => {
    const { browser, url } = use();
    const { page, troubles, close } = await openPage(browser, url);
    await page.goto(url + PLAN);
    await page.locator('.tool-bar').waitFor();
    const link = page.locator('.sheet a[data-citation][href]').first();
    await link.hover();
    const card = page.getByRole('tooltip');
    await card.waitFor();
    assert.match(await card.innerText(), /số .*\s+.* · .* · (?:Có toàn văn|Chỉ được viện dẫn)/u);
    assert.equal(await link.getAttribute('aria-describedby'), await card.getAttribute('id'));
    await card.hover();
    await page.waitForTimeout(500);
    assert.ok(await card.isVisible(), 'the pointer may rest on the card');
    await page.keyboard.press('Escape');
    assert.ok(!(await card.isVisible()));
    await page.mouse.move(0, 0);
    await page.keyboard.press('Tab');
    for (let step = 0; step < 200 && !(await page.evaluate(() => document.activeElement?.matches('.sheet a[data-citation][href]'))); step++) await page.keyboard.press('Tab');
    await card.waitFor();
    assert.deepEqual(troubles, []);
    await close();
  });

  test('the basket button, the contents and the cite box work', async () => {
    const { browser, url } = use();
    const { page, troubles, close } = await openPage(browser, url, { ...PERMISSIONS, viewport: { width: 1366, height: 800 } });
    await page.goto(url + PLAN);
    const add = page.getByRole('button', { name: 'Thêm vào giỏ căn cứ' });
    await add.click();
    assert.equal(await page.getByRole('button', { name: 'Có trong giỏ căn cứ' }).getAttribute('aria-pressed'), 'true');
    await page.goto(`${url}soan-can-cu/`);
    await page.locator('writer-kit[data-state="ready"]').waitFor();
    assert.match(await page.locator('[data-kit="basket"]').innerText(), /Kế hoạch số 146\/KH-LĐLĐ/u);
    await page.goto(url + PLAN);
    await page.locator('#muc-iii').scrollIntoViewIfNeeded();
    await page.evaluate(() => document.getElementById('muc-iii')?.scrollIntoView());
    await eventually('the mark in the contents', async () => (await page.locator('.contents a[aria-current="location"]').getAttribute('href', { timeout: 2000 }))?.startsWith('#muc-iii'));
    const box = page.locator('#trich-dan');
    await box.getByRole('button', { name: /^Chép: Lần đầu/u }).click();
    const { text, html } = await readClipboard(page);
    assert.match(text, /^Kế hoạch số 146\/KH-LĐLĐ ngày 19 tháng 6 năm 2025 của Liên đoàn Lao động tỉnh Hưng Yên về việc phát động/u);
    assert.match(html, /<a href="https:\/\/can-cu\.example\.vn\/van-ban\//u);
    await box.getByText('Cách viết khác').click();
    await box.getByLabel('Thể thức').selectOption('party');
    await box.getByLabel('Dạng').selectOption('markdown');
    assert.match(await box.locator('.cite-output').innerText(), /^\[Kế hoạch số 146\/KH-LĐLĐ\]\(https:.*\), ngày 19 tháng 6/u);
    await box.getByText('Nhúng vào trang khác').click();
    await box.getByRole('button', { name: /^Chép: Khung iframe/u }).click();
    assert.match((await readClipboard(page)).text, /^<iframe src="https:\/\/can-cu\.example\.vn\/nhung\/.*" title="Kế hoạch số 146\/KH-LĐLĐ, .*sandbox="allow-popups/u);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('the frame works in a page of another site', async () => {
    const { browser, url } = use();
    const other = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<title>x</title><iframe title="t" src="${url}nhung/ldld-hung-yen-cu/2025/146-kh-ldld/" width="560" height="300" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`);
    });
    await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve); });
    const { page, close } = await openPage(browser, url);
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const card = page.frameLocator('iframe');
    assert.equal(await card.locator('h1').innerText(), 'Kế hoạch số 146/KH-LĐLĐ');
    const fits = await page.frames()[1]?.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1);
    assert.ok(fits, 'the card shows whole in the frame');
    await close();
    other.close();
  });

  test('at 320 pixels and at twice the text size nothing is cut and every button can be pressed', async () => {
    const { browser, url } = use();
    for (const [name, setup] of [['320', async () => undefined], ['200 %', async (page: Page) => { await page.addStyleTag({ content: '' }).catch(() => undefined); await page.evaluate(() => { document.documentElement.style.setProperty('font-size', '200%'); }); }]] as const) {
      const { page, close } = await openPage(browser, url, { viewport: { width: name === '320' ? 320 : 640, height: 800 } });
      for (const path of [PLAN, 'soan-can-cu/', 'ngoai-tuyen/', 'du-lieu/', 'nhung/ldld-hung-yen-cu/2025/146-kh-ldld/']) {
        await page.goto(url + path);
        await setup(page as never);
        if (path === PLAN) await page.locator('.tool-bar').waitFor();
        const { wide, small } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          small: [...document.querySelectorAll<HTMLElement>('main button, main select, main .pin')].filter((item) => item.offsetParent !== null).filter((item) => { const box = item.getBoundingClientRect(); return box.height < 24 || box.width < 24; }).map((item) => item.outerHTML.slice(0, 90)),
        }));
        assert.ok(wide <= 0, `${path} at ${name}: ${wide} px too wide`);
        assert.deepEqual(small, [], `${path} at ${name}`);
      }
      await close();
    }
  });
});
