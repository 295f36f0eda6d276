/**
 * The learned table: how often a syllable and a pair of neighbouring syllables occur in real official text.
 *
 * Text form, made by `scripts/learn-syllables.ts`: a comment line; syllables, most frequent first, each with its count class
 * in base 36; an empty line; pairs in base 64. A pair row of syllable i: how many pairs, then for each the step to the next partner's
 * index and the count class, `step * 16 + class` (LEB128). A class is the whole part of log2 of the count.
 */
import { foldVietnamese } from '../../../domain/vietnamese.ts';

export interface SyllableTable {
  /** About how often the syllable occurs; 0 when never learned. */
  readonly count: (syllable: string) => number;
  /** About how often `b` follows `a`; 0 when never learned. */
  readonly pairCount: (a: string, b: string) => number;
  /** Learned syllables with the same letters under other marks, the syllable itself left out: `chuyên` -> `chuyển`, `chuyện`. */
  readonly variants: (syllable: string) => readonly string[];
  /** About how many words were learned from. */
  readonly total: number;
  /** Learned syllables, most frequent first. */
  readonly syllables: readonly string[];
}

/** A word so frequent is kept though it stands in no kept pair. */
const MIN_ALONE = 16;

/** A count in the middle of its class: class 0 is 1, class 5 is 32 to 63. */
const countOfClass = (level: number) => Math.round(2 ** level * 1.4);
const classOf = (count: number) => Math.min(15, Math.floor(Math.log2(count)));

/** Reads the shipped text. @throws Error when the text is no such table */
export function readSyllableTable(text: string): SyllableTable {
  const [head = '', body = ''] = text.split('\n\n');
  const entries = head.split('\n').slice(1).join(' ').split(' ').filter(Boolean);
  if (!entries.length || !body) throw new Error('readSyllableTable: unexpected text, expected syllables, an empty line and pairs');
  const syllables = entries.map((entry) => entry.slice(0, -1));
  const levels = entries.map((entry) => parseInt(entry.slice(-1), 36));
  const indexOf = new Map(syllables.map((syllable, index) => [syllable, index]));
  const pairs = decodePairs(body.replace(/\s/gu, ''), syllables.length);
  const byFold = Map.groupBy(syllables, foldVietnamese);
  return {
    syllables,
    total: levels.reduce((sum, level) => sum + countOfClass(level), 0),
    count: (syllable) => { const index = indexOf.get(syllable); return index === undefined ? 0 : countOfClass(levels[index] ?? 0); },
    pairCount: (a, b) => {
      const left = indexOf.get(a), right = indexOf.get(b);
      if (left === undefined || right === undefined) return 0;
      const level = pairs.get(left * syllables.length + right);
      return level === undefined ? 0 : countOfClass(level);
    },
    variants: (syllable) => (byFold.get(foldVietnamese(syllable)) ?? []).filter((other) => other !== syllable),
  };
}

/**
 * Prints the table.
 * @param counts how often each syllable occurs
 * @param pairs  how often each pair occurs, key `a b`; only these are kept, with the syllables in them and the frequent others
 */
export function printSyllableTable(counts: ReadonlyMap<string, number>, pairs: ReadonlyMap<string, number>, comment: string): string {
  const kept = new Set([...pairs.keys()].flatMap((pair) => pair.split(' ')));
  for (const [syllable, count] of counts) if (count >= MIN_ALONE && !syllable.includes(' ')) kept.add(syllable);
  const syllables = [...kept].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  const indexOf = new Map(syllables.map((syllable, index) => [syllable, index]));
  const rows: [number, number][][] = syllables.map(() => []);
  for (const [pair, count] of pairs) {
    const [a = '', b = ''] = pair.split(' ');
    rows[indexOf.get(a) ?? 0]?.push([indexOf.get(b) ?? 0, classOf(count)]);
  }
  const bytes: number[] = [];
  for (const row of rows) {
    pushNumber(bytes, row.length);
    let before = -1;
    for (const [partner, level] of row.sort((x, y) => x[0] - y[0])) {
      pushNumber(bytes, (partner - before - 1) * 16 + level);
      before = partner;
    }
  }
  const words = syllables.map((syllable) => syllable + classOf(counts.get(syllable) ?? 1).toString(36)).join(' ');
  return `# ${comment}\n${wrap(words.split(' '), 160)}\n\n${encodeBase64(bytes).replace(/.{160}/gu, '$&\n')}\n`;
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) { bytes.push((rest & 127) | 128); rest >>>= 7; }
  bytes.push(rest);
}

function decodePairs(base64: string, size: number): Map<number, number> {
  const bytes = decodeBase64(base64);
  const pairs = new Map<number, number>();
  let at = 0;
  const next = () => {
    let value = 0, shift = 0, byte = 0;
    do { byte = bytes[at++] ?? 0; value |= (byte & 127) << shift; shift += 7; } while (byte & 128);
    return value;
  };
  for (let left = 0; left < size; left++) {
    let partner = -1;
    for (let rest = next(); rest > 0; rest--) {
      const value = next();
      partner += (value >>> 4) + 1;
      pairs.set(left * size + partner, value & 15);
    }
  }
  return pairs;
}

function wrap(words: readonly string[], width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line.length + word.length + 1 > width) { lines.push(line); line = word; } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join('\n');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encodeBase64(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const chunk = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    for (let part = 0; part < 4; part++) text += index + part - 1 < bytes.length || part < 2 ? ALPHABET.charAt((chunk >>> (18 - 6 * part)) & 63) : '';
  }
  return text;
}

function decodeBase64(text: string): Uint8Array {
  const binary = atob(text);
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
