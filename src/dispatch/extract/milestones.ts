/**
 * Milestones: events with a year or date, such as `tổng kết vào năm 2030`.
 *
 * @source sample 002 lines 60 and 62
 */
import type { Milestone } from '../../domain/record.ts';
import type { NormalizedText } from '../normalize/index.ts';
import type { Passage } from './passages.ts';
import { splitSentences } from './sentences.ts';

const EVENT = /(?<event>(?:sơ,? tổng kết|sơ kết|tổng kết|khai mạc|bế mạc|lễ phát động|đại hội|hội nghị tổng kết|hội nghị sơ kết))(?<between>(?:(?!sơ kết|tổng kết|đại hội|khai mạc|bế mạc)[^.;:]){0,120}?)\s(?:vào|trong|trước|xong|năm)\s*(?:cuối\s+|đầu\s+|giữa\s+)?(?:(?:ngày\s+(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<dayYear>\d{4}))|(?:(?:tháng\s+(?<onlyMonth>\d{1,2})(?:\s+năm\s+|\/))?(?:năm\s+)?(?<year>20\d{2})))/giu;

/** @returns one entry for each event, with the words it stands in */
export function listMilestones(normalized: NormalizedText, passages: readonly Passage[]): Milestone[] {
  const milestones: Milestone[] = [];
  for (const passage of passages) {
    if (passage.region !== null) continue;
    const { block } = passage.paragraph;
    for (const sentence of splitSentences(block.text)) {
      for (const match of block.text.slice(sentence.start, sentence.end).matchAll(EVENT)) {
        const groups = match.groups ?? {};
        if (/\d{4}\s*$/u.test(groups.between ?? '')) continue;
        const start = sentence.start + match.index;
        milestones.push({
          anchor: passage.anchor, line: normalized.lines.pointAt(normalized.toSource[block.offsets[start] ?? 0] ?? 0).line,
          text: block.printed.slice(start, start + match[0].length), event: (groups.event ?? '').toLowerCase(), date: dateOf(groups),
        });
      }
    }
  }
  return milestones;
}

function dateOf(groups: Record<string, string | undefined>): string | null {
  if (groups.dayYear) return `${groups.dayYear}-${(groups.month ?? '').padStart(2, '0')}-${(groups.day ?? '').padStart(2, '0')}`;
  if (groups.onlyMonth) return `${groups.year}-${groups.onlyMonth.padStart(2, '0')}`;
  return groups.year ?? null;
}
