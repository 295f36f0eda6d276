/**
 * The chain of basis as a picture: boxes in rows, roots on top, lines down to what rests on them. Only places and words; the page draws.
 * Rows of more than two boxes are broken, so that the words stay legible on a phone of 360 px.
 */
import type { Ladder } from './chain.ts';
import { nameDocument } from './document-name.ts';
import { documentOf, type Corpus } from './graph.ts';

export interface PictureBox {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Lines of words, the number first. */
  readonly lines: readonly string[];
  readonly held: boolean;
  readonly current: boolean;
}

export interface PictureLine {
  readonly from: string;
  readonly to: string;
  /** From the lower edge of the basis to the upper edge of what rests on it. */
  readonly path: string;
  readonly doubtful: boolean;
}

export interface ChainPicture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PictureBox[];
  readonly lines: readonly PictureLine[];
  /** Documents left out because the picture would be too large to read. */
  readonly leftOut: number;
}

const WIDTH = 328;
const GAP = 12;
const ROW_GAP = 40;
const LINE_HEIGHT = 17;
const MOST_BOXES = 24;

/** Lays the picture out, 328 units wide: one unit is one CSS pixel on a small phone. */
export function drawChain(corpus: Corpus, up: Ladder, down: Ladder, current: string): ChainPicture {
  const rows = [...up.rows.map((row) => row.map(({ key }) => key)), ...down.rows.slice(1).map((row) => row.map(({ key }) => key))];
  const flat = rows.flat();
  const kept = new Set(chooseNearest(rows, up.rows.length - 1));
  const boxes = new Map<string, PictureBox>();
  let y = 8;
  for (const row of rows) {
    const keys = row.filter((key) => kept.has(key) && !boxes.has(key));
    for (let start = 0; start < keys.length; start += 2) {
      const pair = keys.slice(start, start + 2);
      const width = pair.length === 1 ? 220 : (WIDTH - GAP) / 2;
      const made = pair.map((key, index) => {
        const document = documentOf(corpus, key);
        const lines = wrapWords([nameDocument(document), document.issuer.name], Math.floor((width - 16) / 7.1));
        return { key, x: pair.length === 1 ? (WIDTH - width) / 2 : index * (width + GAP), y, width, height: lines.length * LINE_HEIGHT + 14, lines, held: document.held !== null, current: key === current };
      });
      for (const box of made) boxes.set(box.key, box);
      y += Math.max(...made.map(({ height }) => height)) + (start + 2 < keys.length ? GAP : ROW_GAP);
    }
  }
  const lines: PictureLine[] = [];
  const drawn = new Set<string>();
  for (const step of [...up.rows, ...down.rows].flat()) {
    for (const { link, newerThanText } of step.rungs) {
      const basis = boxes.get(link.to);
      const text = boxes.get(link.from);
      if (!basis || !text || drawn.has(`${link.from} ${link.to}`)) continue;
      drawn.add(`${link.from} ${link.to}`);
      lines.push({ from: link.from, to: link.to, path: drawLine(basis, text), doubtful: newerThanText });
    }
  }
  return { width: WIDTH, height: Math.max(y - ROW_GAP + 8, 40), boxes: [...boxes.values()], lines, leftOut: new Set(flat).size - boxes.size };
}

/** Rows nearest to the document first, so that the picture stays readable. */
function chooseNearest(rows: readonly (readonly string[])[], middle: number): string[] {
  const order = rows.map((row, index) => ({ row, distance: Math.abs(index - middle) })).sort((a, b) => a.distance - b.distance);
  return order.flatMap(({ row }) => row).slice(0, MOST_BOXES);
}

function drawLine(basis: PictureBox, text: PictureBox): string {
  const [x1, y1] = [round(basis.x + basis.width / 2), round(basis.y + basis.height)];
  const [x2, y2] = [round(text.x + text.width / 2), round(text.y)];
  const bend = Math.max(Math.min((y2 - y1) / 2, 28), 8);
  return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}

/** Breaks at blanks; a number never breaks, a name of two lines ends with `…`. */
function wrapWords(texts: readonly string[], most: number): string[] {
  return texts.flatMap((text, index) => {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    const limit = index === 0 ? 3 : 2;
    return lines.length > limit ? [...lines.slice(0, limit - 1), `${lines.slice(limit - 1).join(' ').slice(0, most - 1).trimEnd()}…`] : lines;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
