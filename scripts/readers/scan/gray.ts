/** A picture of a page as one byte a dot: 0 ink, 255 paper. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';

export interface GrayPage {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/**
 * Takes coloured ink out: the brightest channel of a red seal or a blue pen is bright, that of black print is dark. Pages of the two colours
 * black and white stay as they are.
 */
export function toGray(canvas: Canvas): GrayPage {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const dots = new Uint8Array(width * height);
  for (let at = 0, dot = 0; dot < dots.length; at += 4, dot++) dots[dot] = Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  return { width, height, dots };
}

export function toCanvas({ width, height, dots }: GrayPage): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (let at = 0, dot = 0; dot < dots.length; at += 4, dot++) {
    const value = dots[dot] ?? 255;
    image.data[at] = value;
    image.data[at + 1] = value;
    image.data[at + 2] = value;
    image.data[at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
