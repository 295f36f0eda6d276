/** Draws a page of a PDF as a picture, for OCR and for the review page; pdf.js on a canvas, no system tool. */
import { createCanvas } from '@napi-rs/canvas';
import type { OpenPdf } from '../../src/intake/pdf/open.ts';

export interface PagePicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Width of a page for OCR: about 300 dots an inch on A4. */
const OCR_WIDTH = 2480;
/** Most dots of one picture; a poster is drawn smaller. */
const MAX_DOTS = 16_000_000;

/** @param page from 1 */
export async function renderPage({ document }: OpenPdf, page: number, width: number = OCR_WIDTH): Promise<PagePicture> {
  const proxy = await document.getPage(page);
  const natural = proxy.getViewport({ scale: 1 });
  const scale = Math.min(width / natural.width, Math.sqrt(MAX_DOTS / (natural.width * natural.height)));
  const viewport = proxy.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  await proxy.render({ canvas: canvas as unknown as HTMLCanvasElement, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise;
  proxy.cleanup();
  return { png: await canvas.encode('png'), width: canvas.width, height: canvas.height };
}
