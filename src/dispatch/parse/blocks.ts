/**
 * From lines to blocks: one block is one paragraph, heading, list entry or table row, however many lines the paper or a
 * converter broke it into. A page break inside a sentence is joined as well; each join is remembered as a seam.
 *
 * @source domain guide section 5, rules 5 and 6; samples 000 lines 22-24, 003 lines 24-26
 */
import type { NormalizedText } from '../normalize/index.ts';
import { isFurniture, isRule } from './constructs/furniture.ts';
import { readLabel, type Label } from './constructs/label.ts';
import { isMostlyUpperCase } from './patterns/upper-case.ts';
import { isHeld, type Line } from './lines.ts';

export interface Seam {
  /** Offset in the block's text of the joining blank. */
  readonly at: number;
  readonly kind: 'line' | 'page';
}

export interface Block {
  readonly kind: 'text' | 'furniture' | 'table-row' | 'table-rule';
  /** Lines joined by single blanks, runs of blanks made one. For matching. */
  readonly text: string;
  /** Same length: the source's own dashes. */
  readonly printed: string;
  /** Offset in the normalized text of each unit of `text`; one more entry for the end. */
  readonly offsets: readonly number[];
  readonly seams: readonly Seam[];
  readonly lines: readonly Line[];
  readonly label: Label | null;
  readonly blanksBefore: number;
}

