/** Finds by how much a page lies askew and lays it level: rows of letters give the sharpest profile when they are level. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { GrayPage } from './gray.ts';

/** Largest slope looked for, in degrees; a page more askew was put in wrongly. */
const MAX_ANGLE = 4;
/** Slopes below this cost more in blur than they gain. */
const MIN_ANGLE = 0.15;
/** One of this many dots each way is looked at. */
const STEP = 4;

/** @returns degrees, positive when rows fall to the right; 0 when the page is level or has no rows */
export function measureSkew(page: GrayPage): number {
  const ink = listInk(page);
  if (ink.length < 400) return 0;
  const coarse = best(ink, page, range(-MAX_ANGLE, MAX_ANGLE, 0.5));
  const fine = best(ink, page, range(coarse - 0.4, coarse + 0.4, 0.1));
  return Math.abs(fine) < MIN_ANGLE || Math.abs(fine) >= MAX_ANGLE ? 0 : fine;
}

/** Turns a picture back by an angle on white. */
export function turnBack(canvas: Canvas, degrees: number): Canvas {
  const turned = createCanvas(canvas.width, canvas.height);
  const context = turned.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, turned.width, turned.height);
  context.translate(turned.width / 2, turned.height / 2);
  context.rotate((-degrees * Math.PI) / 180);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return turned;
}

/** Places of dark dots, a margin left out: the borders of a scan are no rows. */
function listInk({ width, height, dots }: GrayPage): { x: number; y: number }[] {
  const ink: { x: number; y: number }[] = [];
  for (let y = Math.floor(height * 0.04); y < height * 0.96; y += STEP) for (let x = Math.floor(width * 0.06); x < width * 0.94; x += STEP) if ((dots[y * width + x] ?? 255) < 128) ink.push({ x, y });
  return ink;
}

function best(ink: readonly { x: number; y: number }[], { width, height }: GrayPage, angles: readonly number[]): number {
  let found = { angle: 0, score: -1 };
  for (const angle of angles) {
    const slope = Math.tan((angle * Math.PI) / 180);
    const profile = new Uint32Array(Math.ceil((height + 2 * width * Math.abs(slope)) / STEP) + 2);
    const shift = width * Math.abs(slope);
    for (const { x, y } of ink) {
      const row = Math.floor((y - x * slope + shift) / STEP);
      profile[row] = (profile[row] ?? 0) + 1;
    }
    let score = 0;
    for (let row = 1; row < profile.length; row++) score += ((profile[row] ?? 0) - (profile[row - 1] ?? 0)) ** 2;
    if (score > found.score) found = { angle, score };
  }
  return found.angle;
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
}
