/** Days in the words of a deadline: `trước ngày 30/11/2025`, `trong tháng 11 năm 2025`, `quý I/2026`, `năm 2027`. */
import { formatPartialDate, type PartialDate } from '../../domain/partial-date.ts';

/** @returns first and last day, month or year named (the same twice when it is one), or `null` when the words name none */
export function readWhen(text: string): { readonly from: PartialDate; readonly to: PartialDate } | null {
  const day = /(?<day>\d{1,2})\s*(?:[/.-]|\s*tháng\s*)\s*(?<month>\d{1,2})\s*(?:[/.-]|\s*năm\s*)\s*(?<year>(?:19|20)\d{2})/iu.exec(text)?.groups;
  if (day) return once(formatPartialDate(Number(day['year']), Number(day['month']), Number(day['day'])));
  const quarter = /quý\s+(?<quarter>IV|I{1,3}|[1-4])\s*(?:\/|,?\s*năm\s*)\s*(?<year>(?:19|20)\d{2})/iu.exec(text)?.groups;
  if (quarter) {
    const number = Math.max(['I', 'II', 'III', 'IV'].indexOf((quarter['quarter'] ?? '').toUpperCase()) + 1, Number(quarter['quarter']) || 0);
    const year = Number(quarter['year']);
    const from = formatPartialDate(year, number * 3 - 2, null);
    const to = formatPartialDate(year, number * 3, null);
    return from && to ? { from, to } : null;
  }
  const month = /tháng\s*(?<month>\d{1,2})\s*(?:\/|,?\s*năm\s*)\s*(?<year>(?:19|20)\d{2})/iu.exec(text)?.groups;
  if (month) return once(formatPartialDate(Number(month['year']), Number(month['month']), null));
  const span = /(?<!\d)(?<from>20\d{2})\s*[-–]\s*(?<to>20\d{2})(?!\d)/u.exec(text)?.groups;
  if (span) return { from: span['from'] ?? '', to: span['to'] ?? '' };
  return once(/(?<!\d)20\d{2}(?!\d)/u.exec(text)?.[0] ?? null);
}

function once(date: PartialDate | null): { from: PartialDate; to: PartialDate } | null {
  return date === null ? null : { from: date, to: date };
}
