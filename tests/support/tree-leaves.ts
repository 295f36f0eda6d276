/** Reading the leaves of a dispatch tree, and judging whether they hold every character of the source once, in order. */
import type { Block, DispatchTree, Inline, Text } from '../../src/dispatch/tree/nodes.ts';

/** Every text leaf, in the order of the tree. */
export function listLeaves(tree: DispatchTree): Text[] {
  const leaves: Text[] = [];
  const inline = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') leaves.push(node);
      else if (node.type !== 'seam') inline(node.children);
    }
  };
  const block = (node: Block): void => {
    if (node.type === 'paragraph') inline(node.children);
    else if (node.type === 'table') for (const row of node.children) for (const cell of row.children) inline(cell.children);
    else node.children.forEach(block);
  };
  tree.children.forEach(block);
  return leaves;
}

/** Prints nothing: control characters, zero-width marks, soft hyphens, byte-order marks, carriage returns. Written apart from the normaliser, so that the two can disagree. */
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
/** Marks of Markdown that the normaliser documents (`**`, `*`, `__`, `#`), and the bars of a table, which belong to no cell. */
const MARKS = /[*_#|]/gu;
/** The line under a table's header: bars, colons and hyphens only. */
const TABLE_RULE = /^[^\S\n]*\|[\s:|\u2010-\u2015\u2212-]+$/u;

/** Text without blanks, invisible characters and marks, in NFC: what a leaf and its source slice share. */
export function bareText(text: string): string {
  return text.replace(INVISIBLE, '').replace(MARKS, '').replace(/\s/gu, '').normalize('NFC');
}

/** Letters and digits of what a page prints, marks taken away before composing so that `e*◌́` reads alike on both sides. */
export function bareLetters(text: string): string {
  return bareText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Checks that the leaves hold the source.
 * @returns what is wrong, naming the place, or `null` when every character stands in exactly one leaf, in order
 */
export function findLoss(source: string, leaves: readonly Text[]): string | null {
  let reached = 0;
  for (const leaf of leaves) {
    const { position } = leaf;
    if (!position) return `a leaf without position: ${JSON.stringify(leaf.value)}`;
    const { start, end } = position;
    if (start.offset > end.offset || end.offset > source.length) return `a position outside the source: ${start.offset}-${end.offset} of ${source.length}`;
    if (start.offset < reached) return `leaves overlap or stand out of order at ${start.offset}: ${JSON.stringify(leaf.value.slice(0, 40))}`;
    const gap = findWords(source, reached, start.offset);
    if (gap !== null) return gap;
    const slice = source.slice(start.offset, end.offset);
    if (bareText(slice) !== bareText(leaf.value)) return `a leaf says ${JSON.stringify(leaf.value.slice(0, 80))}, its source slice ${JSON.stringify(slice.slice(0, 80))}`;
    const pointed = pointAt(source, start.offset);
    if (pointed.line !== start.line || pointed.column !== start.column) return `offset ${start.offset} is ${pointed.line}:${pointed.column}, the leaf says ${start.line}:${start.column}`;
    reached = end.offset;
  }
  return findWords(source, reached, source.length);
}

/** Words of the source between two leaves, where only blanks and marks may stand. */
function findWords(source: string, from: number, to: number): string | null {
  const gap = source.slice(from, to);
  if (bareText(gap) === '') return null;
  for (let at = from; at < to; at++) {
    if (bareText(source.charAt(at)) === '') continue;
    const lineStart = Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1;
    const lineEnd = source.indexOf('\n', at);
    const line = source.slice(lineStart, lineEnd < 0 ? source.length : lineEnd).replace(INVISIBLE, '');
    if (!TABLE_RULE.test(line)) return `lost at ${at}: ${JSON.stringify(source.slice(at, at + 40))} in line ${JSON.stringify(line.slice(0, 80))}`;
  }
  return null;
}

function pointAt(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
