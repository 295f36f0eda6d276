/** The reader of Word files: letterhead order, numbers of lists, tables, notes, boxes, what must not be read. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../../src/intake/docx/index.ts';
import { formatNumber } from '../../../src/intake/docx/numbering.ts';
import { UnreadableSource } from '../../../src/intake/reading.ts';
import { makeDispatchDocx, makeDocx, p, table } from '../../support/office-files.ts';

const textOf = (body: string, more: Partial<Parameters<typeof makeDocx>[0]> = {}): string => readDocx(makeDocx({ body, ...more })).text;
const refusal = (bytes: Uint8Array): string => {
  try {
    readDocx(bytes);
  } catch (error) {
    if (error instanceof UnreadableSource) return error.reason;
  }
  return 'read';
};
const numbered = (text: string, list: number, level = 0): string => p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const level = (index: number, format: string, text: string): string => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', 'Điều %1.')}${level(1, 'decimal', '%1.%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`;

describe('Word files', () => {
  test('a letterhead of two columns is read one column after the other', () => {
    const { text, notes } = readDocx(makeDispatchDocx());
    const order = ['LIÊN ĐOÀN LAO ĐỘNG', 'Số: 45', 'V/v tuyên truyền', 'CỘNG HÒA XÃ HỘI', 'Độc lập', 'Hưng Yên, ngày', 'Kính gửi', '1. Tổ chức', 'Nơi nhận', 'Lưu: VT', 'TM. BAN', 'Nguyễn Văn A'].map((words) => text.indexOf(words));
    assert.deepEqual(order, [...order].sort((a, b) => a - b));
    assert.ok(order.every((at) => at >= 0));
    assert.deepEqual(notes, []);
  });

  test('numbers that Word counts come back', () => {
    const body = [numbered('Một', 1), numbered('Nhỏ', 1, 1), numbered('Điểm', 1, 2), numbered('Điểm', 1, 2), numbered('Nhỏ', 1, 1), numbered('Hai', 1), numbered('Nhỏ', 1, 1), numbered('Phạm vi', 2), numbered('Khoản', 2, 1), numbered('Đối tượng', 2)].join('');
    assert.deepEqual(textOf(body, { numbering: NUMBERING }).trim().split(/\n+/u), ['I. Một', '1. Nhỏ', 'a) Điểm', 'b) Điểm', '2. Nhỏ', 'II. Hai', '1. Nhỏ', 'Điều 1. Phạm vi', '1.1. Khoản', 'Điều 2. Đối tượng']);
    assert.equal(textOf(numbered('Bốn', 3), { numbering: NUMBERING }), 'IV. Bốn\n');
    assert.deepEqual([formatNumber(27, 'lowerLetter'), formatNumber(1999, 'upperRoman'), formatNumber(7, 'decimalZero')], ['aa', 'MCMXCIX', '07']);
  });

  test('a ruled table is a table, with merged cells empty; a table without lines sets columns', () => {
    const lines = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>';
    assert.equal(textOf(table([[p('TT'), p('Nội dung')], [`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('Cả hàng | gộp')}`]], lines)), '| TT | Nội dung |\n| --- | --- |\n| Cả hàng ¦ gộp |  |\n');
    assert.equal(textOf(table([[p('Trái'), p('Phải')]])), 'Trái\n\nPhải\n');
  });

  test('bold and italics are marks around words, never inside them', () => {
    const run = (text: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    assert.equal(textOf(`<w:p>${run('Yêu cầu ', '<w:b/>')}${run('các đơn vị', '<w:i/>')}${run(' thực hiện')}</w:p>`), '**Yêu cầu** *các đơn vị* thực hiện\n');
    assert.equal(textOf(`<w:p>${run('ng', '<w:b/>')}${run('ày')}</w:p>`), 'ngày\n');
    assert.equal(textOf(`<w:p>${run('2 * 3', '<w:b/>')}</w:p>`), '2 * 3\n');
  });

  test('footnotes follow the text, text boxes their paragraph', () => {
    const footnotes = `<w:footnote w:id="2">${p('Ban hành kèm theo Quyết định số 12.')}</w:footnote>`;
    assert.equal(textOf(`<w:p><w:r><w:t>Theo quy chế</w:t><w:footnoteReference w:id="2"/></w:r></w:p>${p('Hết.')}`, { footnotes }), 'Theo quy chế[1]\n\nHết.\n\n[1] Ban hành kèm theo Quyết định số 12.\n');
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('KHẨN')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('KHẨN')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    assert.equal(textOf(`<w:p><w:r><w:t>Số: 1/LĐLĐ</w:t></w:r>${box}</w:p>`), 'Số: 1/LĐLĐ\n\nKHẨN\n');
  });

  test('deleted, hidden and instructing words are left out and told', () => {
    const { text, notes } = readDocx(makeDocx({ body: `<w:p><w:r><w:t>Giữ</w:t></w:r><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> 3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` }));
    assert.equal(text, 'Giữ 3\n');
    assert.deepEqual(notes.map(({ code }) => code), ['tracked-changes', 'hidden-text']);
  });

  test('tracked paragraphs, rows and comments: inserted read, deleted not, comments told', () => {
    const tracked = '<w:p><w:ins w:id="1"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p><w:p><w:pPr><w:rPr><w:del w:id="2"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>';
    const rows = `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>${['một', 'hai', 'ba'].map((word, index) => `<w:tr>${index === 1 ? '<w:trPr><w:del w:id="3"/></w:trPr>' : ''}<w:tc>${p(word)}</w:tc><w:tc>${p(String(index))}</w:tc></w:tr>`).join('')}</w:tbl>`;
    const comment = '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Chữ</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>';
    const { text, notes } = readDocx(makeDocx({ body: tracked + rows + comment, files: { 'word/comments.xml': strToU8('<w:comments xmlns:w="w"><w:comment w:id="0"><w:p><w:r><w:t>kín</w:t></w:r></w:p></w:comment></w:comments>') } }));
    assert.equal(text, 'thêm\n\n| một | 0 |\n| --- | --- |\n| ba | 2 |\n\nChữ\n');
    assert.deepEqual(notes.map(({ code, message }) => [code, /\d+/u.exec(message)?.[0]]), [['tracked-changes', '1'], ['comments', '1']]);
  });

  test('a letterhead in the head of the page opens the text; other heads and feet are told', () => {
    const edges = (head: string, foot: string): Readonly<Record<string, Uint8Array>> => ({
      'word/header1.xml': strToU8(`<w:hdr xmlns:w="w">${head}</w:hdr>`), 'word/footer1.xml': strToU8(`<w:ftr xmlns:w="w">${foot}</w:ftr>`),
      'word/_rels/document.xml.rels': strToU8('<Relationships><Relationship Id="h" Target="header1.xml"/><Relationship Id="f" Target="footer1.xml"/></Relationships>'),
    });
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/></w:sectPr>';
    const withHead = readDocx(makeDocx({ body: p('Kính gửi: Các đơn vị') + section, files: edges(p('LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN') + p('Số: 12/LĐLĐ'), p('2')) }));
    assert.equal(withHead.text, 'LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN\n\nSố: 12/LĐLĐ\n\nKính gửi: Các đơn vị\n');
    assert.deepEqual(withHead.notes, []);
    const running = readDocx(makeDocx({ body: p('Số: 12/LĐLĐ') + section, files: edges(p('Kế hoạch năm 2026'), p('Trang 2')) }));
    assert.equal(running.text, 'Số: 12/LĐLĐ\n');
    assert.deepEqual(running.notes.map(({ code }) => code), ['running-heads']);
    assert.match(running.notes[0]?.message ?? '', /Kế hoạch năm 2026/u);
  });

  test('words nobody sees on paper and parts of other files are told', () => {
    const { text, notes } = readDocx(makeDocx({ body: `${p('Đen')}${p('trắng', '', '<w:color w:val="FFFFFF"/>')}<w:altChunk r:id="x"/>` }));
    assert.equal(text, 'Đen\n\ntrắng\n');
    assert.deepEqual(notes.map(({ code }) => code), ['white-text', 'embedded-parts']);
  });

  test('fonts of the old encodings are converted run by run', () => {
    const { text, notes } = readDocx(makeDocx({ body: `<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>c«ng ®oµn</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t xml:space="preserve"> Vieät Nam</w:t></w:r></w:p>` }));
    assert.equal(text, 'CÔNG ĐOÀN Việt Nam\n');
    assert.deepEqual(notes.map(({ code }) => code), ['legacy-font', 'legacy-font']);
  });

  test('macros and references to other places are told, not followed', () => {
    const rels = strToU8('<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.invalid/t.dotm" TargetMode="External"/></Relationships>');
    const { notes } = readDocx(makeDocx({ body: p('Chữ'), files: { 'word/vbaProject.bin': new Uint8Array(9), 'word/_rels/document.xml.rels': rels } }));
    assert.deepEqual(notes.map(({ code }) => code), ['macros', 'external-references']);
  });

  test('bad files are refused with their reason', () => {
    assert.equal(refusal(new Uint8Array()), 'empty');
    assert.equal(refusal(makeDocx({ body: '' })), 'empty');
    assert.equal(refusal(makeDispatchDocx().subarray(0, 700)), 'broken');
    assert.equal(refusal(zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') })), 'broken');
    assert.equal(refusal(zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>') })), 'broken');
    assert.equal(refusal(zipSync({ 'xl/workbook.xml': strToU8('<x/>') })), 'unsupported');
    assert.equal(refusal(zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) })), 'too-large');
  });
});
