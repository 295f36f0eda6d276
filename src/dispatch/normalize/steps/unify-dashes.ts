import type { Edit } from '../offset-map.ts';

/** Every dash becomes a hyphen, so that `2025 – 2030` and `57‑NQ/TW` match like their plain forms. Units stay one to one. */
export function unifyDashes(text: string): Edit[] {
  return [...text.matchAll(/[\u2010-\u2015\u2212]/gu)].map((match) => ({ start: match.index, end: match.index + 1, text: '-' }));
}
