/**
 * A word too many inside a citation: `Chương trình hành động của số 02-CTr/ĐĐTLĐ`.
 *
 * @source domain guide section 1.4; sample 002 line 70.
 */
import type { Registry } from '../../../domain/registry.ts';
import { remember } from '../remember.ts';
import type { LintRule } from '../rule.ts';

export const strayWordInCitation: LintRule = {
  ruleId: 'stray-word-in-citation',
  title: 'Thừa chữ trong viện dẫn',
  explanation: 'Giữa tên loại và số của văn bản được viện dẫn có một chữ thừa (“Chương trình hành động của số 02-CTr/ĐĐTLĐ”), hoặc thiếu tên cơ quan sau chữ “của”. Trang web vẫn nhận ra số; hãy đối chiếu bản gốc.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I (cách viện dẫn)',
  severity: 'warning',
  check(context) {
    return [...context.text.matchAll(buildPattern(context.registry))].map((match) => ({
      start: match.index, end: match.index + match[0].length - 1, expected: `${match[1]} số`,
      message: `Thấy \`${`${match[1]} ${match[2]} số`.replace(/\s+/gu, ' ')}\`: chữ \`${match[2]}\` thừa hoặc thiếu tên cơ quan, cần \`${match[1]?.replace(/\s+/gu, ' ')} số\`. Hãy đối chiếu bản gốc.`,
    }));
  },
};

const buildPattern = remember((registry: Registry): RegExp => {
  const names = registry.documentTypes.flatMap((row) => [row.name, ...row.variations]).filter((name) => name.includes(' ') || name.length > 5).sort((a, b) => b.length - a.length);
  const type = names.map((name) => name.replace(/[^\p{L}\d\s]/gu, '.')).join('|');
  return new RegExp(String.raw`(?<!\p{L})(${type})\s+(của|về|tại|theo)\s+(số\s*:?\s*\d+[a-zđ]?\s*[-/]\s*[\p{Lu}\d])`, 'giu');
});
