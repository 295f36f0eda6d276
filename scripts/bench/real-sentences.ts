/** Sentences of real papers, to fill dispatches made for measuring: running text only, without what would stop at the publication gate. */
import { readFileSync } from 'node:fs';
import { listFiles } from '../lib/digest-files.ts';

/** Letters that only Vietnamese uses; a bad scan has few of them. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/giu;
/** Numbers of papers would become citations nobody reckoned with; long figures and seals of secrecy stop at the gate. */
const UNWANTED = /\d{5,}|\d+\s*[/-]\s*[\p{Lu}\d]|số\s*:|MẬT|DỰ THẢO|NỘI BỘ|XEM XONG|CCCD|CMND|điện thoại|tài khoản|căn cước|@|https?:|^(?:Kính gửi|Nơi nhận|Lưu|Điều|Chương|Căn cứ)/iu;

/**
 * Reads sentences of 60 to 500 characters, in a fixed order.
 * @param folder texts (`.txt`, `.md`), also below it
 * @throws Error when the folder gives fewer than twenty
 */
export function readSentences(folder: string): string[] {
  const found = new Set<string>();
  for (const path of listFiles(folder).filter((file) => /\.(?:txt|md)$/u.test(file)).sort()) {
    const text = readFileSync(path, 'utf8').normalize('NFC').replace(/[^\S\n]+/gu, ' ');
    // A line that ends in a comma or a small letter goes on in the next one.
    const joined = text.replace(/([\p{Ll},;])\n+(?=[\p{Ll}])/gu, '$1 ');
    for (const line of joined.split('\n')) for (const sentence of line.split(/(?<=[.;])\s+(?=\p{Lu})/u)) {
      const plain = sentence.replace(/^[\s\-–+•*a-zđ\d.)]{0,5}\s(?=\p{Lu})/u, '').trim();
      if (isRunningText(plain)) found.add(plain);
    }
  }
  if (found.size < 20) throw new Error(`readSentences: unexpected ${found.size} sentences in ${folder}, expected at least 20`);
  return [...found];
}

function isRunningText(text: string): boolean {
  if (text.length < 60 || text.length > 500 || !/^\p{Lu}\p{Ll}/u.test(text) || UNWANTED.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const marked = text.match(VIETNAMESE)?.length ?? 0;
  return letters / text.length > 0.72 && marked / letters > 0.22 && !/[{}<>|\\^~_=#*“”"]/u.test(text) && !/(?<!\p{L})[bcdfghklmnpqrstvx](?!\p{L})/u.test(text);
}
