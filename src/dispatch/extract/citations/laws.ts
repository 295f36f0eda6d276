/**
 * Laws cited by name: `Luật Công đoàn năm 2024`, `Luật An toàn, vệ sinh lao động ngày 25 tháng 6 năm 2015`. A name that the
 * same dispatch gives with a number means that numbered law.
 *
 * @source domain guide 4.1 (law by name); Nghị định 30/2020/NĐ-CP, Phụ lục I: laws by type and name only
 */
import { formatPartialDate, type PartialDate } from '../../../domain/partial-date.ts';
import { foldLetters } from '../../../domain/vietnamese.ts';
import { DATE } from './patterns.ts';

export interface FoundLaw {
  readonly start: number;
  readonly end: number;
  readonly extent: number;
  /** `Luật Công đoàn`, as printed. */
  readonly name: string;
  readonly typeName: string;
  readonly date: PartialDate | null;
}

const LAW = /(?<![\p{L}])(?<type>Bộ luật|Bộ Luật|Luật|Pháp lệnh)\s+(?=\p{Lu}|[Ss]ửa đổi, bổ sung)/gu;
const MAX_NAME_UNITS = 150;
/** Names whose first part is followed by a comma: `Phòng, chống …`, `Thi đua, khen thưởng`. */
const COMMA_NAME = /^(?:Phòng|An toàn|Trật tự|Bảo vệ|Thi đua|Thực hành tiết kiệm|Quản lý|[Ss]ửa đổi|Nhập cảnh|Hòa giải|Hoà giải|Khám bệnh|Bảo hộ|Giám sát|Đất đai|Xuất cảnh|Tố tụng|Trưng mua|Thuế|Tiêu chuẩn|Khiếu nại|Cán bộ|Người lao động|Thủ tục|Viễn thông)(?:,| [^,]{0,24},)\s/u;
const NAME_END = /\s(?:ngày|năm|số|quy định|được|đã|có|tại(?! doanh nghiệp)|khi|thì|về|theo|là|để|với|cho|này|hiện hành|sửa đổi|và (?:các|những|Luật|Bộ|Nghị|Thông|văn bản|pháp luật)|của (?!Luật)|hoặc|trong|do|phải|như|thay|đối|gồm)(?!\p{L})/u;
const MAX_NAME_WORDS = 16;

/**
 * @param taken stretches that are citations already
 */
export function scanLaws(text: string, printed: string, taken: readonly { start: number; end: number }[]): FoundLaw[] {
  const laws: FoundLaw[] = [];
  for (const match of text.matchAll(LAW)) {
    const type = match.groups?.type ?? '';
    const nameStart = match.index + match[0].length;
    const end = nameStart + nameLength(/^[^;.()“”:"\n]*/u.exec(text.slice(nameStart, nameStart + MAX_NAME_UNITS))?.[0] ?? '');
    if (end === nameStart || /^\s+số\s/u.test(text.slice(end, end + 6)) || taken.some((other) => match.index < other.end && other.start < end)) continue;
    // Inside the name of the law that amends it: the date after it belongs to that one.
    const inside = match.index < (laws.at(-1)?.end ?? 0);
    const dated = inside ? null : DATE.exec(foldLetters(text.slice(end, end + 50)));
    const year = dated || inside ? null : /^\s+năm\s+(\d{4})(?!\d)/u.exec(text.slice(end, end + 12));
    laws.push({
      start: match.index, end, extent: end + (dated?.[0].length ?? year?.[0].length ?? 0), name: printed.slice(match.index, end), typeName: type,
      date: dated?.groups ? formatPartialDate(Number(dated.groups.year), Number(dated.groups.month), Number(dated.groups.day)) : year ? formatPartialDate(Number(year[1]), null, null) : null,
    });
  }
  return laws;
}

/** `sửa đổi, bổ sung một số điều của Luật …`: the amended law's name is part of the amending one's. */
const AMENDING = /^[Ss]ửa đổi,? bổ sung(?: một số điều)?(?: của)?(?: các)?\s+(?:Bộ luật|Luật|Pháp lệnh)\s+/u;

function nameLength(rest: string): number {
  const amending = AMENDING.exec(rest)?.[0].length ?? 0;
  if (amending > 0) return amending + nameLength(rest.slice(amending));
  let end = NAME_END.exec(rest)?.index ?? rest.length;
  const comma = rest.indexOf(',');
  if (comma >= 0 && comma < end) {
    const second = rest.indexOf(',', comma + 1);
    end = COMMA_NAME.test(rest) && /^,\s+\p{Ll}/u.test(rest.slice(comma)) ? Math.min(end, second < 0 ? end : second) : comma;
  }
  const words = rest.slice(0, end).trimEnd();
  return words.split(' ').length > MAX_NAME_WORDS || /^(?:sư|Sư)(?!\p{L})/u.test(words) ? 0 : words.length;
}
