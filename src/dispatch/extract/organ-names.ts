/**
 * Writes an abbreviated organ name in full: `UBND xã Ea Knốp` -> `Ủy ban nhân dân xã Ea Knốp`. Only marks that mean one thing.
 */
const FULL: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})U[BY]ND(?!\p{L})/gu, 'Ủy ban nhân dân'],
  [/(?<!\p{L})HĐND(?!\p{L})/gu, 'Hội đồng nhân dân'],
  [/(?<!\p{L})Tổng LĐLĐ(?:\s*VN|\s+Việt Nam)?(?!\p{L})/gu, 'Tổng Liên đoàn Lao động Việt Nam'],
  [/(?<!\p{L})TLĐ(?:LĐVN)?(?!\p{L})/gu, 'Tổng Liên đoàn Lao động Việt Nam'],
  [/(?<!\p{L})LĐLĐ(?!\p{L})/gu, 'Liên đoàn Lao động'],
  [/(?<!\p{L})CĐCS(?!\p{L})/gu, 'Công đoàn cơ sở'],
  [/(?<!\p{L})MTTQ(?:\s?VN)?(?!\p{L})/gu, 'Mặt trận Tổ quốc Việt Nam'],
  [/(?<!\p{L})BCH(?=\s+(?:Trung ương|TW|TƯ|Đảng bộ))/gu, 'Ban Chấp hành'],
  [/(?<!\p{L})(?:TW|TƯ)(?!\p{L})/gu, 'Trung ương'],
  [/(?<!\p{L})TP\.?\s+(?=\p{Lu})/gu, 'thành phố '],
];

/** @returns the name with known marks written out, anything else as it stands */
export function expandOrganName(name: string): string {
  let full = name;
  for (const [mark, words] of FULL) full = full.replace(mark, words);
  return full.replace(/\s+/gu, ' ').trim();
}
