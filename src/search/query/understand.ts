/**
 * Understands what a person typed: numbers, dates, keystrokes left raw, abbreviations, places, quoted phrases, words to leave
 * out, `loai:` `nam:` `co-quan:` filters. Pure; never throws, whatever is typed.
 */
import { foldVietnamese } from '../../domain/vietnamese.ts';
import { searchStrings } from '../strings.ts';
import { printDate } from '../text/calendar.ts';
import { foldTerm, hasMarks, normalizeForSearch, readSyllables, syllablesOf, termOf } from '../text/syllables.ts';
import { EMPTY_VOCABULARY, type Vocabulary } from '../vocabulary.ts';
import { createAlternatives, type Alternative } from './alternatives.ts';
import { findDates, findQuarters } from './dates.ts';
import { findNumberQueries } from './number-query.ts';
import type { Plan, PlanFilters, PlanPhrase, PlanWord, Reading, ReadingKind } from './plan.ts';
import { decodeKeystrokes, decodeVni } from './telex.ts';
import { termsOfRun, type MatchMode, type QueryTerm, type TermGroup } from './terms.ts';

export interface UnderstandOptions {
  /** Readings that the reader has undone. */
  readonly undone?: ReadonlySet<ReadingKind>;
}

/** Tells whether a term stands in the corpus with these marks. */
export type KnowsTerm = (term: string) => boolean;

/** Longest query that is looked at; the rest of a pasted page adds nothing. */
const MAX_QUERY = 600;

/**
 * @param knows without it every syllable that could be Vietnamese counts as known
 * @returns a function that understands queries with this vocabulary; make it once
 */
export function createUnderstanding(vocabulary: Vocabulary = EMPTY_VOCABULARY, knows: KnowsTerm = () => true): (query: string, options?: UnderstandOptions) => Plan {
  const findAlternatives = createAlternatives(vocabulary);
  return (query, options = {}) => {
    const undone = options.undone ?? new Set<ReadingKind>();
    const readings: Reading[] = [];
    const text = query.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, MAX_QUERY).trim();
    const operators = takeOperators(text, vocabulary, undone, readings);
    const marked = hasMarks(operators.rest);
    const excluded = operators.excluded.map((part) => toPhrase(part, hasMarks(part)));
    const phrases = operators.phrases.map((part) => toPhrase(part, hasMarks(part))).filter((phrase) => phrase.words.length > 0);
    for (const phrase of phrases) readings.push({ kind: 'cum', text: searchStrings.readings.phrase(phrase.text) });
    for (const phrase of excluded) readings.push({ kind: 'tru', text: searchStrings.readings.excluded(phrase.text) });

    const dates = undone.has('ngay') ? [] : findDates(operators.rest).filter((found) => undone.has('so') || !isNumberWithYear(operators.rest, found, vocabulary));
    for (const { date } of dates) readings.push({ kind: 'ngay', text: printReading(date) });
    const quarters = undone.has('ngay') ? [] : findQuarters(operators.rest);
    for (const { start, end } of quarters) readings.push({ kind: 'ngay', text: operators.rest.slice(start, end) });
    const withoutDates = blank(operators.rest, [...dates, ...quarters]);
    let numbers = undone.has('so') || (!undone.has('telex') && isVni(withoutDates)) ? [] : findNumberQueries(withoutDates, vocabulary);
    let running = decode(blank(withoutDates, numbers), { marked, undone, knows }, readings);
    if (numbers.length === 0 && running !== withoutDates && !undone.has('so')) {
      // "nghij quyeets 57" shows its number only once decoded.
      numbers = findNumberQueries(running, vocabulary);
      running = blank(running, numbers);
    }
    const tokens = readSyllables(running);
    const words = tokens.map((token) => toWord(token.form, marked || hasMarks(running)));
    const alternatives = findAlternatives(words, tokens.map((token) => running.slice(token.start, token.end)))
      .filter((alternative) => !undone.has(alternative.kind));
    for (const { reading } of alternatives) if (reading) readings.push(reading);
    return {
      query: text,
      words,
      groups: toGroups(words, alternatives),
      said: new Set(alternatives.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset))),
      phrases,
      excluded: excluded.filter((phrase) => phrase.words.length > 0),
      filters: operators.filters,
      numbers,
      dates: [...dates.map(({ date }) => date), ...quarters.flatMap(({ months }) => months)],
      year: yearAmong(words),
      readings,
      unfinished: words.length > 0 && /[\p{L}\p{N}]$/u.test(query),
    };
  };
}

