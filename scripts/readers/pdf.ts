/** Reads PDF files: pages with a text layer by that layer, scanned pages and pages with a ruined layer by OCR. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { checkSize, note, UnreadableSource, type Reading } from '../../src/intake/reading.ts';
import type { PageContent } from '../../src/intake/pdf/fragments.ts';
import { composePdf, readPdfPages } from '../../src/intake/pdf/index.ts';
import { openPdf, type OpenPdf, type PdfOptions } from '../../src/intake/pdf/open.ts';
import { noteScans, placeOnPage, type OcrEngine, type OcrPage } from './ocr.ts';
import { renderForOcr } from './render-page.ts';

const pdfjsFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Where pdf.js finds its decoders and fonts: in its own package, never on the net. */
export const PDF_OPTIONS: PdfOptions = { wasmUrl: `${join(pdfjsFolder, 'wasm')}/`, standardFontDataUrl: `${join(pdfjsFolder, 'standard_fonts')}/`, cMapUrl: `${join(pdfjsFolder, 'cmaps')}/` };
/** Most pages that are given to OCR; a longer scan is cut up by the clerk. */
const MAX_OCR_PAGES = 120;

/**
 * @param ocr makes the engine when a page needs it; `null`: scanned pages are refused
 * @throws UnreadableSource for encrypted, broken and oversized files
 */
export async function readPdf(bytes: Uint8Array, ocr: (() => Promise<OcrEngine>) | null, onPage: (done: number, total: number) => void = () => {}): Promise<Reading> {
  checkSize(bytes);
  const pdf = await openPdf(bytes, PDF_OPTIONS);
  try {
    const read = await readPdfPages(pdf, onPage);
    const scanned = read.pages.filter(({ layer }) => layer !== 'good');
    if (scanned.length === 0) return composePdf(read.pages.map(({ content }) => content), read);
    if (ocr === null) throw new UnreadableSource('no-text-layer', 'Tệp PDF là bản quét, cần máy nhận dạng chữ.');
    if (scanned.length > MAX_OCR_PAGES) throw new UnreadableSource('too-many-pages', `Bản quét có ${scanned.length} trang, quá dài để nhận dạng chữ một lần (tối đa ${MAX_OCR_PAGES}). Hãy tách riêng từng văn bản rồi nhập.`);
    const { contents, scans } = await recognizePages(pdf, read.pages, await ocr(), onPage);
    const ruined = read.pages.filter(({ layer }) => layer === 'ruined');
    const notes = [
      ...read.notes.filter(({ code }) => code !== 'hidden-layer'),
      ...(ruined[0] ? [note('warning', 'ruined-layer', `Lớp chữ có sẵn trong tệp PDF bị hỏng (${ruined.length} trang), không dùng; đã nhận dạng lại từ hình.`, ruined[0].content.page)] : []),
      note('warning', 'ocr', `${scanned.length} trang là hình quét, chữ do máy nhận dạng. Hãy so từng trang với hình: npm run review.`),
      ...noteScans(scans),
    ];
    const reading = composePdf(contents, { pages: read.pages, notes });
    if (!/[\p{L}\p{N}]/u.test(reading.text)) throw new UnreadableSource('empty', 'Không nhận dạng được chữ nào trong tệp PDF. Hãy quét lại rõ hơn (300 dpi) rồi nhập.');
    return { ...reading, reader: `${reading.reader} + ${(await ocr()).name}` };
  } finally {
    await pdf.close();
  }
}

/** OCR of the pages that need it, several at a time; the others keep their layer. */
async function recognizePages(pdf: OpenPdf, pages: Awaited<ReturnType<typeof readPdfPages>>['pages'], engine: OcrEngine, onPage: (done: number, total: number) => void): Promise<{ contents: PageContent[]; scans: { page: number; read: OcrPage }[] }> {
  const contents: PageContent[] = pages.map(({ content }) => content);
  const scans: { page: number; read: OcrPage }[] = [];
  const queue = pages.flatMap(({ layer }, index) => (layer === 'good' ? [] : [index]));
  const total = queue.length;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
      const content = pages[index]?.content;
      if (!content) continue;
      const picture = await renderForOcr(pdf, content.page);
      const found = await engine.read(picture, index === 0);
      const placed = placeOnPage(found, picture, content);
      contents[index] = { ...placed, stamps: content.stamps, fragments: [...placed.fragments, ...content.filledIn] };
      scans.push({ page: content.page, read: found });
      onPage(++done, total);
    }
  };
  await Promise.all(Array.from({ length: Math.min(engine.workers, Math.max(total, 1)) }, work));
  return { contents, scans: scans.sort((a, b) => a.page - b.page) };
}
