/** What rules look at: the normalized text, the passages of the tree with their offsets, the record, the registry. */
import type { DocumentRecord, Mention } from '../../domain/record.ts';
import type { Registry } from '../../domain/registry.ts';
import { normalize, type NormalizedText } from '../normalize/index.ts';
import type { Block, Clause, DispatchTree, Inline, Paragraph, RegionKind } from '../tree/nodes.ts';
import { readWords, type Word } from './syllables/read-words.ts';
import type { SyllableTable } from './syllables/syllable-table.ts';

/** A paragraph, line of a region or table cell. */
export interface Passage {
  readonly anchor: string | null;
  readonly region: RegionKind | null;
  readonly role: Paragraph['role'] | 'cell';
  /** Offsets into `context.text`. */
  readonly start: number;
  readonly end: number;
  /** Words with line breaks as blanks; same length as the slice of `context.text`. */
  readonly text: string;
  /** Inside an appendix or a text issued with the document. */
  readonly isAttached: boolean;
  /** Where lines or pages were joined inside: end of the words before, start of the words after. */
  readonly seams: readonly { readonly kind: 'line' | 'page'; readonly from: number; readonly at: number }[];
}

export interface LintContext {
  readonly source: string;
  readonly normalized: NormalizedText;
  /** Normalized text: NFC, plain dashes and blanks, no Markdown marks. */
  readonly text: string;
  readonly tree: DispatchTree;
  readonly record: DocumentRecord;
  readonly registry: Registry;
  readonly syllables: SyllableTable | null;
  readonly passages: readonly Passage[];
  /** Passages of a region, in order. */
  readonly regionPassages: (kind: RegionKind) => readonly Passage[];
  /** Offset in `text` of a place in the source. */
  readonly offsetAt: (line: number, column: number) => number;
  readonly mentionOffset: (mention: Mention) => number;
  /** Source words between two offsets of `text`. */
  readonly slice: (start: number, end: number) => string;
  readonly passageAt: (offset: number) => Passage | null;
  /** Most paragraphs of this source are broken into lines, so a line break says nothing. */
  readonly isHardWrapped: boolean;
  /** Words of the text, cut for comparison with the learned table. */
  readonly words: readonly Word[];
  /** Words and numbers in the text. */
  readonly wordCount: number;
}

/** Prepares a reading for the rules. Linear in the text. */
export function createLintContext(input: { source: string; tree: DispatchTree; record: DocumentRecord; registry: Registry; syllables: SyllableTable | null; normalized?: NormalizedText }): LintContext {
  const normalized = input.normalized ?? normalize(input.source);
  const toText = (sourceOffset: number) => lowerBound(normalized.toSource, sourceOffset);
  const passages = listPassages(input.tree, normalized.text, toText);
  const lineStarts = [0];
  for (let at = input.source.indexOf('\n'); at >= 0; at = input.source.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const offsetAt = (line: number, column: number) => toText((lineStarts[line - 1] ?? 0) + column - 1);
  const body = passages.filter((passage) => passage.region === null && passage.role === 'text' && passage.end - passage.start > 120);
  return {
    ...input, normalized, text: normalized.text, passages, offsetAt,
    regionPassages: (kind) => passages.filter((passage) => passage.region === kind && !passage.isAttached),
    mentionOffset: (mention) => offsetAt(mention.line, mention.column),
    slice: (start, end) => (end <= start ? '' : input.source.slice(normalized.toSource[start], (normalized.toSource[end - 1] ?? 0) + 1)),
    passageAt: createPassageFinder(passages),
    isHardWrapped: body.filter((passage) => passage.seams.some((seam) => seam.kind === 'line')).length * 3 > body.length,
    words: readWords(normalized.text),
    wordCount: normalized.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
  };
}

function listPassages(tree: DispatchTree, text: string, toText: (offset: number) => number): Passage[] {
  const passages: Passage[] = [];
  const add = (node: { position?: { start: { offset: number }; end: { offset: number } }; children: readonly Inline[] }, fields: Omit<Passage, 'start' | 'end' | 'text' | 'seams'>) => {
    if (!node.position) return;
    const start = toText(node.position.start.offset), end = toText(node.position.end.offset);
    const seams = listSeams(node.children, toText);
    passages.push({ ...fields, start, end, text: text.slice(start, end).replace(/\n/gu, ' '), seams });
  };
  const walk = (blocks: readonly Block[], region: RegionKind | null, anchor: string | null, isAttached: boolean): void => {
    for (const block of blocks) {
      if (block.type === 'paragraph') add(block, { anchor: block.anchor ?? anchor, region, role: block.role, isAttached });
      else if (block.type === 'region') walk(block.children, block.kind, block.anchor ?? anchor, isAttached);
      else if (block.type === 'clause') walk((block satisfies Clause).children, region, block.anchor, isAttached);
      else if (block.type === 'attachment') walk(block.children, region, block.anchor, true);
      else for (const row of block.children) for (const cell of row.children) add(cell, { anchor: row.anchor, region, role: 'cell', isAttached });
    }
  };
  walk(tree.children, null, null, false);
  return passages;
}

/** Binary search over the passages, which stand in source order. */
function createPassageFinder(passages: readonly Passage[]): (offset: number) => Passage | null {
  return (offset) => {
    let low = 0, high = passages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((passages[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const passage = passages[low];
    return passage && passage.start <= offset && offset < Math.max(passage.end, passage.start + 1) ? passage : null;
  };
}

function listSeams(children: readonly Inline[], toText: (offset: number) => number): Passage['seams'] {
  const seams: { kind: 'line' | 'page'; from: number; at: number }[] = [];
  for (const [index, child] of children.entries()) {
    const before = children[index - 1], next = children[index + 1];
    if (child.type === 'seam' && before?.position && next?.position) seams.push({ kind: child.kind, from: toText(before.position.end.offset), at: toText(next.position.start.offset) });
  }
  return seams;
}

/** First index whose value is not below `value`. */
function lowerBound(values: Int32Array, value: number): number {
  let low = 0, high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
