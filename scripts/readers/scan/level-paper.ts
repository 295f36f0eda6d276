/** Makes the paper white all over: shadows of a photo, grey paper, print that shines through. */
import type { GrayPage } from './gray.ts';

/** Side of the squares whose paper is measured, in dots: larger than a letter, smaller than a shadow. */
const SQUARE = 64;
/** Paper darker than this is a shadow or a border of the scanner: nothing can be read there. */
const DARKEST_PAPER = 70;

/**
 * Divides each dot by the paper around it. A page of white paper stays as it is.
 */
export function levelPaper(page: GrayPage): GrayPage {
  const { width, height, dots } = page;
  const columns = Math.ceil(width / SQUARE);
  const rows = Math.ceil(height / SQUARE);
  const paper = smooth(measurePaper(page, columns, rows), columns, rows);
  if (paper.every((value) => value > 250)) return page;
  const level = new Uint8Array(dots.length);
  for (let y = 0; y < height; y++) {
    // Between the middles of four squares.
    const fy = Math.min(Math.max(y / SQUARE - 0.5, 0), rows - 1);
    const y0 = Math.floor(fy);
    const y1 = Math.min(y0 + 1, rows - 1);
    const wy = fy - y0;
    for (let x = 0; x < width; x++) {
      const fx = Math.min(Math.max(x / SQUARE - 0.5, 0), columns - 1);
      const x0 = Math.floor(fx);
      const x1 = Math.min(x0 + 1, columns - 1);
      const wx = fx - x0;
      const top = (paper[y0 * columns + x0] ?? 255) * (1 - wx) + (paper[y0 * columns + x1] ?? 255) * wx;
      const bottom = (paper[y1 * columns + x0] ?? 255) * (1 - wx) + (paper[y1 * columns + x1] ?? 255) * wx;
      const around = top * (1 - wy) + bottom * wy;
      level[y * width + x] = around < DARKEST_PAPER ? 255 : Math.min(255, ((dots[y * width + x] ?? 255) * 255) / around);
    }
  }
  return { width, height, dots: level };
}

/** What most dots of a square are at least: its bright fifth. */
function measurePaper({ width, height, dots }: GrayPage, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let total = 0;
      for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y += 2) {
        for (let x = column * SQUARE; x < Math.min(width, (column + 1) * SQUARE); x += 2) {
          const value = dots[y * width + x] ?? 255;
          counts[value] = (counts[value] ?? 0) + 1;
          total++;
        }
      }
      let value = 255;
      for (let seen = 0; value > 0; value--) {
        seen += counts[value] ?? 0;
        if (seen > total * 0.3) break;
      }
      paper[row * columns + column] = value;
    }
  }
  return paper;
}

/** A square that a seal or a picture fills takes the paper of its brighter neighbours. */
function smooth(paper: Float32Array, columns: number, rows: number): Float32Array {
  return paper.map((value, index) => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    const near: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) near.push(paper[y * columns + x] ?? value);
    const middle = near.sort((a, b) => a - b)[Math.floor(near.length / 2)] ?? value;
    return Math.max(value, middle);
  });
}
