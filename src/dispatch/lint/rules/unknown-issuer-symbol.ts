/**
 * A mark of an organ that is no known one, but would be with Đ for D or with one other letter: `CTCD` for `CTCĐ`, `VHXX` for `VHXH`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 8, khoản 2, điểm c; samples 000 line 31, 003 lines 3, 45, 49, 004 line 51.
 */
import { foldVietnamese } from '../../../domain/vietnamese.ts';
import { isOneEditApart } from '../../../domain/issuer-words.ts';
import { remember } from '../remember.ts';
import { findRuin } from './_ruin.ts';
import type { Finding, LintRule } from '../rule.ts';
import type { LintContext } from '../context.ts';

/** Marks reported in full before repeats are left out. */
const MAX_REPEATS = 3;

export const unknownIssuerSymbol: LintRule = {
  ruleId: 'unknown-issuer-symbol',
  title: 'Chữ viết tắt của cơ quan không có trong danh mục',
  explanation: 'Nhóm chữ viết tắt này không có trong danh mục, nhưng chỉ khác một chữ đã biết ở nét ngang của Đ hoặc ở một chữ cái (CTCD thay cho CTCĐ), nên rất có thể do quét sai. Nếu đúng là sai, hãy thêm một đính chính; nếu là chữ viết tắt mới, hãy thêm một dòng vào danh mục của trang.',
  source: 'Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 2, điểm c; Phụ lục III',
  severity: 'warning',
  check(context) {
    if (findRuin(context).lines.length > 0) return [];
    const known = knownMarks(context.registry);
    const repeats = new Map<string, number>();
    return [...findLostBars(context, known), ...findMisreadUnits(context, known)].filter((finding) => {
      const word = context.text.slice(finding.start, finding.end);
      const count = (repeats.get(word) ?? 0) + 1;
      repeats.set(word, count);
      return count <= MAX_REPEATS;
    });
  },
};

/** Capital words anywhere whose only flaw is a D that a known mark has as Đ: `TLD`, `QHLD`, `ĐĐTLD`. */
function findLostBars(context: LintContext, known: ReadonlyMap<string, readonly string[]>): Finding[] {
  return [...context.text.matchAll(/(?<![\p{L}\d])[A-ZĐƯÔƠÂĂÊ]*D[A-ZĐƯÔƠÂĂÊ]*(?![\p{L}\d])/gu)].flatMap((match) => {
    const word = match[0];
    const spellings = known.get(foldVietnamese(word)) ?? [];
    const expected = spellings.find((text) => text !== word && foldBars(text) === foldBars(word));
    if (spellings.includes(word) || !expected) return [];
    // Two letters count only inside a number: `30/2020/ND-CP`.
    if (word.length < 3 && !/\d[-/]$/u.test(context.text.slice(Math.max(0, match.index - 3), match.index))) return [];
    return [{ start: match.index, end: match.index + word.length, expected, message: `Thấy \`${word}\`, cần \`${expected}\`: chữ Đ có lẽ bị quét thành D. Hãy đối chiếu bản gốc.` }];
  });
}

/** A drafting unit in the last recipient line that the paper's own symbol spells otherwise by one letter: `Lưu: VT, VHXX` under `/UBND-VHXH`. */
function findMisreadUnits(context: LintContext, known: ReadonlyMap<string, readonly string[]>): Finding[] {
  const own = (context.record.symbol ?? '').split(/[-/]/u).filter((part) => part.length >= 3).map((part) => known.get(foldVietnamese(part))?.[0] ?? part);
  return context.regionPassages('recipients').filter((passage) => /L.u\s?:/u.test(passage.text)).flatMap((passage) => {
    const words = [...passage.text.matchAll(/(?<![\p{L}\d])[\p{Lu}]{3,}(?![\p{L}\d])/gu)];
    return words.flatMap((match) => {
      const expected = own.find((part) => part !== match[0] && part.length === match[0].length && isOneEditApart(part, match[0]));
      if (!expected || known.get(foldVietnamese(match[0]))?.includes(match[0]) || foldBars(expected) === foldBars(match[0])) return [];
      const start = passage.start + match.index;
      return [{ start, end: start + match[0].length, expected, message: `Thấy \`${match[0]}\` ở dòng Lưu, nhưng ký hiệu của văn bản là \`${context.record.symbol}\`, cần \`${expected}\`. Hãy đối chiếu bản gốc.` }];
    });
  });
}

/** Folded mark -> its known spellings. */
const knownMarks = remember((registry: LintContext['registry']): Map<string, string[]> => {
  const marks = [...registry.organs.flatMap((row) => row.marks), ...registry.organTypes.flatMap((row) => row.marks), ...registry.documentTypes.map((row) => row.code),
    ...registry.abbreviations.flatMap((row) => row.abbreviation.split(/[\s,/&-]+/u))].filter((mark) => /^\p{Lu}{2,}$/u.test(mark));
  const known = new Map<string, string[]>();
  for (const mark of marks) known.set(foldVietnamese(mark), [...(known.get(foldVietnamese(mark)) ?? []), mark]);
  return known;
});

function foldBars(text: string): string {
  return text.replace(/Đ/gu, 'D');
}
