/**
 * A fixed formula of official papers that is nearly, but not quite, itself: `Dộc lập - Tự do - Hanh phúc`, `CHÍ THỊ`, `Sô: 05`, `Nơi nhân:`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1 (Quốc hiệu), II.9 (Nơi nhận) and Phụ lục III; Hướng dẫn 36-HD/VPTW (Party heading).
 */
import { foldVietnamese, unifyTonePlacement } from '../../../domain/vietnamese.ts';
import { isOneEditApart } from '../../../domain/issuer-words.ts';
import { remember } from '../remember.ts';
import type { Registry } from '../../../domain/registry.ts';
import type { Finding, LintRule } from '../rule.ts';
import type { LintContext } from '../context.ts';

/** Whole lines of every header. */
const HEADINGS = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'ỦY BAN NHÂN DÂN', 'HỘI ĐỒNG NHÂN DÂN', 'LIÊN ĐOÀN LAO ĐỘNG'];
/** Words that open a line and are followed by a colon. */
const LEADS = ['Số', 'Kính gửi', 'Nơi nhận', 'Lưu'];
/** Part of a heading's letters that may be misread. */
const MAX_LOSS = 0.3;
/** Characters of the text that may be header. */
const HEADER_LENGTH = 1500;

export const damagedFormula: LintRule = {
  ruleId: 'damaged-formula',
  title: 'Cụm từ cố định bị quét sai',
  explanation: 'Quốc hiệu, Tiêu ngữ, tên loại văn bản, “Số:”, “Kính gửi:”, “Nơi nhận:” là những cụm từ cố định; ở đây chữ chỉ gần giống nên chắc chắn đã quét sai. Những chữ bên cạnh có thể cũng sai; hãy đối chiếu cả dòng với bản gốc.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 1, 5 và 9; Phụ lục III',
  severity: 'warning',
  check(context) {
    return [...findHeadings(context), ...findTypeLines(context), ...findCitedTypes(context), ...findLeads(context)];
  },
};

function findHeadings({ text }: LintContext): Finding[] {
  const header = text.slice(0, HEADER_LENGTH);
  const plain = unifyTonePlacement(header).replace(/\s/gu, ' ').toLowerCase();
  const flat = fold(plain);
  const squeezed = squeeze(plain);
  return HEADINGS.flatMap((formula) => {
    const wanted = fold(formula.toLowerCase());
    // Blanks and line breaks are the layout's business.
    if (squeezed.includes(squeeze(formula.toLowerCase()))) return [];
    const hit = findNear(flat, wanted, Math.floor(wanted.length * (wanted.length > 20 ? MAX_LOSS : 0.12)));
    if (!hit || squeeze(plain.slice(hit.start, hit.end)) === squeeze(formula.toLowerCase())) return [];
    const words = header.slice(hit.start, hit.end);
    if (formula === formula.toUpperCase() && !isMostlyCapitals(words)) return [];
    return [narrow(hit.start, words, formula)];
  });
}

/** A line of its own that is a type's name in capitals under other marks: `CHÍ THỊ`. */
function findTypeLines({ text, registry }: LintContext): Finding[] {
  const types = typesByFold(registry);
  return [...text.slice(0, 2 * HEADER_LENGTH).matchAll(/^[ \t]*(\p{Lu}[\p{Lu} ]{4,40}\p{Lu})[ \t]*$/gmu)].flatMap((match) => {
    const printed = match[1] ?? '';
    const expected = types.get(fold(printed.toLowerCase()));
    if (!expected || unifyTonePlacement(printed).toUpperCase() === expected.toUpperCase()) return [];
    const start = match.index + match[0].indexOf(printed);
    return [finding(start, start + printed.length, printed, expected.toUpperCase())];
  });
}

/** The type word of a citation under other marks: `Chi thị số 01/CT-TTg`. */
function findCitedTypes({ text, registry }: LintContext): Finding[] {
  const types = typesByFold(registry);
  return [...text.matchAll(/(?<!\p{L})(\p{Lu}\p{Ll}+ \p{Ll}+) số:? [\dOIl]/gu)].flatMap((match) => {
    const printed = match[1] ?? '';
    const expected = types.get(fold(printed.toLowerCase()));
    if (!expected || unifyTonePlacement(printed).toLowerCase() === expected.toLowerCase() || /^Qui /u.test(printed)) return [];
    return [finding(match.index, match.index + printed.length, printed, expected)];
  });
}

