/**
 * Who issued a document: from the words on the paper (a name, a symbol, a place) to the id of one organ.
 *
 * An id is part of permanent addresses. It is built like this:
 * - an organ of `organs.json` has its own id: `bo-chinh-tri`, `thu-tuong`, `tldldvn`;
 * - an organ of a type has type + place: `ldld-hung-yen`, `tinh-uy-tay-ninh`. Types that stand at several levels under one
 *   name carry the level word (`ubnd-tinh-hung-yen`, `ubnd-xa-ea-knop`), others only below the province (`ldld-huyen-ea-kar`);
 * - what the type is about stands between: `truong-thpt-doc-binh-kieu`;
 * - a merged province whose name lived on has `-cu` before 1/7/2025: `ldld-hung-yen-cu`;
 * - anything else is the slug of its name.
 * Two communes of one name share an id: the papers rarely name the province. The caller sees `confidence`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 8, khoản 2, điểm b, c; domain guide section 3.
 */
import { mendNumber } from './document-number.ts';
import { comparePartialDates } from './partial-date.ts';
import type { OrganRow, OrganTypeRow, Registry, System } from './registry.ts';
import { foldVietnamese, slugify } from './vietnamese.ts';
import { createPlaceReader, kindSlug, mergerSuffix, type OrganLevel, type Place } from './issuer-place.ts';
import { cleanOrganName, matchWords, readNameWords, type NameWord } from './issuer-words.ts';

/** What the paper says about an issuer; everything is optional. */
export interface IssuerClue {
  /** Printed name: `Ban Thường vụ Tỉnh uỷ`, `UBND TỈNH HƯNG YÊN`. */
  readonly name?: string | null;
  /** Symbol or whole number: `LĐLĐ-CTCĐ`, `57-NQ/TW`. */
  readonly symbol?: string | null;
  /** Province or commune of the paper: `Hưng Yên`, `Ea Knốp`, `Huyện DMC`. */
  readonly place?: string | null;
  /** Province of the paper when known besides `place`. */
  readonly province?: string | null;
  /** Date of the document whose issuer is asked for: `2021-01-26`. */
  readonly date?: string | null;
  /** `date` is printed with the document itself, not only that of the paper that cites it. */
  readonly isOwnDate?: boolean;
  /** Issuer of the paper that holds the name; relative names lean on it. */
  readonly own?: { readonly id: string; readonly name: string; readonly place?: string | null } | null;
}