/** "thông tư 02/2026", "số 02/2026": behind a type this is a number with its year, not a month. */
function isNumberWithYear(text: string, found: { readonly date: string; readonly start: number }, vocabulary: Vocabulary): boolean {
  if (found.date.length > 7 || !/^\d/u.test(text.slice(found.start))) return false;
  const typed = text.slice(0, found.start);
  const befores = [typed, decodeKeystrokes(syllablesOf(typed))?.join(' ') ?? ''].map((before) => foldVietnamese(before).trimEnd().replace(/\s+so$/u, ''));
  return vocabulary.types.some(([code, name, variations]) => [code, name, ...variations].some((form) => {
    const folded = foldVietnamese(form);
    return befores.some((before) => before === folded || before.endsWith(` ${folded}`));
  }));
}

/** More words than these ask for what a text says, not for when it was issued. */
const FEW_WORDS = 7;

/** The one year among a few words; of a span ("2021 - 2025") none. */
function yearAmong(words: readonly PlanWord[]): number | null {
  const years = words.filter(({ form }) => /^(?:19|20)\d\d$/u.test(form));
  return years.length === 1 && words.length <= FEW_WORDS ? Number(years[0]?.form) : null;
}

interface Operators {
  readonly rest: string;
  readonly phrases: string[];
  readonly excluded: string[];
  readonly filters: PlanFilters;
}

const OPERATOR = /(?<=^|\s)(loại|loai|năm|nam|cơ[- ]?quan|co[- ]?quan|có|co):\s?("[^"]*"|[^\s"]+)/giu;

