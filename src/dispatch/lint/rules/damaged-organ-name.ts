/**
 * A word is missing in the name of an organ: `Ủy ban nhân tỉnh`.
 *
 * @source sample 002 line 11; names of `content/registry/`.
 */
import type { LintRule } from '../rule.ts';
import { readWords, type Word } from '../syllables/read-words.ts';

export const damagedOrganName: LintRule = {
  ruleId: 'damaged-organ-name',
  title: 'Tên cơ quan thiếu chữ',
  explanation: 'Tên cơ quan ở đây giống một tên đã biết nhưng thiếu một chữ ở giữa (Ủy ban nhân tỉnh – Ủy ban nhân dân tỉnh), thường do quét sót. Trang web vẫn hiểu đúng cơ quan; hãy đối chiếu bản gốc và thêm một đính chính.',
  source: 'Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 2, điểm b',
  severity: 'warning',
  check(context) {
    const names = context.registry.organTypes.map((row) => row.name.toLowerCase()).filter((name) => name.split(' ').length >= 4);
    const damaged = new Map<string, { name: string; length: number }>();
    for (const name of names) {
      const words = name.split(' ');
      for (let at = 1; at < words.length; at++) {
        const rest = words.filter((_, index) => index !== at).join(' ');
        if (!names.includes(rest)) damaged.set(rest, { name, length: words.length - 1 });
      }
    }
    const words = readWords(context.text);
    return words.flatMap((_, index) => {
      for (const length of [3, 4, 5, 6]) {
        const run = words.slice(index, index + length);
        const hit = run.length === length && run.slice(1).every((word) => word.joined) ? damaged.get(run.map((word) => word.form).join(' ')) : undefined;
        const next = words[index + length];
        // Only before a place: elsewhere the shorter words may be another name.
        if (!hit || !isPlaceWord(next) || !/^\p{Lu}/u.test(run[0]?.text ?? '')) continue;
        const start = run[0]?.start ?? 0, end = run.at(-1)?.end ?? 0;
        const expected = hit.name.charAt(0).toUpperCase() + hit.name.slice(1);
        return [{ start, end: next?.end ?? end, expected: `${expected} ${next?.text ?? ''}`, message: `Thấy \`${context.slice(start, next?.end ?? end)}\`, có lẽ thiếu chữ, cần \`${expected} ${next?.text ?? ''}\`. Hãy đối chiếu bản gốc.` }];
      }
      return [];
    });
  },
};

function isPlaceWord(word: Word | undefined): boolean {
  return word !== undefined && word.joined && /^(?:tỉnh|huyện|xã|phường|quận|thành)$/u.test(word.form);
}