export interface IssuerIdentity {
  /** `ldld-hung-yen`. */
  readonly id: string;
  /** Full name of the organ, not of the body that acted for it: `Tỉnh ủy Tây Ninh`. */
  readonly name: string;
  readonly system: System;
  readonly level: OrganLevel;
  /** 1 is the highest authority. */
  readonly rank: number;
  /** The paper did not name the place. */
  readonly relative: boolean;
  /** `Tây Ninh`; `null` for central organs and when a relative name found nothing to lean on. */
  readonly resolvedPlace: string | null;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** Types under one name at several levels: their ids always carry the level word. */
const WITH_LEVEL_WORD = new Set(['ubnd', 'hdnd', 'mttq', 'du', 'cong-an', 'vp-ubnd']);
/** Types whose own name says the level. */
const NAME_SAYS_LEVEL = new Map<string, OrganLevel>([['tinh-uy', 'province'], ['thanh-uy', 'province'], ['huyen-uy', 'district'], ['quan-uy', 'district'], ['thi-uy', 'district']]);
/** Types that may stand at any level when no level word is printed: the paper's own unit is meant. */
const ANY_LEVEL = new Set(['ubnd', 'hdnd', 'mttq', 'du', 'vp-du', 'ubkt-du', 'bxdd-du', 'vp-ubnd', 'cong-an', 'bch-quan-su', 'doan-tn', 'hlhpn', 'hnd', 'hccb', 'ldld', 'tram-y-te', 'phong']);
/** Bodies and offices that act for an organ: the organ is what follows them. */
const ACTING = ['chu tich', 'pho chu tich', 'bo truong', 'thu truong', 'giam doc', 'pho giam doc', 'tong giam doc', 'cuc truong', 'pho cuc truong', 'tong cuc truong', 'thong doc', 'hieu truong',
  'bi thu', 'pho bi thu', 'chanh an', 'vien truong', 'chanh van phong', 'truong ban', 'pho truong ban', 'chanh thanh tra', 'thay mat', 'tm', 'kt', 'tl', 'tuq', 'q', 'ban thuong vu', 'thuong truc', 'thuong vu', 'ban chap hanh',
  'doan chu tich', 'ban thuong truc', 'lanh dao', 'tap the', 'dai hoi', 'dai hoi dai bieu', 'hoi nghi', 'lien', 'nguyen', 'dong chi', 'cua', 'truong phong', 'chu nhiem', 'chi huy truong'].map((text) => text.split(' ')).sort((a, b) => b.length - a.length);
/** Words after a central organ's name that add nothing: `Ban Bí thư Trung ương Đảng`. */
const HARMLESS_TAIL = /^(?:viet nam|nuoc cong hoa xa hoi chu nghia viet nam|trung uong|trung uong dang|dang|dang cong san viet nam|cua dang)$/u;

interface Pattern { readonly words: readonly string[]; readonly organ?: OrganRow; readonly type?: OrganTypeRow }
interface Hit { readonly organ?: OrganRow; readonly type?: OrganTypeRow; readonly end: number; readonly size: number }

/**
 * Makes the function that names issuers.
 * @returns `null` when the clue holds nothing (no name, no known symbol) or means several organs (`UBND các xã`)
 */
export function createIssuerIdentifier(registry: Registry): (clue: IssuerClue) => IssuerIdentity | null {
  const places = createPlaceReader(registry);
  const patterns = buildPatterns(registry);
  const marks = buildMarks(registry);
  const typeMarks = new Set(registry.documentTypes.flatMap((row) => [row.code, ...row.variations.filter((text) => !text.includes(' '))]));

  return function identifyIssuer(given) {
    const clue = { ...given, date: dateOf(given) };
    const clean = cleanOrganName(clue.name ?? '');
    const words = readNameWords(clean);
    const date = clue.date ?? null;
    if (/^(?:cac|nhung|cap|toan the)$/u.test(words[0]?.fold ?? '')) return null;
    // `Giấy phép … của STNMT`: a name that is nothing but a mark.
    if (words.length === 1 && clean.length >= 3 && marks.exact.has(clean)) return fromSymbol({ ...clue, symbol: clean });
    const found = findOrgan(clean, words, date);
    if (found === 'several') return null;
    if (found?.organ) return fromOrgan(found.organ, found.slack ? 'medium' : 'high');
    if (found?.type) return fromType(found.type, clean, words, found.end, clue, found.slack);
    const generic = words.length === 0 || found?.generic === true;
    if (generic && clue.symbol) return fromSymbol(clue) ?? (words.length ? fromOwn(clue) : null);
    if (generic) return words.length ? fromOwn(clue) : null;
    return fromUnknown(clean, words, date);
  };

  /** Finds the organ or type that the name begins with, after offices and acting bodies. */
  function findOrgan(clean: string, words: readonly NameWord[], date: string | null):
    { organ?: OrganRow; type?: OrganTypeRow; end: number; slack: boolean; generic?: boolean } | 'several' | null {
    let at = 0;
    while (at < words.length) {
      for (const slack of [false, true]) {
        const hit = longestMatch(clean, words, at, date, slack);
        if (!hit) continue;
        if (hit.type && /^(?:cac|nhung|cap|moi)$/u.test(words[hit.end]?.fold ?? '')) return 'several';
        return { ...hit, slack };
      }
      const acting = ACTING.find((pattern) => matchWords(words, at, pattern, false) > 0);
      if (!acting) break;
      at += acting.length;
    }
    const cut = cutMinistry(words, at, date);
    if (cut) return { organ: cut, end: words.length, slack: true };
    if (at >= words.length || (at > 0 && words.slice(at).every((word) => /^(?:bo|so|tinh|xa|co|quan)$/u.test(word.fold)))) return { end: at, slack: false, generic: true };
    return words.length === 1 && /^(?:bo|so|ubnd)$/u.test(words[0]?.fold ?? '') ? { end: 1, slack: false, generic: true } : null;
  }

  /** A ministry whose name was cut off by a line or page end: `Bộ Lao động - Thương`. Only where one ministry begins so. */
  function cutMinistry(words: readonly NameWord[], at: number, date: string | null): OrganRow | null {
    const rest = words.slice(at).map((word) => word.fold);
    if (rest[0] !== 'bo' || rest.length < 3) return null;
    const organs = (patterns.byFirst.get('bo') ?? []).flatMap((pattern) => (pattern.organ && rest.every((fold, index) => pattern.words[index] === fold) ? [pattern.organ] : []));
    if (new Set(organs.map((row) => row.name)).size !== 1) return null;
    return organs.reduce<OrganRow | null>((a, b) => (a && !isBetterInTime(b, a, date) ? a : b), null);
  }

  function longestMatch(clean: string, words: readonly NameWord[], at: number, date: string | null, slack: boolean): Hit | null {
    const candidates = slack ? patterns.all : patterns.byFirst.get(words[at]?.fold ?? '') ?? [];
    let best: Hit | null = null;
    for (const pattern of candidates) {
      const end = matchWords(words, at, pattern.words, slack);
      if (end < 0 || (pattern.organ && !isWholeName(clean, words, end))) continue;
      const hit: Hit = { ...pattern, end: pattern.type ? end - levelWordsAtEnd(pattern.words) : end, size: pattern.words.length };
      if (!best || isBetterHit(hit, best, date)) best = hit;
    }
    return best;
  }

  /** A central name must not go on with a place (`Cục Thuế tỉnh …`) or with more of a name (`Quốc hội trẻ em`). */
  function isWholeName(clean: string, words: readonly NameWord[], end: number): boolean {
    const next = words[end];
    if (!next || HARMLESS_TAIL.test(words.slice(end).map((word) => word.fold).join(' ')) || words[end - 1]?.stop) return true;
    // Joint papers (`Bộ Nội vụ - Bộ Tài chính`) and titles that leaked into the name (`Chính phủ Về kiểm tra`).
    if (/^(?:bo|va|ve|can|quy|sua|phe|thong|nghi|huong)$/u.test(next.fold) || (next.fold === 'ban' && words[end + 1]?.fold === 'hanh')) return true;
    if (clean === clean.toUpperCase() || places.readKind(clean, words, end)) return false;
    return !/^[\p{Lu}]/u.test(clean.slice(next.start, next.end)) && next.fold !== 'uy';
  }

  function fromOrgan(row: OrganRow, confidence: IssuerIdentity['confidence']): IssuerIdentity {
    return { id: row.id, name: row.name, system: row.system, level: row.level, rank: row.rank, relative: false, resolvedPlace: null, confidence };
  }

  /** Type + what it is about + place. */
  function fromType(type: OrganTypeRow, clean: string, words: readonly NameWord[], from: number, clue: IssuerClue, slack: boolean): IssuerIdentity {
    const date = clue.date ?? null;
    let rest = from;
    // `Mặt trận Tổ quốc Việt Nam tỉnh`: the country is part of the type's name.
    if (words[rest]?.fold === 'viet' && words[rest + 1]?.fold === 'nam' && !/vi.t nam$/iu.test(type.name)) rest += 2;
    let start = rest;
    while (start < words.length && !startsPlace(clean, words, start)) start++;
    // `Công ty May Hưng Yên`: the name of a unit that stands alone may end in a province, but is not of its level.
    const own = start < words.length ? places.readPlacesAt(clean, words, start, date).places : type.rank >= 45 ? [] : trailingProvince(clean, words, rest);
    const objectEnd = start < words.length ? start : own.length ? words.length - provinceLength(own[0], words) : words.length;
    const object = printed(clean, words, rest, objectEnd);
    const bare = object !== '' && own.length === 0 && takesBarePlace(type) ? [{ kind: null, name: object, level: NAME_SAYS_LEVEL.get(type.id) ?? null } satisfies Place] : null;
    const place = bare?.[0] ?? own[0] ?? null;
    const named = place !== null && place.name !== '';
    const wanted = named || (object !== '' && isCentralBody(type)) ? place : leanOn(type, place, clue);
    return compose(type, bare ? '' : object, wanted, !named && !(object !== '' && standsAlone(type)), date, slack ? 'medium' : 'high');
  }

  /** A level word followed by a name or by nothing begins the place; `thành phố` may stand inside an object, `xã hội` does. */
  function startsPlace(clean: string, words: readonly NameWord[], at: number): boolean {
    const kind = places.readKind(clean, words, at);
    if (!kind) return false;
    const next = words[kind.end];
    if (!next) return true;
    if (words[at]?.fold === 'xa' && next.fold === 'hoi') return false;
    if (words[at]?.fold === 'quan' && next.fold === 'su') return false;
    return clean === clean.toUpperCase() || /^[\p{Lu}\d]/u.test(clean.slice(next.start, next.end)) || kind.end - at > 0 && !/^\p{Lu}/u.test(clean.slice(words[at]?.start, words[at]?.end));
  }

  function trailingProvince(clean: string, words: readonly NameWord[], from: number): Place[] {
    for (const size of [4, 3, 2, 1]) {
      const at = words.length - size;
      if (at < from) continue;
      const row = places.findProvince(printed(clean, words, at, words.length));
      if (row) return [{ kind: row.newKind, name: row.oldName, level: 'province' }];
    }
    return [];
  }

  function provinceLength(place: Place | undefined, words: readonly NameWord[]): number {
    const size = slugify(place?.name ?? '').split('-').length;
    return Math.min(size, words.length);
  }

  /** `Huyện ủy Dương Minh Châu`, `Đảng ủy Ea Knốp`: the words after the type are a place, not its business. */
  function takesBarePlace(type: OrganTypeRow): boolean {
    return NAME_SAYS_LEVEL.has(type.id) || type.id === 'ubnd' || type.id === 'hdnd' || type.id === 'ldld' || type.id === 'mttq';
  }

  /** Units whose own name tells them apart without a place: a school, a company union. */
  function standsAlone(type: OrganTypeRow): boolean {
    return type.rank >= 45 || type.id === 'ban-chi-dao' || type.id === 'dang-doan' || type.id === 'ban-can-su-dang' || type.id === 'du' || type.id === 'trung-tam';
  }

  /** `Ban Chỉ đạo Nhà nước về Du lịch` in a paper from Hà Nội is not the city's: what it is about says whose it is. */
  function isCentralBody(type: OrganTypeRow): boolean {
    return type.id === 'ban-chi-dao' || type.id === 'dang-doan' || type.id === 'ban-can-su-dang';
  }

  /** Finds the place that a relative name means, from the paper's own issuer and place. */
  function leanOn(type: OrganTypeRow, printedPlace: Place | null, clue: IssuerClue): Place | null {
    const units = contextOf(clue);
    const kind = printedPlace?.kind ?? null;
    const level = NAME_SAYS_LEVEL.get(type.id) ?? printedPlace?.level ?? (ANY_LEVEL.has(type.id) ? null : type.rank < 30 ? 'province' : null);
    if (level === null) return units[0] ?? null;
    const sameKind = units.find((unit) => unit.level === level && (kind === null || unit.kind === kind));
    if (sameKind) return sameKind;
    if (level === 'province') return units.find((unit) => unit.level === 'province') ?? printedPlace;
    const unnamed = units.find((unit) => unit.level === null && unit.kind === null);
    return unnamed ? { kind, name: unnamed.name, level } : printedPlace;
  }

  /** Units of the paper, smallest first. */
  function contextOf(clue: IssuerClue): Place[] {
    const texts = [clue.own?.name, clue.own?.place, clue.place, clue.province];
    const units = texts.flatMap((text, index) => (text ? places.readPlaces(text).filter((place) => index > 0 || place.kind !== null) : []));
    const ownWords = clue.own?.name ? readNameWords(cleanOrganName(clue.own.name)) : [];
    const trailing = ownWords.length ? trailingProvince(cleanOrganName(clue.own?.name ?? ''), ownWords, 1) : [];
    const order: readonly (OrganLevel | null)[] = ['commune', null, 'district', 'province'];
    return [...units, ...trailing].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  }

  function compose(type: OrganTypeRow, object: string, place: Place | null, relative: boolean, date: string | null, confidence: IssuerIdentity['confidence']): IssuerIdentity {
    const province = place?.name && (place.level === 'province' || (place.level === null && !place.kind)) ? places.findProvince(place.name) : null;
    const level: OrganLevel = province ? 'province' : /^(?:Trung ương|quốc gia)/u.test(object) ? 'central' : place?.level ?? NAME_SAYS_LEVEL.get(type.id) ?? (type.rank >= 45 ? 'grassroots' : ANY_LEVEL.has(type.id) ? 'commune' : 'province');
    const actual = type.id === 'tinh-uy' && province?.oldKind === 'thành phố' ? registry.organTypes.find((row) => row.id === 'thanh-uy') ?? type
      : type.id === 'thanh-uy' && place?.level === 'province' && province?.oldKind === 'tỉnh' && place.kind === 'tỉnh' && relative ? registry.organTypes.find((row) => row.id === 'tinh-uy') ?? type : type;
    const kind = province ? (province.newName === province.oldName ? province.newKind : province.oldKind) : place?.kind ?? null;
    const kindPart = kind && !NAME_SAYS_LEVEL.has(actual.id) && (level !== 'province' || WITH_LEVEL_WORD.has(actual.id)) ? kindSlug(kind) : '';
    const placeName = province?.oldName ?? place?.name ?? '';
    const id = [actual.id, slugify(object), kindPart, slugify(placeName)].filter(Boolean).join('-') + mergerSuffix(level === 'province' ? province : null, date);
    return {
      id, name: fullName(actual, object, kind, placeName, province?.oldKind === 'thành phố'), system: actual.system, level,
      rank: actual.rank >= 30 ? actual.rank : actual.rank + (level === 'district' ? 10 : level === 'commune' ? 20 : level === 'grassroots' ? 25 : 0),
      relative, resolvedPlace: placeName || null,
      confidence: relative && !placeName || (placeName && !kind && !province && !NAME_SAYS_LEVEL.has(actual.id)) ? 'low' : relative || (confidence === 'high' && object && !standsAlone(type) && type.id !== 'so' && type.id !== 'phong') ? 'medium' : confidence,
    };
  }

  function fullName(type: OrganTypeRow, object: string, kind: string | null, placeName: string, isCity: boolean): string {
    const base = isCity ? type.name.replace('Tỉnh ủy', 'Thành ủy') : type.name;
    const saysLevel = NAME_SAYS_LEVEL.has(type.id) || /(?:Tỉnh|Thành) ủy$/u.test(base) || base.endsWith(' tỉnh');
    const kindWord = saysLevel || !placeName && object ? '' : kind === 'thành phố' && placeName === 'Hồ Chí Minh' ? 'Thành phố' : kind ?? '';
    return [base, object, kindWord, placeName].filter(Boolean).join(' ');
  }

  /** Symbol alone: `NQ/TW` -> the centre, `TT-BTC` -> the ministry at that date, `KH/TU` -> the paper's own province. */
  function fromSymbol(clue: IssuerClue): IssuerIdentity | null {
    const date = clue.date ?? null;
    const groups = mendNumber((clue.symbol ?? '').replace(/[*_\s]/gu, '')).replace(/^\d+[a-zđ]?(?:\/(?:19|20)\d{2})?[-/]/u, '').split(/[-/]/u).filter(Boolean);
    const hasType = groups.length > 1 && typeMarks.has(groups[0] ?? '');
    for (const [index, group] of [...groups.slice(hasType ? 1 : 0), ...(hasType ? groups.slice(0, 1) : [])].entries()) {
      const hits = marks.exact.get(group) ?? marks.exact.get(group.replace(/\d{1,2}$/u, '')) ?? marks.folded.get(foldVietnamese(group)) ?? [];
      const organs = hits.flatMap((hit) => (hit.organ ? [hit.organ] : []));
      const best = organs.reduce<OrganRow | null>((a, b) => (a && !isBetterInTime(b, a, date) ? a : b), null);
      if (best) return fromOrgan(clue.isOwnDate ? standingAt(best, date) : best, best.id === 'tw' ? 'low' : 'medium');
      const type = hits.find((hit) => hit.type)?.type;
      if (type) return { ...compose(type, '', leanOn(type, null, clue), true, date, 'medium') };
      if (index > 0 && !hasType) break;
    }
    return null;
  }

  /** `2490/QĐ-BNN` of July 2025: the ministry of that mark had ended in February, so its successor wrote it. */
  function standingAt(row: OrganRow, date: string | null): OrganRow {
    if (date === null || row.validTo === null || comparePartialDates(date, row.validTo) <= 0) return row;
    return registry.organs.find((organ) => organ.id === row.successor) ?? row;
  }

  function fromOwn(clue: IssuerClue): IssuerIdentity | null {
    if (!clue.own) return null;
    const self = identifyOwn(clue);
    return self ? { ...self, id: clue.own.id, name: clue.own.name, relative: true, confidence: 'medium' } : null;
  }

  function identifyOwn(clue: IssuerClue): IssuerIdentity | null {
    return clue.own?.name ? createIssuerIdentifier(registry)({ name: clue.own.name, date: clue.date ?? null }) : null;
  }

  function fromUnknown(clean: string, words: readonly NameWord[], date: string | null): IssuerIdentity | null {
    const id = slugify(clean).split('-').slice(0, 14).join('-');
    if (!id) return null;
    const at = words.findIndex((_, index) => startsPlace(clean, words, index));
    const place = at >= 0 ? places.readPlacesAt(clean, words, at, date).places[0] : trailingProvince(clean, words, 1)[0];
    const suffix = place?.level === 'province' ? mergerSuffix(places.findProvince(place.name), date) : '';
    return { id: id + suffix, name: sentenceCase(clean), system: 'other', level: place?.level ?? 'grassroots', rank: 55, relative: false, resolvedPlace: place?.name || null, confidence: 'low' };
  }
}

/** The year inside a number is surer than a date that is only the citing paper's: `78/2014/TT-BTC` is of 2014. */
function dateOf({ date, symbol }: IssuerClue): string | null {
  const year = /^\s*\d+[a-zđ]?\/((?:19|20)\d{2})[-/]/u.exec(symbol ?? '')?.[1];
  return year && !date?.startsWith(year) ? year : date ?? null;
}

function buildPatterns(registry: Registry): { all: Pattern[]; byFirst: Map<string, Pattern[]> } {
  const toWords = (text: string) => readNameWords(cleanOrganName(text)).map((word) => word.fold);
  const all: Pattern[] = [];
  for (const organ of registry.organs) for (const text of [organ.name, ...organ.variations]) all.push({ words: toWords(text), organ });
  for (const type of registry.organTypes) for (const text of [type.name, ...type.variations]) all.push({ words: toWords(text), type });
  const byFirst = new Map<string, Pattern[]>();
  for (const pattern of all) {
    const first = pattern.words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), pattern]);
  }
  // A slack match of a short pattern is chance: `Bộ Y tế` has no spare letters.
  return { all: all.filter((pattern) => pattern.words.length >= 2 && pattern.words.join('').length >= 6), byFirst };
}

