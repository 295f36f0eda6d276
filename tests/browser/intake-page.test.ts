/** The trial intake as a clerk uses it: drop a file, read the result; not one request leaves after the page is ready. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import type { Page } from 'playwright';
import { readFrontMatter } from '../../src/content-loader/front-matter.ts';
import { readDocx } from '../../src/intake/docx/index.ts';
import { useBrowserSite } from '../support/browser-site.ts';
import { makeDispatchDocx } from '../support/office-files.ts';
import { openPage } from '../support/open-page.ts';
import { makeScannedPage } from '../support/scanned-page.ts';
import { freshFolder, runCommand } from '../support/site.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('trial intake', () => {
  const use = useBrowserSite('main');

  /** Opens the page, takes the network away and counts what is asked for all the same. */
  async function openReady(): Promise<{ page: Page; asked: string[]; troubles: string[]; close(): Promise<void> }> {
    const { browser, url } = use();
    const { page, troubles, close } = await openPage(browser, url);
    await page.goto(`${url}nhap-thu/`);
    await page.locator('intake-page[data-state="ready"]').waitFor();
    const asked: string[] = [];
    page.context().on('request', (request) => void (/^(?:https?|wss?):/u.test(request.url()) && asked.push(request.url())));
    await page.context().setOffline(true);
    return { page, asked, troubles, close };
  }

  async function drop(page: Page, name: string, mimeType: string, bytes: Uint8Array): Promise<string> {
    await page.locator('[data-intake="file"]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
    await page.locator('intake-page[data-state="done"], intake-page[data-state="refused"]').waitFor();
    return (await page.locator('intake-page').getAttribute('data-state')) ?? '';
  }

  /** Saves one of the offered files. @returns its words */
  async function save(page: Page, index: number): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-intake="files"] a[download]').nth(index).click()]);
    return readFileSync(await download.path(), 'utf8');
  }

  test('a Word file: record, links, preview, files; no request leaves', async () => {
    const { page, asked, troubles, close } = await openReady();
    assert.equal(await drop(page, 'cong-van.docx', DOCX, makeDispatchDocx()), 'done');
    assert.equal(await page.locator('[data-fact="number"]').innerText(), '45/LĐLĐ-CTCĐ');
    assert.equal(await page.locator('[data-fact="date"]').innerText(), '12/05/2026');
    assert.match(await page.locator('[data-fact="issuer"]').innerText(), /Hưng Yên/u);
    assert.match(await page.locator('.intake-preview').innerText(), /Tổ chức tuyên truyền tới đoàn viên/u);
    assert.match((await page.locator('.intake-result a[href*="57-nq-tw"]').getAttribute('href')) ?? '', /van-ban\/bo-chinh-tri\/2024\/57-nq-tw\//u);
    const files = page.locator('[data-intake="files"] a[download]');
    assert.deepEqual(await files.evaluateAll((links) => links.map((link) => link.getAttribute('download'))), ['45-ldld-ctcd.mdx', 'cong-van.docx.txt', 'cong-van.docx.json']);
    const [mdx = '', text = ''] = [await save(page, 0), await save(page, 1)];
    assert.equal(text, readDocx(makeDispatchDocx()).text);
    // What import writes of the same file, but for the words on spelling.
    const folder = freshFolder('intake-page/content');
    writeFileSync(join(folder, 'cong-van.docx'), makeDispatchDocx());
    const imported = await runCommand('import', [join(folder, 'cong-van.docx')], { CONTENT_DIR: join(folder, 'content') });
    assert.equal(imported.code, 0, imported.output);
    const body = (file: string): string => file.slice(file.indexOf('\n---\n'));
    const key = readFrontMatter(mdx, 'mdx').record.key;
    const written = readFileSync(join(folder, 'content', 'documents', `${key}.mdx`), 'utf8');
    assert.equal(body(mdx), body(written));
    assert.deepEqual({ ...readFrontMatter(mdx, 'mdx').record, messages: [], proofreading: 'raw' }, { ...readFrontMatter(written, 'mdx').record, messages: [], proofreading: 'raw' });
    assert.deepEqual(asked, []);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('a PDF with text, printed by the browser', async () => {
    const { browser } = use();
    const printer = await browser.newPage();
    await printer.setContent(`<html lang="vi"><body style="font: 14pt serif"><table style="width:100%;text-align:center"><tr><td>LIÊN ĐOÀN LAO ĐỘNG<br><b>TỈNH HƯNG YÊN</b><br>Số: 46/KH-LĐLĐ</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b><br><i>Hưng Yên, ngày 13 tháng 5 năm 2026</i></td></tr></table><h3 style="text-align:center">KẾ HOẠCH<br>Tổ chức Tháng Công nhân năm 2026</h3><p>Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Liên đoàn Lao động tỉnh ban hành kế hoạch sau.</p><p>1. Tổ chức gặp mặt đoàn viên tiêu biểu.</p></body></html>`);
    const bytes = await printer.pdf({ format: 'A4' });
    await printer.close();
    const { page, asked, troubles, close } = await openReady();
    assert.equal(await drop(page, 'ke-hoach.pdf', 'application/pdf', bytes), 'done');
    assert.equal(await page.locator('[data-fact="number"]').innerText(), '46/KH-LĐLĐ');
    assert.equal(await page.locator('[data-fact="date"]').innerText(), '13/05/2026');
    assert.equal(await page.locator('[data-fact="type"]').innerText(), 'Kế hoạch');
    assert.deepEqual(asked, []);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('a text file and a plain PDF of several pages are read too; a scan is told apart', async () => {
    const { page, asked, troubles, close } = await openReady();
    assert.equal(await drop(page, 'cong-van.txt', 'text/plain', new TextEncoder().encode(readDocx(makeDispatchDocx()).text)), 'done');
    assert.equal(await page.locator('[data-fact="number"]').innerText(), '45/LĐLĐ-CTCĐ');
    const scan = await PDFDocument.create();
    const picture = await scan.embedPng(await makeScannedPage().encode('png'));
    scan.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
    assert.equal(await drop(page, 'ban-quet.pdf', 'application/pdf', await scan.save()), 'refused');
    assert.match(await page.locator('[data-intake="status"]').innerText(), /bản quét.*npm run import/u);
    assert.equal(await page.locator('[data-intake="result"]').innerText(), '');
    await page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await drop(page, 'cong-van.docx', DOCX, makeDispatchDocx()), 'done');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    assert.deepEqual(asked, []);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('what must not be published gets no page to download', async () => {
    const { page, asked, close } = await openReady();
    assert.equal(await drop(page, 'mat.txt', 'text/plain', new TextEncoder().encode('MẬT\nSố: 12/LĐLĐ\nHà Nội, ngày 01 tháng 02 năm 2026\n\nKính gửi: Các đơn vị\n\nNội dung.\n')), 'done');
    assert.match(await page.locator('.notice', { hasText: 'không được đưa lên trang' }).innerText(), /dấu chỉ độ mật/u);
    assert.equal(await page.locator('a[download$=".mdx"]').count(), 0);
    assert.deepEqual(asked, []);
    await close();
  });

  test('huge, locked and misnamed files get a message in bounded time, and the page goes on', async () => {
    const { page, asked, troubles, close } = await openReady();
    const long = await PDFDocument.create();
    for (let number = 0; number < 2000; number++) long.addPage([200, 200]);
    const files: readonly [name: string, bytes: Uint8Array, message: RegExp][] = [
      ['bom.docx', zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) }), /lớn bất thường/u],
      ['dai.pdf', await long.save(), /2000 trang, quá dài/u],
      ['mat-khau.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')]), /mật khẩu/u],
      ['bang.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /bảng tính/u],
      ['chay.docx', Uint8Array.from({ length: 4096 }, (_, index) => (index < 2 ? [0x4d, 0x5a][index] ?? 0 : (index * 37) % 256)), /nhị phân/u],
    ];
    for (const [name, bytes, message] of files) {
      assert.equal(await drop(page, name, DOCX, bytes), 'refused', name);
      assert.match(await page.locator('[data-intake="status"]').innerText(), message, name);
      assert.equal(await page.locator('[data-intake="result"]').innerText(), '', name);
    }
    const heavy = join(freshFolder('intake-page/heavy'), 'nang.docx');
    writeFileSync(heavy, new Uint8Array(65 * 1024 * 1024));
    await page.locator('[data-intake="file"]').setInputFiles(heavy);
    await page.locator('[data-intake="status"]', { hasText: 'Tệp dài 65 MB, quá lớn' }).waitFor();
    // A web page by the name of a Word file is read as what it is.
    assert.equal(await drop(page, 'cong-van.doc', 'application/msword', strToU8(`<html><body><img src="https://example.org/dem.png"><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Số: 7/TB-LĐLĐ</p><p>Hưng Yên, ngày 02 tháng 3 năm 2026</p><p>THÔNG BÁO</p><p>Về lịch nghỉ</p><p>Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Liên đoàn Lao động tỉnh thông báo.</p></body></html>`)), 'done');
    assert.equal(await page.locator('[data-fact="number"]').innerText(), '7/TB-LĐLĐ');
    assert.deepEqual(asked, []);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('bad files get a message, and the page goes on', async () => {
    const { page, asked, troubles, close } = await openReady();
    assert.equal(await drop(page, 'hong.docx', DOCX, new TextEncoder().encode('PK\u0003\u0004 hỏng')), 'refused');
    assert.match(await page.locator('[data-intake="status"]').innerText(), /hỏng/u);
    assert.equal(await drop(page, 'rong.txt', 'text/plain', new Uint8Array()), 'refused');
    assert.match(await page.locator('[data-intake="status"]').innerText(), /trống/u);
    assert.equal(await drop(page, 'chu.txt', 'text/plain', new TextEncoder().encode('<script>globalThis.hostile = 1</script> Số: 12/LĐLĐ\nHà Nội, ngày 01 tháng 02 năm 2026')), 'done');
    assert.equal(await page.evaluate(() => (globalThis as { hostile?: unknown }).hostile), undefined);
    assert.deepEqual(asked, []);
    assert.deepEqual(troubles, []);
    await close();
  });
});
