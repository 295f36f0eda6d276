import type { Message } from '../domain/record.ts';

/** Rules about how the file was typed or scanned; what the paper says stands as it is. */
const ABOUT_FORM = new Set(['markdown-residue', 'page-break-in-paragraph']);

/** Parts of the paper where a note in words would break the look of the page: header and end. A mark stands there, the words stand in the list of warnings. */
export function isHeaderOrEnd(anchor: string): boolean {
  return /(?:^|\.)(?:dau\.[a-z-]+|ky|noi-nhan)(?:~\d+)?$/u.test(anchor);
}

/** Whether the words of a warning stand between the lines of the text; a note on form alone would only interrupt the reading. */
export function isBetweenLines({ anchor, ruleId }: Pick<Message, 'anchor' | 'ruleId'>): boolean {
  return anchor !== null && !ABOUT_FORM.has(ruleId) && !isHeaderOrEnd(anchor);
}
