/**
 * Dates in the reader's browser. `src/domain/partial-date.ts` does the same and more, but brings zod along, which would
 * double what a phone loads for searching; `tests/unit/search/calendar.test.ts` holds the two together.
 */

/** ISO text of a day or month, or `null` when the numbers are no date of the calendar. */
export function isoDate(year: number, month: number, day: number | null): string | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999 || !Number.isInteger(month) || month < 1 || month > 12) return null;
  const monthText = `${year}-${String(month).padStart(2, '0')}`;
  if (day === null) return monthText;
  if (!Number.isInteger(day) || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${monthText}-${String(day).padStart(2, '0')}`;
}

/** `31/3/2026`, `tháng 4/2026`, `2026`: days below 10 and months 1, 2 with a zero, as Nghị định 30 prints them. */
export function printDate(date: string): string {
  const [year, month, day] = date.split('-');
  if (!month) return year ?? date;
  const monthText = Number(month) < 3 ? month : String(Number(month));
  return day ? `${day}/${monthText}/${year}` : `tháng ${monthText}/${year}`;
}
