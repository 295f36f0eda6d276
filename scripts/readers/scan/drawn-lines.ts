/** Lines drawn on a scan: underlines, the frames of tables. They are taken out of the picture, because OCR reads them as letters, and kept for the tables. */
import type { Rule } from '../../../src/intake/pdf/fragments.ts';
import type { GrayPage } from './gray.ts';

/** Shortest line, in inches: longer than the bars and stems of any letter. */
const MIN_LENGTH = 0.26;
/** Thickest line, in inches. */
const MAX_THICKNESS = 0.035;
/** White dots that a worn line may miss. */
const MAX_HOLE = 2;
const BARE_SHARE = 0.6;
const INK = 160;

/**
 * @param dpi dots an inch
 * @returns the page without its lines, and the lines in dots
 */
export function takeDrawnLines(page: GrayPage, dpi: number): { page: GrayPage; rules: Rule[] } {
  const dots = page.dots.slice();
  const rules: Rule[] = [];
  for (const upright of [false, true]) {
    for (const line of findLines(page, dpi, upright)) {
      rules.push(upright ? { x1: line.across1, x2: line.across2, y1: line.along1, y2: line.along2 } : { x1: line.along1, x2: line.along2, y1: line.across1, y2: line.across2 });
      erase(dots, page, line, upright);
    }
  }
  return { page: { ...page, dots }, rules };
}

interface Line {
  /** Ends, in the line's own direction. */
  along1: number;
  along2: number;
  /** First and last row of dots across it. */
  across1: number;
  across2: number;
}

function findLines({ width, height, dots }: GrayPage, dpi: number, upright: boolean): Line[] {
  const [length, breadth] = upright ? [height, width] : [width, height];
  const [alongStep, acrossStep] = upright ? [width, 1] : [1, width];
  const shortest = dpi * MIN_LENGTH;
  const thickest = Math.max(4, dpi * MAX_THICKNESS);
  const done: Line[] = [];
  let open: Line[] = [];
  for (let across = 0; across < breadth; across++) {
    const runs: Line[] = [];
    let start = -1;
    let last = -1;
    for (let along = 0; along <= length; along++) {
      if (along < length && (dots[along * alongStep + across * acrossStep] ?? 255) < INK) {
        if (start < 0) start = along;
        last = along;
      } else if (start >= 0 && (along === length || along - last > MAX_HOLE)) {
        if (last - start >= shortest) runs.push({ along1: start, along2: last, across1: across, across2: across });
        start = -1;
      }
    }
    // A run under a run of the row before is the same line.
    const next: Line[] = [];
    for (const run of runs) {
      const above = open.find((line) => line.across2 >= across - 2 && line.along1 <= run.along2 && run.along1 <= line.along2);
      if (above) {
        above.along1 = Math.min(above.along1, run.along1);
        above.along2 = Math.max(above.along2, run.along2);
        above.across2 = across;
        if (!next.includes(above)) next.push(above);
      } else next.push(run);
    }
    for (const line of open) {
      if (next.includes(line)) continue;
      if (across - line.across2 > 2) done.push(line);
      else next.push(line);
    }
    open = next;
  }
  return [...done, ...open].filter((line) => line.across2 - line.across1 + 1 <= thickest && isBare(line, { width, height, dots }, upright));
}

/** True when most of a line has paper on both sides: the feet of letters that touch each other have stems above them. */
function isBare(line: Line, page: GrayPage, upright: boolean): boolean {
  let bare = 0;
  for (let along = line.along1; along <= line.along2; along++) if (!isCrossed(line, along, page, upright)) bare++;
  return bare > (line.along2 - line.along1 + 1) * BARE_SHARE;
}

/** True where ink goes on at one of the sides of a line. */
function isCrossed({ across1, across2 }: Line, along: number, { width, height, dots }: GrayPage, upright: boolean): boolean {
  const at = (across: number): number => (across < 0 || across >= (upright ? width : height) ? 255 : (dots[upright ? along * width + across : across * width + along] ?? 255));
  return at(across1 - 3) < INK || at(across2 + 3) < INK;
}

/** Whitens a line except where a letter crosses it. */
function erase(dots: Uint8Array, page: GrayPage, line: Line, upright: boolean): void {
  const breadth = upright ? page.width : page.height;
  for (let along = line.along1; along <= line.along2; along++) {
    if (isCrossed(line, along, page, upright)) continue;
    for (let across = Math.max(0, line.across1 - 2); across <= Math.min(breadth - 1, line.across2 + 2); across++) dots[upright ? along * page.width + across : across * page.width + along] = 255;
  }
}
