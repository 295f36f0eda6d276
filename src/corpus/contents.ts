/** Structural table of contents of a held document, after its legal numbering. */
import type { OutlineEntry } from '../domain/record.ts';

export interface ContentsEntry {
  readonly anchor: string;
  /** As printed: `IV.`; `null` for parts without a label. */
  readonly label: string | null;
  /** Heading words, or `null` when running text follows the label. */
  readonly title: string | null;
  readonly children: readonly ContentsEntry[];
}

/** Entries that a table of contents may have before its untitled ones are left out. */
const LONGEST = 60;

/**
 * Picks the labelled units of the two upper levels; bullets and paragraphs stay out.
 * @param outline outline of the record, in document order
 */
export function collectContents(outline: readonly OutlineEntry[]): ContentsEntry[] {
  const top: (ContentsEntry & { children: ContentsEntry[] })[] = [];
  for (const { anchor, label, title, depth } of outline) {
    if (label === null || depth < 1 || depth > 2 || /^[-+•*]/u.test(label)) continue;
    const entry = { anchor, label, title, children: [] as ContentsEntry[] };
    const parent = top.at(-1);
    if (depth === 2 && parent && anchor.startsWith(`${parent.anchor}.`)) parent.children.push(entry);
    else top.push(entry);
  }
  // In a long paper the second level without titles would only repeat the text.
  const size = top.reduce((sum, entry) => sum + 1 + entry.children.length, 0);
  return size <= LONGEST ? top : top.map((entry) => ({ ...entry, children: entry.children.filter((child) => child.title !== null) }));
}
