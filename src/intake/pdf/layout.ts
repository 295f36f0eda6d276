/**
 * Reading order of a page: a letterhead or foot of two columns is read one column after the other, everything else from the top;
 * lines are joined to paragraphs by what fits on a line, by indents and by gaps.
 */
import type { Run, Table } from '../blocks.ts';
import type { PageContent } from './fragments.ts';
import { groupRows, median, type Row, type Segment } from './rows.ts';
import { findTables } from './tables.ts';

export type FlowItem =
  | { readonly kind: 'line'; readonly line: FlowLine }
  | { readonly kind: 'table'; readonly table: Table }
  /** Something else begins: lines on both sides are never joined. */
  | { readonly kind: 'gap' };

export interface FlowLine {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly size: number;
  /** Column the line is set in; body lines share those of the page. */
  readonly left: number;
  readonly right: number;
  readonly words: Segment['words'];
  /** True inside a letterhead or foot column, where every line stands for itself. */
  readonly set: boolean;
}

export interface PageFlow {
  readonly page: number;
  readonly height: number;
  readonly items: readonly FlowItem[];
}

/** Puts the words of one page in order. */
export function layOutPage(content: PageContent): PageFlow {
  const tables = findTables(content.fragments, content.rules);
  const used = new Set(tables.flatMap((table) => [...table.used]));
  const rows = groupRows(content.fragments.filter((fragment) => !used.has(fragment) && fragment.text !== ''));
  const margins = measureMargins(rows, content.width);
  const items: FlowItem[] = [];
  const pending = [...tables];
  for (let index = 0; index < rows.length;) {
    const row = rows[index];
    if (!row) break;
    while (pending[0] && pending[0].top < row.y) items.push({ kind: 'gap' }, { kind: 'table', table: pending.shift()?.table ?? { kind: 'table', rows: [], ruled: true } });
    const limit = pending[0]?.top ?? Infinity;
    const zone = readZone(rows, index, limit);
    if (zone.length > 1) {
      items.push({ kind: 'gap' }, ...readColumns(zone, margins), { kind: 'gap' });
      index += zone.length;
    } else {
      items.push({ kind: 'line', line: joinSegments(row.segments, margins) });
      index++;
    }
  }
  for (const { table } of pending) items.push({ kind: 'gap' }, { kind: 'table', table });
  return { page: content.page, height: content.height, items };
}

/** The subject of a letter stands apart from the number above it. */
const SUBJECT = /^V\s*\/\s*v\s/iu;

interface Margins { readonly left: number; readonly right: number }

/** Edges of the body: where long lines usually begin and end. */
function measureMargins(rows: readonly Row[], width: number): Margins {
  const long = rows.flatMap((row) => (row.segments.length === 1 ? row.segments : [])).filter((segment) => segment.x2 - segment.x1 > width * 0.45);
  if (long.length === 0) {
    const all = rows.flatMap((row) => row.segments);
    return { left: Math.min(...all.map(({ x1 }) => x1), width), right: Math.max(...all.map(({ x2 }) => x2), 0) };
  }
  const lefts = long.map(({ x1 }) => x1).sort((a, b) => a - b);
  const rights = long.map(({ x2 }) => x2).sort((a, b) => a - b);
  return { left: lefts[Math.floor(lefts.length * 0.15)] ?? 0, right: rights[Math.floor(rights.length * 0.8)] ?? width };
}

/**
 * Rows from `start` that one empty channel parts into two columns. It begins with a row in two; rows after it may fill one column,
 * and those at its end belong to it only while they go on closely.
 * @returns one row when there is no such zone
 */
