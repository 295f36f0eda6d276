/** pdf.js, run in the thread that calls it, so that the same code serves commands and the browser's worker. Nothing is fetched, no script of a file runs. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_PAGES, UnreadableSource } from '../reading.ts';

export type PdfModule = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly pdfjs: PdfModule;
  close(): Promise<void>;
}

export interface PdfOptions {
  /** Folder of pdf.js's own decoders, with a slash at the end; without it JBIG2 and JPEG 2000 pictures stay blank. */
  readonly wasmUrl?: string;
  readonly standardFontDataUrl?: string;
  readonly cMapUrl?: string;
}

/** Loads pdf.js with its worker in the same thread. */
export async function loadPdfjs(): Promise<PdfModule> {
  const scope = globalThis as { pdfjsWorker?: unknown };
  // @ts-expect-error the worker module has no types; pdf.js finds it under this name
  scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/**
 * @throws UnreadableSource for encrypted and broken files and for whole volumes
 */
export async function openPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<OpenPdf> {
  const pdfjs = await loadPdfjs();
  // pdf.js takes the bytes over; the caller keeps its own. What options leave out is not looked for elsewhere.
  const task = pdfjs.getDocument({
    data: bytes.slice(), verbosity: 0, disableFontFace: true, useSystemFonts: false, enableXfa: false, stopAtErrors: false, disableAutoFetch: true, useWorkerFetch: false,
    ...(options.cMapUrl === undefined ? {} : { cMapUrl: options.cMapUrl, cMapPacked: true }), ...(options.wasmUrl === undefined ? {} : { wasmUrl: options.wasmUrl }),
    ...(options.standardFontDataUrl === undefined ? {} : { standardFontDataUrl: options.standardFontDataUrl }),
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) {
      const pages = document.numPages;
      await task.destroy();
      throw new UnreadableSource('too-many-pages', `Tệp PDF có ${pages} trang, quá dài đối với một văn bản (tối đa ${MAX_PAGES}). Hãy tách riêng từng văn bản rồi nhập.`);
    }
    return { document, pdfjs, close: () => task.destroy() };
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    await task.destroy();
    throw describe(error);
  }
}

function describe(error: unknown): UnreadableSource {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new UnreadableSource('encrypted', 'Tệp PDF có đặt mật khẩu. Hãy mở bằng mật khẩu, in hoặc lưu lại thành PDF không mật khẩu rồi nhập lại.');
  return new UnreadableSource('broken', 'Tệp PDF bị hỏng hoặc tải về chưa hết. Hãy tải lại từ nơi gửi, hoặc mở rồi in lại thành PDF.');
}
