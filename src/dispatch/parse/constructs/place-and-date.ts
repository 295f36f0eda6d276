/**
 * Reads `Hưng Yên, ngày 19 tháng 6 năm 2025`, with a blank day or month, italics, scan blanks.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4; samples 001 line 5, 004 line 11 (day not filled in)
 * @messages issue-day-missing
 */
import { formatPartialDate, type PartialDate } from '../../../domain/partial-date.ts';

export interface PlaceAndDate {
  readonly place: string | null;
  readonly date: PartialDate | null;
  readonly dayBlank: boolean;
}

/** A place is a name: every word with a capital, a level word before it allowed. */
const PLACE = String.raw`(?:(?:TP\.?|Tp\.?|[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị xã|[Tt]hị trấn|[Đđ]ặc khu)\s+)?\p{Lu}[\p{L}'’.]*(?:\s*-\s*\p{Lu}[\p{L}'’]*|\s+\p{Lu}[\p{L}'’]*|\s+\d{1,2}){0,6}`;
const PATTERN = new RegExp(String.raw`^(?:(?<place>${PLACE})\s*[,.;]?\s*)?(?:(?:hồi|lúc|vào)\s+\d{1,2}\s*(?:giờ|h|:)\s*(?:\d{1,2}\s*(?:phút)?)?\s*,?\s*)?[Nn]g[àaáảãạ]y[\s,.]*(?<day>\d{1,2}|[.…_,\s?]*|\S{0,3}[^\s\d]\S?)\s*[Tt]h[\p{L}]{1,4}ng\s*(?<month>\d{1,2}|[.…_\s?]*)\s*[Nn][ăaàäă]m\s*(?<year>(?:19|20)\d{2})\d?\s*[.,]?$`, 'u');

/** @returns `null` when the line is no place-and-date line */
export function readPlaceAndDate(text: string): PlaceAndDate | null {
  if (text.length > 120) return null;
  const match = PATTERN.exec(text.replace(/[*_]+/gu, '').trim());
  if (!match?.groups) return null;
  const { place, day = '', month = '', year = '' } = match.groups;
  // `4Ô`: what a scan makes of a day written by hand.
  const dayNumber = /^\d+$/u.test(day) ? Number(day) : null;
  const monthNumber = /\d/u.test(month) ? Number(month) : null;
  return {
    place: place?.replace(/[\s,.-]+$/u, '').trim() || null,
    date: formatPartialDate(Number(year), monthNumber, dayNumber) ?? formatPartialDate(Number(year), monthNumber, null),
    dayBlank: dayNumber === null,
  };
}
