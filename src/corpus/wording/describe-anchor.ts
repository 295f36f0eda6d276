/** Says in words where an anchor stands, from small to large, as people cite provisions: `điểm a khoản 2 Điều 5`. */

const REGIONS: Readonly<Record<string, string>> = {
  'dau.co-quan': 'tên cơ quan', 'dau.quoc-hieu': 'quốc hiệu', 'dau.so': 'số, ký hiệu', 'dau.dia-danh-ngay': 'địa danh, ngày tháng',
  'dau.ten-loai': 'tên loại', 'dau.trich-yeu': 'trích yếu', 'dau.do-mat': 'độ mật', 'dau.do-khan': 'độ khẩn',
  'kinh-gui': 'phần kính gửi', 'can-cu': 'phần căn cứ', 'mo-dau': 'phần mở đầu', 'ket': 'phần kết', 'noi-nhan': 'nơi nhận', 'ky': 'phần ký', 'ghi-chu': 'ghi chú',
  'kem-theo': 'văn bản kèm theo', 'phu-luc': 'phụ lục',
};

/** @returns words for the anchor, for instance `đoạn 1 mục IV.3.1`; the anchor itself when its form is unknown */
export function describeAnchor(anchor: string): string {
  const whole = REGIONS[anchor];
  if (whole) return whole;
  const parts = anchor.split('.');
  const words: string[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? '';
    const pair = REGIONS[`${part}.${parts[index + 1] ?? ''}`];
    if (pair) {
      words.unshift(pair);
      index++;
      continue;
    }
    const section = /^muc-(?<label>.+)$/u.exec(part);
    if (section) {
      const labels = [section.groups?.['label'] ?? ''];
      while (index + 1 < parts.length && !/^[dgcbr]\d+(?:~\d+)?$/u.test(parts[index + 1] ?? '')) labels.push(parts[++index] ?? '');
      words.unshift(`mục ${labels.map(printLabel).join('.')}`);
      continue;
    }
    words.unshift(describePart(part, parts.slice(0, index)));
  }
  return words.join(' ');
}

function describePart(part: string, before: readonly string[]): string {
  const small = /^(?<kind>[dgcbr])(?<n>\d+)(?:~(?<again>\d+))?$/u.exec(part)?.groups;
  if (small && !(before.at(-1)?.startsWith('dieu-') && small['kind'] === undefined)) {
    const kinds: Readonly<Record<string, string>> = { d: 'đoạn', g: 'gạch đầu dòng', c: 'dấu cộng', b: 'bảng', r: 'dòng' };
    return `${kinds[small['kind'] ?? '']} ${small['n']}`;
  }
  const named = /^(?<kind>dieu|chuong|phan|phu-luc|kem-theo|tieu-muc)-(?<label>.+)$/u.exec(part)?.groups;
  if (named) {
    const kinds: Readonly<Record<string, string>> = { 'dieu': 'Điều', 'chuong': 'Chương', 'phan': 'Phần', 'phu-luc': 'Phụ lục', 'kem-theo': 'văn bản kèm theo', 'tieu-muc': 'tiểu mục' };
    return `${kinds[named['kind'] ?? '']} ${printLabel(named['label'] ?? '')}`;
  }
  const region = REGIONS[part];
  if (region) return region;
  if (before.some((earlier) => earlier.startsWith('dieu-'))) return /^\d/u.test(part) ? `khoản ${printLabel(part)}` : `điểm ${printLabel(part)}`;
  return printLabel(part);
}

/** `iv` -> `IV`, `dd` -> `đ`, `3~2` -> `3 (lần 2)`. */
function printLabel(label: string): string {
  const [text = '', again] = label.split('~');
  const printed = /^[ivxlc]+$/u.test(text) && text !== 'c' && text !== 'l' ? text.toUpperCase() : text === 'dd' ? 'đ' : text.replace(/-/gu, ' ');
  return again === undefined ? printed : `${printed} (lần ${again})`;
}
