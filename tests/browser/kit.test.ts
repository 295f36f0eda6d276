/** The writer's kit as a person uses it: choose, compose, copy, download, check a draft; nothing leaves the machine. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright';
import type { KitEntry } from '../../src/corpus/exports/kit-index.ts';
import { cutKitIndex } from '../../src/corpus/exports/kit-parts.ts';
import { useBrowserSite } from '../support/browser-site.ts';
import { eventually } from '../support/eventually.ts';
import { openPage } from '../support/open-page.ts';
import { readClipboard, readPasted } from '../support/read-clipboard.ts';

const DRAFT = `LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN
Số: 20/LĐLĐ-CTCĐ
Hưng Yên, ngày 10 tháng 4 năm 2026
V/v triển khai phong trào
Kính gửi: Công đoàn cơ sở
Thực hiện Nghị quyết số 57-NQ/TW ngày 20/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ; Kế hoạch số 237/KH-TLĐ ngày 17/6/2025 của Tổng Liên đoàn Lao động Việt Nam; Công văn số 9999/TLĐ ngày 01/01/2026 của Tổng Liên đoàn Lao động Việt Nam, Liên đoàn Lao động tỉnh đề nghị các đơn vị triển khai.
`;

async function openKit(page: Page, url: string): Promise<void> {
  await page.goto(`${url}soan-can-cu/`);
  await page.locator('writer-kit[data-state="ready"]').waitFor();
}

describe("the writer's kit", () => {
  const use = useBrowserSite('main');
  const open = async (options = {}) => {
    const { browser, url } = use();
    return openPage(browser, url, { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true, ...options });
  };

  test('by keyboard alone: find, add, order, name, copy as rich text', async () => {
    const { page, troubles, close } = await open();
    await openKit(page, use().url);
    await page.getByLabel('Số hiệu hoặc vài từ').focus();
    for (const query of ['237/kh-tld', '57nqtw', 'cong van 310']) {
      await page.keyboard.type(query);
      await page.keyboard.press('Enter');
    }
    assert.equal(await page.locator('[data-kit="basket"] > li').count(), 3);
    await page.getByRole('button', { name: 'Xếp theo giá trị pháp lý và ngày' }).focus();
    await page.keyboard.press('Enter');
    const lines = await page.locator('[data-kit="clause"] p').allInnerTexts();
    assert.match(lines[0] ?? '', /^Thực hiện Nghị quyết số 57-NQ\/TW, ngày 22 tháng 12 năm 2024 của Bộ Chính trị .*;$/u);
    assert.match(lines[1] ?? '', /^Thực hiện Kế hoạch số 237\/KH-TLĐ ngày 17 tháng 6 năm 2025 của Tổng Liên đoàn Lao động Việt Nam về việc .*;$/u);
    assert.match(lines[2] ?? '', /^Thực hiện Công văn số 310-CV\/.*\.$/u);
    await page.getByLabel('Tên gọi tắt của Nghị quyết số 57-NQ/TW').focus();
    await page.keyboard.type('Nghị quyết số 57');
    await page.getByRole('button', { name: 'Chép câu căn cứ' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Đã sao chép câu căn cứ.' }).waitFor();
    const { text, html } = await readClipboard(page);
    assert.match(text, /\(sau đây gọi tắt là Nghị quyết số 57\);\n/u);
    assert.match(html, /<i>Thực hiện <a href="https:\/\/can-cu\.example\.vn\/v\/[0-9a-z]{6}\/"/u);
    assert.match(await readPasted(page.context()), /<p align="justify" style="text-indent:\s?1cm;?"><font face="Times New Roman"/u);
    // The basket is still there after coming back.
    await openKit(page, use().url);
    assert.equal(await page.locator('[data-kit="basket"] > li').count(), 3);
    await page.getByRole('button', { name: /^Bỏ Công văn số 310/u }).click();
    assert.equal(await page.locator('[data-kit="basket"] > li').count(), 2);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('the Word file opens: italic Times, links, the words of the clause', async () => {
    const { page, troubles, close } = await open();
    await openKit(page, use().url);
    await page.getByLabel('Số hiệu hoặc vài từ').fill('57-nq/tw');
    await page.keyboard.press('Enter');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải tệp Word' }).click()]);
    assert.equal(download.suggestedFilename(), 'cau-can-cu.docx');
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    assert.match(xml.replace(/<[^>]+>/gu, ''), /Thực hiện Nghị quyết số 57-NQ\/TW, ngày 22 tháng 12 năm 2024 của Bộ Chính trị/u);
    assert.match(xml, /<w:i\/>/u);
    assert.match(xml, /<w:hyperlink /u);
    assert.match(strFromU8(files['word/styles.xml'] ?? new Uint8Array()), /Times New Roman/u);
    assert.match(strFromU8(files['word/_rels/document.xml.rels'] ?? new Uint8Array()), /can-cu\.example\.vn\/v\//u);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('a draft is checked without a single request, also with the network cut', async () => {
    const { page, troubles, close } = await open();
    await openKit(page, use().url);
    await page.locator('writer-kit[data-checker="ready"]').waitFor();
    await page.context().setOffline(true);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.getByLabel('Dự thảo', { exact: true }).fill(DRAFT);
    await page.getByRole('button', { name: 'Soát dự thảo' }).click();
    await page.locator('[data-kit="report"][data-state="ready"]').waitFor();
    const verdicts = await page.locator('[data-verdict]').evaluateAll((items) => items.map((item) => item.getAttribute('data-verdict')));
    assert.deepEqual(verdicts, ['wrong-date', 'right', 'unknown']);
    const report = await page.locator('[data-kit="report"]').innerText();
    assert.match(report, /Kho ghi ngày 22\/12\/2024/u);
    assert.match(await page.locator('[data-kit="check-status"]').innerText(), /Thấy 3 văn bản được viện dẫn: 1 đúng, 2 cần xem lại/u);
    // The place of a finding is shown in the draft.
    await page.locator('.kit-place').first().click();
    const selected = await page.locator('textarea').evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.equal(selected, 'Nghị quyết số 57-NQ/TW');
    await page.getByRole('button', { name: /^Chép câu trích dẫn Nghị quyết số 57-NQ\/TW/u }).click();
    assert.match((await readClipboard(page)).text, /^Nghị quyết số 57-NQ\/TW, ngày 22 tháng 12 năm 2024/u);
    assert.deepEqual(requests.filter((address) => !address.startsWith('blob:')), []);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('of a large corpus only the parts asked for are fetched; words alone ask for all', async () => {
    const { site, url } = use();
    const rows = JSON.parse(readFileSync(join(site.dir, 'soan-can-cu/muc-luc/0.json'), 'utf8')) as KitEntry[];
    const parts = cutKitIndex(rows, { parts: 8 });
    const { page, troubles, close } = await open();
    const asked: string[] = [];
    await page.context().route('**/soan-can-cu/muc-luc.json', (route) => route.fulfill({ json: { parts: 8 } }));
    await page.context().route('**/soan-can-cu/muc-luc/*.json', (route) => {
      const part = /(?<part>[^/]+)\.json$/u.exec(route.request().url())?.groups?.['part'] ?? '';
      asked.push(part);
      return route.fulfill({ json: parts.get(part) ?? [] });
    });
    await openKit(page, url);
    await page.locator('writer-kit[data-checker="ready"]').waitFor();
    assert.deepEqual(asked, []);
    await page.getByLabel('Dự thảo', { exact: true }).fill('Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, đề nghị các đơn vị triển khai.');
    await page.getByRole('button', { name: 'Soát dự thảo' }).click();
    await page.locator('[data-verdict="right"]').waitFor();
    assert.deepEqual(asked, [String(57 % 8)]);
    await page.getByLabel('Số hiệu hoặc vài từ').fill('237/kh');
    await page.locator('[data-kit="results"] li').filter({ hasText: '237/KH-TLĐ' }).waitFor();
    assert.ok(asked.length <= 2 + 1, asked.join(' '));
    await page.getByLabel('Số hiệu hoặc vài từ').fill('binh dan');
    await page.locator('[data-kit="results"] li').first().waitFor();
    await eventually('all parts', () => Promise.resolve(new Set(asked).size === 9));
    assert.deepEqual(troubles, []);
    await close();
  });

  test('a Word draft and a text draft are read, another file is refused in words', async () => {
    const { page, close } = await open();
    await openKit(page, use().url);
    const paragraphs = DRAFT.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`).join('');
    const docx = zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="x"><w:body>${paragraphs}</w:body></w:document>`) });
    for (const file of [{ name: 'du-thao.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(docx) }, { name: 'du-thao.txt', mimeType: 'text/plain', buffer: Buffer.from(DRAFT) }]) {
      await page.locator('[data-kit="report"]').evaluate((report) => { delete (report as HTMLElement).dataset['state']; });
      await page.getByLabel('Hoặc chọn tệp').setInputFiles(file);
      await page.locator('[data-kit="report"][data-state="ready"]').waitFor();
      assert.equal(await page.locator('[data-verdict]').count(), 3, file.name);
    }
    await page.getByLabel('Hoặc chọn tệp').setInputFiles({ name: 'cu.doc', mimeType: 'application/msword', buffer: Buffer.from('x') });
    await eventually('the refusal', async () => (await page.locator('[data-kit="check-status"]').innerText()).includes('Không đọc được tệp này'));
    await close();
  });

  test('markup in a draft is shown as letters', async () => {
    const { page, troubles, close } = await open();
    await openKit(page, use().url);
    await page.getByLabel('Dự thảo', { exact: true }).fill('Thực hiện Nghị quyết số <img src=x onerror=alert(1)>57-NQ/TW của <b>Bộ Chính trị</b>; Kế hoạch số 1/KH-<script>alert(1)</script>.');
    await page.getByRole('button', { name: 'Soát dự thảo' }).click();
    await page.locator('[data-kit="report"][data-state="ready"]').waitFor();
    assert.equal(await page.locator('[data-kit="report"] :is(img, script, b)').count(), 0);
    assert.deepEqual(troubles, []);
    await close();
  });
});
