/**
 * Tells the lines of a signature block apart: capacity (`TM. BAN THƯỜNG VỤ`), position (`PHÓ CHỦ TỊCH`), name, stamp.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, mục II.7; Party forms `T/M`, `K/T`, `T/L`: Hướng dẫn 36-HD/VPTW
 */
import { foldLetters } from '../../../domain/vietnamese.ts';
import { isMostlyUpperCase } from '../patterns/upper-case.ts';

const CAPACITY = /^(?:(?:TM|KT|TL|TUQ|TUN|T\/M|K\/T|T\/L)\s?[.,]?\s?(?=\p{Lu})|Q\s?\.\s?(?=\p{Lu}))/u;
const POSITION = /(?:chu tich|giam doc|truong|bi thu|chanh|pho|hieu truong|bo truong|thu tuong|tong thu ky|uy vien|thu truong|chu nhiem|thong doc|cuc truong|chi huy|doi truong|vien truong|tham phan|kiem sat|dai ta|trung ta|thuong ta|thieu tuong|thanh tra|tu lenh|quan doc|dai dien|nguoi ky|thu ky|truong ban|tong bien tap)/u;
const STAMP = /^\(?(?:đã ký|ký tên|ký, đóng dấu|ký,? ghi rõ họ tên.*)\)?$/iu;

export type SignatureLineKind = 'capacity' | 'position' | 'name' | 'stamp';

/** @returns what the line is inside a signature block, or `null` when it does not look like part of one */
export function readSignatureLine(text: string): SignatureLineKind | null {
  const line = text.replace(/^[\s"“]+|[\s.,"”]+$/gu, '');
  if (line === '' || line.length > 90) return null;
  if (STAMP.test(text.trim())) return 'stamp';
  if (CAPACITY.test(line) && isMostlyUpperCase(line)) return 'capacity';
  if (isMostlyUpperCase(line)) return POSITION.test(foldLetters(line)) ? 'position' : null;
  return isPersonName(line) ? 'name' : null;
}

/** True for two to six words that all begin with a capital, titles such as `TS.` before them allowed. */
export function isPersonName(text: string): boolean {
  const name = stripRank(text).replace(/^(?:(?:GS|PGS|TS|ThS|BS|CKI{1,2}|Th\.S|Ts|Bs|LS|NGND|NGƯT)\.?\s*)+/u, '').trim();
  const words = name.split(/\s+/u);
  return words.length >= 2 && words.length <= 6 && words.every((word) => /^\p{Lu}(?:\p{Ll}*|['’-]\p{L}\p{Ll}*)$/u.test(word) || /^[-–]$/u.test(word)) && !/^(?:Nơi|Kính|Điều|Phụ|Chương|Mục|Như|Lưu)\s/u.test(name);
}

/** True when the line opens a signature block by itself: a capacity mark before a capitalised body or post. */
export function opensSignature(text: string): boolean {
  return CAPACITY.test(text) && isMostlyUpperCase(text) && text.length <= 90;
}

/** `Thượng tướng Võ Minh Lương` -> `Võ Minh Lương`. */
export function stripRank(text: string): string {
  return text.replace(/^(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)|Chuẩn đô đốc|Phó đô đốc|Đô đốc)\s+/u, '');
}
