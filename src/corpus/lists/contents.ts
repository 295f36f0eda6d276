/** Structural table of contents of a held document, after its legal numbering. */
import type { OutlineEntry } from '../../domain/record.ts';

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

/** Parts of a regulation; what stands below an article is text. */
const PARTS = new Set(['part', 'chapter', 'section', 'subsection', 'article']);

/**
 * Picks the units to list. A paper with articles shows its parts, chapters and articles; any other the labelled units of its two upper
 * levels, without bullets and paragraphs.
 * @param outline outline of the record, in document order
 */
export function collectContents(outline: readonly OutlineEntry[]): ContentsEntry[] {
  const hasArticles = outline.some(({ kind }) => kind === 'article');
  const listed = outline.filter(({ kind, label, depth }) => {
    if (kind === 'appendix' || kind === 'issued-text') return true;
    if (label === null || depth < 1 || /^[-+•*]/u.test(label)) return false;
    return hasArticles ? PARTS.has(kind) : depth <= 2;
  });
  const top: (ContentsEntry & { children: ContentsEntry[]; depth: number })[] = [];
  for (const { anchor, label, title, depth, kind } of listed) {
    // The outline of a regulation repeats the label in the title: "Điều 1. Phạm vi điều chỉnh".
    const entry = { anchor, label, title: label !== null && title?.startsWith(label) ? title.slice(label.length).trim() || null : title, children: [] as ContentsEntry[], depth };
    const parent = top.at(-1);
    const nested = parent !== undefined && parent.depth < depth && (hasArticles ? PARTS.has(kind) : anchor.startsWith(`${parent.anchor}.`));
    if (nested) parent.children.push(entry);
    else top.push(entry);
  }
  const size = top.reduce((sum, entry) => sum + 1 + entry.children.length, 0);
  return top.map(({ anchor, label, title, children }) => ({ anchor, label, title, children: size <= LONGEST ? children.map(plain) : children.filter((child) => child.title !== null).map(plain) }));
}

function plain({ anchor, label, title, children }: ContentsEntry): ContentsEntry {
  return { anchor, label, title, children };
}
