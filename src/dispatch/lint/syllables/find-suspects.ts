/**
 * Finds words that a scan probably misread. Two signs:
 * - `shape`: a lower-case word with Vietnamese marks that can be no syllable (`ngưòi`, `thiếtbị`);
 * - `pair`: a good syllable beside neighbours it was never seen with, where the same letters under other marks are common
 *   there (`chuyên đổi` -> `chuyển đổi`, `đề b/c` -> `để b/c`).
 * Precision comes first: an author may write what no law has written before.
 */
import { foldVietnamese } from '../../../domain/vietnamese.ts';
import type { Word } from './read-words.ts';
import { hasVietnameseMark, isPossibleSyllable } from './syllable-shape.ts';
import type { SyllableTable } from './syllable-table.ts';

export interface Suspect {
  readonly kind: 'shape' | 'pair';
  /** Index of the word. */
  readonly index: number;
  /** Likely word in comparison form, or `null`. */
  readonly likely: string | null;
}

/** Smallest count of a likely pair on the weaker side, when both neighbours speak. */
const MIN_WEAK = 8;
/** Share of a neighbour's company that a likely pair must make up, geometric mean of both directions. */
const MIN_BOND = 0.012;
/** The same when only one neighbour speaks. */
const MIN_LONE_BOND = 0.08;
/** Or: share in one direction that is enough for a lone neighbour. */
const MIN_LONE_SHARE = 0.4;
const MIN_LONE_COUNT = 24;
/** Bond on one side that outweighs a neighbour on the other side that the printed word does suit (`của chuyên` gia, đổi). */
const STRONG_BOND = 0.1;
/** How many times oftener than by chance the printed word stands there: `gia cố` is a word of its own, `của chuyên` is not. */
const MAX_PRINTED_LIFT = 6;
/** A printed word is rare when the likely one stands beside this neighbour so many times as often as it occurs at all. */
const RARE = 20;

/** A spelling met so often is a word, whatever its shape: units and borrowed words. */
const MIN_FAMILIAR = 16;

/** The word with Đ must be so common. */
const MIN_BARRED = 64;

/** Lists the suspects among the words of a text, in order. */
export function findSuspects(words: readonly Word[], table: SyllableTable): Suspect[] {
  const suspects: Suspect[] = [];
  for (const [index, word] of words.entries()) {
    const barred = lostBar(words, index, table);
    if (barred) suspects.push({ kind: 'shape', index, likely: barred });
    else if (hasImpossibleShape(word, table)) suspects.push({ kind: 'shape', index, likely: likelyByShape(words, index, table) });
    else {
      const likely = likelyByPair(words, index, table);
      if (likely) suspects.push({ kind: 'pair', index, likely });
    }
  }
  return suspects;
}

/** A word that exists only with Đ: `Dộc lập`, `Dức`. A small one must also suit a neighbour so: `dột nát` is rare, not wrong. */
function lostBar(words: readonly Word[], index: number, table: SyllableTable): string | null {
  const word = words[index];
  if (!word?.form.startsWith('d') || word.text.length < 3 || !hasVietnameseMark(word.form) || table.count(word.form) > 0) return null;
  const barred = `đ${word.form.slice(1)}`;
  if (table.count(barred) < MIN_BARRED) return null;
  const { left, right } = neighbours(words, index);
  const suits = (left !== null && table.pairCount(left, barred) > 0) || (right !== null && table.pairCount(barred, right) > 0);
  return suits || /^\p{Lu}/u.test(word.text) ? barred : null;
}

function hasImpossibleShape(word: Word, table: SyllableTable): boolean {
  const text = word.text;
  // Capitals begin names (Knốp, Krông) and abbreviations; one letter is a unit or a label.
  if (text.length < 2 || table.count(word.form) >= MIN_FAMILIAR || !/^\p{Ll}+$/u.test(text) || !hasVietnameseMark(text) || isPossibleSyllable(text)) return false;
  return /[aeiouy]/u.test(foldVietnamese(text)) && !isBorrowed(text);
}

/** Words taken from other tongues are glued syllables without falling tones: ôtô, kilôgam, centimét, hécta. */
function isBorrowed(text: string): boolean {
  return !/[\u0300\u0303\u0309\u0323]/u.test(text.normalize('NFD')) && !/[ăâư]/u.test(text.normalize('NFD').replace(/\u0301/gu, '').normalize('NFC')) && splitSyllables(text) !== null;
}

/** Cuts glued syllables: `thiếtbị` -> `thiết`, `bị`. @returns `null` when it cannot be cut in two or three */
export function splitSyllables(text: string, parts = 3): string[] | null {
  if (isPossibleSyllable(text)) return [text];
  if (parts === 1 || text.length > 24) return null;
  for (let at = text.length - 1; at > 1; at--) {
    if (!isPossibleSyllable(text.slice(0, at))) continue;
    const rest = splitSyllables(text.slice(at), parts - 1);
    if (rest) return [text.slice(0, at), ...rest];
  }
  return null;
}

