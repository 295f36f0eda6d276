/**
 * The corpus' own syllables: how they are written, in how many documents, and in which file of the term index they stand. Spelling
 * help, completion and the choice of files live on it, so it comes with the head of the index.
 */
import { foldTerm } from '../text/syllables.ts';

export interface LexiconRow {
  /** Accented forms with their document counts, most frequent first. */
  readonly forms: readonly (readonly [form: string, documents: number])[];
  /** Documents that have any of the forms, rounded by `roundCount`. */
  readonly documents: number;
  /** Number of the file of the term index that holds its entry. */
  readonly file: number;
  /** Files with its pairs, when these do not stand in its entry; else 0. */
  readonly pairFiles: number;
}

/** Folded syllable -> what is known of it, in alphabetical order. */
export type Lexicon = ReadonlyMap<string, LexiconRow>;

/** The count as the lexicon keeps it, in one byte: exact below 32, five significant bits above. */
export function roundCount(count: number): number {
  return readCount(packCount(count));
}

function packCount(count: number): number {
  if (count < 32) return count;
  const shift = 27 - Math.clz32(count);
  return Math.min(255, shift * 16 + (count >> shift));
}

function readCount(byte: number): number {
  if (byte < 32) return byte;
  const shift = (byte >> 4) - 1;
  return ((byte & 15) + 16) << shift;
}

/**
 * Which syllable of a pair owns it: the rarer one, the first at a tie. A syllable that is not in the lexicon is rarest.
 * @returns the folded owner
 */
export function ownerOf(first: string, second: string, lexicon: Lexicon): string {
  return (lexicon.get(second)?.documents ?? 0) < (lexicon.get(first)?.documents ?? 0) ? second : first;
}

/** Bytes: length of the text, forms one a line, a count for each; then for each folded syllable its count when it has several forms, its file, its files of pairs. */
export function packLexicon(lexicon: Lexicon): Uint8Array {
  const rows = [...lexicon].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const forms = rows.flatMap((row) => row.forms.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const text = new TextEncoder().encode(forms.map(([form]) => form).join('\n'));
  const unions = rows.filter((row) => row.forms.length > 1).map((row) => packCount(row.documents));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length);
  return join([length, text, forms.map(([, count]) => packCount(count)), unions, rows.map(({ file }) => file & 255), rows.map(({ file }) => file >> 8), rows.map(({ pairFiles }) => pairFiles)]);
}

/** Reads what `packLexicon` wrote. */
export function readLexicon(bytes: Uint8Array): Lexicon {
  const textLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + textLength));
  const forms = text === '' ? [] : text.split('\n');
  let at = 4 + textLength;
  const groups = new Map<string, [string, number][]>();
  for (const form of forms) {
    const folded = foldTerm(form);
    const row: [string, number] = [form, readCount(bytes[at++] ?? 0)];
    const group = groups.get(folded);
    if (group) group.push(row);
    else groups.set(folded, [row]);
  }
  const counts = new Map<string, number>();
  for (const [folded, group] of groups) counts.set(folded, group.length > 1 ? readCount(bytes[at++] ?? 0) : (group[0]?.[1] ?? 0));
  const lexicon = new Map<string, LexiconRow>();
  for (const [folded, group] of groups) {
    const file = (bytes[at] ?? 0) | ((bytes[at + groups.size] ?? 0) << 8);
    const pairFiles = bytes[at + 2 * groups.size] ?? 0;
    at++;
    lexicon.set(folded, { forms: group.sort(([, a], [, b]) => b - a), documents: counts.get(folded) ?? 0, file, pairFiles });
  }
  return lexicon;
}

function join(parts: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
