/** Reads pictures of pages with `tesseract.js` and its Vietnamese data, both from npm packages; nothing is fetched. */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { checkSize, note, UnreadableSource, type Reading, type ReadingNote } from '../../src/intake/reading.ts';
import { partWords } from '../../src/intake/pdf/part-words.ts';
import type { Fragment, PageContent, Rule } from '../../src/intake/pdf/fragments.ts';
import { composePdf } from '../../src/intake/pdf/index.ts';
import { dropSpecks } from './scan/drop-specks.ts';
import { cleanScan, OCR_WIDTH } from './scan/index.ts';
import { rereadClosing } from './scan/closing.ts';
import { rereadLetterhead } from './scan/letterhead.ts';

export interface OcrEngine {
  readonly name: string;
  /** Pages it reads at the same time. */
  readonly workers: number;
  /** Reads a picture of a page. @param isFirst the first page of a document: its letterhead is read with more care */
  read(picture: Canvas, isFirst: boolean): Promise<OcrPage>;
  close(): Promise<void>;
}

/** What was read of one page; places in dots of the picture. */
export interface OcrPage {
  readonly words: readonly Fragment[];
  /** Lines drawn on the page. */
  readonly rules: readonly Rule[];
  /** Scraps that were taken for specks and pen strokes. */
  readonly specks: readonly string[];
  /** How askew the page lay, in degrees. */
  readonly askew: number;
}

const NAME = 'tesseract.js/7 vie';
const dataFolder = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')), '4.0.0_best_int');
/** Longest time for one page, in milliseconds. */
const PAGE_LIMIT = 120_000;
/** Longest side of a picture, in dots. */
const MAX_SIDE = 5000;

/** Starts the engine; slow, so one serves a whole import. */
export async function createOcrEngine(workers: number = Math.min(4, availableParallelism())): Promise<OcrEngine> {
  const all: Worker[] = [];
  for (let index = 0; index < workers; index++) all.push(await createWorker('vie', OEM.LSTM_ONLY, { langPath: dataFolder, gzip: true, cacheMethod: 'none' }));
  const idle = [...all];
  const waiting: ((worker: Worker) => void)[] = [];
  const take = async (): Promise<Worker> => idle.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  const recognize = async (png: Uint8Array, mode: PSM): Promise<Fragment[]> => {
    const worker = await take();
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new UnreadableSource('too-slow', 'Một trang mất quá lâu để nhận dạng chữ (hơn 2 phút). Hãy quét lại trang rõ hơn, thẳng hơn rồi nhập.')), PAGE_LIMIT);
    });
    try {
      await worker.setParameters({ tessedit_pageseg_mode: mode, preserve_interword_spaces: '1', user_defined_dpi: '300', debug_file: '/dev/null' } as Parameters<Worker['setParameters']>[0]);
      const { data } = await Promise.race([worker.recognize(Buffer.from(png), {}, { blocks: true, text: false }), limit]);
      return listWords(data.blocks);
    } finally {
      clearTimeout(timer);
      giveBack(worker);
    }
  };
  return {
    name: NAME, workers,
    async read(picture, isFirst) {
      const { canvas, inked, rules, askew } = cleanScan(picture);
      const page = await recognize(await canvas.encode('png'), PSM.AUTO);
      const readBlock = (png: Uint8Array): Promise<Fragment[]> => recognize(png, PSM.SINGLE_BLOCK);
      const words = await rereadClosing(canvas, inked, isFirst ? await rereadLetterhead(canvas, page, readBlock) : page, readBlock);
      return { ...dropSpecks(words, canvas.width), rules, askew };
    },
    close: async () => void (await Promise.all(all.map((worker) => worker.terminate()))),
  };
}

interface Box { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
interface OcrLine { readonly baseline: Box; readonly bbox: Box; readonly rowAttributes: { readonly rowHeight?: number; readonly row_height?: number }; readonly words: readonly { readonly text: string; readonly confidence: number; readonly bbox: Box }[] }

function listWords(blocks: readonly { readonly paragraphs: readonly { readonly lines: readonly OcrLine[] }[] }[] | null): Fragment[] {
  return (blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap(readLine)));
}

