/** Heading words above a passage, outermost first: they say what its sentences are (mục đích, tiêu chí, chỉ tiêu, who must act). */
import type { Passage } from './passages.ts';

export function headingsAbove(passage: Passage): string[] {
  const headings: string[] = [];
  for (const ancestor of passage.ancestors) {
    if (ancestor.type === 'attachment' && ancestor.title) headings.push(ancestor.title);
    if (ancestor.type !== 'clause') continue;
    const head = ancestor.children[0];
    if (head?.type === 'paragraph' && head.role === 'heading') headings.push(head.block.text.slice(head.labelLength).trim());
  }
  return headings;
}
