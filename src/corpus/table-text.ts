/** Tables as text for other programs. */

/** CSV after RFC 4180, with a byte order mark so that spreadsheet programs read the accents; cells that begin like a formula are quoted with an apostrophe. */
export function formatCsv(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => row.map(formatCell).join(',')).join('\r\n')}\r\n`;
}

function formatCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+@\t\r]/u.test(value) || /^-(?!\d)/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
}
