import type { Edit } from '../offset-map.ts';

/**
 * Composes decomposed letters (NFC): `e` + dot below + circumflex -> `ệ`. Runs of marks are taken in pieces of at most 30, so
 * that a hostile text of a million marks stays linear.
 */
export function composeLetters(text: string): Edit[] {
  // Nearly every source is composed already.
  if (!/\p{M}/u.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(/[^\p{M}]\p{M}{1,30}/gu)) {
    const composed = match[0].normalize('NFC');
    if (composed !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, text: composed });
  }
  return edits;
}
