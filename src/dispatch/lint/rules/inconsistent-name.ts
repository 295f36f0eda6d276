/**
 * A place name whose accents differ from the province list or from the rest of the paper: `Hung Yên`, `EA KNÓP` beside `Ea Knốp`.
 *
 * @source Nghị quyết 202/2025/QH15 (names of provinces); samples 003 line 7, 004 line 4.
 */
import { foldVietnamese, unifyTonePlacement } from '../../../domain/vietnamese.ts';
import type { Finding, LintRule } from '../rule.ts';
import type { LintContext } from '../context.ts';

/** A level word and a name of one to three capitalised words. */
const NAMED_PLACE = /(?<!\p{L})(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG)[ \t]+(\p{Lu}[\p{L}']*(?:[ \t]+\p{Lu}[\p{L}']*){0,2})(?!\p{L})/gu;
/** Spellings of provinces in official use beside the list's own. */
const OTHER_SPELLINGS = new Set(['bắc cạn', 'đắc lắc', 'đăk lăk', 'đắc nông', 'đăk nông', 'kontum']);

export const inconsistentName: LintRule = {
  ruleId: 'inconsistent-name',
  title: 'Địa danh viết lệch dấu',
  explanation: 'Địa danh ở đây chỉ khác về dấu so với tên trong danh mục tỉnh, thành phố hoặc so với cách viết ở những chỗ khác của cùng văn bản (Hung Yên – Hưng Yên), nên có lẽ do quét sai. Hãy đối chiếu bản gốc và thêm một đính chính.',
  source: 'Nghị quyết số 202/2025/QH15 (tên tỉnh, thành phố); Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 2, điểm d',
  severity: 'warning',
  check(context) {
    return [...checkPlaceLine(context), ...checkNames(context)];
  },
};

function checkPlaceLine(context: LintContext): Finding[] {
  const line = context.regionPassages('place-date')[0];
  const place = line ? /^\s*(?:tỉnh|thành phố|TP\.?)?\s*(\p{Lu}[\p{L}\s-]*?)\s*,/u.exec(line.text) : null;
  if (!line || !place?.[1]) return [];
  const expected = provinceFor(place[1], context);
  if (!expected) return [];
  const start = line.start + place[0].indexOf(place[1]);
  return [report(context, start, start + place[1].length, expected)];
}

function checkNames(context: LintContext): Finding[] {
  const uses = new Map<string, { isProvince: boolean; form: string; start: number; end: number; text: string }[]>();
  for (const match of context.text.matchAll(NAMED_PLACE)) {
    const text = match[1]?.replace(/\s+/gu, ' ') ?? '';
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    const use = { isProvince: /^(?:tỉnh|thành phố)/iu.test(match[0]), form: unifyTonePlacement(text.toLowerCase()), start, end: start + (match[1]?.length ?? 0), text };
    const fold = foldVietnamese(text);
    uses.set(fold, [...(uses.get(fold) ?? []), use]);
  }
  const provinces = [...uses.values()].flat().filter((use) => use.isProvince).flatMap((use) => {
    const expected = provinceFor(use.text, context);
    return expected ? [report(context, use.start, use.end, expected)] : [];
  });
  return [...provinces, ...[...uses.values()].flatMap((list) => {
    const counts = new Map<string, number>();
    for (const use of list) counts.set(use.form, (counts.get(use.form) ?? 0) + 1);
    const [usual, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    if (counts.size < 2 || count < 2) return [];
    const model = list.find((use) => use.form === usual && use.text !== use.text.toUpperCase())?.text ?? usual;
    return list.filter((use) => use.form !== usual && (counts.get(use.form) ?? 0) === 1 && !/[iy]/u.test(differing(use.form, usual))).map((use) => report(context, use.start, use.end, model));
  })];
}

/** The province of these letters when the accents differ, else `null`. */
function provinceFor(name: string, context: LintContext): string | null {
  const form = unifyTonePlacement(name.toLowerCase().replace(/\s+/gu, ' ').trim());
  const rows = context.registry.provinces.map((row) => row.oldName);
  if (OTHER_SPELLINGS.has(form) || rows.some((row) => row.toLowerCase() === form)) return null;
  return rows.find((row) => foldVietnamese(row) === foldVietnamese(form)) ?? null;
}

function report(context: LintContext, start: number, end: number, expected: string): Finding {
  return { start, end, expected, message: `Thấy địa danh \`${context.slice(start, end)}\`, có lẽ là \`${expected}\`. Hãy đối chiếu bản gốc.` };
}

/** Letters in which two spellings of one length differ. */
function differing(a: string, b: string): string {
  return [...a].filter((letter, index) => letter !== b[index]).join('');
}
