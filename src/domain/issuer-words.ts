/**
 * Words of an organ's name in comparison form: accents folded, common abbreviations written out, so that `UBND tỉnh`,
 * `Uỷ ban nhân dân tỉnh` and `UY BAN NHÂN DÂN TỈNH` meet. Each word keeps its place in the cleaned name.
 *
 * @source domain guide section 2 (abbreviations), section 3.2 (relative names); sample 002 line 11 (`Ủy ban nhân tỉnh`).
 */
import { foldVietnamese, unifyTonePlacement } from './vietnamese.ts';

/** One word in comparison form; `start` and `end` are offsets into the cleaned name. */
export interface NameWord {
  readonly fold: string;
  readonly start: number;
  readonly end: number;
  /** A comma or semicolon follows. */
  readonly stop: boolean;
}

/** Folded abbreviation -> folded words. Only forms that mean one thing inside the name of an organ. */
const EXPANSIONS = new Map(Object.entries({
  ubnd: 'uy ban nhan dan', hdnd: 'hoi dong nhan dan', ldld: 'lien doan lao dong', tldldvn: 'tong lien doan lao dong viet nam',
  tldld: 'tong lien doan lao dong', tld: 'tong lien doan', mttq: 'mat tran to quoc', mttqvn: 'mat tran to quoc viet nam', ub: 'uy ban',
  ubmttq: 'uy ban mat tran to quoc', ubmttqvn: 'uy ban mat tran to quoc viet nam', btv: 'ban thuong vu', bch: 'ban chap hanh', dct: 'doan chu tich',
  tw: 'trung uong', vn: 'viet nam', tp: 'thanh pho', tphcm: 'thanh pho ho chi minh', hcm: 'ho chi minh', tx: 'thi xa',
  kcn: 'khu cong nghiep', kkt: 'khu kinh te', cdcs: 'cong doan co so', cdn: 'cong doan nganh', cdvc: 'cong doan vien chuc', ubkt: 'uy ban kiem tra', ubtvqh: 'uy ban thuong vu quoc hoi',
  tncs: 'thanh nien cong san', tncshcm: 'thanh nien cong san ho chi minh', lhpn: 'lien hiep phu nu', ccb: 'cuu chien binh', bhxh: 'bao hiem xa hoi',
  bqp: 'bo quoc phong', bca: 'bo cong an', vpcp: 'van phong chinh phu', ttg: 'thu tuong', nhnn: 'ngan hang nha nuoc', tandtc: 'toa an nhan dan toi cao',
  qhld: 'quan he lao dong', ctcd: 'cong tac cong doan', cspl: 'chinh sach phap luat', tand: 'toa an nhan dan', vksnd: 'vien kiem sat nhan dan',
  dbqh: 'dai bieu quoc hoi', btgdv: 'ban tuyen giao va dan van', btg: 'ban tuyen giao', gddt: 'giao duc va dao tao', gd: 'giao duc', khcn: 'khoa hoc va cong nghe',
  vhttdl: 'van hoa the thao va du lich', nnmt: 'nong nghiep va moi truong', gtvt: 'giao thong van tai', tnmt: 'tai nguyen va moi truong', ldtbxh: 'lao dong thuong binh va xa hoi',
}).map(([short, long]) => [short, long.split(' ')] as const));

/** No organ has a longer name; what follows is text that was taken for one. */
const MAX_NAME_LENGTH = 400;

/**
 * Cleans a printed organ name: NFC, Markdown marks and brackets off, one blank between words, tone placement unified,
 * term of office (`khóa XIII`, `nhiệm kỳ 2021 - 2026`) off. Case and accents stay.
 */
export function cleanOrganName(name: string): string {
  return unifyTonePlacement(name.slice(0, MAX_NAME_LENGTH).normalize('NFC'))
    .replace(/[*_`“”"‘’()[\]{}]/gu, ' ')
    .replace(/[–—−]/gu, '-')
    .replace(/(?<!\p{L})T\s?[./]\s?[ƯW](?!\p{L})/gu, 'TW')
    // Bare `TƯ` is Trung ương at an end or before a body of the centre; `BỘ TƯ PHÁP` keeps its Tư.
    .replace(/(?<!\p{L})TƯ(?=\s*(?:$|[,;.)]|(?:Đảng|ĐẢNG|Đoàn|ĐOÀN|Hội|HỘI|MTTQ|khóa)))/gu, 'TW')
    .replace(/(?<!\p{L})(TP|TX|TT)\.\s*/gu, '$1 ')
    .replace(/(\p{L})&(\p{L})/gu, '$1$2')
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/,?\s(?:khóa|nhiệm kỳ|KHÓA|NHIỆM KỲ|lần thứ|LẦN THỨ)\s(?:[IVXLC]+|\d[\d\s-]*|(?<=thứ\s)\p{Ll}+(?:\smột|\shai|\sba|\stư|\snăm)?)(?=\s|$)/gu, '')
    .trim()
    .replace(/^[\s.,;:/-]+|[\s.,;:/-]+$/gu, '');
}

/** Splits a cleaned name into words. Hyphens and stops vanish; abbreviations become the words they stand for. */
export function readNameWords(clean: string): NameWord[] {
  const words: NameWord[] = [];
  for (const match of clean.matchAll(/[\p{L}\p{N}]+/gu)) {
    const start = match.index, end = start + match[0].length;
    const fold = foldVietnamese(match[0]);
    const stop = /^\s*[,;]/u.test(clean.slice(end, end + 3));
    const isUpper = match[0] === match[0].toUpperCase();
    const next = foldVietnamese(clean.slice(end, end + 12)).trim();
    // `BCH quân sự` is Ban Chỉ huy, not Ban Chấp hành (domain guide section 2).
    const long = fold === 'bch' && next.startsWith('quan su') ? ['ban', 'chi', 'huy'] : isUpper ? EXPANSIONS.get(fold) : undefined;
    if (!long) words.push({ fold, start, end, stop });
    else for (const word of long) words.push({ fold: word, start, end, stop });
  }
  return words;
}

/**
 * Matches a folded pattern at a word.
 * @param slack true also accepts one misread letter in one word, or one word left out of a pattern of four or more
 * @returns index after the last matched word, or -1
 */
export function matchWords(words: readonly NameWord[], from: number, pattern: readonly string[], slack: boolean): number {
  let position = from, misses = 0;
  for (const [index, expected] of pattern.entries()) {
    const actual = words[position]?.fold;
    if (actual === expected) { position++; continue; }
    if (!slack || ++misses > 1) return -1;
    if (actual !== undefined && actual.length > 2 && isOneEditApart(actual, expected)) { position++; continue; }
    if (pattern.length < 4 || index === 0 || index === pattern.length - 1 && actual === undefined) return -1;
  }
  return position;
}

/** True when one letter was changed, lost or added. */
export function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length, endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) { endA--; endB--; }
  return endA - start <= 1 && endB - start <= 1;
}
