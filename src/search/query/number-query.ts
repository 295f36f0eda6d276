/** Finds document numbers in what a person typed, in any shape. */
import { foldVietnamese } from '../../domain/vietnamese.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { replaceLookalikes } from '../../domain/lookalikes.ts';
import { readSerial, splitYearOff } from './numbers.ts';

export interface NumberQuery {
  /** Digits without leading zeros, maybe with a letter (`17a`); `null` when only a symbol was typed (`/UBND-VHXH`). */
  readonly serial: string | null;
  /** Folded parts of the symbol in the order typed: `["nq", "tw"]`. */
  readonly symbols: readonly string[];
  /** Codes of the document type named in words ("nghị quyết 57" -> `["NQ"]`); empty when none. */
  readonly types: readonly string[];
  readonly year: number | null;
  /** As typed, for "Hiểu là: số ...". */
  readonly text: string;
  /** Place in the query, UTF-16. */
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the token before and this one. */
  readonly gap: string;
}

/** Words before a number that make it something else than a document. */
const NOT_BEFORE = new Set(['dieu', 'khoan', 'muc', 'diem', 'chuong', 'phan', 'nam', 'thang', 'ngay', 'quy', 'trang', 'lop', 'khoa', 'lan', 'hang', 'tren', 'duoi', 'hon', 'tu', 'den', 'it', 'nhat', 'ky']);
/** Words after a number that make it an amount. */
const NOT_AFTER = new Set(['nam', 'thang', 'ngay', 'nguoi', 'trieu', 'ty', 'ti', 'dong', 'tuoi', 'gio', 'chi', 'buoc', 'lan', 'dieu', 'khoan', 'muc', 'phan', 'don', 'xa', 'tinh', 'thon', 'mo', 'nhiem', 'nhom', 'noi', 'tieu', 'giai', 'doan', 'luat']);

/**
 * @param query NFC text
 * @param vocabulary types and symbols that may stand beside a number
 * @returns the numbers meant, none overlapping
 */
export function findNumberQueries(query: string, vocabulary: Vocabulary): NumberQuery[] {
  const reader = createTokenReader(query, vocabulary);
  const found: NumberQuery[] = [];
  for (let index = 0; index < reader.tokens.length; index++) {
    const number = readAt(reader, index);
    if (number && !found.some((other) => number.start < other.end && number.end > other.start)) found.push(number);
  }
  return found.length > 0 ? found : readBareSymbol(reader);
}

interface TokenReader {
  readonly query: string;
  readonly tokens: readonly Token[];
  readonly symbols: ReadonlySet<string>;
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Folded type names as token lists, longest first. */
  readonly names: readonly { readonly words: readonly string[]; readonly code: string }[];
}

function createTokenReader(query: string, vocabulary: Vocabulary): TokenReader {
  const codes = new Map<string, string[]>();
  const names: { words: string[]; code: string }[] = [];
  for (const [code, name, variations] of vocabulary.types) {
    const folded = foldVietnamese(code).replace(/[^a-z0-9]/gu, '');
    codes.set(folded, [...(codes.get(folded) ?? []), code]);
    for (const form of [name, ...variations]) names.push({ words: foldVietnamese(form).split(/[^a-z0-9]+/u).filter(Boolean), code });
  }
  names.sort((a, b) => b.words.length - a.words.length);
  const symbols = new Set([...vocabulary.symbols, ...codes.keys()]);
  for (const [abbreviation] of vocabulary.abbreviations) for (const part of foldVietnamese(abbreviation).split(/[^a-z0-9]+/u)) if (part.length > 1) symbols.add(part);
  return { query, tokens: splitTokens(replaceLookalikes(foldVietnamese(query)), symbols), symbols, codes, names };
}

/** `QH15`, `UBTVQH14`. */
const ASSEMBLY = /^(?:ubtv)?qh\d\d$/u;
/** A blank before or after a mark is a slip; `?` is what a reader puts for a letter that nobody can read. */
const TIGHT = /^(?:\s?[-/–&._]\s?|\?|)$/u;

/** Runs of letters or digits; `310cv`, `nq57` fall apart where the letters are a known symbol. */
function splitTokens(folded: string, symbols: ReadonlySet<string>): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of folded.matchAll(/[a-z0-9|]+/gu)) {
    let start = match.index;
    const gap = folded.slice(last, start);
    // `QH15`, `UBTVQH14` behind a mark are one part of a number.
    const whole = symbols.has(match[0]) || (/[-/]\s*$/u.test(gap) && /^[a-z]+\d{1,2}$/u.test(match[0]));
    (whole ? [match[0]] : splitGlued(match[0], symbols)).forEach((text, index) => {
      tokens.push({ text, start, end: start + text.length, gap: index === 0 ? gap : '' });
      start += text.length;
    });
    last = start;
  }
  return tokens;
}

