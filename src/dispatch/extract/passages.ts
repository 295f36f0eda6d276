/**
 * The blocks of a dispatch in which words are looked for, each with where it stands.
 */
import { walkDrafts, type NodeDraft, type ParagraphDraft, type RegionDraft, type TableDraft } from '../parse/skeleton.ts';

export interface Passage {
  readonly paragraph: ParagraphDraft;
  /** Anchor of the paragraph, or of the node that holds it. */
  readonly anchor: string | null;
  readonly region: RegionDraft['kind'] | null;
  readonly ancestors: readonly NodeDraft[];
  readonly inTable: boolean;
}

/** All paragraphs that hold words, in source order. The lines of one subject (title) come as they are, one passage each. */
export function listPassages(nodes: readonly NodeDraft[]): Passage[] {
  const passages: Passage[] = [];
  const rowNumbers = new Map<ParagraphDraft, number>();
  walkDrafts(nodes, (node, ancestors) => {
    if (node.type !== 'paragraph' || node.role === 'furniture') return;
    const holder = ancestors.at(-1);
    const region = ancestors.find((ancestor): ancestor is RegionDraft => ancestor.type === 'region');
    const table = ancestors.find((ancestor): ancestor is TableDraft => ancestor.type === 'table');
    if (table && !rowNumbers.has(node)) table.rows.forEach((row, index) => row.forEach((cell) => rowNumbers.set(cell, index)));
    // The header row has no anchor of its own; data rows count from 1 (anchor grammar).
    const row = rowNumbers.get(node) ?? 0;
    const rowAnchor = table ? (row > 0 ? `${table.anchor}.r${row}` : table.anchor) : null;
    const anchor = node.anchor ?? rowAnchor ?? (holder && 'anchor' in holder ? holder.anchor : null);
    passages.push({ paragraph: node, anchor, region: region?.kind ?? null, ancestors, inTable: table !== undefined });
  });
  return passages;
}
