/** Scans: each step of cleaning, and a whole page with every flaw at once read to the words that were printed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { createOcrEngine, readImage } from '../../../scripts/readers/ocr.ts';
import { measureSkew, turnBack } from '../../../scripts/readers/scan/deskew.ts';
import { takeDrawnLines } from '../../../scripts/readers/scan/drawn-lines.ts';
import { dropSpecks } from '../../../scripts/readers/scan/drop-specks.ts';
import { toGray } from '../../../scripts/readers/scan/gray.ts';
import { rereadClosing } from '../../../scripts/readers/scan/closing.ts';
import { rereadLetterhead } from '../../../scripts/readers/scan/letterhead.ts';
import { levelPaper } from '../../../scripts/readers/scan/level-paper.ts';
import type { Fragment } from '../../../src/intake/pdf/fragments.ts';
import { makeScannedPage } from '../../support/scanned-page.ts';

const word = (text: string, x: number, y: number, confidence: number): Fragment => ({ text, x, y, width: text.length * 18, size: 40, bold: false, italic: false, confidence });

describe('scans', () => {
  test('the slope of a page is measured and taken back', () => {
    for (const askew of [-2, 0, 1.5]) {
      const page = makeScannedPage({ askew });
      assert.ok(Math.abs(measureSkew(toGray(page)) - askew) < 0.25, `${askew} was measured as ${measureSkew(toGray(page))}`);
    }
    const page = makeScannedPage({ askew: 2 });
    assert.equal(measureSkew(toGray(turnBack(page, measureSkew(toGray(page))))), 0);
  });

  test('grey paper turns white, print stays black, white paper stays as it is', () => {
    const shaded = levelPaper(toGray(makeScannedPage({ shade: true })));
    const clean = toGray(makeScannedPage());
    const share = (dots: Uint8Array, from: number, to: number): number => dots.filter((dot) => dot >= from && dot < to).length / dots.length;
    assert.ok(share(shaded.dots, 235, 256) > 0.93);
    assert.ok(Math.abs(share(shaded.dots, 0, 100) - share(clean.dots, 0, 100)) < 0.005);
    assert.equal(levelPaper(clean), clean);
  });

  test('red ink is no ink', () => {
    const canvas = createCanvas(4, 1);
    const context = canvas.getContext('2d');
    ['black', 'white', 'rgb(215, 40, 45)', 'rgb(40, 60, 220)'].forEach((colour, x) => {
      context.fillStyle = colour;
      context.fillRect(x, 0, 1, 1);
    });
    assert.deepEqual([...toGray(canvas).dots].map((dot) => dot > 200), [false, true, true, true]);
  });

  test('drawn lines are found and taken out; letters that cross them stay', () => {
    const gray = toGray(makeScannedPage());
    const { page, rules } = takeDrawnLines(gray, 200);
    assert.equal(rules.filter((rule) => rule.x2 - rule.x1 > 1200).length, 4, 'level lines of the table');
    assert.equal(rules.filter((rule) => rule.y2 - rule.y1 > 200).length, 4, 'upright lines of the table');
    assert.equal(takeDrawnLines(page, 200).rules.length, 0);
    const ink = (dots: Uint8Array, y1: number, y2: number): number => dots.subarray(y1 * gray.width, y2 * gray.width).filter((dot) => dot < 128).length;
    assert.equal(ink(page.dots, 540, 840), ink(gray.dots, 540, 840), 'running text loses nothing');
  });

  test('scraps beside the text and alone on their row go, words and a number written by hand stay', () => {
    const text = Array.from({ length: 60 }, (_, index) => word('quyết', 300 + (index % 10) * 150, 600 + Math.floor(index / 10) * 60, 95));
    const { words, specks } = dropSpecks([...text, word('N\\', 40, 660, 50), word('ì', 900, 60, 26), word('Số:20|/KH-LĐLĐ', 300, 200, 0), word('Trang', 900, 100, 93)], 2000);
    assert.deepEqual(specks, ['N\\', 'ì']);
    assert.deepEqual(words.slice(text.length).map((entry) => entry.text), ['Số:20|/KH-LĐLĐ', 'Trang']);
  });

  test('of several readings of the letterhead those words stand that the body knows; unsure digits are marked', async () => {
    const canvas = createCanvas(2000, 2800);
    const body = ['Sở', 'Y', 'tế', 'yêu', 'cầu'].map((text, index) => word(text, 300 + index * 120, 900, 95));
    const heading = ['CỘNG', 'HÒA', 'XÃ', 'HỘI'].map((text, index) => word(text, 1000 + index * 130, 200, 95));
    const date = ['ngày', '4', 'tháng', '10', 'năm', '2017'].map((text, index) => word(text, 1100 + index * 110, 300, 95));
    const issuer = (texts: readonly string[]): Fragment[] => texts.map((text, index) => word(text, 300 + index * 120, 200, 80));
    let asked = 0;
    const found = await rereadLetterhead(canvas, [...heading, ...date, ...issuer(['SỚ', 'Y', 'TẾ']), ...body], () => Promise.resolve(++asked === 1 ? [...issuer(['SỞ', 'Y', 'TÉ']), word('Số:145', 300, 300, 60), word('/KH-SYT', 450, 300, 92)].map((entry) => ({ ...entry, x: entry.x - 230, y: entry.y - 70 })) : []));
    const text = found.map((entry) => entry.text).join(' ');
    assert.match(text, /SỞ Y TẾ/u);
    assert.deepEqual(found.filter((entry) => entry.italic).map((entry) => entry.text), ['145']);
  });

  test('digits that two readings give differently, or that stand apart from the bar, are marked', async () => {
    const canvas = createCanvas(2000, 2800);
    const heading = ['CỘNG', 'HÒA', 'XÃ', 'HỘI'].map((text, index) => word(text, 1000 + index * 130, 200, 95));
    const date = ['ngày 23', 'tháng', '10', 'năm', '2017'].map((text, index) => word(text, 1100 + index * 150, 300, 95));
    const number = (texts: readonly string[]): Fragment[] => texts.map((text, index) => word(text, 300 + index * 130, 300, 95));
    const mark = async (first: readonly string[], second: readonly string[]): Promise<string[]> => {
      let asked = 0;
      const found = await rereadLetterhead(canvas, [...heading, ...date, ...number(first)], () => Promise.resolve(++asked === 1 ? number(second).map((entry) => ({ ...entry, x: entry.x - 230, y: entry.y - 70 })) : []));
      return found.filter((entry) => entry.italic).map((entry) => entry.text);
    };
    assert.deepEqual(await mark(['Số:', '129/QĐ-TTg'], ['Số:', '729/QĐ-TTg']), ['129/QĐ-TTg']);
    assert.deepEqual(await mark(['Số:', '129', '/QĐ-TTg'], ['Số:', '129', '/QĐ-TTg']), ['129']);
    assert.deepEqual(await mark(['Số:', '129/QĐ-TTg'], ['Số:', '129/QĐ-TTg']), []);
  });

  test('a name beside a seal is read again; what a seal gives is not taken', async () => {
    const canvas = createCanvas(2000, 2800);
    const page = [word('Nơi', 300, 2000, 95), word('nhận:', 380, 2000, 95), word('- Lưu: VT.', 300, 2060, 95), word('THỦ', 1300, 2000, 90), word('TƯỚNG', 1380, 2000, 90)];
    const again = [word('Lê', 400, 500, 95), word('Minh', 460, 500, 94), word('Hưng', 560, 500, 95), word('Zỳ', 300, 400, 88), word('NHÀ', 380, 400, 40), word('⁄', 300, 300, 99), word('THÚ', 1300, 180, 40)];
    const inked = createCanvas(2000, 2800);
    let asked = 0;
    const found = await rereadClosing(canvas, () => inked, page, () => Promise.resolve(++asked === 1 ? again : []));
    assert.equal(found.map((entry) => entry.text).join(' '), 'Nơi nhận: - Lưu: VT. THỦ TƯỚNG Lê Minh Hưng');
    assert.equal(asked, 3, 'a name was found: the coloured ink is not looked at');
    assert.deepEqual(await rereadClosing(canvas, () => inked, page.slice(3), () => Promise.resolve(again)), page.slice(3));
    // The name is a red stamp: three readings of the clean page have none, the fourth is of the inked one.
    let readings = 0;
    const stamped = await rereadClosing(canvas, () => inked, page, () => Promise.resolve(++readings === 4 ? again : []));
    assert.equal(stamped.map((entry) => entry.text).join(' '), 'Nơi nhận: - Lưu: VT. THỦ TƯỚNG Lê Minh Hưng');
  });

  test('a page askew, on grey paper, with a red seal and a table, read by the engine', async () => {
    const engine = await createOcrEngine(1);
    const reading = await readImage(new Uint8Array(await makeScannedPage({ askew: 1.5, seal: true, shade: true }).encode('png')), async () => engine).finally(() => engine.close());
    const order = ['LIÊN ĐOÀN LAO ĐỘNG', 'TỈNH HƯNG YÊN', '45', 'CỘNG HÒA XÃ HỘI', 'Độc lập', 'ngày 12 tháng 5 năm 2026', 'KẾ HOẠCH', 'Thực hiện Nghị quyết số 57-NQ/TW', '1. Gặp mặt'].map((words) => reading.text.indexOf(words));
    assert.ok(order.every((at, index) => at >= 0 && at > (order[index - 1] ?? -1)), reading.text);
    // What stands in which cell is ours; a letter here and there is the engine's.
    assert.match(reading.text, /^\| 1 \| Gặp mặt \S+ viên \| Ban \S+ chức \|$/mu);
    assert.match(reading.text, /^\| 2 \| Thăm \S+ công nhân \| Văn \S+ \|$/mu);
    assert.match(reading.text, /CHỦ TỊCH/u);
    assert.deepEqual(reading.notes.map(({ code }) => code).sort(), ['askew', 'ocr']);
    assert.equal(reading.origin, 'ocr');
    assert.ok((reading.confidence ?? 0) > 85);
  });
});