function readZone(rows: readonly Row[], start: number, limit: number): Row[] {
  const first = rows[start];
  const split = first && firstSplit(rows, start, limit);
  if (!first || !split) return first ? [first] : [];
  let { from, to } = split.channel;
  let end = start;
  const ys = { left: first.y, right: first.y };
  for (let index = start; index < rows.length; index++) {
    const row = rows[index];
    const previous = rows[index - 1];
    if (!row || row.y > limit) break;
    const size = median(row.segments.map((segment) => segment.size));
    if (index > start && previous && row.y - previous.y > size * 6) break;
    const left = row.segments.filter((segment) => segment.x2 <= to && segment.x1 < from + 1);
    const right = row.segments.filter((segment) => segment.x1 >= from && !left.includes(segment));
    if (left.length + right.length < row.segments.length || left.length > 1 || right.length > 1) break;
    const nextFrom = Math.max(from, ...left.map((segment) => segment.x2));
    const nextTo = Math.min(to, ...right.map((segment) => segment.x1));
    if (nextTo - nextFrom < size * 0.5) break;
    [from, to] = [nextFrom, nextTo];
    if (left.length > 0 && right.length > 0) end = index;
    // Lines of a V/v or of a list go on under their own column.
    else if (end === index - 1 && row.y - (left.length > 0 ? ys.left : ys.right) < size * (SUBJECT.test(left[0]?.text ?? '') ? 4 : 1.9) && index > start) end = index;
    if (left.length > 0) ys.left = row.y;
    if (right.length > 0) ys.right = row.y;
  }
  return rows.slice(start, end + 1);
}

/** The first row in two columns at or close below `start`, with the channel between them. */
function firstSplit(rows: readonly Row[], start: number, limit: number): { channel: { from: number; to: number } } | null {
  for (let index = start; index < Math.min(rows.length, start + 3); index++) {
    const row = rows[index];
    const [left, right, ...more] = row?.segments ?? [];
    if (!row || row.y > limit) return null;
    if (left && right && more.length === 0 && left.text.length < 75 && right.text.length < 75) {
      const channel = { from: left.x2, to: right.x1 };
      // Rows before it must keep to one side.
      const aside = rows.slice(start, index).every((before) => before.segments.every((segment) => segment.x2 <= channel.to || segment.x1 >= channel.from) && before.segments.every((segment) => segment.x2 - segment.x1 < (right.x2 - left.x1) * 0.55));
      return aside ? { channel } : null;
    }
    if (more.length > 0 || (row.segments[0] && isBodyLike(row.segments[0].text))) return null;
  }
  return null;
}

function isBodyLike(text: string): boolean {
  return text.length > 60;
}

function readColumns(zone: readonly Row[], margins: Margins): FlowItem[] {
  const splits = zone.filter((row) => row.segments.length === 2);
  const from = Math.max(...splits.map((row) => row.segments[0]?.x2 ?? 0));
  const side = (right: boolean): Segment[] => zone.flatMap((row) => (row.segments.length === 2 ? [row.segments[right ? 1 : 0]].filter((segment) => segment !== undefined) : row.segments.filter((segment) => (segment.x1 >= from) === right)));
  return [...columnItems(side(false), margins), { kind: 'gap' }, ...columnItems(side(true), margins)];
}

function columnItems(segments: readonly Segment[], margins: Margins): FlowItem[] {
  const left = Math.min(...segments.map(({ x1 }) => x1), margins.right);
  const right = Math.max(...segments.map(({ x2 }) => x2), margins.left);
  return segments.map((segment) => ({ kind: 'line', line: { ...toLine([segment]), left, right, set: true } }));
}

function joinSegments(segments: readonly Segment[], margins: Margins): FlowLine {
  return { ...toLine(segments), left: margins.left, right: margins.right, set: segments.length > 1 };
}

function toLine(segments: readonly Segment[]): Omit<FlowLine, 'left' | 'right' | 'set'> {
  const runs = segments.flatMap((segment, index): Run[] => (index === 0 ? [...segment.runs] : [{ text: '    ', bold: false, italic: false }, ...segment.runs]));
  return {
    runs, text: segments.map((segment) => segment.text).join('    '), x1: segments[0]?.x1 ?? 0, x2: Math.max(...segments.map(({ x2 }) => x2)),
    y: segments[0]?.y ?? 0, size: median(segments.map(({ size }) => size)), words: segments.flatMap((segment) => segment.words),
  };
}
