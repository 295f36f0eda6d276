/**
 * Places of organs: level words (tỉnh, xã ...), provinces before and after 1/7/2025, and what a relative name
 * (`Tỉnh ủy`, `UBND xã`) can lean on.
 *
 * @source Nghị quyết 202/2025/QH15 (34 provinces from 1/7/2025); domain guide sections 3.1, 3.4.
 */
import { comparePartialDates } from './partial-date.ts';
import type { ProvinceRow, Registry } from './registry.ts';
import { foldVietnamese, slugify } from './vietnamese.ts';
import { cleanOrganName, isOneEditApart, readNameWords, type NameWord } from './issuer-words.ts';

export type OrganLevel = 'central' | 'province' | 'district' | 'commune' | 'grassroots';
export type PlaceKind = 'tỉnh' | 'thành phố' | 'huyện' | 'quận' | 'thị xã' | 'xã' | 'phường' | 'thị trấn' | 'đặc khu';

/** A place: `{ kind: 'xã', name: 'Ea Knốp', level: 'commune' }`; `kind` and `level` are `null` when the paper does not say. */
export interface Place {
  readonly kind: PlaceKind | null;
  readonly name: string;
  readonly level: OrganLevel | null;
}

const KINDS: readonly (readonly [readonly string[], PlaceKind, OrganLevel])[] = [
  [['thanh', 'pho'], 'thành phố', 'province'], [['thi', 'xa'], 'thị xã', 'district'], [['thi', 'tran'], 'thị trấn', 'commune'], [['dac', 'khu'], 'đặc khu', 'commune'],
  [['tinh'], 'tỉnh', 'province'], [['huyen'], 'huyện', 'district'], [['quan'], 'quận', 'district'], [['xa'], 'xã', 'commune'], [['phuong'], 'phường', 'commune'],
];
const LEVEL_OF = new Map(KINDS.map(([, kind, level]) => [kind, level]));
/** Folded words that are a level word in one spelling only: `xã` is a commune, `xa` is far; `tỉnh` is not `tính`. */
const KIND_SPELLINGS = /^(?:thành|phố|thị|xã|trấn|đặc|khu|tỉnh|huyện|quận|phường|tinh|xa)$/u;

/** Other names of provinces: folded spelling -> registry name. Thừa Thiên Huế became the city of Huế on 1/1/2025. */
const PROVINCE_ALIASES = new Map([['thua thien hue', 'Huế'], ['sai gon', 'Hồ Chí Minh'], ['hcm', 'Hồ Chí Minh'], ['tphcm', 'Hồ Chí Minh'], ['dac lac', 'Đắk Lắk'],
  ['dak lac', 'Đắk Lắk'], ['daklak', 'Đắk Lắk'], ['dac lak', 'Đắk Lắk'], ['dac nong', 'Đắk Nông'], ['daknong', 'Đắk Nông'], ['ba ria vung tau', 'Bà Rịa - Vũng Tàu'], ['brvt', 'Bà Rịa - Vũng Tàu'], ['bac can', 'Bắc Kạn']]);

/** Day on which the merged provinces began to act, and districts ended. @source Nghị quyết 202/2025/QH15; Luật số 72/2025/QH15 */
export const MERGER_DATE = '2025-07-01';

export interface PlaceReader {
  /** Province of a spelling, accents and one misread letter forgiven (`Hung Yên`); `null` when it is none. */
  readonly findProvince: (name: string) => ProvinceRow | null;
  /** Reads a place line or part of a name: `Huyện DMC`, `xã Ea Knốp, tỉnh Đắk Lắk`, `Hưng Yên`. Smallest unit first. */
  readonly readPlaces: (text: string) => Place[];
  /** Reads places from word `from` on; `end` is the index after the last word used. */
  readonly readPlacesAt: (clean: string, words: readonly NameWord[], from: number, date: string | null) => { places: Place[]; end: number };
  /** Level word at a word of the name, or `null`. */
  readonly readKind: (clean: string, words: readonly NameWord[], at: number) => { kind: PlaceKind; level: OrganLevel; end: number } | null;
}

