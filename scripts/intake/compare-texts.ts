/** How far a reading is from another text of the same paper. */

export interface TextComparison {
  /** Errors in letters and digits, in percent of the twin's; a block that stands elsewhere counts twice. */
  readonly errorRate: number;
  /** The same with page numbers, running heads and signature stamps taken out of both. */
  readonly errorRateWithoutFurniture: number;
  /** Letters and digits of the words that one text has and the other lacks, wherever they stand; furniture taken out of both. */
  readonly wrongLetters: number;
  /** Words that stand in the same order, in percent of the words both have. */
  readonly orderKept: number;
}

const FURNITURE = /^\s*(?:\d{1,4}|CÔNG BÁO\s*\/\s*Số.*|(?:Ký bởi|Người ký|Cơ quan|Ngày ký|Thời gian ký|Email)\s*:.*)\s*$/u;

/** @param twin the text taken for right */
export function compareTexts(twin: string, text: string): TextComparison {
  const [bareTwin, bareText] = [dropFurniture(twin), dropFurniture(text)];
  return {
    errorRate: errorRate(lettersAndDigits(twin), lettersAndDigits(text)),
    errorRateWithoutFurniture: errorRate(lettersAndDigits(bareTwin), lettersAndDigits(bareText)),
    wrongLetters: wrongLetters(bareTwin, bareText),
    orderKept: orderKept(words(twin), words(text)),
  };
}

/** A word read wrongly stays over on both sides; a cell or column that another converter printed line by line leaves nothing over. */
function wrongLetters(twin: string, text: string): number {
  const [here, there] = [words(twin), words(text)];
  const leftOver = (from: readonly string[], other: readonly string[]): string[] => {
    const counts = new Map<string, number>();
    for (const word of other) counts.set(word, (counts.get(word) ?? 0) + 1);
    return from.filter((word) => {
      const left = counts.get(word) ?? 0;
      counts.set(word, left - 1);
      return left <= 0;
    });
  };
  const total = lettersAndDigits(twin).length;
  return total === 0 ? 0 : (editDistance([...leftOver(here, there).join('')], [...leftOver(there, here).join('')]) / total) * 100;
}

function dropFurniture(text: string): string {
  return text.split(/[\n\f]/u).filter((line) => !FURNITURE.test(line)).join('\n');
}

function lettersAndDigits(text: string): string[] {
  return [...text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')];
}

function words(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function errorRate(twin: readonly string[], text: readonly string[]): number {
  return twin.length === 0 ? 0 : (editDistance(twin, text) / twin.length) * 100;
}

/** Insertions, deletions and replacements that lead from one list to the other. */
export function editDistance(from: readonly string[], to: readonly string[]): number {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let tail = 0;
  while (tail < from.length - start && tail < to.length - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  const a = from.slice(start, from.length - tail);
  const b = to.slice(start, to.length - tail);
  let row = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  let next = new Uint32Array(b.length + 1);
  a.forEach((letter, index) => {
    next[0] = index + 1;
    for (let column = 1; column <= b.length; column++) next[column] = Math.min((row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1), (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
    [row, next] = [next, row];
  });
  return row[b.length] ?? 0;
}

function orderKept(twin: readonly string[], text: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of twin) counts.set(word, (counts.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of text) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    both++;
    counts.set(word, left - 1);
  }
  return both === 0 ? 0 : (longestCommon(twin, text) / both) * 100;
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1);
  let next = new Uint32Array(b.length + 1);
  for (const word of a) {
    for (let column = 1; column <= b.length; column++) next[column] = word === b[column - 1] ? (row[column - 1] ?? 0) + 1 : Math.max(row[column] ?? 0, next[column - 1] ?? 0);
    [row, next] = [next, row];
  }
  return row[b.length] ?? 0;
}
