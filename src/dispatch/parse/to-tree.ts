/**
 * Makes the public unist tree from the parsed structure and the spans found in its words.
 */
import type { NormalizedText } from '../normalize/index.ts';
import type { Block } from './blocks.ts';
import type { NodeDraft, ParagraphDraft, TableDraft } from './skeleton.ts';
import type { Block as TreeBlock, Clause, DispatchTree, Inline, Paragraph, Position, TableCell, TableRow, Text } from '../tree/nodes.ts';

/** A stretch of a block that is a citation or a reference. Stretches of one block do not overlap. */
export interface InlineSpan {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly make: (children: readonly Text[], position: Position) => Inline;
}

/** Words of a block that an editor corrected. */
export interface CorrectionSpan {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly correction: number;
}

export function toTree(normalized: NormalizedText, drafts: readonly NodeDraft[], spans: readonly InlineSpan[], corrections: readonly CorrectionSpan[] = []): DispatchTree {
  const byBlock = Map.groupBy(spans, (span) => span.block);
  for (const list of byBlock.values()) list.sort((a, b) => a.start - b.start);
  const maker = new TreeMaker(normalized, byBlock, Map.groupBy(corrections, (span) => span.block));
  return { type: 'dispatch', children: drafts.map((draft) => maker.block(draft)) };
}

class TreeMaker {
  readonly #normalized: NormalizedText;
  readonly #spans: ReadonlyMap<Block, readonly InlineSpan[]>;
  readonly #corrections: ReadonlyMap<Block, readonly CorrectionSpan[]>;

  constructor(normalized: NormalizedText, spans: ReadonlyMap<Block, readonly InlineSpan[]>, corrections: ReadonlyMap<Block, readonly CorrectionSpan[]>) {
    this.#normalized = normalized;
    this.#spans = spans;
    this.#corrections = corrections;
  }

  block(draft: NodeDraft): TreeBlock {
    if (draft.type === 'paragraph') return this.#paragraph(draft);
    if (draft.type === 'table') return this.#table(draft);
    const children = draft.children.map((child) => this.block(child));
    if (draft.type === 'region') return { type: 'region', kind: draft.kind, anchor: draft.anchor, children };
    if (draft.type === 'attachment') return { type: 'attachment', kind: draft.kind, anchor: draft.anchor, title: draft.title, children };
    const clause: Clause = { type: 'clause', kind: draft.kind, anchor: draft.anchor, label: draft.label, depth: draft.depth, title: headingOf(draft.children), children };
    return clause;
  }

  #paragraph(draft: ParagraphDraft): Paragraph {
    const { block } = draft;
    const labelEnd = trimEnd(block.text, draft.labelLength);
    const children: Inline[] = [];
    if (labelEnd > 0) children.push({ type: 'label', children: this.#texts(block, 0, labelEnd), position: this.#position(block, 0, labelEnd) });
    this.#addInline(children, block, labelEnd, block.text.length);
    return { type: 'paragraph', anchor: draft.anchor, role: draft.role, children, ...(block.text.length > 0 ? { position: this.#position(block, 0, block.text.length) } : {}) };
  }

  /** Adds one by one: a paragraph may hold more leaves than a call takes arguments. */
  #addInline(nodes: Inline[], block: Block, from: number, to: number): void {
    let at = from;
    for (const span of this.#spans.get(block) ?? []) {
      if (span.start < at || span.end > to) continue;
      this.#addWithSeams(nodes, block, at, span.start);
      nodes.push(span.make(this.#texts(block, span.start, span.end), this.#position(block, span.start, span.end)));
      at = span.end;
    }
    this.#addWithSeams(nodes, block, at, to);
  }

  /** Text leaves with the joins between lines shown as seams. */
  #addWithSeams(nodes: Inline[], block: Block, from: number, to: number): void {
    let at = from;
    for (let index = firstSeamFrom(block, from); index < block.seams.length; index++) {
      const seam = block.seams[index];
      if (!seam || seam.at >= to) break;
      for (const text of this.#texts(block, at, seam.at)) nodes.push(text);
      nodes.push({ type: 'seam', kind: seam.kind });
      at = seam.at + 1;
    }
    for (const text of this.#texts(block, at, to)) nodes.push(text);
  }

  /** One leaf for each run of one emphasis and correction. */
  #texts(block: Block, from: number, to: number): Text[] {
    const texts: Text[] = [];
    const corrections = this.#corrections.get(block) ?? [];
    let start = from;
    while (start < to) {
      const mark = this.#emphasis(block, start);
      const correction = correctionAt(corrections, start);
      let end = start + 1;
      while (end < to && this.#emphasis(block, end) === mark && correctionAt(corrections, end) === correction) end++;
      texts.push({
        type: 'text', value: block.printed.slice(start, end), position: this.#position(block, start, end),
        ...(mark & 1 ? { strong: true } : {}), ...(mark & 2 ? { emphasis: true } : {}), ...(correction === undefined ? {} : { correction }),
      });
      start = end;
    }
    return texts;
  }

  #emphasis(block: Block, at: number): number {
    return this.#normalized.emphasis[block.offsets[at] ?? 0] ?? 0;
  }

  #position(block: Block, start: number, end: number): Position {
    const first = this.#normalized.toSource[block.offsets[start] ?? 0] ?? 0;
    const lastUnit = block.offsets[Math.max(start, end - 1)] ?? 0;
    const last = this.#normalized.toSource[lastUnit + 1] ?? this.#normalized.source.length;
    return { start: this.#normalized.lines.pointAt(first), end: this.#normalized.lines.pointAt(Math.max(first, last)) };
  }

  #table(draft: TableDraft): TreeBlock {
    const rows: TableRow[] = draft.rows.map((paragraphs, index) => ({
      type: 'row', anchor: `${draft.anchor}.r${index}`,
      children: paragraphs.flatMap((paragraph) => this.#cells(paragraph.block)),
    }));
    return { type: 'table', anchor: draft.anchor, children: rows };
  }

  /** `| a | b |` -> cells; the bars belong to none. */
  #cells(block: Block): TableCell[] {
    const cells: TableCell[] = [];
    for (const match of block.text.matchAll(/(?<=\|)[^|]*(?=\||$)/gu)) {
      if (match.index + match[0].length === block.text.length && match[0].trim() === '') continue;
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const end = trimEnd(block.text, match.index + match[0].length);
      const children: Inline[] = [];
      if (end > start) this.#addInline(children, block, start, end);
      cells.push({ type: 'cell', children });
    }
    return cells;
  }
}

/** Index of the first seam at or after a unit, by binary search: seams stand in order. */
function firstSeamFrom(block: Block, from: number): number {
  let low = 0;
  let high = block.seams.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((block.seams[middle]?.at ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function correctionAt(corrections: readonly CorrectionSpan[], at: number): number | undefined {
  return corrections.length === 0 ? undefined : corrections.find((span) => span.start <= at && at < span.end)?.correction;
}

function headingOf(children: readonly NodeDraft[]): string | null {
  for (const child of children.slice(0, 2)) {
    if (child.type !== 'paragraph' || child.role !== 'heading') return null;
    const words = child.block.printed.slice(child.labelLength).trim();
    if (words !== '') return words;
  }
  return null;
}

function trimEnd(text: string, end: number): number {
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) end--;
  return end;
}
