/**
 * Number and symbol of a document as a value: parse, canonical print, equality.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Hướng dẫn 36-HD/VPTW (Party order, hyphen before slash).
 * @accepts `10/LĐLĐ-CTCĐ`, `57-NQ/TW`, `30/2020/NĐ-CP`, `50/2024/QH15`, `57- NQ/TW`, `*10* /LĐLĐ-CTCĐ`
 */
import { replaceLookalikes } from './lookalikes.ts';
import { foldVietnamese } from './vietnamese.ts';

export interface DocumentNumber {
  /** Digits as printed, leading zeros kept, or `null` when the paper leaves them blank. Letter suffixes stay: `17a`. */
  readonly serial: string | null;
  /** Year inside the number of a legal normative text, or `null`. */
  readonly year: number | null;
  /** Everything after the first separator, blanks removed: `LĐLĐ-CTCĐ`, `NQ/TW`, `NĐ-CP`. */
  readonly symbol: string;
  /** Printed order, without blanks and marks: `57-NQ/TW`. */
  readonly text: string;
}

/**
 * Parses a printed number. Blanks and Markdown asterisks inside are forgiven, dashes are unified.
 * @returns `null` when the text is no document number
 */
export function parseDocumentNumber(raw: string): DocumentNumber | null {
  const text = raw.normalize('NFC').replace(/[*_`\s\u00a0]+/gu, '').replace(/[–—−]/gu, '-').replace(/^[.:]+|[.,;:]+$/gu, '');
  const match = /^(\d{1,6}[a-zđ]?)?(?:\/((?:19|20)\d{2}))?([-/])([\p{L}\d][\p{L}\d&.,+/-]*)$/u.exec(text);
  if (!match || (!match[1] && match[2])) return null;
  return { serial: match[1] ?? null, year: match[2] ? Number(match[2]) : null, symbol: match[4] ?? '', text };
}

/** The hyphen left out between kind and organ: of decrees and circulars, known by their year, and of what a Prime Minister or a committee issues. */
const RUN_TOGETHER = /^(?<head>\d+[a-zđ]?\/(?:19|20)\d{2}[-/](?:NĐ|TT)(?=(?:CP|B[\p{Lu}&]{2,})$)|\d+[a-zđ]?(?:\/(?:19|20)\d{2})?[-/](?:QĐ|NQ|CT|KH)(?=(?:TTg|UBND|HĐND)$))/u;

/** A number as it was meant, for comparison: `27/2016/TTBLĐTBXH` as `27/2016/TT-BLĐTBXH`, letters of other alphabets as the Latin ones they look like. */
export function mendNumber(number: string): string {
  return replaceLookalikes(number.normalize('NFC')).replace(RUN_TOGETHER, '$<head>-');
}

/** Comparison form: separators, accents and leading zeros do not tell documents apart. `117-KH/UBND` = `117/KH-UBND`. */
export function documentNumberIdentity(number: string): string {
  return foldVietnamese(mendNumber(number)).replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '').replace(/^0+(?=\d)/u, '');
}