function readLine({ baseline, bbox, words, rowAttributes }: OcrLine): Fragment[] {
  const heights = words.map((word) => word.bbox.y1 - word.bbox.y0).sort((a, b) => a - b);
  const typical = heights[Math.floor(heights.length / 2)] ?? bbox.y1 - bbox.y0;
  const size = Math.max(8, Math.min(rowAttributes.rowHeight ?? rowAttributes.row_height ?? typical * 1.25, typical * 1.6));
  const slope = baseline.x1 === baseline.x0 ? 0 : (baseline.y1 - baseline.y0) / (baseline.x1 - baseline.x0);
  return words.filter((word) => word.text.trim() !== '').map((word) => ({
    // The baseline at the middle of the word, as far as the slope of a scan put in askew takes it; then laid level.
    // The engine writes the Icelandic letter for the Vietnamese one.
    text: partWords(word.text.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ')), x: word.bbox.x0, y: baseline.y0 + slope * ((bbox.x0 + bbox.x1) / 2 - baseline.x0), width: word.bbox.x1 - word.bbox.x0, size, bold: false, italic: false, confidence: word.confidence,
  }));
}

/** Puts what was read of a picture on a page of some size, in points. @param picture size in dots */
export function placeOnPage({ words, rules }: OcrPage, picture: { readonly width: number }, page: { readonly page: number; readonly width: number; readonly height: number }): PageContent {
  const scale = page.width / picture.width;
  return {
    ...page, stamps: [],
    fragments: words.map((word) => ({ ...word, x: word.x * scale, y: word.y * scale, width: word.width * scale, size: word.size * scale })),
    rules: rules.map(({ x1, y1, x2, y2 }) => ({ x1: x1 * scale, y1: y1 * scale, x2: x2 * scale, y2: y2 * scale })),
  };
}

/** What a clerk should know about scanned pages beside their words. @param pages from 1 */
export function noteScans(pages: readonly { readonly page: number; readonly read: OcrPage }[]): ReadingNote[] {
  const specks = pages.flatMap(({ read }) => read.specks.filter((scrap) => /[\p{L}\p{N}]/u.test(scrap)));
  const askew = pages.filter(({ read }) => Math.abs(read.askew) >= 1);
  return [
    ...(askew[0] === undefined ? [] : [note('info', 'askew', `${askew.length} trang quét lệch (tới ${Math.max(...askew.map(({ read }) => Math.abs(read.askew))).toFixed(1)}°); đã xoay thẳng trước khi đọc.`, askew[0].page)]),
    ...(specks.length === 0 ? [] : [note('info', 'specks', `Đã bỏ ${specks.length} vết ngoài lề hoặc nét bút không thành chữ: ${specks.slice(0, 12).map((scrap) => `“${scrap}”`).join(', ')}${specks.length > 12 ? ', …' : ''}.`)]),
  ];
}

/**
 * Reads a picture of one page.
 * @throws UnreadableSource for broken and oversized pictures and for pictures without words
 */
export async function readImage(bytes: Uint8Array, ocr: () => Promise<OcrEngine>): Promise<Reading> {
  checkSize(bytes);
  const picture = await decodePicture(bytes);
  const engine = await ocr();
  const read = await engine.read(picture, true);
  const content = placeOnPage(read, picture, { page: 1, width: 595, height: (picture.height * 595) / picture.width });
  const reading = composePdf([content], { pages: [], notes: [note('warning', 'ocr', 'Chữ do máy nhận dạng từ ảnh. Hãy so với ảnh: npm run review.'), ...noteScans([{ page: 1, read }])] });
  if (!/[\p{L}\p{N}]/u.test(reading.text)) throw new UnreadableSource('empty', 'Không nhận dạng được chữ nào trong ảnh. Hãy chụp thẳng, đủ sáng, mỗi ảnh một trang rồi nhập lại.');
  return { ...reading, format: 'image', origin: 'ocr', reader: `image/2 + ${engine.name}`, pages: 1 };
}

/** A picture at a size that OCR reads well. */
async function decodePicture(bytes: Uint8Array): Promise<Canvas> {
  try {
    const image = await loadImage(Buffer.from(bytes));
    if (image.width * image.height > 120_000_000) throw new UnreadableSource('too-large', 'Ảnh quá lớn (hơn 120 triệu điểm). Hãy thu nhỏ rồi nhập lại.');
    const scale = Math.min(3, OCR_WIDTH / Math.min(image.width, image.height), MAX_SIDE / Math.max(image.width, image.height));
    const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    throw new UnreadableSource('broken', 'Tệp ảnh bị hỏng hoặc không phải ảnh. Hãy chụp hoặc quét lại.');
  }
}
