import type { Edit } from '../offset-map.ts';

/** Tabs, no-break and wide blanks, form feeds and lone carriage returns become one blank each; line feeds stay. */
export function unifyBlanks(text: string): Edit[] {
  return [...text.matchAll(/[\t\u000b\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085]/gu)]
    .map((match) => ({ start: match.index, end: match.index + 1, text: ' ' }));
}
