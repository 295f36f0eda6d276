/**
 * Targets (chỉ tiêu): subject + number + unit + comparator + period.
 *
 * @source domain guide 6; sample 002 lines 116-138. National goals quoted as background and counts of addressees are none.
 */
import type { Target } from '../../domain/record.ts';
import { foldLetters } from '../../domain/vietnamese.ts';
import type { NormalizedText } from '../normalize/index.ts';
import type { Passage } from './passages.ts';
import { headingsAbove } from './headings.ts';
import { splitSentences } from './sentences.ts';

type Comparator = Target['comparator'];

const BEFORE: readonly [RegExp, Comparator][] = [
  [/(?:ít nhất|tối thiểu|không dưới|không thấp hơn|≥)\s*$/iu, 'gte'],
  [/(?:trên|hơn|vượt|>)\s*$/iu, 'gt'],
  [/(?:không quá|tối đa|không vượt quá|không cao hơn|≤)\s*$/iu, 'lte'],
  [/(?:dưới|<)\s*$/iu, 'lt'],
];
const PERCENT = /(?<before>(?:ít nhất|tối thiểu|không dưới|không thấp hơn|trên|hơn|vượt|không quá|tối đa|không vượt quá|dưới|[≥≤<>])\s*)?(?:từ\s+)?(?<value>\d{1,3}(?:[.,]\d{1,2})?)\s?%?\s?(?:(?:-|đến)\s?(?<to>\d{1,3}(?:[.,]\d{1,2})?)\s?)?%(?<after>\s*(?:trở lên|trở xuống))?/giu;
/** Nouns that goals count, longest first; another noun is taken by its first word or two. */
const UNITS = ['công đoàn cơ sở', 'nghiệp đoàn cơ sở', 'cán bộ công đoàn', 'đoàn viên công đoàn', 'người lao động', 'tổ chức đảng', 'thủ tục hành chính', 'dịch vụ công', 'đoàn viên', 'mô hình', 'đơn vị', 'doanh nghiệp', 'triệu đồng', 'tỷ đồng', 'nghìn đồng', 'sáng kiến', 'giải pháp', 'sản phẩm', 'hội nghị', 'công trình', 'học sinh', 'cán bộ', 'tổ chức', 'cơ sở', 'dự án', 'hợp tác xã', 'lao động', 'đề tài', 'tin, bài', 'tin bài', 'chuyên đề', 'hoạt động', 'câu lạc bộ', 'tập thể', 'cá nhân', 'văn bản', 'hộ', 'lớp', 'buổi', 'cuộc', 'người', 'vụ', 'lần', 'xã', 'thôn', 'trường', 'bài', 'tin', 'ha', 'km', 'điểm', 'giờ', 'ngày', 'tháng', 'lượt người', 'lượt', 'suất', 'căn', 'nhà'].sort((a, b) => b.length - a.length);
const COUNT = new RegExp(String.raw`(?:(?<before>ít nhất|tối thiểu|không dưới|không quá|tối đa|trên|dưới|đạt|từ|≥|≤)\s+)?(?<![\d.,/-])(?:từ\s+)?(?<value>\d{1,3}(?:\.\d{3})+|\d{1,6}(?:,\d{1,2})?)\s+(?<unit>(?:${UNITS.join('|')})(?!\p{L})|(?!năm|tuần|phút|đến)\p{Ll}\p{L}*(?:\s\p{Ll}\p{L}*)?)(?<after>\s+trở lên|\s+trở xuống)?`, 'giu');
const GOAL_SECTION = /(?:chi tieu|muc tieu|ket qua can dat|phan dau)/u;
const GOAL_WORDS = /phấn đấu|đạt|trở lên|ít nhất|tối thiểu|bảo đảm|đảm bảo|hoàn thành|được|có|tỷ lệ|giảm|tăng/iu;
const BACKGROUND = /tình hình|kết quả|đánh giá|hạn chế|đã đạt|đặc điểm/iu;

