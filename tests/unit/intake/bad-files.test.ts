/** Files that cannot be read, must not be run, or are not what their name says: a clear message, bounded time, nothing followed. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { after, describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { createSourceReader } from '../../../scripts/readers/read-source.ts';
import { UnreadableSource, type Reading } from '../../../src/intake/reading.ts';
import { makeDispatchDocx, makeDocx, p } from '../../support/office-files.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (name: string): Uint8Array => Uint8Array.from([...OLE, ...new Uint8Array(600), ...Buffer.from(name, 'utf16le'), ...new Uint8Array(600)]);
/** Longest time for any of these, in milliseconds of processor time. */
const LIMIT = 20_000;

/** A PDF whose strings are locked with a password nobody gave. */
function lockedPdf(): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>', `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  file += `xref\n0 5\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00><00>] >>\nstartxref\n${table}\n%%EOF\n`;
  return strToU8(file);
}

describe('bad and odd files', () => {
  const reader = createSourceReader(1);
  after(() => reader.close());
  const refusal = async (bytes: Uint8Array, name: string): Promise<readonly [string, string]> => {
    try {
      await reader.read(bytes, name);
    } catch (error) {
      if (error instanceof UnreadableSource) return [error.reason, error.message];
      throw error;
    }
    return ['read', ''];
  };
  const read = (bytes: Uint8Array, name: string): Promise<Reading> => reader.read(bytes, name);

  test('each is refused with its reason and what to do, in Vietnamese, within bounds', async () => {
    const long = await PDFDocument.create();
    for (let page = 0; page < 2000; page++) long.addPage([200, 200]);
    const cases: readonly (readonly [string, Uint8Array, string, RegExp])[] = [
      ['rong.docx', new Uint8Array(), 'empty', /trống/u],
      ['rong.pdf', new Uint8Array(), 'empty', /trống/u],
      ['khoa.pdf', lockedPdf(), 'encrypted', /mật khẩu/u],
      ['khoa.docx', ole('EncryptedPackage'), 'encrypted', /mật khẩu/u],
      ['hong.doc', ole('WordDocument'), 'broken', /hỏng/u],
      ['bang.doc', ole('Workbook'), 'unsupported', /bảng tính/u],
      ['thu.doc', strToU8('{\\rtf1\\ansi Kính gửi}'), 'unsupported', /RTF.*\.docx/u],
      ['bang.xlsx.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'unsupported', /bảng tính/u],
      ['mo.docx', zipSync({ 'content.xml': strToU8('<x/>') }), 'unsupported', /OpenDocument/u],
      ['nen.docx', zipSync({ 'a.txt': strToU8('x') }), 'unsupported', /giải nén/u],
      ['bom.docx', zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) }), 'too-large', /lớn bất thường/u],
      ['bom.txt.gz', gzipSync(new Uint8Array(80 * 1024 * 1024)), 'broken', /quá lớn/u],
      ['hong.docx', makeDispatchDocx().subarray(0, 900), 'broken', /hỏng/u],
      ['hong.pdf', strToU8('%PDF-1.7\nkhông có gì'), 'broken', /hỏng/u],
      ['dai.pdf', await long.save(), 'too-many-pages', /2000 trang/u],
      ['hong.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'broken', /ảnh/u],
      ['may.exe.txt', Uint8Array.from([0x4d, 0x5a, 0, 3, 0, 0, 0, 4, 0, 0, 255]), 'binary', /nhị phân/u],
    ];
    for (const [name, bytes, reason, words] of cases) {
      const before = process.cpuUsage();
      const [told, message] = await refusal(bytes, name);
      const { user, system } = process.cpuUsage(before);
      assert.equal(told, reason, name);
      assert.match(message, words, name);
      assert.match(message, /[Hh]ãy|lý do an toàn/u, name);
      assert.ok((user + system) / 1000 < LIMIT, `${name}: ${(user + system) / 1000} ms`);
    }
  });

  test('a file with another name is read for what it is, and told', async () => {
    for (const [bytes, name] of [[makeDispatchDocx(), 'cong-van.pdf'], [strToU8('<html><body><p>Số: 7/TB-LĐLĐ</p><p>Hưng Yên, ngày 02 tháng 3 năm 2026</p><p>Căn cứ Nghị quyết 57</p><p>Kính gửi</p></body></html>'), 'thong-bao.doc']] as const) {
      assert.ok((await read(bytes, name)).notes.some(({ code }) => code === 'misnamed'), name);
    }
  });

  test('macros, scripts, attachments and places outside are told; nothing is run or fetched', async () => {
    const asked: string[] = [];
    const real = globalThis.fetch;
    globalThis.fetch = (input) => {
      asked.push(String(input));
      return Promise.reject(new Error('no network in this test'));
    };
    try {
      const rels = strToU8('<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.invalid/t.dotm" TargetMode="External"/></Relationships>');
      const word = await read(makeDocx({ body: p('Chữ'), files: { 'word/vbaProject.bin': new Uint8Array(9), 'word/_rels/document.xml.rels': rels } }), 'cong-van.docm');
      assert.deepEqual(word.notes.map(({ code }) => code), ['macros', 'external-references']);
      const pdf = await PDFDocument.create();
      pdf.addPage([300, 300]).drawText('Van ban so 12 ngay 3 thang 4 nam 2026 ve viec tuyen truyen trong doan vien', { size: 7, x: 5, y: 200 });
      pdf.addJavaScript('x', 'app.alert(1); globalThis.hostile = 1');
      await pdf.attach(strToU8('MZ'), 'may.exe');
      const read2 = await read(await pdf.save(), 'a.pdf');
      assert.deepEqual(read2.notes.map(({ code }) => code), ['scripts', 'embedded-objects']);
      const page = await read(strToU8('<html><head><script src="http://example.invalid/x.js"></script><script>globalThis.hostile = 1</script></head><body><img src="http://example.invalid/x.png" onerror="globalThis.hostile = 1"><p>Số: 7/TB-LĐLĐ</p><p>ngày 02 tháng 3</p><p>Căn cứ</p><p>Kính gửi</p></body></html>'), 'a.html');
      assert.ok(page.notes.some(({ code }) => code === 'scripts'));
      assert.equal((globalThis as { hostile?: unknown }).hostile, undefined);
      assert.deepEqual(asked, []);
    } finally {
      globalThis.fetch = real;
    }
  });
});
