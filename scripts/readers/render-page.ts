/** Draws a page of a PDF as a picture, for OCR and for the review page; pdf.js on a canvas, no system tool. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { OpenPdf } from '../../src/intake/pdf/open.ts';
import { OCR_WIDTH } from './scan/index.ts';

export interface PagePicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Most dots of one picture; a poster is drawn smaller. */
const MAX_DOTS = 16_000_000;

/** Draws a page for a person: everything on it. @param page from 1 */
export async function renderPage(pdf: OpenPdf, page: number, width: number): Promise<PagePicture> {
  const canvas = await draw(pdf, page, width, false);
  return { png: await canvas.encode('png'), width: canvas.width, height: canvas.height };
}

/** Draws a page for OCR: without the drawings of digital signatures, whose words are read apart. @param page from 1 */
export async function renderForOcr(pdf: OpenPdf, page: number): Promise<Canvas> {
  return draw(pdf, page, OCR_WIDTH, true);
}

async function draw({ document, pdfjs }: OpenPdf, page: number, width: number, forOcr: boolean): Promise<Canvas> {
  const proxy = await document.getPage(page);
  const natural = proxy.getViewport({ scale: 1 });
  const scale = Math.min(width / natural.width, Math.sqrt(MAX_DOTS / (natural.width * natural.height)));
  const viewport = proxy.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  await proxy.render({ canvas: canvas as unknown as HTMLCanvasElement, canvasContext: context as unknown as CanvasRenderingContext2D, viewport, ...(forOcr ? { annotationMode: pdfjs.AnnotationMode.DISABLE } : {}) }).promise;
  proxy.cleanup();
  return canvas;
}
