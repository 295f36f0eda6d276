/** Any file a clerk holds to text: tells the format by the bytes and calls its reader. */
import { gunzipSync } from 'node:zlib';
import { detectFormat } from '../../src/intake/detect.ts';
import { readTextFile } from '../../src/intake/plain-text.ts';
import { checkSize, note, UnreadableSource, type Reading, type SourceFormat } from '../../src/intake/reading.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { createOcrEngine, readImage, type OcrEngine } from './ocr.ts';
import { readPdf } from './pdf.ts';

const EXPECTED: Readonly<Record<string, SourceFormat>> = { txt: 'text', md: 'text', docx: 'docx', docm: 'docx', doc: 'doc', html: 'html', htm: 'html', pdf: 'pdf', png: 'image', jpg: 'image', jpeg: 'image', tif: 'image', tiff: 'image', webp: 'image', bmp: 'image' };
const FORMAT_WORDS: Readonly<Record<SourceFormat, string>> = { text: 'văn bản thuần', docx: 'Word (.docx)', doc: 'Word cũ (.doc)', html: 'trang web', pdf: 'PDF', image: 'ảnh' };

export interface SourceReader {
  /**
   * @param name file name, for telling a misnamed file
   * @throws UnreadableSource with a Vietnamese message
   */
  read(bytes: Uint8Array, name: string, onPage?: (done: number, total: number) => void): Promise<Reading>;
  close(): Promise<void>;
}

/** Makes a reader for this thread; the OCR engine starts with the first page that needs it. */
export function createSourceReader(ocrWorkers?: number): SourceReader {
  let engine: Promise<OcrEngine> | null = null;
  const ocr = (): Promise<OcrEngine> => (engine ??= createOcrEngine(ocrWorkers));
  return {
    async read(bytes, name, onPage) {
      checkSize(bytes);
      const unpacked = unpack(bytes);
      const ending = /\.([a-z]+)(?:\.gz)?$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
      const expected = EXPECTED[ending];
      const format = expected === 'text' ? textOr(detectFormat(unpacked)) : detectFormat(unpacked);
      const reading = await readAs(format, unpacked, ocr, onPage);
      if (expected === undefined || expected === format) return reading;
      return { ...reading, notes: [note('info', 'misnamed', `Tệp mang đuôi .${ending} nhưng thật ra là ${FORMAT_WORDS[format]}; đã đọc theo nội dung.`), ...reading.notes] };
    },
    close: async () => {
      if (engine) await (await engine).close();
      engine = null;
    },
  };
}

/** A text file that speaks of HTML is text. */
function textOr(format: SourceFormat): SourceFormat {
  return format === 'html' ? 'text' : format;
}

async function readAs(format: SourceFormat, bytes: Uint8Array, ocr: () => Promise<OcrEngine>, onPage?: (done: number, total: number) => void): Promise<Reading> {
  switch (format) {
    case 'docx': return readDocx(bytes);
    case 'doc': return readDoc(bytes);
    case 'html': return readHtml(bytes);
    case 'pdf': return readPdf(bytes, ocr, onPage);
    case 'image': return readImage(bytes, ocr);
    default: return readTextFile(bytes);
  }
}

/** A single gzipped file is read through; it may not grow without end. */
function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: 64 * 1024 * 1024 }));
  } catch {
    throw new UnreadableSource('broken', 'Tệp nén (.gz) bị hỏng hoặc giải nén ra quá lớn. Hãy giải nén bằng phần mềm khác, kiểm tra rồi nhập tệp bên trong.');
  }
}
