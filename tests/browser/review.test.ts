/** The review as a clerk uses it: scan beside text, a doubtful word clicked, corrected and saved; nothing lost when the machine dies; strangers get nothing. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright';
import { parse } from 'yaml';
import { makeReadingFile, printReadingFile } from '../../scripts/intake/reading-file.ts';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { openBrowser } from '../support/browser.ts';
import { openPage } from '../support/open-page.ts';
import { makeScannedPage } from '../support/scanned-page.ts';
import { freshFolder, runCommand } from '../support/site.ts';

const TEXT = ['LIÊN ĐOÀN LAO ĐỘNG', 'TỈNH HƯNG YÊN', 'Số: 45/KH-LĐLĐ', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Hưng Yên, ngày 12 tháng 5 năm 2026', '', 'KẾ HOẠCH', 'Tổ chức Tháng Công nhân năm 2026', '',
  'Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Liên đoàn Lao động tỉnh xây dựng kê hoạch sau.', '', '1. Gặp mặt đoàn viên.', '', 'TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH', 'Nguyễn Văn Hải', ''].join('\n');
const KEY = 'ldld-hung-yen/2026/45-kh-ldld';

describe('review', () => {
  const content = freshFolder('review/content');
  let browser: Browser;
  let server: { process: ChildProcess; url: string };

  before(async () => {
    const scan = new Uint8Array(await makeScannedPage().encode('png'));
    const column = (TEXT.split('\n')[10] ?? '').indexOf('kê hoạch') + 1;
    const reading = makeReadingFile({ text: TEXT, format: 'image', origin: 'ocr', reader: 'image/2', pages: 1, confidence: 91, notes: [], doubtful: [{ word: 'kê', line: 11, column, page: 1, confidence: 41 }] }, 'ke-hoach.png', scan);
    mkdirSync(join(content, 'sources'), { recursive: true });
    writeFileSync(join(content, 'sources', 'ke-hoach.png'), scan);
    writeFileSync(join(content, 'sources', 'ke-hoach.png.reading.json'), printReadingFile(reading));
    writeFileSync(join(content, 'sources', 'ke-hoach.png.txt'), TEXT);
    assert.equal((await runCommand('import', [], { CONTENT_DIR: content })).code, 0);
    browser = await openBrowser();
    server = await startReview();
  });
  after(async () => {
    await browser.close();
    server.process.kill();
  });

  async function startReview(): Promise<{ process: ChildProcess; url: string }> {
    const child = spawn(process.execPath, ['scripts/review.ts', '--port=0'], { cwd: projectDir, env: { ...process.env, CONTENT_DIR: content }, stdio: ['ignore', 'pipe', 'inherit'] });
    // The pipe stays open: a program that writes into a closed one dies.
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => reject(new Error('review: ended without an address')));
      child.stdout.on('data', (chunk) => {
        const printed = /http:\/\/127\.0\.0\.1:\d+\//u.exec(String(chunk))?.[0];
        if (printed) resolve(printed);
      });
    });
    return { process: child, url };
  }
  const saved = (): { original: string; correction: string }[] => (parse(readFileSync(join(content, 'corrections', `${KEY}.yaml`), 'utf8')) as { corrections: { original: string; correction: string }[] }).corrections;

  test('a doubtful word is shown beside the scan, clicked, corrected, saved; import applies it', async () => {
    const { page, troubles, close } = await openPage(browser, server.url);
    await page.goto(server.url);
    await page.getByRole('link', { name: /Kế hoạch 45\/KH-LĐLĐ/u }).click();
    const picture = page.getByRole('img', { name: /Trang 1/u });
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 500));
    await page.getByRole('link', { name: 'kê', exact: true }).last().click();
    assert.equal(await page.getByLabel(/Chữ trong bản nguồn/u).inputValue(), 'kê');
    assert.equal(await page.getByLabel('Dòng', { exact: true }).inputValue(), '11');
    await page.getByLabel('Sửa thành').fill('kế');
    await page.getByLabel('Người sửa').fill('Lê Thị Bưởi');
    await page.getByRole('button', { name: 'Lưu' }).click();
    assert.equal(await page.getByRole('status').innerText(), 'Đã lưu.');
    assert.match(await page.getByText('Đã sửa (1)').innerText(), /npm run import/u);
    assert.equal(await page.getByLabel('Người sửa').inputValue(), 'Lê Thị Bưởi');
    assert.deepEqual(saved().map(({ original, correction }) => [original, correction]), [['kê', 'kế']]);
    assert.deepEqual(troubles, []);
    for (const width of [768, 360]) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width} px wide`);
      assert.ok(await page.getByRole('button', { name: 'Lưu' }).isVisible());
    }
    await close();
    assert.equal((await runCommand('import', [], { CONTENT_DIR: content })).code, 0);
    assert.match(readFileSync(join(content, 'documents', `${KEY}.mdx`), 'utf8'), /kế/u);
    assert.equal(readFileSync(join(content, 'sources', 'ke-hoach.png.txt'), 'utf8'), TEXT, 'the source is never changed');
  });

  test('words that do not stand in the source are refused with a reason, nothing is written', async () => {
    const before = saved();
    const { page, close } = await openPage(browser, server.url);
    await page.goto(`${server.url}van-ban/${KEY}/?chu=kh%C3%B4ng+c%C3%B3&dong=3`);
    await page.getByLabel('Sửa thành').fill('gì đó');
    await page.getByLabel('Người sửa').fill('Bưởi');
    await page.getByRole('button', { name: 'Lưu' }).click();
    assert.match(await page.getByRole('status').innerText(), /Không tìm thấy đúng những chữ này/u);
    await close();
    assert.deepEqual(saved(), before);
  });

  test('a kill in the middle of saving loses nothing that was answered, and leaves a whole file', async () => {
    const words = [...new Set(TEXT.match(/\p{L}{3,}/gu) ?? [])].slice(0, 24);
    const answered: string[] = [];
    const origin = server.url.slice(0, -1);
    for (const [index, word] of words.entries()) {
      const body = new URLSearchParams({ original: word, correction: `${word}?`, reason: 'thử', by: 'Bưởi' });
      const reply = fetch(`${server.url}luu/${KEY}`, { method: 'POST', body, headers: { Origin: origin }, redirect: 'manual' }).then((response) => response.headers.get('location')?.endsWith('?da-luu') === true, () => false);
      // From here the answers are not waited for, and the process dies while some are written.
      if (index === 16) setTimeout(() => server.process.kill('SIGKILL'), 3);
      if (index < 14) assert.equal(await reply, true, word);
      if (await Promise.race([reply, new Promise<false>((resolve) => setTimeout(() => resolve(false), 40))])) answered.push(word);
    }
    if (server.process.exitCode === null && server.process.signalCode === null) await new Promise((resolve) => server.process.once('exit', resolve));
    const kept = new Set(saved().map(({ original }) => original));
    assert.ok(answered.length >= 14);
    assert.deepEqual(answered.filter((word) => !kept.has(word)), []);
    assert.equal(listFiles(join(content, 'corrections')).filter((path) => path.endsWith('.yaml')).length, 1);
    server = await startReview();
    assert.ok((await (await fetch(`${server.url}van-ban/${KEY}/`)).text()).includes(`Đã sửa (${kept.size})`));
    await runCommand('import', [], { CONTENT_DIR: content });
    assert.deepEqual(readdirSync(join(content, 'corrections', 'ldld-hung-yen', '2026')), ['45-kh-ldld.yaml']);
  });

  test('other names for this address and other origins are refused, in reading and in writing', async () => {
    const port = Number(new URL(server.url).port);
    const ask = (method: string, headers: Record<string, string>, path = '/'): Promise<number> => new Promise((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      call.on('error', reject).end(method === 'POST' ? 'original=K%E1%BA%BE&correction=X&reason=x&by=x' : undefined);
    });
    const before = saved();
    assert.equal(await ask('GET', {}), 200);
    assert.equal(await ask('GET', { Host: 'evil.example' }), 403);
    assert.equal(await ask('GET', { Host: `evil.example:${port}` }), 403);
    assert.equal(await ask('GET', { Origin: 'http://evil.example' }), 403);
    assert.equal(await ask('GET', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, `/hinh/${KEY}/1.png`), 403);
    const strangers: readonly Record<string, string>[] = [{}, { Origin: 'null' }, { Origin: 'http://evil.example' }, { Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` }];
    for (const headers of strangers) assert.equal(await ask('POST', headers, `/luu/${KEY}`), 403);
    assert.deepEqual(saved(), before);
  });
});
