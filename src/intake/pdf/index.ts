/** Reads the text layer of a PDF, in the browser and in Node; says for each page whether that layer can be trusted. */
import { vietnameseShare } from '../encodings/decode.ts';
import { decodeTcvn3, decodeVni } from '../encodings/legacy.ts';
import { checkSize, note, UnreadableSource, type Reading, type ReadingNote } from '../reading.ts';
import { sortFurniture, type SortedPage } from './furniture.ts';
import type { PageContent } from './fragments.ts';
import { layOutPage } from './layout.ts';
import { openPdf, type OpenPdf, type PdfOptions } from './open.ts';
import { writePages } from './paragraphs.ts';
import { readPage, type PageReading } from './read-page.ts';

const READER = 'pdf/1';

/** What a page's text layer is worth. */
export type LayerState = 'good' | 'none' | 'ruined';

export interface PdfPage {
  readonly content: PageReading;
  readonly layer: LayerState;
}

export interface PdfPages {
  readonly pages: readonly PdfPage[];
  readonly notes: readonly ReadingNote[];
}

/**
 * Reads a PDF that has a text layer.
 * @throws UnreadableSource when it is a scan (`no-text-layer`), encrypted, broken or too long
 */
export async function readPdfText(bytes: Uint8Array, options: PdfOptions = {}, onPage: (done: number, total: number) => void = () => {}): Promise<Reading> {
  checkSize(bytes);
  const pdf = await openPdf(bytes, options);
  try {
    const read = await readPdfPages(pdf, onPage);
    if (read.pages.every(({ content, layer }) => layer !== 'good' || content.fragments.length === 0)) throw new UnreadableSource('no-text-layer', 'Tệp PDF là bản quét, không có lớp chữ đọc được. Cần máy nhận dạng chữ (OCR): hãy nhập bằng lệnh npm run import trên máy của người giữ trang.');
    return composePdf(read.pages.map(({ content }) => content), read);
  } finally {
    await pdf.close();
  }
}

/** Reads every page and judges its layer. */
export async function readPdfPages({ document, pdfjs }: OpenPdf, onPage: (done: number, total: number) => void = () => {}): Promise<PdfPages> {
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    onPage(number - 1, document.numPages);
    const page = await document.getPage(number);
    const content = decodeOldFonts(await readPage(page, pdfjs));
    pages.push({ content, layer: judgeLayer(content) });
    page.cleanup();
  }
  return { pages, notes: [...listNotes(pages), ...(await listExtras(document))] };
}

/** Pages, of a text layer or of OCR, to a reading. */
export function composePdf(contents: readonly PageContent[], { notes, pages }: PdfPages): Reading {
  const sorted = sortFurniture(contents.map(layOutPage));
  const { text, doubtful } = writePages(sorted, new Map(contents.map(({ page, stamps }) => [page, stamps])));
  const words = contents.flatMap(({ fragments }) => fragments.flatMap(({ confidence }) => (confidence === null ? [] : [confidence])));
  return {
    text, format: 'pdf', origin: words.length > 0 ? 'ocr' : pages.some(({ content }) => content.hidden) ? 'pdf-hidden-text' : 'pdf-text', reader: READER, pages: contents.length, notes: [...notes, ...tellRunningHeads(sorted)], doubtful,
    confidence: words.length === 0 ? null : Math.round((words.reduce((sum, value) => sum + value, 0) / words.length) * 10) / 10,
  };
}

function tellRunningHeads(pages: readonly SortedPage[]): ReadingNote[] {
  const heads = pages.flatMap(({ page, running }) => (running[0] === undefined ? [] : [{ page, words: running[0] }]));
  return heads[0] === undefined ? [] : [note('info', 'running-heads', `Dòng lặp lại ở mép trang không lấy vào văn bản: “${heads[0].words}” (${heads.length} trang).`, heads[0].page)];
}

/** A layer without letters is none; one whose words cannot be Vietnamese is ruined. */
function judgeLayer({ fragments, pictures, hidden }: PageReading): LayerState {
  const text = fragments.map((fragment) => fragment.text).join(' ');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  // An empty last page is no scan.
  if (letters < 40) return pictures > (letters === 0 ? 0.05 : 0.4) ? 'none' : 'good';
  const { share, words } = vietnameseShare(text);
  const strange = text.match(/[\ufffd\ue000-\uf8ff\u0000-\u001f]/gu)?.length ?? 0;
  if (strange > letters * 0.05) return 'ruined';
  const accented = words / Math.max(1, (text.match(/[\p{L}\p{M}]+/gu) ?? []).length);
  // Vietnamese running text has an accent on more than half of its words; a layer by an English engine has few, and odd ones.
  const pictured = pictures > 0.5 || hidden;
  if (accented < (pictured ? 0.3 : 0.08) && letters > 200) return pictured ? 'ruined' : 'good';
  return share < (pictured ? 0.9 : 0.7) && words >= 10 ? 'ruined' : 'good';
}

/** Text in TCVN3 or VNI fonts shows as Western letters; it is converted when that reads as Vietnamese. */
function decodeOldFonts(content: PageReading): PageReading {
  const text = content.fragments.map((fragment) => fragment.text).join(' ');
  if (vietnameseShare(text).share > 0.6 || vietnameseShare(text).words < 10) return content;
  for (const decode of [decodeTcvn3, decodeVni]) {
    if (vietnameseShare(decode(text)).share > 0.9) return { ...content, fragments: content.fragments.map((fragment) => ({ ...fragment, text: decode(fragment.text) })) };
  }
  return content;
}

/** What a PDF carries beside its pages; none of it is run or read. */
async function listExtras(document: OpenPdf['document']): Promise<ReadingNote[]> {
  const attached = await document.getAttachments() as ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>> | null;
  const count = attached instanceof Map ? attached.size : Object.keys(attached ?? {}).length;
  return [
    ...(await document.hasJSActions() ? [note('warning', 'scripts', 'Tệp PDF có mã lệnh. Mã không được chạy; chỉ đọc chữ. Hãy kiểm tra nguồn gốc của tệp.')] : []),
    ...(count > 0 ? [note('info', 'embedded-objects', `Tệp PDF kèm ${count} tệp khác bên trong; không đọc các tệp ấy.`)] : []),
  ];
}

function listNotes(pages: readonly PdfPage[]): ReadingNote[] {
  const notes: ReadingNote[] = [];
  const sideways = pages.filter(({ content }) => content.sideways > 20);
  const first = sideways[0];
  if (first) notes.push(note('info', 'sideways-text', `Có chữ đặt nghiêng hoặc xoay (dấu chìm, bảng xoay ngang) ở ${sideways.length} trang; không lấy.`, first.content.page));
  if (pages.some(({ content, layer }) => layer === 'good' && content.hidden)) notes.push(note('warning', 'hidden-layer', 'Lớp chữ của tệp PDF do máy quét nhận dạng sẵn, có thể sai. Hãy so với hình.'));
  return notes;
}
