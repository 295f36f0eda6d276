/**
 * Keeps document numbers and dates on one line: `57-NQ/TW`, `30/2020/NĐ-CP`, `22/12/2024`. Works on escaped text; adds elements, no letters.
 */
const TOGETHER = /\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,5}[a-zđ]?(?:\/\d{4})?\s?[-–/]\s?[A-ZĐ][\p{L}\d]*(?:\s?(?:&amp;|[-/])\s?[\p{L}\d]+)*/gu;
/** Longer ones may break, or they would stick out on a narrow phone. */
const LONGEST = 26;

/** @param html escaped text without tags */
export function keepTogether(html: string): string {
  return html.replace(TOGETHER, (text) => (text.length > LONGEST ? text : `<span class="nowrap">${text}</span>`));
}