/** `Đảng bộ xã`: the level word at the end of a type's pattern belongs to the place. */
function levelWordsAtEnd(words: readonly string[]): number {
  if (words.length < 2) return 0;
  if (words.slice(-2).join(' ') === 'thanh pho') return 2;
  return /^(?:tinh|xa|phuong|huyen|quan)$/u.test(words.at(-1) ?? '') ? 1 : 0;
}

/** The longer match wins; of two central organs of one name the one that stood at the date. */
function isBetterHit(a: Hit, b: Hit, date: string | null): boolean {
  if (a.size !== b.size) return a.size > b.size;
  return a.organ !== undefined && (b.organ === undefined || isBetterInTime(a.organ, b.organ, date));
}

interface Mark { readonly organ?: OrganRow; readonly type?: OrganTypeRow }

function buildMarks(registry: Registry): { exact: Map<string, Mark[]>; folded: Map<string, Mark[]> } {
  const exact = new Map<string, Mark[]>(), folded = new Map<string, Mark[]>();
  const add = (map: Map<string, Mark[]>, key: string, mark: Mark) => map.set(key, [...(map.get(key) ?? []), mark]);
  const rows: readonly (readonly [string, Mark])[] = [...registry.organs.flatMap((organ) => organ.marks.map((mark) => [mark, { organ }] as const)),
    ...registry.organTypes.flatMap((type) => type.marks.map((mark) => [mark, { type }] as const))];
  for (const [text, mark] of rows) {
    add(exact, text, mark);
    // Đ is often read as D (`TLD`, `BLDTBXH`); two letters say too little.
    if (text.length >= 3) add(folded, foldVietnamese(text), mark);
  }
  return { exact, folded };
}

