/** Parts of the paper where a note in words would break the look of the page: header and end. A mark stands there, the words stand in the list of warnings. */
export function isHeaderOrEnd(anchor: string): boolean {
  return /(?:^|\.)(?:dau\.[a-z-]+|ky|noi-nhan)(?:~\d+)?$/u.test(anchor);
}