/** @returns targets in source order; a target inside a target stands in `nested` */
export function listTargets(normalized: NormalizedText, passages: readonly Passage[]): Target[] {
  const targets: Target[] = [];
  for (const passage of passages) {
    if (passage.region !== null || passage.paragraph.role === 'heading' || passage.inTable) continue;
    const headings = headingsAbove(passage);
    const inGoals = headings.some((heading) => GOAL_SECTION.test(foldLetters(heading)));
    if (headings.some((heading) => BACKGROUND.test(heading)) && !inGoals) continue;
    const { block, labelLength } = passage.paragraph;
    for (const sentence of splitSentences(block.text)) {
      const start = Math.max(sentence.start, labelLength);
      const text = block.text.slice(start, sentence.end);
      const printed = block.printed.slice(start, sentence.end);
      const target = readTarget(text, printed, inGoals, headings);
      if (!target) continue;
      targets.push({ anchor: passage.anchor, line: normalized.lines.pointAt(normalized.toSource[block.offsets[start] ?? 0] ?? 0).line, ...target });
    }
  }
  return targets;
}

function readTarget(text: string, printed: string, inGoals: boolean, headings: readonly string[]): Omit<Target, 'anchor' | 'line'> | null {
  const first = [...text.matchAll(PERCENT)][0];
  const leads = first !== undefined && (first.index < 4 || /^(?:phấn đấu|đảm bảo|bảo đảm|có|đến|hằng năm|hàng năm|tỷ lệ|tối thiểu|ít nhất|trên|năm|\p{L})/iu.test(text));
  if (!first || !leads || !(inGoals || (first.index < 4 && GOAL_WORDS.test(text)) || /phấn đấu|chỉ tiêu|trở lên|đạt tỷ lệ/iu.test(text) || /^(?:Tỷ lệ|Số dư|Số lượng|Mức)\s/u.test(text))) return readCountTarget(text, printed, inGoals, headings);
  const groups = first.groups ?? {};
  const before = text.slice(0, first.index) + (groups.before ?? '');
  const after = text.slice(first.index + first[0].length);
  const comparator: Comparator = groups.to ? 'range' : groups.after?.includes('lên') ? 'gte' : groups.after ? 'lte' : (BEFORE.find(([pattern]) => pattern.test(before))?.[1] ?? 'eq');
  const described = first.index < 4 || /(?:phấn đấu|có|đạt|ít nhất|tối thiểu|trên)\s*(?:có\s*)?$/iu.test(before.replace(groups.before ?? '', ''));
  const subject = described ? readSubject(after) : readSubject(before.replace(/^(?:phấn đấu|đến (?:hết )?năm \d{4},?|hằng năm,?|hàng năm,?)\s*/iu, ''));
  return {
    text: printed.trim(), value: numberOf(groups.value), valueTo: groups.to ? numberOf(groups.to) : null, unit: '%', comparator, subject,
    measure: measureOf(after, subject), period: readPeriod(text, headings), nested: readNested(after),
  };
}

function readCountTarget(text: string, printed: string, inGoals: boolean, headings: readonly string[]): Omit<Target, 'anchor' | 'line'> | null {
  if (!inGoals && !/phấn đấu|chỉ tiêu/iu.test(text)) return null;
  const match = [...text.matchAll(COUNT)].find((item) => countComparator(item.groups ?? {}) !== null);
  if (!match) return null;
  const groups = match.groups ?? {};
  const comparator = countComparator(groups);
  if (comparator === null) return null;
  return {
    text: printed.trim(), value: numberOf(groups.value), valueTo: null, unit: groups.unit ?? null, comparator,
    subject: readSubject(text.slice(0, match.index)), measure: measureOf(text.slice(match.index + match[0].length), null), period: readPeriod(text, headings), nested: [],
  };
}

