/** A title as cited, without the mark that ends the sentence around it; the words themselves are not touched. @returns `null` for nothing */
export function trimTitle(title: string | null): string | null {
  const text = title?.replace(/[\s.;,]+$/u, '').replace(/^[\s:]+/u, '') ?? '';
  return text === '' ? null : text;
}
