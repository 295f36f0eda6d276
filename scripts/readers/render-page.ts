/** Draws a page of a PDF as a picture, for OCR and for the review page; pdf.js on a canvas, no system tool. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
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

/** Draws a page for a person: everything on it. @param page from 1 */
export async function renderPage(pdf: OpenPdf, page: number, width: number): Promise<PagePicture> {
  return draw(pdf, page, width, false);
}

/** Draws a page for OCR: without the drawings of digital signatures, whose words are read apart, and without red ink. @param page from 1 */
export async function renderForOcr(pdf: OpenPdf, page: number): Promise<PagePicture> {
  return draw(pdf, page, OCR_WIDTH, true);
}

async function draw({ document, pdfjs }: OpenPdf, page: number, width: number, forOcr: boolean): Promise<PagePicture> {
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
  if (forOcr) dropRedInk(context);
  return { png: await canvas.encode('png'), width: canvas.width, height: canvas.height };
}

/** Keeps the red channel alone: a red seal over a signature turns white, black print and blue pen stay. */
export function dropRedInk(context: SKRSContext2D): void {
  const { width, height } = context.canvas;
  const image = context.getImageData(0, 0, width, height);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    const red = data[at] ?? 0;
    data[at + 1] = red;
    data[at + 2] = red;
  }
  context.putImageData(image, 0, 0);
}
