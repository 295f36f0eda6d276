/** The timeline as a calendar file (RFC 5545), to be taken into a phone's calendar. */
import type { PartialDate } from '../../domain/partial-date.ts';

export interface CalendarEntry {
  /** Stays the same from build to build. */
  readonly uid: string;
  readonly from: PartialDate;
  readonly to: PartialDate;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** Day of the document, as the entry's stamp, so that the same corpus gives the same bytes. */
  readonly stamp: PartialDate | null;
}

/** Entries of the calendar of all years: programs fetch it again and again. */
export const MOST_CALENDAR_ENTRIES = 1000;

/** A year or a month takes its whole length; such an entry keeps nobody busy. */
export function formatCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Can Cu//Dong thoi gian//VI', 'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escape(name)}`];
  for (const { uid, from, to, summary, description, url, stamp } of entries) {
    lines.push('BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${firstDay(stamp ?? from)}T000000Z`, `DTSTART;VALUE=DATE:${firstDay(from)}`, `DTEND;VALUE=DATE:${dayAfter(to)}`,
      `SUMMARY:${escape(summary)}`, `DESCRIPTION:${escape(description)}`, `URL:${url}`, 'TRANSP:TRANSPARENT', 'END:VEVENT');
  }
  lines.push('END:VCALENDAR');
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function firstDay(date: PartialDate): string {
  const [year = '', month = '01', day = '01'] = date.split('-');
  return `${year}${month}${day}`;
}

function dayAfter(date: PartialDate): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  const next = month === undefined ? new Date(Date.UTC(year + 1, 0, 1)) : day === undefined ? new Date(Date.UTC(year, month, 1)) : new Date(Date.UTC(year, month - 1, day + 1));
  return next.toISOString().slice(0, 10).replace(/-/gu, '');
}

function escape(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\;,]/gu, '\\$&');
}

/** Lines of at most 75 bytes; a letter is never cut. */
function fold(line: string): string {
  let result = '';
  let bytes = 0;
  for (const letter of line) {
    const point = letter.codePointAt(0) ?? 0;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
    if (bytes + size > 74) {
      result += '\r\n ';
      bytes = 1;
    }
    result += letter;
    bytes += size;
  }
  return result;
}