/** Where digits and a symbol were run together; `364aqd` has a letter after its serial, `792024tt` a year. */
const GLUED = [/^(\d{1,9})([a-z][a-z0-9]+)$/u, /^(\d{1,4}[a-h])([a-z][a-z0-9]+)$/u, /^([a-z]{2,})(\d{1,5})$/u];

function splitGlued(text: string, symbols: ReadonlySet<string>): string[] {
  for (const shape of GLUED) {
    const [, start = '', end = ''] = shape.exec(text) ?? [];
    if (isSymbolText(/^\d/u.test(text) ? end : start, symbols)) return [start, end];
  }
  return [text];
}

/** `nq`, also symbols run together: `nqtw`, `ttltbgddtbnv`; `qh15` has the term of the assembly in it. */
function isSymbolText(text: string, symbols: ReadonlySet<string>): boolean {
  if (symbols.has(text) || ASSEMBLY.test(text)) return true;
  // The last part may be one letter: `VPCP-V`.
  for (let cut = 2; cut < text.length; cut++) if (symbols.has(text.slice(0, cut)) && (cut === text.length - 1 || isSymbolText(text.slice(cut), symbols))) return true;
  return false;
}

function readAt(reader: TokenReader, index: number): NumberQuery | null {
  const { tokens } = reader;
  const token = tokens[index];
  if (!token) return null;
  const next = tokens[index + 1];
  const joined = next !== undefined && /[-/–]/u.test(next.gap);
  const run = token.text.length > 5 ? splitYearOff(token.text) : null;
  const serial = run?.serial ?? readLoneOne(reader, index) ?? (/^\d{1,5}$/u.test(token.text) || joined ? readSerial(token.text) : /^\d{1,4}[a-z]$/u.test(token.text) ? token.text.replace(/^0+/u, '') : null);
  if (serial === null) return null;
  const left = readBefore(reader, index);
  const right = readTrailingYear(reader, readSymbols(reader, index + 1, run?.year ?? null), left.types.length > 0);
  if (run !== null && right.symbols.length === 0) return null;
  const before = tokens[left.from - 1]?.text ?? '';
  const yearLike = /^(?:19|20)\d\d$/u.test(token.text);
  const named = left.types.length > 0 || left.symbols.length > 0 || left.hasNumberWord;
  if (right.symbols.length === 0) {
    const after = tokens[index + 1]?.text ?? '';
    const whole = tokens.length === 1 && /^\d{1,5}$/u.test(token.text);
    if (!(named || whole) || yearLike || (right.year === null && NOT_AFTER.has(after)) || /^\s*%/u.test(reader.query.slice(token.end))) return null;
    if (left.types.length === 0 && left.symbols.length === 0 && NOT_BEFORE.has(before)) return null;
    if (left.hasNumberWord && left.types.length === 0 && left.symbols.length === 0 && before !== '') {
      // "chuyển đổi số 57": the word before "số" belongs to it, unless a type was named: "Nghị quyết của Bộ Chính trị số 57".
      left.types.push(...typesNamedBefore(reader, left.from));
      if (left.types.length === 0) return null;
    }
  } else if (!joined && next?.gap !== '' && yearLike && !named && right.symbols.length < 2 && right.to < tokens.length) return null;
  else if (!joined && !named && NOT_BEFORE.has(before) && right.symbols.length < 2) return null;
  const start = tokens[left.from]?.start ?? token.start;
  const end = tokens[right.to - 1]?.end ?? token.end;
  return { serial, symbols: [...new Set([...right.symbols, ...left.symbols])], types: left.types, year: right.year, text: reader.query.slice(start, end).trim(), start, end };
}

/** A scanned `1` that came out as a letter and stands alone: `l/2016/NĐ-CP`. */
function readLoneOne({ tokens, symbols }: TokenReader, index: number): string | null {
  const next = tokens[index + 1];
  if (!/^[il|]$/u.test(tokens[index]?.text ?? '') || !next || !/^\s?[-/–]\s?$/u.test(next.gap)) return null;
  return /^(?:19|20)\d\d$/u.test(next.text) || symbols.has(next.text) ? '1' : null;
}

