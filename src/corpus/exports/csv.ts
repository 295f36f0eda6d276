/** Tables as CSV (RFC 4180) that spreadsheets open with Vietnamese intact. */

/**
 * Writes a table with a byte-order mark, comma, CRLF. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 * @param rows first the names of the columns
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

function writeCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+@\t\r-]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
}
