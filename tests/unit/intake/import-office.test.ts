/** Import of office files: what is written and in which form, what is refused, and that a killed run ends in the same bytes. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { listUnread, removeLeftovers } from '../../../scripts/intake/derive-texts.ts';
import { listFiles } from '../../../scripts/lib/digest-files.ts';
import { projectDir } from '../../../scripts/lib/content-dir.ts';
import { createReadPool } from '../../../scripts/readers/read-pool.ts';
import { UnreadableSource } from '../../../src/intake/reading.ts';
import { makeDispatchDocx, makeDocx, p } from '../../support/office-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'intake-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function importInto(content: string, ...args: readonly string[]): { status: number | null; out: string; problems: string } {
  mkdirSync(content, { recursive: true });
  const run = spawnSync(process.execPath, ['scripts/import.ts', ...args], { cwd: projectDir, encoding: 'utf8', env: { ...process.env, CONTENT_DIR: content, CACHE_DIR: join(content, '..', `${content.split('/').at(-1)}-cache`) } });
  return { status: run.status, out: run.stdout, problems: run.stderr };
}

const snapshot = (content: string): Record<string, string> => Object.fromEntries(listFiles(content).map((path) => [relative(content, path), readFileSync(path, 'base64')]));

describe('import of office files', () => {
  test('the original, its reading and its text stand beside each other; a second run changes nothing', () => {
    const inbox = join(folder, 'inbox');
    mkdirSync(inbox);
    writeFileSync(join(inbox, 'cong-van.docx'), makeDispatchDocx());
    // A web page by the name of a Word file, as portals hand it out.
    writeFileSync(join(inbox, 'thong-bao.doc'), `<html><body><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Số: 7/TB-LĐLĐ</p><p>Hưng Yên, ngày 02 tháng 3 năm 2026</p><p>THÔNG BÁO</p><p>Về lịch nghỉ</p><p>Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Liên đoàn Lao động tỉnh thông báo.</p></body></html>`);
    const content = join(folder, 'one');
    const { out } = importInto(content, inbox);
    assert.match(out, /đọc từ tệp Word/u);
    assert.match(out, /thật ra là trang web/u);
    assert.doesNotMatch(out, /markdown-residue/u, "bold letters are the paper's own");
    assert.deepEqual(readdirSync(join(content, 'sources')), ['cong-van.docx', 'cong-van.docx.reading.json', 'cong-van.docx.txt', 'thong-bao.doc', 'thong-bao.doc.reading.json', 'thong-bao.doc.txt']);
    const reading = JSON.parse(readFileSync(join(content, 'sources', 'cong-van.docx.reading.json'), 'utf8')) as { original: { sha256: string }; origin: string };
    assert.match(reading.original.sha256, /^[0-9a-f]{64}$/u);
    assert.equal(reading.origin, 'word');
    const before = snapshot(content);
    importInto(content, inbox);
    importInto(content);
    assert.deepEqual(snapshot(content), before);
    assert.deepEqual(listUnread(join(content, 'sources')), []);
  });

  test('bad files get a message and leave nothing', async () => {
    const inbox = join(folder, 'bad');
    mkdirSync(inbox);
    const long = await PDFDocument.create();
    for (let page = 0; page < 2000; page++) long.addPage([200, 200]);
    const files: Readonly<Record<string, Uint8Array>> = {
      'rong.docx': new Uint8Array(), 'hong.docx': makeDispatchDocx().subarray(0, 900), 'bom.docx': zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) }), 'hong.pdf': strToU8('%PDF-1.7\nhỏng'),
      'dai.pdf': await long.save(), 'anh.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'bang.docx': zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'mat-khau.docx': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')]), 'chay.exe': strToU8('MZ'),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(inbox, name), bytes);
    const content = join(folder, 'two');
    const { status, problems } = importInto(content, inbox);
    assert.equal(status, 1);
    for (const name of Object.keys(files)) assert.match(problems, new RegExp(`${name.replace('.', '\\.')}: .*(?:[Hh]ãy|lý do an toàn|Nhập được)`, 'u'), name);
    assert.match(problems, /dai\.pdf: .*2000 trang/u);
    assert.match(problems, /mat-khau\.docx: .*mật khẩu/u);
    assert.equal(existsSync(join(content, 'sources')) ? readdirSync(join(content, 'sources')).length : 0, 0);
  });

  test('a run that is killed goes on where it stood, to the same bytes', async () => {
    const inbox = join(folder, 'many');
    mkdirSync(inbox);
    for (let index = 0; index < 12; index++) writeFileSync(join(inbox, `van-ban-${String(index).padStart(2, '0')}.docx`), makeDocx({ body: p('LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN') + p(`Số: ${index + 1}/LĐLĐ`) + p('Hưng Yên, ngày 12 tháng 5 năm 2026') + Array.from({ length: 30 }, (_, line) => p(`${line + 1}. Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.`)).join('') }));
    // A second copy is taken back, also one that the killed run had already put there.
    writeFileSync(join(inbox, 'van-ban-00-ban-sao.docx'), readFileSync(join(inbox, 'van-ban-00.docx')));
    const [calm, killed] = [join(folder, 'calm'), join(folder, 'killed')];
    importInto(calm, inbox);
    mkdirSync(killed);
    const child = spawn(process.execPath, ['scripts/import.ts', inbox], { cwd: projectDir, stdio: 'ignore', env: { ...process.env, CONTENT_DIR: killed, CACHE_DIR: join(folder, 'killed-cache') } });
    const written = (): number => (existsSync(join(killed, 'sources')) ? readdirSync(join(killed, 'sources')).length : 0);
    while (written() < 9 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    importInto(killed, inbox);
    assert.deepEqual(snapshot(killed), snapshot(calm));
  });

  test('a better copy replaces the text and shows the difference', () => {
    const content = join(folder, 'replace');
    cpSync(join(folder, 'one'), content, { recursive: true });
    const key = listFiles(join(content, 'documents')).map((path) => relative(join(content, 'documents'), path).replaceAll('\\', '/').replace(/\.mdx$/u, '')).find((entry) => entry.includes('45-ldld'));
    const better = join(folder, 'ban-dep.txt');
    writeFileSync(better, readFileSync(join(content, 'sources', 'cong-van.docx.txt'), 'utf8').replace('trước ngày 30/6/2026', 'trước ngày 15/6/2026'));
    const { out, problems } = importInto(content, '--replace', key ?? '', better);
    assert.match(out, /- \d+: .*30\/6\/2026[\s\S]*\+ \d+: .*15\/6\/2026/u, problems);
    assert.deepEqual(readdirSync(join(content, 'sources')).filter((name) => name.startsWith('cong-van')), ['cong-van.docx.txt']);
  });

  test('what a dead run left while writing is removed, what a living one writes is not', () => {
    const sources = join(folder, 'leftovers');
    mkdirSync(sources);
    for (const name of ['.a.docx.999999999.tmp', `.b.docx.${process.pid}.tmp`, 'c.txt']) writeFileSync(join(sources, name), 'x');
    removeLeftovers(sources);
    assert.deepEqual(readdirSync(sources), [`.b.docx.${process.pid}.tmp`, 'c.txt']);
  });

  test('a file that takes too long is given up with its thread, and the next one is read', async () => {
    const pool = createReadPool({ files: 1, silence: 1 });
    await assert.rejects(pool.read(makeDispatchDocx(), 'a.docx'), (error) => error instanceof UnreadableSource && error.reason === 'too-slow');
    await pool.close();
    const patient = createReadPool({ files: 1 });
    for (const name of ['a.docx', 'b.docx']) assert.match((await patient.read(makeDispatchDocx(), name)).text, /45\/LĐLĐ/u);
    await patient.close();
  });
});
