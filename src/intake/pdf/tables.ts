/** Tables told by their drawn lines: the grid, the words of each cell, merged cells. */
import type { Cell, Paragraph, Run, Table } from '../blocks.ts';
import type { Fragment, Rule } from './fragments.ts';
import { groupRows } from './rows.ts';

export interface PlacedTable {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly table: Table;
  readonly used: ReadonlySet<Fragment>;
}

/** Lines closer than this, in points, are one. */
const SNAP = 3;
const MAX_RULES = 4000;

/** Finds the ruled tables of a page, from the top. */
export function findTables(fragments: readonly Fragment[], rules: readonly Rule[]): PlacedTable[] {
  if (rules.length < 6 || rules.length > MAX_RULES) return [];
  return groupTouching(rules).map((group) => readGrid(group, fragments)).filter((table) => table !== null).sort((a, b) => a.top - b.top);
}

/** Lines that touch each other belong to one frame. */
function groupTouching(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const touching = groups.filter((group) => group.some((other) => touch(rule, other)));
    const merged = [rule, ...touching.flat()];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.filter((group) => group.length >= 6);
}

function touch(a: Rule, b: Rule): boolean {
  return a.x1 - SNAP <= b.x2 && b.x1 - SNAP <= a.x2 && a.y1 - SNAP <= b.y2 && b.y1 - SNAP <= a.y2;
}

const isUpright = (rule: Rule): boolean => rule.y2 - rule.y1 > rule.x2 - rule.x1;

function readGrid(rules: readonly Rule[], fragments: readonly Fragment[]): PlacedTable | null {
  const upright = rules.filter(isUpright);
  const level = rules.filter((rule) => !isUpright(rule));
  const xs = snap(upright.map((rule) => (rule.x1 + rule.x2) / 2));
  const ys = snap(level.map((rule) => (rule.y1 + rule.y2) / 2));
  if (xs.length < 3 || ys.length < 2 || xs.length > 60) return null;
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  const inside = fragments.filter(({ x, y, width, size }) => x + width / 2 > left && x + width / 2 < right && y - size * 0.3 > top && y - size * 0.3 < bottom);
  if (inside.length === 0) return null;
  const cells: Fragment[][][] = Array.from({ length: ys.length - 1 }, () => Array.from({ length: xs.length - 1 }, () => []));
  for (const fragment of inside) {
    const middle = fragment.y - fragment.size * 0.3;
    let row = lastBelow(ys, middle);
    let column = lastBelow(xs, Math.min(fragment.x + fragment.size * 0.4, fragment.x + fragment.width / 2));
    while (column > 0 && !isDrawn(upright, xs[column] ?? 0, middle, 'y')) column--;
    while (row > 0 && !isDrawn(level, ys[row] ?? 0, ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2, 'x')) row--;
    cells[row]?.[column]?.push(fragment);
  }
  const rows = cells.map((row) => row.map(makeCell)).filter((row) => row.some((cell) => cell.blocks.length > 0));
  if (rows.length < 2) return null;
  return { top, bottom, left, right, table: { kind: 'table', rows, ruled: true }, used: new Set(inside) };
}

/** Sorted places, those within a hair's breadth as one. */
function snap(values: readonly number[]): number[] {
  const result: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) if (result.length === 0 || value - (result.at(-1) ?? 0) > SNAP) result.push(value);
  return result;
}

function lastBelow(edges: readonly number[], value: number): number {
  let found = 0;
  for (let index = 0; index < edges.length - 1; index++) if ((edges[index] ?? 0) <= value) found = index;
  return found;
}

/** True when a line is drawn at `place` where it crosses `at`; a missing one means that two cells are merged. */
function isDrawn(rules: readonly Rule[], place: number, at: number, along: 'x' | 'y'): boolean {
  return rules.some((rule) => (along === 'y' ? Math.abs((rule.x1 + rule.x2) / 2 - place) <= SNAP && rule.y1 - SNAP <= at && at <= rule.y2 + SNAP : Math.abs((rule.y1 + rule.y2) / 2 - place) <= SNAP && rule.x1 - SNAP <= at && at <= rule.x2 + SNAP));
}

function makeCell(fragments: readonly Fragment[]): Cell {
  const runs: Run[] = groupRows(fragments).flatMap((row) => row.segments.flatMap((segment) => [...segment.runs, { text: ' ', bold: false, italic: false }]));
  const paragraph: Paragraph = { kind: 'paragraph', label: null, runs, centred: false, pageBreak: false };
  return { blocks: runs.length === 0 ? [] : [paragraph] };
}
