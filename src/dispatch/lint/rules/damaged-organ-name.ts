/**
 * A word is missing in the name of an organ: `Ủy ban nhân tỉnh`.
 *
 * @source sample 002 line 11; names of `content/registry/`.
 */
import { remember } from '../remember.ts';
import type { Registry } from '../../../domain/registry.ts';
import type { LintRule } from '../rule.ts';
import type { Word } from '../syllables/read-words.ts';

export const damagedOrganName: LintRule = {
  ruleId: 'damaged-organ-name',
  title: 'Tên cơ quan thiếu chữ',
  explanation: 'Tên cơ quan ở đây giống một tên đã biết nhưng thiếu một chữ ở giữa (Ủy ban nhân tỉnh – Ủy ban nhân dân tỉnh), thường do quét sót. Trang web vẫn hiểu đúng cơ quan; hãy đối chiếu bản gốc và thêm một đính chính.',
  source: 'Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 2, điểm b',
  severity: 'warning',
  check(context) {
    const damaged = damagedNames(context.registry);
    const { words } = context;
    return words.flatMap((first, index) => {
      // Only before a place: elsewhere the shorter words may be another name.
      if (!/^\p{Lu}/u.test(first.text)) return [];
      for (const { rest, name } of damaged.get(first.form) ?? []) {
        const run = words.slice(index, index + rest.length), next = words[index + rest.length];
        if (!isPlaceWord(next) || !rest.every((form, at) => run[at]?.form === form && (at === 0 || run[at]?.joined))) continue;
        const seen = context.slice(first.start, next.end).replace(/\s+/gu, ' ');
        const expected = `${name.charAt(0).toUpperCase()}${name.slice(1)} ${next.text}`;
        return [{ start: first.start, end: next.end, expected, message: `Thấy \`${seen}\`, có lẽ thiếu chữ, cần \`${expected}\`. Hãy đối chiếu bản gốc.` }];
      }
      return [];
    });
  },
};

/** Names of kinds of organ with one word left out, by their first word. */
const damagedNames = remember((registry: Registry): Map<string, { rest: readonly string[]; name: string }[]> => {
  const names = registry.organTypes.map((row) => row.name.toLowerCase()).filter((name) => name.split(' ').length >= 4);
  const damaged = names.flatMap((name) => {
    const words = name.split(' ');
    return words.slice(1).map((_, index) => ({ name, rest: words.filter((_word, at) => at !== index + 1) })).filter(({ rest }) => !names.includes(rest.join(' ')));
  });
  return Map.groupBy(damaged, ({ rest }) => rest[0] ?? '');
});

function isPlaceWord(word: Word | undefined): word is Word {
  return word !== undefined && word.joined && /^(?:tỉnh|huyện|xã|phường|quận|thành)$/u.test(word.form);
}
