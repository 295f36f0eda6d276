/**
 * Sets an organ's name printed in capitals as running text writes it: `BAN CHẤP HÀNH ĐẢNG BỘ TỈNH` -> `Ban Chấp hành Đảng bộ tỉnh`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục II (viết hoa tên cơ quan, tổ chức)
 */
import type { Registry } from '../../domain/registry.ts';
import { foldLetters } from '../../domain/vietnamese.ts';

/** Heads of names that stand inside longer ones, besides those of the registry. */
const HEADS = ['Ban Chấp hành', 'Ban Thường vụ', 'Ban Chỉ đạo', 'Ban Quản lý', 'Đoàn Chủ tịch', 'Đảng bộ', 'Đảng đoàn', 'Hội đồng', 'Khu kinh tế', 'Khu công nghiệp', 'Công đoàn', 'Công ty', 'Tổng công ty', 'Tập đoàn',
  'Chủ tịch', 'Bộ trưởng', 'Giám đốc', 'Trung ương', 'Nhà nước', 'Du lịch', 'Cổ phần', 'Việt Nam'];
const LEVEL_WORDS = new Set(['tỉnh', 'huyện', 'quận', 'xã', 'phường', 'thành', 'phố', 'thị', 'trấn', 'và', 'của', 'các', 'về', 'cấp', 'đặc', 'khu']);

/** Makes the setter of one registry. */
export function createOrganCasing(registry: Registry): (printed: string, known: string) => string {
  const phrases = new Map<string, string>();
  const names = [...registry.organs.flatMap((row) => [row.name, ...row.variations]), ...registry.organTypes.flatMap((row) => [row.name, ...row.variations]),
    ...registry.provinces.flatMap((row) => [row.oldName, row.newName]), ...HEADS].filter((name) => /\p{Ll}/u.test(name));
  for (const name of names) phrases.set(name.toLowerCase(), name);
  const longest = Math.max(...names.map((name) => name.split(' ').length));

  return (printed, known) => {
    const words = printed.toLowerCase().split(/\s+/u).filter((word) => word !== '');
    const knownWords = known.split(/\s+/u);
    if (words.length === knownWords.length && words.every((word, index) => foldLetters(word) === foldLetters(knownWords[index] ?? ''))) return known;
    const spelled = new Map(knownWords.filter((word) => !LEVEL_WORDS.has(word.toLowerCase())).map((word) => [foldLetters(word).replace(/[.,;]/gu, ''), word]));
    const cased: string[] = [];
    for (let at = 0; at < words.length; ) {
      let size = Math.min(longest, words.length - at);
      while (size > 0 && !phrases.has(words.slice(at, at + size).join(' '))) size--;
      const phrase = phrases.get(words.slice(at, at + size).join(' '));
      const word = words[at] ?? '';
      cased.push(phrase ?? (LEVEL_WORDS.has(word) ? word : (spelled.get(foldLetters(word)) ?? word)));
      at += Math.max(1, size);
    }
    const name = cased.join(' ');
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}
