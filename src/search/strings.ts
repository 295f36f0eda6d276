/** Vietnamese words of the search that are made where it computes (worker, understanding). Words of the page stand in `components/search/strings.ts`. */

/** A number as typed: what begins with a figure or a mark is called a number, what has a word before it (`số 12`, `NQ57`) says so itself. */
export function callNumber(typed: string): string {
  return /^[\d/]/u.test(typed) ? `số ${typed}` : typed;
}

export const searchStrings = {
  readings: {
    number: callNumber,
    date: (text: string) => `ngày ${text}`,
    month: (text: string) => `tháng ${text}`,
    keys: (text: string) => `“${text}” (gõ Telex hoặc VNI chưa thành dấu)`,
    abbreviation: (short: string, full: string) => `${short} là ${full}`,
    place: (old: string, now: string) => `${old} nay thuộc ${now}`,
    synonym: (a: string, b: string) => `${a}, cũng là ${b}`,
    type: (text: string) => `chỉ loại ${text}`,
    year: (text: string) => `chỉ năm ${text}`,
    issuer: (text: string) => `chỉ cơ quan “${text}”`,
    held: 'chỉ văn bản có toàn văn',
    cited: 'chỉ văn bản mới được viện dẫn',
    phrase: (text: string) => `đúng cụm “${text}”`,
    phraseLoose: (text: string) => `không có đúng cụm “${text}”; tìm cả khi khác dấu`,
    excluded: (text: string) => `bỏ văn bản có “${text}”`,
    replaced: (typed: string, used: string) => `không có chữ “${typed}”; tìm thay “${used}”`,
  },
} as const;
