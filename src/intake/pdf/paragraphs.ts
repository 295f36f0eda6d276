/** Lines in reading order to the text of the document: paragraphs whole, also over a page break; tables; furniture out of their way. */
import { printBlocks, printRuns, type Run } from '../blocks.ts';
import type { DoubtfulWord } from '../reading.ts';
import type { SortedPage } from './furniture.ts';
import type { FlowItem, FlowLine } from './layout.ts';

interface OpenParagraph {
  readonly lines: FlowLine[];
  runs: Run[];
  /** Furniture of a page break inside it, to come after it. */
  readonly waiting: string[];
}

const LABEL = /^(?:[-–+*•]\s|\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s|[a-zđ]\)\s?|[IVX]{1,5}[.)-]\s|(?:Điều|Chương|Mục|Phần)\s+[\dIVX]+)/u;
const ENDED = /[.;:!?]["”)]*$/u;
/** Words below this confidence are shown to a person. */
export const DOUBTFUL_BELOW = 65;

/** Writes the pages as text. @returns text that ends with a line feed, and the doubtful words with their places */
export function writePages(pages: readonly SortedPage[], stamps: ReadonlyMap<number, readonly string[]> = new Map()): { text: string; doubtful: DoubtfulWord[] } {
  const writer = new TextWriter();
  pages.forEach(({ page, top, items, bottom }, index) => {
    const marks = [...(stamps.get(page) ?? []), ...bottom.map(printLine)];
    const before = pages[index - 1];
    const furniture = [...(before ? [...before.bottom.map(printLine), ...(stamps.get(before.page) ?? [])] : []), ...top.map(printLine)];
    writer.beginPage(page, index > 0, furniture, items);
    for (const item of items) writer.add(item);
    if (index === pages.length - 1) writer.end(marks);
  });
  return writer.result();
}

class TextWriter {
  readonly #out: string[] = [];
  readonly #words: { text: string; confidence: number; page: number }[] = [];
  #open: OpenParagraph | null = null;
  #previous: 'paragraph' | 'centred' | 'set' | 'gap' = 'gap';
  #page = 1;
  #seam = false;

  /** @param furniture running lines of the page before and of this one */
  beginPage(page: number, isNew: boolean, furniture: readonly string[], items: readonly FlowItem[]): void {
    this.#page = page;
    const first = items.find((item) => item.kind !== 'gap');
    if (isNew && this.#open && first?.kind === 'line' && goesOn(this.#open.lines, first.line, true)) {
      this.#open.waiting.push(...furniture);
      this.#seam = true;
      return;
    }
    this.#close();
    if (isNew) this.#out.push('', '\f');
    for (const line of furniture) this.#out.push('', line);
    this.#previous = 'gap';
  }

  add(item: FlowItem): void {
    if (item.kind === 'gap') {
      // The blank between a page's edge and its first line does not part a paragraph that runs over it.
      if (!this.#seam) {
        this.#close();
        this.#previous = 'gap';
      }
      return;
    }
    if (item.kind === 'table') {
      this.#close();
      this.#out.push('', printBlocks([item.table]).trimEnd());
      this.#previous = 'gap';
      return;
    }
    const { line } = item;
    this.#words.push(...line.words.map((word) => ({ ...word, page: this.#page })));
    if (this.#open && (this.#seam || goesOn(this.#open.lines, line, false))) {
      this.#open.runs = [...trimEnd(this.#open.runs), { text: this.#seam ? '\f' : seamBetween(this.#open.runs, line.runs), ...lookOf(this.#open.runs.at(-1), line.runs[0]) }, ...trimStart(line.runs)];
      this.#open.lines.push(line);
      this.#seam = false;
      return;
    }
    this.#close();
    this.#open = { lines: [line], runs: [...line.runs], waiting: [] };
  }

  end(furniture: readonly string[]): void {
    this.#close();
    for (const line of furniture) this.#out.push('', line);
  }

  result(): { text: string; doubtful: DoubtfulWord[] } {
    this.#close();
    const text = `${this.#out.join('\n').replace(/\n{3,}/gu, '\n\n').replace(/\n+\f\n+/gu, '\n\n\f\n').replace(/^\n+|\s+$/gu, '')}\n`;
    return { text, doubtful: placeWords(text, this.#words) };
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    this.#seam = false;
    if (!open) return;
    const first = open.lines[0];
    const look = first === undefined ? 'paragraph' : first.set ? 'set' : open.lines.length === 1 && isCentred(first) ? 'centred' : 'paragraph';
    const text = cleanLine(open.runs);
    if (text !== '') {
      if (look === 'paragraph' || look !== this.#previous) this.#out.push('');
      this.#out.push(text);
      this.#previous = look;
    }
    for (const line of open.waiting) this.#out.push('', line);
    if (open.waiting.length > 0) this.#previous = 'gap';
  }
}

/** Decides whether a line goes on with the paragraph above it. */
function goesOn(lines: readonly FlowLine[], line: FlowLine, overPage: boolean): boolean {
  const last = lines.at(-1);
  const first = lines[0];
  if (!last || !first || last.set || line.set) return false;
  if (lines.length === 1 && isCentred(last)) return false;
  if (isCentred(line) && !isWrapped(last, line)) return false;
  if (!isWrapped(last, line)) return false;
  const pitch = lines.length > 1 ? last.y - (lines.at(-2)?.y ?? last.y) : last.size * 1.45;
  if (!overPage && line.y - last.y > Math.max(pitch, last.size * 1.2) * 1.6) return false;
  if (Math.abs(line.size - last.size) > last.size * 0.25) return false;
  const indented = line.x1 > line.left + line.size * 0.7;
  if (LABEL.test(line.text) && (ENDED.test(last.text.trim()) || (indented && !/^\d/u.test(line.text)))) return false;
  const indent = line.x1 - line.left;
  const atMargin = indent <= line.size * 0.7;
  if (overPage && ENDED.test(last.text.trim()) && !/^\p{Ll}/u.test(line.text)) return false;
  if (atMargin) return !(lines.length === 1 && first.x1 - first.left <= first.size * 0.7 && ENDED.test(last.text.trim()) && /^\p{Lu}/u.test(line.text) && line.right - last.x2 > last.size);
  // Set in from the margin: part of a block that hangs together, else the first line of a paragraph.
  const inBlock = lines.length > 1 ? Math.abs(indent - (last.x1 - last.left)) < line.size * 0.6 : indent > first.x1 - first.left + line.size * 0.5 ? LABEL.test(first.text) : Math.abs(indent - (first.x1 - first.left)) < line.size * 0.5 && !ENDED.test(last.text.trim()) && !LABEL.test(line.text) && /^\p{Ll}/u.test(line.text);
  return inBlock;
}

/** True when the next line's first word would not have fitted on this one. */
function isWrapped(line: FlowLine, next: FlowLine): boolean {
  const word = /^\S+/u.exec(next.text)?.[0] ?? '';
  const perLetter = next.text.length === 0 ? 0 : (next.x2 - next.x1) / next.text.length;
  return line.right - line.x2 < word.length * perLetter + line.size * 0.6;
}

function isCentred({ x1, x2, left, right, size }: FlowLine): boolean {
  return x1 - left > size * 1.2 && right - x2 > size * 1.2 && Math.abs(x1 + x2 - left - right) / 2 < size * 2;
}

/** What stands between two printed lines of one paragraph: nothing inside `TTr-` / `HĐND`, else a blank. */
function seamBetween(before: readonly Run[], after: readonly Run[]): string {
  const end = before.map((run) => run.text).join('').trimEnd();
  const start = after.map((run) => run.text).join('').trimStart();
  if (/\p{Lu}[\p{L}]*-$/u.test(end) && /^\p{Lu}/u.test(start)) return '';
  if (/\d[/-]$/u.test(end) && /^[\p{Lu}\d]/u.test(start)) return '';
  return ' ';
}

function lookOf(before: Run | undefined, after: Run | undefined): { bold: boolean; italic: boolean } {
  return { bold: before?.bold === true && after?.bold === true, italic: before?.italic === true && after?.italic === true };
}

function trimEnd(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => (index === runs.length - 1 ? { ...run, text: run.text.trimEnd() } : run));
}

function trimStart(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => (index === 0 ? { ...run, text: run.text.trimStart() } : run));
}

function printLine(line: FlowLine): string {
  return cleanLine(line.runs);
}

/** Marks and letters of one line as text: signs of symbol fonts as bullets, no soft hyphens, columns three blanks apart at least. */
function cleanLine(runs: readonly Run[]): string {
  const text = printRuns(runs.map((run) => ({ ...run, text: run.text.replace(/\u00ad/gu, '').replace(/[\ue000-\uf8ff]/gu, (sign) => (sign === '\uf02d' ? '-' : '•')).replace(/[\u00a0\u2000-\u200a\t]/gu, ' ') })));
  return text.normalize('NFC').replace(/ {2,}/gu, (blanks) => (blanks.length >= 4 ? '    ' : ' ')).trim();
}

/** Finds each doubtful word in the text, in order. */
function placeWords(text: string, words: readonly { text: string; confidence: number; page: number }[]): DoubtfulWord[] {
  const doubtful: DoubtfulWord[] = [];
  let cursor = 0;
  let line = 1;
  let lineStart = 0;
  let counted = 0;
  for (const { text: word, confidence, page } of words) {
    const wanted = word.normalize('NFC').trim();
    const at = wanted === '' ? -1 : text.indexOf(wanted, cursor);
    // A word that a mark or a mended blank hides is passed over; looking far ahead would lose the place of all that follow.
    if (at < 0 || at - cursor > 400) continue;
    cursor = at + wanted.length;
    if (confidence >= DOUBTFUL_BELOW || !/[\p{L}\p{N}]/u.test(wanted)) continue;
    for (; counted < at; counted++) {
      if (text[counted] !== '\n') continue;
      line++;
      lineStart = counted + 1;
    }
    doubtful.push({ word: wanted, line, column: at - lineStart + 1, page, confidence: Math.round(confidence) });
  }
  return doubtful;
}
