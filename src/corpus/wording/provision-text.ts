/**
 * A provision as people cite it, from small to large: `điểm a khoản 2 mục IV`, `khoản 2 Điều 5`, `gạch đầu dòng thứ hai mục 1`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 5 (viện dẫn); anchors mirror the legal numbering of the paper.
 */

const REGIONS: Readonly<Record<string, string>> = {
  'kinh-gui': 'phần kính gửi', 'can-cu': 'phần căn cứ', 'mo-dau': 'phần mở đầu', 'ket': 'phần kết thúc', 'noi-nhan': 'phần nơi nhận', 'ky': 'phần chữ ký',
  'ghi-chu': 'ghi chú', 'dau': 'phần đầu', 'phu-luc': 'Phụ lục', 'kem-theo': 'văn bản kèm theo',
};
const NAMED: Readonly<Record<string, string>> = {
  'phan': 'Phần', 'chuong': 'Chương', 'muc': 'mục', 'tieu-muc': 'tiểu mục', 'dieu': 'Điều', 'phu-luc': 'Phụ lục', 'kem-theo': 'văn bản kèm theo', 'ghi-chu': 'ghi chú',
};
const SMALL: Readonly<Record<string, string>> = { d: 'đoạn', g: 'gạch đầu dòng', c: 'dấu cộng' };
const ORDINALS = ['không', 'nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/**
 * Words for an anchor.
 * @param anchor as on the page: `muc-iv.2.a`, `dieu-5.2`, `mo-dau.d1`, `muc-iv.3.1.g2~2`
 * @returns an empty string for an anchor that is no provision: what the page itself added, parts of the header
 */
export function nameProvision(anchor: string): string {
  const words: string[] = [];
  const labels: string[] = [];
  let container: string | null = null;
  for (const part of anchor.split('.')) {
    const [bare = '', again] = part.split('~');
    const repeat = again === undefined ? '' : ` (lần ${again})`;
    const named = /^(?<kind>tieu-muc|phu-luc|kem-theo|ghi-chu|phan|chuong|muc|dieu)-(?<label>.+)$/u.exec(bare)?.groups;
    const small = /^(?<kind>[dgcbr])(?<n>\d+)$/u.exec(bare)?.groups;
    if (named) {
      const kind = named['kind'] ?? '';
      // Điều are numbered through the whole text, so nothing around them is needed; a text in the annex keeps its annex.
      words.unshift(`${NAMED[kind] ?? kind} ${printLabel(named['label'] ?? '')}${repeat}`);
      container = kind;
      labels.length = 0;
      if (kind === 'muc') labels.push(named['label'] ?? '');
    } else if (container === null && REGIONS[bare] !== undefined) {
      if (bare === 'dau') return '';
      words.unshift(REGIONS[bare]);
      container = words.length === 1 && (bare === 'phu-luc' || bare === 'kem-theo') ? null : bare;
    } else if (small && container !== null) words.unshift(nameSmall(small['kind'] ?? '', Number(small['n'])) + repeat);
    else if (container === 'dieu') words.unshift(`${/^\d/u.test(bare) ? 'khoản' : 'điểm'} ${printLabel(bare)}${repeat}`);
    else if (container === 'muc') nameItem(words, labels, bare, repeat);
    else return '';
  }
  return words.join(' ');
}

/** An item below a mục: `2` under `iv` is khoản 2, `1` under `3` is printed 3.1, a letter is a điểm. */
function nameItem(words: string[], labels: string[], bare: string, repeat: string): void {
  const above = labels.at(-1) ?? '';
  if (/^\d/u.test(bare) && /^\d/u.test(above)) {
    // The printed label of a sub-item repeats its parent's number.
    const printed = [...labels.slice(labels.findIndex((label) => /^\d/u.test(label))), bare].join('.');
    words[0] = `${labels.length === 1 ? 'mục' : 'khoản'} ${printed}${repeat}`;
    if (!/^\d/u.test(labels[0] ?? '') && labels.length === 1) words.unshift(`khoản ${printed}${repeat}`);
  } else words.unshift(`${/^\d/u.test(bare) ? 'khoản' : 'điểm'} ${printLabel(bare)}${repeat}`);
  labels.push(bare);
}

function nameSmall(kind: string, count: number): string {
  if (kind === 'b') return `bảng ${count}`;
  if (kind === 'r') return `dòng ${count}`;
  return `${SMALL[kind]} thứ ${ORDINALS[count] ?? count}`;
}

/** `iv` -> `IV`, `dd` -> `đ`, `thu-nhat` -> `thứ nhất`. */
function printLabel(label: string): string {
  if (/^[ivx]+$/u.test(label)) return label.toUpperCase();
  return label === 'dd' ? 'đ' : label === 'thu-nhat' ? 'thứ nhất' : label.replace(/-/gu, ' ');
}
