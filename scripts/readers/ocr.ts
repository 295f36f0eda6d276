/** Reads pictures of pages with `tesseract.js` and its Vietnamese data, both from npm packages; nothing is fetched. */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { createScheduler, createWorker, OEM, PSM, type Scheduler } from 'tesseract.js';
import { checkSize, note, UnreadableSource, type Reading } from '../../src/intake/reading.ts';
import { partWords } from '../../src/intake/pdf/part-words.ts';
import type { Fragment } from '../../src/intake/pdf/fragments.ts';
import { composePdf } from '../../src/intake/pdf/index.ts';
import { dropRedInk } from './render-page.ts';

export interface OcrEngine {
  readonly name: string;
  /** Pages it reads at the same time. */
  readonly workers: number;
  /** Words with places in dots of the picture. */
  recognize(png: Uint8Array): Promise<Fragment[]>;
  close(): Promise<void>;
}

const NAME = 'tesseract.js/7 vie';
const dataFolder = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')), '4.0.0_best_int');
/** Longest time for one page, in milliseconds. */
const PAGE_LIMIT = 120_000;
/** Words surer than nothing; specks and stamps come below this. */
const MIN_CONFIDENCE = 12;

/** Starts the engine; slow, so one serves a whole import. */
export async function createOcrEngine(workers: number = Math.min(4, availableParallelism())): Promise<OcrEngine> {
  const scheduler: Scheduler = createScheduler();
  for (let index = 0; index < workers; index++) {
    const worker = await createWorker('vie', OEM.LSTM_ONLY, { langPath: dataFolder, gzip: true, cacheMethod: 'none' });
    await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, preserve_interword_spaces: '1', user_defined_dpi: '300', debug_file: '/dev/null' } as Parameters<typeof worker.setParameters>[0]);
    scheduler.addWorker(worker);
  }
  return {
    name: NAME, workers,
    async recognize(png) {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new UnreadableSource('too-slow', 'Một trang mất quá lâu để nhận dạng chữ (hơn 2 phút). Hãy quét lại trang rõ hơn, thẳng hơn rồi nhập.')), PAGE_LIMIT);
      });
      try {
        const { data } = await Promise.race([scheduler.addJob('recognize', Buffer.from(png), {}, { blocks: true, text: false }), limit]);
        return listWords(data.blocks);
      } finally {
        clearTimeout(timer);
      }
    },
    close: async () => void (await scheduler.terminate()),
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
  return words.filter((word) => word.confidence >= MIN_CONFIDENCE && word.text.trim() !== '').map((word) => ({
    // The baseline at the middle of the word, as far as the slope of a scan put in askew takes it; then laid level.
    text: partWords(word.text), x: word.bbox.x0, y: baseline.y0 + slope * ((bbox.x0 + bbox.x1) / 2 - baseline.x0), width: word.bbox.x1 - word.bbox.x0, size, bold: false, italic: false, confidence: word.confidence,
  }));
}

/**
 * Reads a picture of one page.
 * @throws UnreadableSource for broken and oversized pictures and for pictures without words
 */
export async function readImage(bytes: Uint8Array, ocr: () => Promise<OcrEngine>): Promise<Reading> {
  checkSize(bytes);
  const picture = await decodePicture(bytes);
  const engine = await ocr();
  const fragments = await engine.recognize(picture.png);
  const scale = 595 / picture.width;
  const content = { page: 1, width: 595, height: picture.height * scale, rules: [], stamps: [], fragments: fragments.map((word) => ({ ...word, x: word.x * scale, y: word.y * scale, width: word.width * scale, size: word.size * scale })) };
  const reading = composePdf([content], { pages: [], notes: [note('warning', 'ocr', 'Chữ do máy nhận dạng từ ảnh. Hãy so với ảnh: npm run review.')] });
  if (!/[\p{L}\p{N}]/u.test(reading.text)) throw new UnreadableSource('empty', 'Không nhận dạng được chữ nào trong ảnh. Hãy chụp thẳng, đủ sáng, mỗi ảnh một trang rồi nhập lại.');
  return { ...reading, format: 'image', origin: 'ocr', reader: `image/1 + ${engine.name}`, pages: 1 };
}

/** A picture at a size that OCR reads well. */
async function decodePicture(bytes: Uint8Array): Promise<{ png: Uint8Array; width: number; height: number }> {
  try {
    const image = await loadImage(Buffer.from(bytes));
    if (image.width * image.height > 120_000_000) throw new UnreadableSource('too-large', 'Ảnh quá lớn (hơn 120 triệu điểm). Hãy thu nhỏ rồi nhập lại.');
    const scale = Math.min(1, 3500 / Math.max(image.width, image.height)) * (Math.max(image.width, image.height) < 1400 ? 2 : 1);
    const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    dropRedInk(context);
    return { png: await canvas.encode('png'), width: canvas.width, height: canvas.height };
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    throw new UnreadableSource('broken', 'Tệp ảnh bị hỏng hoặc không phải ảnh. Hãy chụp hoặc quét lại.');
  }
}
