/**
 * Dates that may lack a day or a month, as on papers whose day is filled in by hand: `2026-03-31`, `2026-04`, `2026`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I (thời gian ban hành); sample 004 line 11 (`ngày   tháng 4 năm 2026`).
 */
import { z } from 'zod';

/** ISO text of a full or partial date: year, optional month, optional day. */
export const partialDateSchema = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u);
export type PartialDate = z.infer<typeof partialDateSchema>;

/**
 * Builds a partial date from the numbers on the paper.
 * @param year  four digits
 * @param month 1-12, or `null` when blank
 * @param day   1-31, or `null` when blank (a day without a month is ignored)
 * @returns ISO text, or `null` when the numbers are no date of the calendar (31 February, month 13)
 */
export function formatPartialDate(year: number, month: number | null, day: number | null): PartialDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  if (month === null) return String(year);
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  const monthText = `${year}-${String(month).padStart(2, '0')}`;
  if (day === null) return monthText;
  if (!Number.isInteger(day) || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${monthText}-${String(day).padStart(2, '0')}`;
}

/** Reads `dd/mm/yyyy`, `dd-mm-yyyy`, `dd.mm.yyyy` (day first). @returns ISO text, or `null` when it is no date. */
export function parseNumericDate(text: string): PartialDate | null {
  const match = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/u.exec(text);
  return match ? formatPartialDate(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

/** The year of a partial date, for instance 2026. */
export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/**
 * Compares two partial dates over the precision that both have.
 * @returns a negative number when `a` is certainly earlier, positive when certainly later, 0 when equal or undecidable
 */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length) ? -1 : a.slice(0, length) > b.slice(0, length) ? 1 : 0;
}

/** Prints a date as cadres read it: `31/3/2026`, `tháng 4/2026`, `2026` (day padded below 10, months 1 and 2 padded). */
export function formatDateVietnamese(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  if (!month) return year ?? date;
  const monthText = Number(month) < 3 ? month : String(Number(month));
  return day ? `${day}/${monthText}/${year}` : `tháng ${monthText}/${year}`;
}
