/**
 * Sentences of a paragraph. A full stop ends one when blank and capital follow; `TP. Hồ Chí Minh`, `TM. BAN`, `1.000`, `...` do not.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const ABBREVIATION = /(?:^|[\s(])(?:TP|Tp|TX|TT|PGS|GS|TS|ThS|BS|TM|KT|TL|TUQ|Q|P|H|X|St|Nxb|đ\/c|Đ\/c|No|tr|Ts)$/u;

/** Splits a text into sentences; blanks between belong to none. Linear. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = skipBlanks(text, 0);
  for (const match of text.matchAll(/(?:\.\/\.|[.!?…]+)[”"’)\]]*(?=\s+(?:[\p{Lu}“"(\d]|[-+•]\s)|\s*$)/gu)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && (ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index)) || /(?:^|\s)\d{1,2}$/u.test(text.slice(Math.max(start, match.index - 3), match.index)) && /^\s+\p{Lu}/u.test(text.slice(end)) && match.index - start < 4)) continue;
    if (end > start) spans.push({ start, end });
    start = skipBlanks(text, end);
  }
  if (start < text.length) spans.push({ start, end: text.trimEnd().length });
  return spans.filter((span) => span.end > span.start);
}

/** The sentence that holds the unit `at`; the whole text when none does. Looks at no more than 4,000 units on either side. */
export function sentenceAround(text: string, at: number): Span {
  const from = Math.max(0, at - 4000);
  const window = text.slice(from, at + 4000);
  const span = splitSentences(window).findLast((candidate) => candidate.start <= at - from);
  return span ? { start: span.start + from, end: span.end + from } : { start: 0, end: text.length };
}

function skipBlanks(text: string, at: number): number {
  while (at < text.length && /\s/u.test(text.charAt(at))) at++;
  return at;
}
