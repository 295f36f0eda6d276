/**
 * The chain of basis as a picture: one box a document, roots on top; beside the boxes a trunk from each basis down to what rests on it.
 * Only places and words; the page draws. 328 units wide, one unit is one CSS pixel on a phone of 360 px.
 */
import type { Ladder } from './chain.ts';
import { nameDocument } from '../wording/document-name.ts';
import { documentOf, type Corpus } from '../graph/graph.ts';

export interface PictureBox {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Lines of words; those of the name before those of the organ. */
  readonly lines: readonly { readonly text: string; readonly isName: boolean }[];
  readonly held: boolean;
  readonly current: boolean;
}

export interface PictureLine {
  /** From the side of the basis along its trunk to the side of what rests on it. */
  readonly path: string;
  /** Tip of the arrow. */
  readonly x: number;
  readonly y: number;
  /** The basis is dated after the text. */
  readonly doubtful: boolean;
}

export interface ChainPicture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PictureBox[];
  readonly lines: readonly PictureLine[];
  /** Documents left out because the picture would be too long to read. */
  readonly leftOut: number;
}

const WIDTH = 328;
const GAP = 16;
const LINE_HEIGHT = 17;
const LANE = 10;
const MOST_BOXES = 24;
const MOST_LANES = 9;

/** Lays the picture out. A hop that also goes the longer way over others is left to the list, which has them all. */
export function drawChain(corpus: Corpus, up: Ladder, down: Ladder, current: string): ChainPicture {
  const rows = [...up.rows.map((row) => row.map(({ key }) => key)), ...down.rows.slice(1).map((row) => row.map(({ key }) => key))];
  const keys = [...new Set(rows.flat())];
  const kept = new Set(chooseNearest(rows, up.rows.length - 1));
  const order = keys.filter((key) => kept.has(key));
  const place = new Map(order.map((key, index) => [key, index]));
  const hops = reduceHops([...up.rows, ...down.rows].flat().flatMap(({ rungs }) => rungs.map(({ link, newerThanText }) => ({ basis: link.to, text: link.from, doubtful: newerThanText }))).filter(({ basis, text }) => place.has(basis) && place.has(text)));
  const lanes = assignLanes(hops, place);
  const gutter = 8 + (Math.max(-1, ...lanes.values()) + 1) * LANE + 8;
  let y = 4;
  const boxes = order.map((key): PictureBox => {
    const document = documentOf(corpus, key);
    const most = Math.floor((WIDTH - gutter - 18) / 7.3);
    const lines = [...wrapWords(nameDocument(document), most, 3).map((text) => ({ text, isName: true })), ...wrapWords(document.issuer.name, most, 2).map((text) => ({ text, isName: false }))];
    const box = { key, x: gutter, y, width: WIDTH - gutter - 2, height: lines.length * LINE_HEIGHT + 14, lines, held: document.held !== null, current: key === current };
    y += box.height + GAP;
    return box;
  });
  const boxOf = new Map(boxes.map((box) => [box.key, box]));
  const lines = hops.map(({ basis, text, doubtful }): PictureLine => {
    const from = boxOf.get(basis) as PictureBox;
    const to = boxOf.get(text) as PictureBox;
    const trunk = gutter - 8 - (lanes.get(basis) ?? 0) * LANE - 2;
    const start = from.y + from.height - 12;
    const end = to.y + 16 + ((lanes.get(basis) ?? 0) % 3) * 6;
    return { path: `M${from.x} ${start}H${trunk}V${end}H${to.x - 4}`, x: to.x, y: end, doubtful };
  });
  return { width: WIDTH, height: Math.max(y - GAP + 6, 40), boxes, lines, leftOut: keys.length - order.length };
}

interface Hop { readonly basis: string; readonly text: string; readonly doubtful: boolean }

/** Leaves out a hop when the text also rests on something that rests on the basis. Doubtful hops stay: they are what one looks for. */
function reduceHops(all: readonly Hop[]): Hop[] {
  const hops = [...new Map(all.map((hop) => [`${hop.basis} ${hop.text}`, hop])).values()];
  const above = Map.groupBy(hops, ({ text }) => text);
  const reaches = (from: string, to: string, seen: Set<string>): boolean => (above.get(from) ?? []).some(({ basis }) => basis === to || (!seen.has(basis) && reaches(basis, to, seen.add(basis))));
  return hops.filter((hop) => hop.doubtful || !(above.get(hop.text) ?? []).some(({ basis }) => basis !== hop.basis && reaches(basis, hop.basis, new Set([hop.text]))));
}

/** A lane for each basis, so that no two trunks run over each other; the innermost that is free. */
function assignLanes(hops: readonly Hop[], place: ReadonlyMap<string, number>): Map<string, number> {
  const spans = [...Map.groupBy(hops, ({ basis }) => basis)].map(([basis, own]) => {
    const places = [place.get(basis) ?? 0, ...own.map(({ text }) => place.get(text) ?? 0)];
    return { basis, from: Math.min(...places), to: Math.max(...places) };
  }).sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  const lanes = new Map<string, number>();
  const taken: { from: number; to: number }[][] = [];
  for (const { basis, from, to } of spans) {
    let lane = taken.findIndex((list) => list.every((other) => to < other.from || from > other.to));
    if (lane === -1) lane = Math.min(taken.length, MOST_LANES - 1);
    (taken[lane] ??= []).push({ from, to });
    lanes.set(basis, lane);
  }
  return lanes;
}

/** Rows nearest to the document first, so that the picture stays readable. */
function chooseNearest(rows: readonly (readonly string[])[], middle: number): string[] {
  const order = rows.map((row, index) => ({ row, distance: Math.abs(index - middle) })).sort((a, b) => a.distance - b.distance);
  return order.flatMap(({ row }) => row).slice(0, MOST_BOXES);
}

/** Breaks at blanks; a number never breaks, what is too long ends with `…`. */
function wrapWords(text: string, most: number, limit: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > limit ? [...lines.slice(0, limit - 1), `${lines.slice(limit - 1).join(' ').slice(0, most - 1).trimEnd()}…`] : lines;
}
