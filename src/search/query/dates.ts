/**
 * Dates and months in any shape that papers print or people type, as ISO text for the index key `@2026-03-31`.
 *
 * @accepts `31/3/2026` `31-03-2026` `31.3.2026` `31 / 3 / 2026` `ngày 31 tháng 3 năm 2026` `ngay 31 thang 3 nam 2026` `31 tháng 3, 2026`
 * @accepts `quý I/2026` `quý 1 năm 2026`, in queries only
 * @accepts `3/2026` `03-2026` `tháng 3/2026` `tháng 3 năm 2026` `T3/2026` `2026-03-31` `2026-03`
 */
import { isoDate } from '../text/calendar.ts';

export interface FoundDate {
  /** `2026-03-31` or `2026-03`. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const DAY = String.raw`(?<day>\d{1,2})`;
const MONTH = String.raw`(?<month>\d{1,2})`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const SEPARATOR = String.raw`\s?[/.\-–]\s?`;
const WORD_DAY = '(?:ng[àa]y|mùng|mồng|mung|mong)';
const WORD_MONTH = '(?:th[áa]ng|t)';
const WORD_YEAR = '(?:n[ăa]m)';

const SHAPES: readonly RegExp[] = [
  // 31/3/2026, ngày 31-03-2026
  String.raw`(?:${WORD_DAY}\s+)?(?<![\d/.\-])${DAY}${SEPARATOR}${MONTH}${SEPARATOR}${YEAR}`,
  // ngày 31 tháng 3 năm 2026
  String.raw`(?:${WORD_DAY}\s+)?(?<!\d)${DAY}\s+${WORD_MONTH}\s*${MONTH}\s*(?:,|/|-)?\s*(?:${WORD_YEAR}\s+)?${YEAR}`,
  // 2026-03-31
  String.raw`(?<![\d/.\-])${YEAR}-${MONTH}-${DAY}`,
  // tháng 3/2026, tháng 3 năm 2026
  String.raw`(?<!\p{L})${WORD_MONTH}\s*${MONTH}\s*(?:,|/|-)?\s*(?:${WORD_YEAR}\s+)?${YEAR}`,
  // 3/2026 alone, 2026-03; not "quý 1/2026"
  String.raw`(?<![\d/.\-\p{L}]|qu[ýyí]\s{1,3})${MONTH}\s?[/\-]\s?${YEAR}`,
  String.raw`(?<![\d/.\-])${YEAR}-${MONTH}`,
].map((shape) => new RegExp(String.raw`${shape}(?![\d\p{L}]|-\p{L}|\s?/\s?\p{L})`, 'giu'));

/** Every date in a text, longest shapes first, none overlapping another, in order of place. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const shape of SHAPES) {
    for (const match of text.matchAll(shape)) {
      const { day, month, year } = match.groups ?? {};
      const date = isoDate(Number(year), Number(month), day ? Number(day) : null);
      const start = match.index;
      const end = start + match[0].length;
      if (date && !found.some((other) => start < other.end && end > other.start)) found.push({ date, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

const QUARTER = /(?<!\p{L})qu[ýyí]\s*(?<quarter>IV|I{1,3}|[1-4])(?:\s*[/\-,]\s*|\s+(?:n[ăa]m\s+)?)(?<year>(?:19|20)\d{2})(?!\d)/giu;

/** `quý I/2026`, `quy 1 nam 2026`: the three months of each quarter that a query names. */
export function findQuarters(text: string): { readonly months: readonly string[]; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(QUARTER)].map((match) => {
    const { quarter = '', year } = match.groups ?? {};
    const last = (/^\d$/u.test(quarter) ? Number(quarter) : ['I', 'II', 'III', 'IV'].indexOf(quarter.toUpperCase()) + 1) * 3;
    const months = [last - 2, last - 1, last].flatMap((month) => isoDate(Number(year), month, null) ?? []);
    return { months, start: match.index, end: match.index + match[0].length };
  });
}

/** Index keys of a date: the day and its month, so a month query finds every day of it. */
export function dateKeys(date: string): string[] {
  return date.length > 7 ? [`@${date}`, `@${date.slice(0, 7)}`] : [`@${date}`];
}
