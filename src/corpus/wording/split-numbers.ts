/** Finds document numbers and dates in running text, so that they stay on one line: `57-NQ/TW`, `30/2020/NĐ-CP`, `22/12/2024`. */
const TOGETHER = /((?<!\d)\d{4}\s?[-–]\s?\d{4}(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,5}[a-zđ]?(?:\/\d{4})?\s?[-–/]\s?[A-ZĐ][\p{L}\d]*(?:\s?[-/&]\s?[\p{L}\d]+)*)/u;
/** Longer ones may break, or they would stick out on a narrow phone. */
const LONGEST = 26;

export interface TextRun {
  readonly text: string;
  /** True for a number or date that must not break. */
  readonly together: boolean;
}

/** Splits a text into runs; their joined text is the text itself. */
export function splitNumbers(text: string): TextRun[] {
  return text.split(TOGETHER).map((run, index) => ({ text: run, together: index % 2 === 1 && run.length <= LONGEST })).filter((run) => run.text !== '');
}