/** Takes `loai:cv`, `nam:2025`, `co-quan:"hưng yên"`, `có:toàn-văn`, "phrases" and -words out of the query. */
function takeOperators(text: string, vocabulary: Vocabulary, undone: ReadonlySet<ReadingKind>, readings: Reading[]): Operators {
  const types: string[] = [];
  const years: number[] = [];
  const issuers: string[] = [];
  let held: boolean | null = null;
  // Phones set other dashes than a keyboard; OR and AND are habits from elsewhere: words are joined by "or" here anyway.
  const plain = text.replace(/[“”„«»″]/gu, '"').replace(/(?<=^|\s)[−–—](?=["\p{L}])/gu, '-').replace(/(?<=\s)(?:OR|AND)(?=\s)/gu, ' ');
  let rest = plain.replace(OPERATOR, (whole, name: string, quoted: string) => {
    const value = quoted.replace(/"/gu, '').replace(/_/gu, ' ').trim();
    const key = foldVietnamese(name).replace(/[- ]/gu, '');
    if (key === 'loai' && !undone.has('loai')) {
      const code = findType(value, vocabulary);
      if (code.length === 0) return whole;
      types.push(...code);
      readings.push({ kind: 'loai', text: searchStrings.readings.type(vocabulary.types.find(([known]) => known === code[0])?.[1] ?? value) });
    } else if (key === 'nam' && !undone.has('nam') && yearsOf(value).length > 0) {
      years.push(...yearsOf(value));
      readings.push({ kind: 'nam', text: searchStrings.readings.year(value) });
    } else if (key === 'coquan' && !undone.has('co-quan') && value !== '') {
      issuers.push(syllablesOf(value.replace(/-/gu, ' ')).map((form) => foldTerm(termOf(form))).join(' '));
      readings.push({ kind: 'co-quan', text: searchStrings.readings.issuer(value) });
    } else if (key === 'co' && !undone.has('trang-thai') && /^(?:toan van|vien dan)$/u.test(foldVietnamese(value).replace(/-/gu, ' '))) {
      held = foldVietnamese(value).startsWith('toan');
      readings.push({ kind: 'trang-thai', text: held ? searchStrings.readings.held : searchStrings.readings.cited });
    } else return whole;
    return ' ';
  });
  const excluded: string[] = [];
  if (!undone.has('tru')) {
    rest = rest.replace(/(?<=^|[^\d\s]\s+|\d\s{2,})-("[^"]+"|\p{L}[^\s"]*)/gu, (_, part: string) => {
      excluded.push(part.replace(/"/gu, '').trim());
      return ' ';
    });
  }
  const phrases: string[] = [];
  if (!undone.has('cum')) {
    rest = rest.replace(/"([^"]+)"/gu, (_, part: string) => {
      if (isNumberAlone(part.trim(), vocabulary) && !undone.has('so')) return ` ${part.trim()} `;
      if (part.trim() !== '') phrases.push(part.trim());
      return ' ';
    });
  }
  return { rest, phrases, excluded, filters: { types, years, issuers, held } };
}

/** A quoted `57-NQ/TW` is a number like any other: quotation marks cannot make it more exact. */
function isNumberAlone(text: string, vocabulary: Vocabulary): boolean {
  const [number, ...others] = findNumberQueries(text, vocabulary);
  return number !== undefined && others.length === 0 && number.text === text && number.symbols.length > 0;
}

/** Years of `2025`, `2024,2026`, `2024-2026`; none when it is something else. */
function yearsOf(value: string): number[] {
  const [, from, to] = /^(\d{4})\s?[-–]\s?(\d{4})$/u.exec(value) ?? [];
  if (from && to) return Array.from({ length: Math.max(0, Math.min(100, Number(to) - Number(from) + 1)) }, (_, index) => Number(from) + index);
  return /^\d{4}(?:[,;]\d{4})*$/u.test(value) ? value.split(/[,;]/u).map(Number) : [];
}

/** Codes of a type given as code or name: `cv`, `công văn`, `cong-van`. */
export function findType(value: string, vocabulary: Vocabulary): string[] {
  const wanted = foldVietnamese(value).replace(/[^a-z0-9]+/gu, '');
  const matching = vocabulary.types.filter(([code, name, variations]) => [code, name, ...variations].some((form) => foldVietnamese(form).replace(/[^a-z0-9]+/gu, '') === wanted));
  return [...new Set(matching.map(([code]) => code))];
}

/** Blanks out parts, keeping every place. */
function blank(text: string, parts: readonly { readonly start: number; readonly end: number }[]): string {
  let result = text;
  for (const { start, end } of parts) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}

/** "vi5 co1 lie6n quan va2": digits inside and behind words are keys, not numbers, when they make words of all. */
function isVni(text: string): boolean {
  const words = syllablesOf(text);
  const keyed = words.filter((word) => /[a-z]\d/u.test(word));
  return keyed.length > 1 && !/[-/]/u.test(text) && keyed.every((word) => decodeVni(word) !== null) && decodeKeystrokes(words) !== null;
}

function decode(text: string, { marked, undone, knows }: { marked: boolean; undone: ReadonlySet<ReadingKind>; knows: KnowsTerm }, readings: Reading[]): string {
  if (undone.has('telex')) return text;
  const tokens = readSyllables(text);
  // With marks in the query the phone does set accents; only words that are no syllable at all may be raw then.
  const candidates = tokens.map((token) => token.form);
  if (tokens.some((token) => isCapitals(text.slice(token.start, token.end)))) return text;
  const decoded = marked ? decodeMixed(candidates, knows) : decodeKeystrokes(candidates);
  if (!decoded) return text;
  readings.push({ kind: 'telex', text: searchStrings.readings.keys(decoded.join(' ')) });
  return decoded.join(' ') + (/\s$/u.test(text) ? ' ' : '');
}

/** `TW`, `CTr`: an abbreviation, not keystrokes. */
function isCapitals(word: string): boolean {
  return word.length > 1 && /\p{L}/u.test(word) && /^\p{Lu}[\p{Lu}\d]/u.test(word) && word.length <= 4;
}

/** Words with marks as they stand, the others decoded: `nghi quyêts` needs its last key only; `turng` is a slip for "trung", not "tủng". */
function decodeMixed(words: readonly string[], knows: KnowsTerm): string[] | null {
  let changed = false;
  const result = words.map((word) => {
    if (hasMarks(word) && !/[sfrxj]$/u.test(word)) return word;
    const decoded = hasMarks(word) ? decodeTail(word) : (decodeKeystrokes([word])?.[0] ?? word);
    if (decoded === word || !knows(termOf(decoded))) return word;
    changed = true;
    return decoded;
  });
  return changed ? result : null;
}

const TAIL_TONES: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };

