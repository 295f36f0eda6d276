/**
 * State and Party order mixed: `117-KH/UBND` of a People's Committee should read `117/KH-UBND`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 (state: serial/TYPE-ORGAN); Quy định 399-QĐ/TW (Party: serial-TYPE/ORGAN); sample 002 line 11.
 */
import type { LintRule } from '../rule.ts';

/** `117-KH/UBND` */
const PARTY_ORDER = /^(\d+[a-zđ]?)-(\p{L}+)\/([\p{L}\d&]+)$/u;
/** `57/NQ-TW` */
const STATE_ORDER = /^(\d+[a-zđ]?)\/(\p{L}+)-([\p{L}\d&]+)$/u;

export const mixedNumberOrder: LintRule = {
  ruleId: 'mixed-number-order',
  title: 'Số, ký hiệu viết lẫn thể thức Nhà nước và Đảng',
  explanation: 'Văn bản Nhà nước và công đoàn viết số/loại-cơ quan (117/KH-UBND); văn bản của Đảng viết số-loại/cơ quan (57-NQ/TW). Một số viết theo kiểu kia dễ bị tưởng là văn bản khác. Trang web coi hai cách viết của cùng một cơ quan là một văn bản và vẫn in đúng chữ của bản gốc; hãy đối chiếu rồi đính chính nếu cần.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 3; Quy định số 399-QĐ/TW',
  severity: 'warning',
  check(context) {
    const systems = systemsOfMarks(context.registry);
    const types = new Set(context.registry.documentTypes.map((row) => row.code));
    return context.record.citations.flatMap((citation) => {
      const number = citation.number ?? '';
      const party = PARTY_ORDER.exec(number), state = STATE_ORDER.exec(number);
      const [, serial = '', type = '', organ = ''] = party ?? state ?? [];
      const owners = systems.get(organ);
      // `89-TC/TCT` of a Công văn is an old ministry form, where TC is no type.
      if (!owners || !types.has(type) || (citation.type && citation.type.code !== type && !isSameMark(citation.type.code, type))) return [];
      const isWrong = party ? !owners.has('party') : owners.size === 1 && owners.has('party');
      const mention = citation.mentions[0];
      if (!isWrong || !mention) return [];
      const expected = party ? `${serial}/${type}-${organ}` : `${serial}-${type}/${organ}`;
      const at = Math.max(0, mention.raw.search(/\d/u));
      const start = context.mentionOffset(mention) + at;
      return [{ start, end: start + mention.raw.length - at, message: `Thấy số \`${number}\` của cơ quan ${party ? 'Nhà nước hoặc đoàn thể viết theo thứ tự của văn bản Đảng' : 'Đảng viết theo thứ tự của văn bản Nhà nước'}, cần \`${expected}\`. Hãy đối chiếu văn bản được viện dẫn.`, expected }];
    });
  },
};

/** A Party regulation is marked QĐ though its own code is QyĐ. */
function isSameMark(code: string, mark: string): boolean {
  return mark === 'QĐ' && code === 'QyĐ';
}

function systemsOfMarks(registry: Parameters<LintRule['check']>[0]['registry']): Map<string, Set<string>> {
  const systems = new Map<string, Set<string>>();
  for (const row of [...registry.organs, ...registry.organTypes]) for (const mark of row.marks) systems.set(mark, (systems.get(mark) ?? new Set()).add(row.system));
  return systems;
}
