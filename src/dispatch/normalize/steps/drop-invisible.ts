import type { Edit } from '../offset-map.ts';

/** Takes away what prints nothing: zero-width marks, soft hyphens, byte-order marks, carriage returns, control characters (not tab, line feed). */
export function dropInvisible(text: string): Edit[] {
  return [...text.matchAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+|\r(?=\n)/gu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: '' }));
}
