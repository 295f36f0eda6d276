/**
 * Recognises Quốc hiệu and Tiêu ngữ, or the Party's heading, also when a scan lost accents.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1; Hướng dẫn 36-HD/VPTW for `ĐẢNG CỘNG SẢN VIỆT NAM`
 */
import { foldLetters } from '../../../domain/vietnamese.ts';

const STATE = /c.?[o0]?.?ng\s+h.{1,4}\s+x.{1,2}\s+h.{1,3}i|x.{1,2} h.{1,2}i ch.{1,4} ngh|ch.{1,3} ngh.{1,2}a vi.{1,3}t nam|^h[o0].{0,2}a? xa hoi/u;
const MOTTO = /^\W*.{1,3}[cd]? ?.{0,2}l.{1,2}p\s*[-.]?\s*t.{1,3} ?do\s*[-.]|doc lap.*tu do|tu do.*h.{1,2}nh ph/u;
const WORDS = new Set(['cong', 'hoa', 'xa', 'hoi', 'chu', 'nghia', 'viet', 'nam', 'doc', 'lap', 'tu', 'do', 'hanh', 'phuc']);
const PARTY = /^\W*dang cong san viet nam\W*$/u;

/** @returns which heading the line belongs to, or `null` */
export function readNationalHeading(text: string): 'state' | 'party' | null {
  if (text.length > 90 || /^(?:Căn cứ|Theo|Xét)\s/u.test(text)) return null;
  const folded = foldLetters(text);
  if (PARTY.test(folded)) return 'party';
  if (isPartOfHeading(folded)) return 'state';
  return STATE.test(folded) || MOTTO.test(folded) ? 'state' : null;
}

/** `CỘNG HÒA XÃ` / `HỘI CHỦ NGHĨA VIỆT NAM`: nothing but words of the heading, and not only the country's name. */
function isPartOfHeading(folded: string): boolean {
  const words = folded.split(/[^a-z]+/u).filter((word) => word !== '');
  return words.length >= 2 && words.every((word) => WORDS.has(word)) && !/^viet nam$/u.test(words.join(' '));
}
