/** Paragraphs and tables of a rich document, and how they are written as text: Markdown marks, GFM tables, one paragraph a line. */

/** A stretch of one look. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Printed label that the format counts by itself: `1.`, `a)`, `-`. */
  readonly label: string | null;
  /** Forced line breaks are `\n` in the text. */
  readonly runs: readonly Run[];
  readonly centred: boolean;
  /** True when a page begins at or inside this paragraph. */
  readonly pageBreak: boolean;
}

export interface Table {
  readonly kind: 'table';
  /** Rows of cells; a cell that a merged neighbour covers is empty. */
  readonly rows: readonly (readonly Cell[])[];
  /** True when lines are drawn around its cells; a table without lines only sets columns beside each other. */
  readonly ruled: boolean;
}

export interface Cell {
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Table;

// Words that stand in the letterhead and the foot of a paper, which Word sets as a table of two columns, sometimes with lines around.
const FRAME_WORDS = /CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-\s*Tự do|^\**Nơi nhận|^\**Nơi gửi|^\**(?:TM|KT|TL|TUQ|Q|T\/M|K\/T)\.?\s*\p{Lu}/mu;

/** Writes blocks as text, ending with a line feed. */
export function printBlocks(blocks: readonly Block[]): string {
  const lines: string[] = [];
  let previous: Block | null = null;
  for (const block of blocks.flatMap(unrollLayout)) {
    if (block.kind === 'table') lines.push('', ...printTable(block), '');
    else {
      const text = printParagraph(block);
      if (block.pageBreak) lines.push('\f');
      if (text === '') {
        previous = null;
        continue;
      }
      // Centred neighbours are the lines of one title; everything else is a paragraph of its own.
      if (!(previous?.kind === 'paragraph' && previous.centred && block.centred && !block.pageBreak)) lines.push('');
      lines.push(text);
    }
    previous = block;
  }
  return `${lines.join('\n').replace(/\n{3,}/gu, '\n\n').replace(/\n+\f\n+/gu, '\n\n\f\n').replace(/^\n+|\s+$/gu, '')}\n`;
}

/** A table that only places text beside text becomes the paragraphs of its cells: row by row, and within a row from the left. */
function unrollLayout(block: Block): Block[] {
  if (block.kind === 'paragraph') return [block];
  if (!isLayout(block)) return [block];
  return [...block.rows.flatMap((row) => row.flatMap((cell) => [separator(), ...cell.blocks.flatMap(unrollLayout).map(tighten)])), separator()];
}

function isLayout({ rows, ruled }: Table): boolean {
  const columns = Math.max(...rows.map((row) => row.length), 0);
  if (columns <= 1) return true;
  const text = rows.flat().flatMap((cell) => cell.blocks).map((block) => (block.kind === 'paragraph' ? printParagraph(block) : '')).join('\n');
  if (columns <= 3 && rows.length <= 6 && FRAME_WORDS.test(text)) return true;
  return !ruled && columns <= 3 && rows.length <= 3;
}

/** Lines of one cell belong together, as centred lines do. */
function tighten(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, centred: true } : block;
}

function separator(): Paragraph {
  return { kind: 'paragraph', label: null, runs: [], centred: false, pageBreak: false };
}

function printTable({ rows }: Table): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => `| ${Array.from({ length: columns }, (_, index) => printCell(row[index])).join(' | ')} |`);
  lines.splice(1, 0, `|${' --- |'.repeat(columns)}`);
  return lines;
}

function printCell(cell: Cell | undefined): string {
  const parts = (cell?.blocks ?? []).map((block) => (block.kind === 'paragraph' ? printParagraph(block) : block.rows.flat().map(printCell).join(' ')));
  return parts.join(' ').replace(/\s+/gu, ' ').replaceAll('|', '¦').trim();
}

/** Text of a paragraph with its label and marks; empty when it holds nothing but blanks. */
export function printParagraph({ label, runs }: Paragraph): string {
  const body = printRuns(runs);
  return body === '' ? '' : label === null ? body : `${label} ${body}`;
}

/**
 * Writes runs with `**` and `*`. Marks stand against words, never against blanks; a paragraph with asterisks of its own, or with a
 * change of look inside a word, keeps its words and loses the marks that would be misread.
 */
export function printRuns(runs: readonly Run[]): string {
  const plain = runs.map((run) => run.text).join('').replaceAll('\u00ad', '');
  if (plain.trim() === '') return '';
  if (plain.includes('*')) return tidy(plain);
  const merged = mergeRuns(runs.map((run) => ({ ...run, text: run.text.replaceAll('\u00ad', '') })));
  let result = '';
  for (const [index, run] of merged.entries()) {
    const before = merged[index - 1];
    const after = merged[index + 1];
    const glued = (before !== undefined && isMarked(before) && !/\s$/u.test(before.text) && !/^\s/u.test(run.text)) || (after !== undefined && isMarked(after) && !/^\s/u.test(after.text) && !/\s$/u.test(run.text));
    const insideWord = (before !== undefined && /[\p{L}\p{N}]$/u.test(before.text) && /^[\p{L}\p{N}]/u.test(run.text)) || (after !== undefined && /^[\p{L}\p{N}]/u.test(after.text) && /[\p{L}\p{N}]$/u.test(run.text));
    result += isMarked(run) && !glued && !insideWord ? mark(run) : run.text;
  }
  return tidy(result);
}

function isMarked({ bold, italic, text }: Run): boolean {
  return (bold || italic) && /[\p{L}\p{N}]/u.test(text);
}

/** One run for neighbours of one look; blanks and signs between them count as either. */
function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = merged.at(-1);
    const neutral = !/[\p{L}\p{N}]/u.test(run.text);
    if (last && (neutral || (last.bold === run.bold && last.italic === run.italic))) merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else if (last && !/[\p{L}\p{N}]/u.test(last.text)) merged[merged.length - 1] = { ...run, text: last.text + run.text };
    else merged.push(run);
  }
  return merged;
}

/** Puts the marks of one look around every line of a run, inside its blanks. */
function mark({ text, bold, italic }: Run): string {
  const sign = bold && italic ? '***' : bold ? '**' : '*';
  return text.split('\n').map((line) => line.replace(/^(\s*)(.*?)(\s*)$/u, (_, before: string, words: string, after: string) => (/[\p{L}\p{N}]/u.test(words) ? `${before}${sign}${words}${sign}${after}` : line))).join('\n');
}

/** Trims lines; empty ones go, because a blank line ends a paragraph. */
function tidy(text: string): string {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n');
}
