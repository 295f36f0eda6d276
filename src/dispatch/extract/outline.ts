/**
 * The outline of the record: every region, labelled unit, paragraph, table and row with its anchor, in source order.
 *
 * @source anchor grammar of the record contract
 */
import type { OutlineEntry } from '../../domain/record.ts';
import type { NormalizedText } from '../normalize/index.ts';
import { walkDrafts, type ClauseDraft, type NodeDraft, type ParagraphDraft } from '../parse/skeleton.ts';

/** Words of a clause's heading; of `Chương I` alone on its line the line below. `null` when running text follows the label. */
export function headingWords(clause: ClauseDraft): string | null {
  for (const child of clause.children.slice(0, 2)) {
    if (child.type !== 'paragraph' || child.role !== 'heading') return null;
    const words = child.block.printed.slice(child.labelLength).trim();
    if (words !== '') return words;
  }
  return null;
}

export function listOutline(normalized: NormalizedText, nodes: readonly NodeDraft[]): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const lineOf = (paragraph: ParagraphDraft): number => normalized.lines.pointAt(normalized.toSource[paragraph.block.offsets[0] ?? 0] ?? 0).line;
  const firstLine = (node: NodeDraft): number => {
    if (node.type === 'paragraph') return lineOf(node);
    if (node.type === 'table') return lineOf(node.rows[0]?.[0] ?? { block: node.rules[0] } as ParagraphDraft);
    const first = node.children[0];
    return first ? firstLine(first) : 1;
  };
  walkDrafts(nodes, (node, ancestors) => {
    const depth = ancestors.filter((ancestor) => ancestor.type === 'clause').length;
    if (node.type === 'region' && node.kind !== 'basis' && node.anchor !== null) {
      entries.push({ anchor: node.anchor, kind: node.kind, label: node.label, line: firstLine(node), depth: 0, title: null });
    } else if (node.type === 'attachment' && node.kind === 'appendix') {
      entries.push({ anchor: node.anchor, kind: node.kind, label: 'Phụ lục', line: firstLine(node), depth: 0, title: node.title });
    } else if (node.type === 'clause') {
      const title = headingWords(node);
      entries.push({ anchor: node.anchor, kind: node.kind, label: node.label, line: firstLine(node), depth: depth + 1, title });
    } else if (node.type === 'table') {
      entries.push({ anchor: node.anchor, kind: 'table', label: null, line: firstLine(node), depth: depth + 1, title: null });
      node.rows.forEach((row, index) => {
        const paragraph = row[0];
        if (paragraph && index > 0) entries.push({ anchor: `${node.anchor}.r${index}`, kind: 'row', label: null, line: lineOf(paragraph), depth: depth + 2, title: null });
      });
    } else if (node.type === 'paragraph' && node.anchor !== null) {
      const inside = ancestors.some((ancestor) => ancestor.type === 'clause');
      entries.push({ anchor: node.anchor, kind: 'paragraph', label: null, line: lineOf(node), depth: inside ? depth + 1 : 0, title: null });
    }
  });
  return entries;
}