/** Makes the reader of places for a registry. */
export function createPlaceReader(registry: Registry): PlaceReader {
  const provinces = new Map<string, ProvinceRow>();
  for (const row of registry.provinces) {
    const fold = foldName(row.oldName);
    if (!provinces.has(fold)) provinces.set(fold, row);
  }
  const shortPlaces = new Map(registry.abbreviations.filter((row) => row.category === 'place' && !row.ambiguous && /^\p{Lu}/u.test(row.fullForm))
    .filter((row) => / (?:former|huyện|tỉnh|district|province)/u.test(` ${row.gloss}`)).map((row) => [row.abbreviation, row.fullForm]));

  const findProvince = (name: string): ProvinceRow | null => {
    const fold = foldName(name.replace(/^(?:tỉnh|thành phố|tp\.?)\s+/iu, ''));
    const exact = provinces.get(fold) ?? provinces.get(foldName(PROVINCE_ALIASES.get(fold) ?? ''));
    if (exact) return exact;
    if (fold.length < 6 || !fold.includes(' ')) return null;
    const near = [...provinces].filter(([known]) => isOneEditApart(fold, known));
    return near.length === 1 ? near[0]?.[1] ?? null : null;
  };

  const readKind: PlaceReader['readKind'] = (clean, words, at) => {
    for (const [pattern, kind, level] of KINDS) {
      if (!pattern.every((word, index) => words[at + index]?.fold === word)) continue;
      const first = words[at], last = words[at + pattern.length - 1];
      if (!first || !last) continue;
      const printed = clean.slice(first.start, last.end).toLowerCase();
      if (printed !== 'tp' && printed !== 'tx' && !printed.split(/\s+/u).every((word) => KIND_SPELLINGS.test(word))) continue;
      return { kind, level, end: at + pattern.length };
    }
    return null;
  };

  /** A city of the centre, or (until 30/6/2025) a city inside a province: only the registry tells. */
  const cityLevel = (name: string, date: string | null): OrganLevel => {
    const row = findProvince(name);
    if (!row) return 'district';
    if (row.oldKind === 'thành phố') return 'province';
    return date !== null && comparePartialDates(date, MERGER_DATE) < 0 ? 'district' : 'province';
  };

  const readPlacesAt: PlaceReader['readPlacesAt'] = (clean, words, from, date) => {
    const places: Place[] = [];
    let at = from;
    while (at < words.length) {
      const head = readKind(clean, words, at);
      if (!head) break;
      const end = nameEnd(clean, words, head.end, readKind);
      const first = words[head.end], last = words[end - 1];
      const printed = first && last && end > head.end ? clean.slice(first.start, last.end) : '';
      const name = shortPlaces.get(printed) ?? placeName(printed);
      const level = head.kind === 'thành phố' && name ? cityLevel(name, date) : head.level;
      places.push({ kind: head.kind, name: level === 'province' && name ? findProvince(name)?.oldName ?? name : name, level });
      at = end;
      if (!name) break;
    }
    return { places, end: at };
  };

  const readPlaces = (text: string): Place[] => {
    const clean = cleanOrganName(text);
    const words = readNameWords(clean);
    for (let at = 0; at < words.length; at++) {
      if (!readKind(clean, words, at)) continue;
      const places = readPlacesAt(clean, words, at, null).places.filter((place) => place.name);
      if (places.length) return places;
    }
    const province = findProvince(clean);
    if (province) return [{ kind: province.newKind, name: province.oldName, level: 'province' }];
    const expanded = shortPlaces.get(clean);
    return clean && clean.length < 40 && /^\p{Lu}/u.test(clean) ? [{ kind: null, name: expanded ?? placeName(clean), level: null }] : [];
  };

  return { findProvince, readPlaces, readPlacesAt, readKind };
}

/** Level of a level word: `xã` -> `commune`. `thành phố` counts as a province. */
export function levelOfKind(kind: PlaceKind): OrganLevel {
  return LEVEL_OF.get(kind) ?? 'commune';
}

/** Folded level word for an id: `thi-xa`. */
export function kindSlug(kind: PlaceKind): string {
  return slugify(kind);
}

/**
 * Ending of an id that tells a merged province's organ from the one before: `-cu` before 1/7/2025 when the name lived on.
 * A province that lost its name needs none.
 */
export function mergerSuffix(row: ProvinceRow | null, date: string | null): '' | '-cu' {
  if (!row?.merged || row.oldName !== row.newName || date === null) return '';
  return comparePartialDates(date, MERGER_DATE) < 0 ? '-cu' : '';
}

/** A name runs over capitalised words; a comma, a level word or a lower-case word ends it. */
function nameEnd(clean: string, words: readonly NameWord[], from: number, readKind: PlaceReader['readKind']): number {
  const isUpper = clean === clean.toUpperCase();
  let end = from;
  while (end < words.length && end - from < 6) {
    const word = words[end];
    if (!word || (end > from && (words[end - 1]?.stop || (readKind(clean, words, end) && !isPartOfName(clean, words, end))))) break;
    if (!isUpper && !/^[\p{Lu}\d]/u.test(clean.slice(word.start, word.end))) break;
    // A title that leaked in: `tỉnh Quảng Bình Ban hành …`.
    if (end > from && /^(?:ban hanh|quy dinh|sua doi|cong bo|phe duyet|huong dan|ve viec)$/u.test(`${word.fold} ${words[end + 1]?.fold ?? ''}`)) break;
    end++;
  }
  return end;
}

/** `xã Quận Lân`: a capitalised level word right before the end of the name belongs to the name. */
function isPartOfName(clean: string, words: readonly NameWord[], at: number): boolean {
  const word = words[at];
  return clean !== clean.toUpperCase() && word !== undefined && /^\p{Lu}/u.test(clean.slice(word.start, word.end)) && words[at + 1] === undefined;
}

/** Capitals set as in running text: `EA KNỐP` -> `Ea Knốp`. */
function placeName(printed: string): string {
  if (printed !== printed.toUpperCase() || printed.length < 4 || !printed.includes(' ') && printed.length < 5) return printed;
  return printed.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

function foldName(name: string): string {
  return foldVietnamese(name).replace(/[^a-z0-9]+/gu, ' ').trim();
}