const TERMINAL = /[.;:!?…][”"’')\]}*_]*$|\.\/\.$/u;
const OPEN_WORD = /(?:^|\s)(?:của|và|tại|về|số|theo|cho|các|những|với|trong|trên|từ|đến|là|được|bằng|ngày|tháng|năm|khoản|điểm|điều|hoặc|do|để|tỉnh|xã|phường|huyện|thành phố|việc)$|[,(\/-]$/iu;

const SPACE = 0x20;
const LINE_FEED = 0x0a;

/** Joins lines into one block. */
export function makeBlock(normalized: NormalizedText, lines: readonly Line[], kind: Block['kind'], pageSeams: ReadonlySet<Line> = new Set(), label: Label | null = null): Block {
  // Pieces between blanks are kept whole: asking a growing text for its last unit would copy it each time.
  const texts: string[] = [];
  const prints: string[] = [];
  const offsets: number[] = [];
  const seams: Seam[] = [];
  const blank = (at: number): void => {
    texts.push(' ');
    prints.push(' ');
    offsets.push(at);
  };
  for (const line of lines) {
    if (offsets.length > 0) {
      seams.push({ at: offsets.length, kind: pageSeams.has(line) ? 'page' : 'line' });
      blank(line.start - 1);
    }
    for (let at = line.start; at < line.end;) {
      const unit = normalized.text.charCodeAt(at);
      if (unit === SPACE || unit === LINE_FEED) {
        if (texts.at(-1) !== ' ') {
          if (unit === LINE_FEED) seams.push({ at: offsets.length, kind: 'line' });
          blank(at);
        }
        at++;
        continue;
      }
      let end = at + 1;
      while (end < line.end && normalized.text.charCodeAt(end) !== SPACE && normalized.text.charCodeAt(end) !== LINE_FEED) end++;
      texts.push(normalized.text.slice(at, end));
      prints.push(normalized.printed.slice(at, end));
      for (; at < end; at++) offsets.push(at);
    }
  }
  const text = texts.join('');
  const printed = prints.join('');
  offsets.push(lines.at(-1)?.end ?? 0);
  return { kind, text, printed, offsets, seams, lines, label, blanksBefore: lines[0]?.blanksBefore ?? 0 };
}

/** Groups the lines of a body or an appendix into blocks. Every line lands in exactly one block, in order. */
export function assembleBlocks(normalized: NormalizedText, lines: readonly Line[]): Block[] {
  const layout = measureLayout(lines);
  const blocks: Block[] = [];
  let open: Line[] = [];
  let openLabel: Label | null = null;
  let pageSeams = new Set<Line>();
  const close = (): void => {
    if (open.length > 0) blocks.push(makeBlock(normalized, open, 'text', pageSeams, openLabel));
    open = [];
    openLabel = null;
    pageSeams = new Set();
  };
  const pendingFurniture: Line[] = [];
  const flushFurniture = (): void => {
    for (const line of pendingFurniture) blocks.push(makeBlock(normalized, [line], 'furniture'));
    pendingFurniture.length = 0;
  };
  lines.forEach((line, index) => {
    if (line.text.startsWith('|') && line.text.length > 1) {
      close();
      blocks.push(makeBlock(normalized, [line], /^\|[\s:|-]+$/u.test(line.text) ? 'table-rule' : 'table-row'));
      return;
    }
    if (isRule(line.text) || isFurniture(line, lines[index - 1], lines[index + 1])) {
      close();
      pendingFurniture.push(line);
      flushFurniture();
      return;
    }
    // Blanks as in the block, where runs of them are one: the label's length counts units of the block.
    const label = readLabel(line.text.includes('  ') ? line.text.replace(/ {2,}/gu, ' ') : line.text);
    const previous = open.at(-1);
    const join = previous ? (!label && line.blanksBefore === 0 && isHeld(normalized, previous, line) ? 'line' : joinKind(previous, line, label, layout, open, (normalized.emphasis[previous.end - 1] ?? 0) > 0)) : null;
    if (join === null) {
      close();
      openLabel = label;
    } else if (join === 'page') {
      pageSeams.add(line);
    }
    open.push(line);
  });
  close();
  return blocks;
}

interface Layout {
  /** Usual length of a full line in units, indent included; `Infinity` when lines are not wrapped. */
  readonly width: number;
  /** Smallest usual indent of wrapped lines, `null` when paragraphs are not told by indents. */
  readonly paragraphIndent: boolean;
  /** True when the converter put a blank line between the lines of one paragraph. */
  readonly loose: boolean;
  /** True when the first line of a paragraph is set short (an indent that a converter lost). */
  readonly shortFirst: boolean;
}

function measureLayout(lines: readonly Line[]): Layout {
  const wrapped: number[] = [];
  let looseJoins = 0;
  let tightJoins = 0;
  let indentSteps = 0;
  let shortFirsts = 0;
  for (let index = 1; index < lines.length; index++) {
    const previous = lines[index - 1];
    const line = lines[index];
    if (!previous || !line || TERMINAL.test(previous.text) || !/^\p{Ll}/u.test(line.text) || readLabel(line.text)) continue;
    if (line.blanksBefore === 0) {
      wrapped.push(previous.indent + previous.text.length);
      tightJoins++;
      if (previous.indent > line.indent + 2) indentSteps++;
      const before = lines[index - 2];
      if (previous.text.length < 55 && line.text.length > 66 && (!before || TERMINAL.test(before.text)) && !isMostlyUpperCase(previous.text)) shortFirsts++;
    } else if (line.blanksBefore === 1) {
      looseJoins++;
    }
  }
  wrapped.sort((a, b) => a - b);
  const width = wrapped.length >= 4 ? (wrapped[Math.floor(wrapped.length * 0.8)] ?? Infinity) : Infinity;
  return { width, paragraphIndent: indentSteps >= 3, loose: looseJoins >= 12 && looseJoins > tightJoins * 2, shortFirst: shortFirsts >= 3 };
}

/** Decides whether `line` goes on with the paragraph that `previous` ends. */
function joinKind(previous: Line, line: Line, label: Label | null, layout: Layout, open: readonly Line[], wholeEmphasised: boolean): 'line' | 'page' | null {
  const terminal = TERMINAL.test(previous.text);
  const lowerStart = /^[\p{Ll},;.)”%]/u.test(line.text);
  const gap = layout.loose ? Math.max(0, line.blanksBefore - 1) : line.blanksBefore;
  if (gap > 0) {
    if (terminal || label || !lowerStart || isMostlyUpperCase(previous.text)) return null;
    return 'page';
  }
  const full = previous.indent + previous.text.length >= layout.width * 0.82;
  if (label) {
    const openEnded = !terminal && OPEN_WORD.test(previous.text) && full;
    const strayNumber = label.style === 'arabic' && label.ordinal > 12 && !terminal;
    return openEnded && label.style !== 'bullet' && label.style !== 'plus' && label.style !== 'article' ? 'line' : strayNumber && full ? 'line' : null;
  }
  if (!terminal && /^[\d%]/u.test(line.text) && !isMostlyUpperCase(previous.text)) return 'line';
  if (lowerStart) return isMostlyUpperCase(previous.text) && previous.text.length > 12 && !OPEN_WORD.test(previous.text) ? null : 'line';
  if (!terminal) {
    const bothHeading = isMostlyUpperCase(previous.text) && isMostlyUpperCase(line.text);
    if (bothHeading) return open.length < 6 ? 'line' : null;
    if (isMostlyUpperCase(previous.text) || (isMostlyUpperCase(line.text) && line.text.split(' ').length > 2)) return null;
    if (OPEN_WORD.test(previous.text)) return 'line';
    if (layout.shortFirst && open.length === 1 && !wholeEmphasised && /\s\p{Ll}/u.test(previous.text)) return 'line';
    return full ? 'line' : null;
  }
  if (!layout.paragraphIndent && /\.$/u.test(previous.text) && open.length > 0 && previous.indent + previous.text.length >= layout.width * 0.95 && previous.text.split(' ').length > 8) return 'line';
  if (layout.paragraphIndent) return full && line.indent + 2 < (open[0]?.indent ?? 0) && !/[;:]$/u.test(previous.text) ? 'line' : null;
  return null;
}