/** Of two organs of one name or mark, the one that stood at the date; without a date the present one. */
function isBetterInTime(a: OrganRow, b: OrganRow, date: string | null): boolean {
  return fitness(a, date) > fitness(b, date);
}

function fitness(row: OrganRow, date: string | null): number {
  if (date === null) return row.validTo === null ? 1 : 0;
  const after = row.validFrom === null || comparePartialDates(date, row.validFrom) >= 0;
  const before = row.validTo === null || comparePartialDates(date, row.validTo) <= 0;
  // A bare year of reorganisation suits both: most of 2025 came after.
  return after && before ? (row.validTo === null ? 3 : 2) : row.validTo === null ? 1 : 0;
}

function printed(clean: string, words: readonly NameWord[], from: number, to: number): string {
  const first = words[from], last = words[to - 1];
  return first && last && to > from ? sentenceCase(clean.slice(first.start, last.end), clean) : '';
}

/** Names set in capitals, as in a header, in title case; short words of capitals (THPT) stay when they have no vowel pattern. */
function sentenceCase(text: string, whole: string = text): string {
  if (whole !== whole.toUpperCase()) return text;
  return text.replace(/\p{L}+/gu, (word) => (/[AĂÂEÊIOÔƠUƯY]/u.test(word.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '').normalize('NFC')) ? word.charAt(0) + word.slice(1).toLowerCase() : word));
}