function readNested(text: string): Target['nested'] {
  return [...text.matchAll(COUNT)].flatMap((match) => {
    const comparator = countComparator(match.groups ?? {});
    return comparator === null || comparator === 'eq' ? [] : [{ value: numberOf(match.groups?.value), unit: match.groups?.unit ?? null, text: match[0], comparator }];
  });
}

/** `từ 40 lớp` alone bounds nothing: it needs `trở lên`. */
function countComparator(groups: Record<string, string | undefined>): Comparator | null {
  if (groups.after) return groups.after.includes('lên') ? 'gte' : 'lte';
  const before = groups.before?.toLowerCase() ?? '';
  if (before === 'từ' || before === '') return null;
  return before === 'đạt' ? 'eq' : (BEFORE.find(([pattern]) => pattern.test(`${before} `))?.[1] ?? 'eq');
}

function readSubject(text: string): string | null {
  const words = text.replace(/^\s*(?:số|các|tổng số|trở lên|đối với)\s+/iu, '').replace(/^(?:các|những)\s+/iu, '');
  const end = words.search(/\s(?:được|có|tổ chức|đạt|tham gia|thực hiện|phải|hoàn thành|sử dụng|biết|ký|là|triển khai|ban hành|xây dựng)\s|[;:.]|,\s(?=được|có)/u);
  const subject = (end < 0 ? words : words.slice(0, end)).replace(/^[\s,/–-]+|\s\([^)]*$|[\s,]+$/gu, '').replace(LOOSE_END, '').replace(/[\s,]+$/u, '');
  return subject === '' || subject.length > 160 || NO_SUBJECT.test(subject) ? null : subject;
}

/** Words before a figure that belong to it: `Kinh tế số chiếm` 20%, `Mức hỗ trợ bằng` 70%. */
const LOOSE_END = /(?:\s(?:khi|cho|chiếm|bằng|được|về|đã|tăng|giảm|thêm|trung bình|khoảng|tối thiểu|tối đa|ít nhất|trên|dưới|hàng năm|hằng năm))+$/iu;
/** What names nobody and nothing: a place or time, a bare verb, the number of the goal. */
const NO_SUBJECT = /^(?:(?:vào|tại|trong|đến|từ|khi|năm)\s|(?:có|đảm bảo|bảo đảm|phấn đấu|hình thành|đạt|tăng|giảm|thêm|đồng thời|trường hợp|phát triển|xây dựng|thành lập|kết nạp|tổ chức|hỗ trợ|vận động|duy trì|hoàn thành|công nhận)(?:,|\s+(?:thêm|mới|trên|được|khoảng|phát triển))*$|(?:chỉ tiêu\s+)?\d+(?:\s+điểm)?$)/iu;

function measureOf(after: string, subject: string | null): string | null {
  const at = subject === null ? 0 : after.indexOf(subject) + subject.length;
  const measure = after.slice(Math.max(0, at)).replace(/^[\s,]+|[\s.;]+$/gu, '').trim();
  return measure === '' ? null : measure;
}

/** Period from the nearest heading (`Giai đoạn 2025-2027`), else from the sentence. */
function readPeriod(text: string, headings: readonly string[]): string | null {
  for (const words of [...headings].reverse()) {
    const range = /(20\d{2})\s?-\s?(20\d{2})/u.exec(words);
    if (range) return `${range[1]}-${range[2]}`;
    const year = /năm\s+(20\d{2})/iu.exec(words);
    if (year?.[1] && !/đến (?:hết )?năm/iu.test(words)) return year[1];
  }
  const own = /giai đoạn\s+(20\d{2})\s?-\s?(20\d{2})/iu.exec(text);
  return own ? `${own[1]}-${own[2]}` : null;
}

function numberOf(text: string | undefined): number | null {
  if (!text) return null;
  const value = Number(text.replace(/\.(?=\d{3}(?:\D|$))/gu, '').replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}