function likelyByShape(words: readonly Word[], index: number, table: SyllableTable): string | null {
  const word = words[index];
  if (!word) return null;
  const { left, right } = neighbours(words, index);
  const fitting = table.variants(word.form).filter((other) => isPossibleSyllable(other));
  const best = fitting.map((other) => ({ other, score: Math.max(left ? table.pairCount(left, other) : 0, right ? table.pairCount(other, right) : 0) }))
    .reduce<{ other: string; score: number } | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  if (best && best.score > 0) return best.other;
  const glued = splitSyllables(word.form, 2);
  return glued && glued.every((part) => table.count(part) >= 24) ? glued.join(' ') : null;
}

function likelyByPair(words: readonly Word[], index: number, table: SyllableTable): string | null {
  const word = words[index];
  if (!word || word.text.length < 2) return null;
  const { left, right } = neighbours(words, index);
  if (left === null && right === null) return null;
  const suitsLeft = left !== null && table.pairCount(left, word.form) > 0, suitsRight = right !== null && table.pairCount(word.form, right) > 0;
  if ((left === null || suitsLeft) && (right === null || suitsRight)) return null;
  if (word.form.includes('/') || !isOfOneCase(word, words, index)) return null;
  const variants = table.variants(word.form);
  if (!variants.length) return null;
  if (suitsLeft && left !== null && liftOf(left, word.form, table) > MAX_PRINTED_LIFT) return null;
  if (suitsRight && right !== null && liftOf(word.form, right, table) > MAX_PRINTED_LIFT) return null;
  let best: { likely: string; bond: number } | null = null;
  for (const likely of variants) {
    if (!isPossibleSyllable(likely)) continue;
    const before = left === null ? null : pairBond(left, likely, table), after = right === null ? null : pairBond(likely, right, table);
    const bond = suitsLeft ? strongBond(after, before) : suitsRight ? strongBond(before, after) : bondOf(before, after) || rareBond(before, after, table.count(word.form));
    if (bond > 0 && (!best || bond > best.bond)) best = { likely, bond };
  }
  return best?.likely ?? null;
}

interface Bond { readonly count: number; readonly bond: number; readonly share: number }

/** How firmly a word belongs between its neighbours, neither of which the printed word suits; 0 when not firmly enough. */
function bondOf(before: Bond | null, after: Bond | null): number {
  if (before && after) {
    if (Math.min(before.count, after.count) < MIN_WEAK) return 0;
    const bond = Math.max(before.bond, after.bond);
    return bond >= MIN_BOND ? bond : 0;
  }
  const lone = before ?? after;
  if (!lone || lone.count < MIN_LONE_COUNT) return 0;
  return lone.bond >= MIN_LONE_BOND || lone.share >= MIN_LONE_SHARE ? Math.max(lone.bond, lone.share / 8) : 0;
}

/** The printed word suits one neighbour but not the other, where another word nearly always stands. */
function strongBond(unsuited: Bond | null, suited: Bond | null): number {
  return unsuited && suited && suited.count > 0 && unsuited.count >= MIN_LONE_COUNT && unsuited.bond >= STRONG_BOND ? unsuited.bond : 0;
}

/** The printed word hardly exists, or not at all, and the likely one is at home beside one neighbour: `phòng ngùa tai nạn`, `nghiem cấm`. */
function rareBond(before: Bond | null, after: Bond | null, printedCount: number): number {
  const isUnknown = printedCount === 0;
  const sides = [before, after].filter((side) => side !== null && side.count >= (isUnknown ? MIN_WEAK : MIN_LONE_COUNT) && side.bond >= (isUnknown ? MIN_BOND : STRONG_BOND) && side.count > printedCount * RARE);
  return Math.max(0, ...sides.map((side) => side?.bond ?? 0));
}

/** How many times oftener than by chance `b` follows `a`. */
function liftOf(a: string, b: string, table: SyllableTable): number {
  return (table.pairCount(a, b) * table.total) / Math.max(1, table.count(a) * table.count(b));
}

function pairBond(a: string, b: string, table: SyllableTable): Bond {
  const count = table.pairCount(a, b);
  const inA = count / Math.max(1, table.count(a)), inB = count / Math.max(1, table.count(b));
  return { count, bond: Math.sqrt(inA * inB), share: Math.max(inA, inB) };
}

/** Words beside it in the same phrase; a neighbour the table does not know says nothing. */
function neighbours(words: readonly Word[], index: number): { left: string | null; right: string | null } {
  const left = words[index]?.joined ? words[index - 1]?.form ?? null : null;
  const right = words[index + 1]?.joined ? words[index + 1]?.form ?? null : null;
  return { left, right };
}

/**
 * Names of people and places are free: a capital inside a sentence, or a word beside a capitalised one, is left to the rule
 * on names. Capital letters throughout are headings and count when the neighbours are set alike.
 */
function isOfOneCase(word: Word, words: readonly Word[], index: number): boolean {
  if (/^\p{Ll}/u.test(word.text)) return true;
  const beside = [word.joined ? words[index - 1] : undefined, words[index + 1]?.joined ? words[index + 1] : undefined].filter((other) => other !== undefined);
  if (word.text === word.text.toUpperCase()) return beside.length === 2 && beside.every((other) => other.text === other.text.toUpperCase() && other.text.length > 1);
  return !word.joined && beside.every((other) => /^\p{Ll}/u.test(other.text));
}
