/**
 * The structure of a dispatch before its words are looked into: blocks of text placed in regions, clauses and attachments.
 * The stages after parsing find citations and tasks in the blocks; `toTree` then makes the public unist tree.
 */
import type { Block } from './blocks.ts';
import type { ClauseKind, RegionKind } from '../tree/nodes.ts';

export interface ParagraphDraft {
  readonly type: 'paragraph';
  anchor: string | null;
  readonly role: 'text' | 'heading' | 'line' | 'furniture';
  readonly block: Block;
  /** Units of `block.text` that are the printed label, blanks after it included. */
  readonly labelLength: number;
}

export interface TableDraft {
  readonly type: 'table';
  readonly anchor: string;
  readonly rows: readonly (readonly ParagraphDraft[])[];
  readonly rules: readonly Block[];
}

export interface RegionDraft {
  readonly type: 'region';
  readonly kind: RegionKind;
  readonly anchor: string | null;
  /** "V/v", "Kính gửi:", "Nơi nhận:", the type line. */
  readonly label: string | null;
  readonly children: ParagraphDraft[];
}

export interface ClauseDraft {
  readonly type: 'clause';
  readonly kind: ClauseKind;
  readonly anchor: string;
  readonly label: string;
  readonly depth: number;
  readonly children: NodeDraft[];
}

export interface AttachmentDraft {
  readonly type: 'attachment';
  readonly kind: 'issued-text' | 'appendix';
  readonly anchor: string;
  readonly title: string | null;
  readonly children: NodeDraft[];
}

export type NodeDraft = ParagraphDraft | TableDraft | RegionDraft | ClauseDraft | AttachmentDraft;

/** Walks drafts in source order; `ancestors` runs from the outside in. */
export function walkDrafts(nodes: readonly NodeDraft[], visit: (node: NodeDraft, ancestors: readonly NodeDraft[]) => void, ancestors: readonly NodeDraft[] = []): void {
  for (const node of nodes) {
    visit(node, ancestors);
    const inside = [...ancestors, node];
    if (node.type === 'table') for (const row of node.rows) walkDrafts(row, visit, inside);
    else if (node.type !== 'paragraph') walkDrafts(node.children, visit, inside);
  }
}