/** `Sô: 05`, `Noi nhận:`, `Liru: VT` at the start of a line. */
function findLeads({ text }: LintContext): Finding[] {
  return [...text.matchAll(/^[ \t]*[-–]?[ \t]*(\p{L}[\p{L}']{1,7}(?: \p{L}[\p{L}']{1,5})?) ?:(?=(.{0,12}))/gmu)].flatMap((match) => {
    const printed = match[1] ?? '', next = match[2] ?? '';
    const flat = fold(printed.toLowerCase());
    const lead = LEADS.find((candidate) => flat === fold(candidate.toLowerCase()) || (candidate.length > 3 && isOneEditApart(flat, fold(candidate.toLowerCase()))));
    if (!lead || unifyTonePlacement(printed).toLowerCase() === lead.toLowerCase()) return [];
    if (lead === 'Số' && !/^\s*[\dOl.…*/-]/u.test(next) || lead === 'Lưu' && !/^\s*V/u.test(next)) return [];
    const start = match.index + match[0].indexOf(printed);
    return [finding(start, start + printed.length, printed, lead)];
  });
}

const typesByFold = remember((registry: Registry): Map<string, string> => new Map(registry.documentTypes.filter((row) => row.name.includes(' ')).map((row) => [fold(row.name.toLowerCase()), row.name])));

/** Folded text of the same length: one letter for one letter. */
function fold(text: string): string {
  let folded = '';
  for (const letter of text) {
    let known = FOLDED.get(letter);
    if (known === undefined) FOLDED.set(letter, known = foldVietnamese(letter).charAt(0) || ' ');
    folded += known;
  }
  return folded;
}

const FOLDED = new Map<string, string>();

function squeeze(text: string): string {
  return text.replace(/[\s-]+/gu, '');
}

/**
 * Best place of a pattern in a text with at most `limit` edits (Sellers). Time is the product of both lengths.
 * @returns offsets of the place, or `null`
 */
function findNear(text: string, pattern: string, limit: number): { start: number; end: number } | null {
  const width = pattern.length + 1;
  let costs = Uint16Array.from({ length: width }, (_, index) => index), nextCosts = new Uint16Array(width);
  let starts = new Uint32Array(width), nextStarts = new Uint32Array(width);
  let best: { start: number; end: number; cost: number } | null = null;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    nextCosts[0] = 0;
    nextStarts[0] = at + 1;
    for (let row = 1; row <= pattern.length; row++) {
      const change = (costs[row - 1] ?? 0) + (pattern.charCodeAt(row - 1) === unit ? 0 : 1);
      const drop = (nextCosts[row - 1] ?? 0) + 1, add = (costs[row] ?? 0) + 1;
      const cost = Math.min(change, drop, add);
      nextCosts[row] = cost;
      nextStarts[row] = cost === change ? (row === 1 ? at : starts[row - 1] ?? at) : cost === drop ? nextStarts[row - 1] ?? at : starts[row] ?? at;
    }
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
    const cost = costs[pattern.length] ?? Infinity;
    if (cost <= limit && (!best || cost < best.cost)) best = { start: starts[pattern.length] ?? 0, end: at + 1, cost };
  }
  return best;
}

function finding(start: number, end: number, printed: string, expected: string): Finding {
  return { start, end, expected, message: `Thấy \`${printed.replace(/\s+/gu, ' ').trim()}\`, cần \`${expected}\`. Hãy đối chiếu cả dòng với bản gốc.` };
}

function isMostlyCapitals(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => letter === letter.toUpperCase()).length > letters.length * 0.6;
}

/** Only the words that differ, when they are few and stand together: `NGHIA`. */
function narrow(start: number, printed: string, expected: string): Finding {
  const words = [...printed.matchAll(/\S+/gu)], wanted = expected.split(' ');
  const differing = words.flatMap((word, index) => (unifyTonePlacement(word[0]).toLowerCase() === wanted[index]?.toLowerCase() ? [] : [index]));
  const first = differing[0], last = differing.at(-1);
  const from = words[first ?? 0], to = words[last ?? 0];
  if (words.length !== wanted.length || first === undefined || last === undefined || !from || !to || last - first + 1 > wanted.length / 2) return finding(start, start + printed.length, printed, expected);
  const end = to.index + to[0].length;
  return finding(start + from.index, start + end, printed.slice(from.index, end), wanted.slice(first, last + 1).join(' '));
}
