/** A sentence cut around the words that matter, for lists. */

export interface Quote {
  /** Source words before, of, and after the mention; cut ends carry `…`. */
  readonly before: string;
  readonly mention: string;
  readonly after: string;
}

/**
 * Splits a sentence at the mention and cuts both sides at a blank.
 * @param sentence source words; the mention alone is quoted when it is `null` or lacks the mention
 * @param raw      words of the mention
 * @param length   most characters before and after together
 */
export function clipQuote(sentence: string | null, raw: string, length = 260): Quote {
  const text = (sentence ?? raw).replace(/\s+/gu, ' ').trim();
  const words = raw.replace(/\s+/gu, ' ').trim();
  const at = words === '' ? -1 : text.indexOf(words);
  if (at === -1) return { before: cutEnd(text, length), mention: '', after: '' };
  const before = text.slice(0, at);
  const after = text.slice(at + words.length);
  const room = Math.max(length - words.length, 40);
  const beforeRoom = Math.max(Math.floor(room / 2), room - after.length);
  return { before: cutStart(before, beforeRoom), mention: words, after: cutEnd(after, Math.max(Math.floor(room / 2), room - before.length)) };
}

/** Cuts the end at a blank: at most `length` characters and `…`. */
export function cutEnd(text: string, length: number): string {
  if (text.length <= length) return text;
  const blank = text.lastIndexOf(' ', length);
  return `${text.slice(0, blank > length / 2 ? blank : length).replace(/[\s,;:]+$/u, '')}…`;
}

function cutStart(text: string, length: number): string {
  if (text.length <= length) return text;
  const from = text.length - length;
  const blank = text.indexOf(' ', from);
  return `…${text.slice(blank === -1 || blank > from + length / 2 ? from : blank)}`;
}
