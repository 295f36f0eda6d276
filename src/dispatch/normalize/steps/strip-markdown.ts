import type { Edit } from '../offset-map.ts';

/** A stretch that the source sets bold or italic, in offsets of the text before the marks were taken away. */
export interface EmphasisSpan {
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
  readonly emphasis: boolean;
}

interface OpenMark { readonly start: number; readonly end: number; readonly length: number; readonly line: number }

/** Longest stretch, in lines, that one pair of asterisks may hold. */
const MAX_SPAN_LINES = 15;

/**
 * Takes away the marks that converters leave: `**bold**`, `*31*`, leading `#`. Asterisks that are text stay: a bullet at the
 * start of a line, the Party's lone `*` line, `(*)`, `a * b`, and any that finds no partner.
 *
 * @source samples 000 line 3 (`*10* /LĐLĐ-CTCĐ`), 002 lines 215-216 (bold over two lines)
 */
export function stripMarkdown(text: string): { edits: Edit[]; spans: EmphasisSpan[] } {
  const edits: Edit[] = [];
  const spans: EmphasisSpan[] = [];
  let open: OpenMark[] = [];
  let line = 0;
  const pattern = /\n[ \t]*(?=\n)|\n|(?<=^|\n)[ \t]{0,8}#{1,6}[ \t]+|\*+|(?<![\p{L}\p{N}_])__(?=\p{L})|(?<=[\p{L}.:])__(?![\p{L}\p{N}_])/gu;
  for (const match of text.matchAll(pattern)) {
    const token = match[0];
    if (token.startsWith('\n')) {
      line++;
      const blank = token.length > 1 || text[match.index + 1] === '\n';
      open = blank ? [] : open.filter((mark) => line - mark.line <= MAX_SPAN_LINES);
      continue;
    }
    const end = match.index + token.length;
    if (token.includes('#')) {
      edits.push({ start: match.index, end, text: '' });
      continue;
    }
    if (token === '****') {
      edits.push({ start: match.index, end, text: '' });
      continue;
    }
    if (token.startsWith('*') && (token.length > 3 || isTextAsterisk(text, match.index, end))) continue;
    const partner = open.findLastIndex((mark) => mark.length === token.length && text[mark.start] === token[0]);
    if (partner < 0) {
      if (open.length < 3) open.push({ start: match.index, end, length: token.length, line });
      continue;
    }
    const mark = open[partner];
    if (!mark) continue;
    edits.push({ start: mark.start, end: mark.end, text: '' }, { start: match.index, end, text: '' });
    spans.push({ start: mark.end, end: match.index, strong: token.length >= 2, emphasis: token.length !== 2 });
    for (const inner of open.slice(partner + 1)) if (isInsideWord(text, inner)) edits.push({ start: inner.start, end: inner.end, text: '' });
    open.length = partner;
  }
  return { edits: edits.sort((a, b) => a.start - b.start), spans };
}

function isTextAsterisk(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  if (before === '(' && after === ')') return true;
  if (/[ \t]/u.test(before) && /[ \t]/u.test(after)) return !isLineStart(text, start) || end - start === 1;
  return isLineStart(text, start) && end - start === 1 && /\s/u.test(after);
}

/** `ng**ày`: a mark that a converter left inside a word, whose partner it lost. */
function isInsideWord(text: string, mark: OpenMark): boolean {
  return /\p{L}/u.test(text[mark.start - 1] ?? '') && /\p{L}/u.test(text[mark.end] ?? '');
}

function isLineStart(text: string, index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    if (text[at] === '\n') return true;
    if (text[at] !== ' ' && text[at] !== '\t') return false;
  }
  return true;
}