/** @param knownYear of a serial that its year was run into, else `null` */
function readSymbols(reader: TokenReader, from: number, knownYear: number | null): { symbols: string[]; year: number | null; to: number } {
  const symbols: string[] = [];
  let year = knownYear;
  let index = from;
  for (; index < reader.tokens.length; index++) {
    const token = reader.tokens[index];
    if (!token) break;
    const tight = TIGHT.test(token.gap);
    if (symbols.length === 0 && year === null && /^(?:19|20)\d\d$/u.test(token.text) && (tight || isSymbolText(reader.tokens[index + 1]?.text ?? '', reader.symbols))) {
      year = Number(token.text);
      continue;
    }
    const follower = reader.tokens[index + 1];
    // "57 NO/TW": a misread part counts when a separator and a known symbol follow.
    const led = follower !== undefined && /^\s?[-/–]\s?$/u.test(follower.gap) && reader.symbols.has(follower.text) && token.text.length <= 4;
    const known = isSymbolText(token.text, reader.symbols) || led;
    // After a blank only what is surely a symbol continues the number; "57 tu" or "310 cv" do, "57 hoa" does not.
    if (tight ? !/^[a-z][a-z0-9]*$/u.test(token.text) : !known || !/^\s+$/u.test(token.gap) || isPlainWord(reader, index)) break;
    symbols.push(token.text);
  }
  return { symbols, year, to: index };
}

/** `44/KH-UBND năm 2025`, `44 KH 2025`, `thông tư 2 2026`: a year right behind belongs to the number. */
function readTrailingYear(reader: TokenReader, right: { symbols: string[]; year: number | null; to: number }, isNamed: boolean): { symbols: string[]; year: number | null; to: number } {
  const { tokens } = reader;
  const at = tokens[right.to]?.text === 'nam' ? right.to + 1 : right.to;
  const token = tokens[at];
  if (!token || !/^(?:19|20)\d\d$/u.test(token.text) || !/^[\s,]+$/u.test(token.gap) || (at === right.to && right.symbols.length === 0 && !isNamed)) return right;
  // "kế hoạch 5 năm 2021 - 2025" is a span of years.
  if (/^(?:19|20)\d\d$/u.test(tokens[at + 1]?.text ?? '')) return right;
  if (right.year !== null && right.year !== Number(token.text)) return right;
  return { ...right, year: Number(token.text), to: at + 1 };
}

/** Codes of the last type named before a place. */
function typesNamedBefore(reader: TokenReader, from: number): string[] {
  for (let end = from; end > Math.max(0, from - 8); end--) {
    for (const name of reader.names) {
      const words = reader.tokens.slice(Math.max(0, end - name.words.length), end).map((token) => token.text);
      if (words.join(' ') === name.words.join(' ')) return [name.code];
    }
  }
  return [];
}

/** Symbols that are common syllables too ("an", "cao", "tu" in running text) need a separator or an end beside them. */
function isPlainWord(reader: TokenReader, index: number): boolean {
  const typed = reader.query.slice(reader.tokens[index]?.start, reader.tokens[index]?.end);
  return foldVietnamese(typed) !== typed.toLowerCase() && !/[đĐ]/u.test(typed) && typed !== typed.toUpperCase();
}

function readBefore(reader: TokenReader, index: number): { symbols: string[]; types: string[]; hasNumberWord: boolean; from: number } {
  const { tokens, codes, symbols } = reader;
  let from = index;
  let hasNumberWord = false;
  const found: string[] = [];
  if (/^(?:so|sh)$/u.test(tokens[from - 1]?.text ?? '') && !/[-/]/u.test(tokens[from]?.gap ?? '')) {
    from--;
    hasNumberWord = true;
  }
  for (const name of reader.names) {
    const words = tokens.slice(Math.max(0, from - name.words.length), from).map((token) => token.text);
    if (words.length === name.words.length && words.every((word, at) => word === name.words[at])) {
      const same = reader.names.filter((other) => other.words.join(' ') === name.words.join(' ')).map((other) => other.code);
      return { symbols: [], types: [...new Set(same)], hasNumberWord, from: from - name.words.length };
    }
  }
  while (found.length < 2) {
    const token = tokens[from - 1];
    if (!token || !/^[\s\-/.]*$/u.test(tokens[from]?.gap ?? '')) break;
    if (!codes.has(token.text) && !(symbols.has(token.text) && token.text.length > 1) || isPlainWord(reader, from - 1)) break;
    found.unshift(token.text);
    from--;
  }
  return { symbols: found, types: [], hasNumberWord, from };
}

/** A symbol without serial, as in a letter whose number is blank: `/UBND-VHXH`, `LĐLĐ-CTCĐ`. */
function readBareSymbol(reader: TokenReader): NumberQuery[] {
  const { tokens, query } = reader;
  const joined = tokens.length >= 2 && tokens.length <= 4 && tokens.slice(1).every((token) => /^\s?[-/–]\s?$/u.test(token.gap));
  if (!joined || !tokens.every((token) => /^[a-z][a-z0-9]+$/u.test(token.text)) || !tokens.some((token) => reader.symbols.has(token.text))) return [];
  return [{ serial: null, symbols: tokens.map((token) => token.text), types: [], year: null, text: query.trim(), start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? query.length }];
}