/** `quyêts` -> `quyết`: hat set, tone key left at the end. */
function decodeTail(word: string): string {
  const match = /^(.*[ăâêôơư])([a-z]*)([sfrxj])$/u.exec(word);
  if (!match) return word;
  return ((match[1] ?? '') + (TAIL_TONES[match[3] ?? ''] ?? '') + (match[2] ?? '')).normalize('NFC');
}

function toWord(form: string, marked: boolean): PlanWord {
  const term = termOf(form);
  const match: MatchMode = hasMarks(form) ? 'exact' : marked ? 'either' : 'loose';
  return { form, term, match };
}

function toPhrase(text: string, marked: boolean): PlanPhrase {
  return { text, words: syllablesOf(text).map((form) => ({ ...toWord(form, marked), match: marked ? ('exact' as const) : ('loose' as const) })) };
}

function toGroups(words: readonly PlanWord[], alternatives: readonly Alternative[]): TermGroup[] {
  const groups: TermGroup[] = [];
  const plain: QueryTerm[] = [];
  let index = 0;
  // In a few words the compound is the question; in a long one the many pairs find the place by their number.
  const pairWeight = words.length <= 4 ? 2.5 : words.length <= 7 ? 1.5 : 1.2;
  const addPlain = (from: number, to: number): void => {
    plain.push(...termsOfRun(words.slice(from, to), pairWeight));
  };
  for (const alternative of alternatives) {
    addPlain(index, alternative.from);
    const own = words.slice(alternative.from, alternative.to);
    const others = alternative.others.filter((other) => other.forms.length > 0);
    const ownTerms = termsOfRun(own, pairWeight);
    // The halves of "KH&CN" alone are something else: "KH" is a plan.
    const isShort = alternative.kind === 'viet-tat' && alternative.reading !== null && own.length > 1;
    groups.push({
      alternatives: [
        { terms: isShort ? ownTerms.filter(({ key }) => key.includes(' ')) : ownTerms, weight: 1 },
        ...others.map((other) => ({ terms: termsOfRun(other.forms.map((form) => toWord(form, true)), pairWeight), weight: other.weight })),
      ],
    });
    for (const seam of [alternative.from, alternative.to]) if (seam > 0 && seam < words.length) plain.push(...pairAt(words, seam, pairWeight));
    index = alternative.to;
  }
  addPlain(index, words.length);
  const unique = [...new Map(plain.map((term) => [term.key, term])).values()];
  return unique.length > 0 ? [{ alternatives: [{ terms: unique, weight: 1 }] }, ...groups] : groups;
}

function pairAt(words: readonly PlanWord[], seam: number, pairWeight: number): QueryTerm[] {
  return termsOfRun(words.slice(seam - 1, seam + 1), pairWeight).filter((term) => term.key.includes(' '));
}

function printReading(date: string): string {
  return date.length > 7 ? searchStrings.readings.date(printDate(date)) : printDate(date);
}

/** The text in the letters that are compared; for tests and the spelling help. */
export function normalizeQuery(query: string): string {
  return normalizeForSearch(query);
}
