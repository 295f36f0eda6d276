/** Milestones, deadlines and ends of the stages of goals, in the order of time. */
import type { PartialDate } from '../../domain/partial-date.ts';
import type { CorpusRows } from './collect-rows.ts';
import type { CorpusDocument } from '../graph/graph.ts';
import { readWhen } from './read-when.ts';

export interface TimelineEntry {
  readonly kind: 'milestone' | 'deadline' | 'stage';
  /** First and last day, month or year; the same when it is one. */
  readonly from: PartialDate;
  readonly to: PartialDate;
  readonly text: string;
  /** Event of a milestone as the text names it: `sơ kết`; words of a deadline. */
  readonly event: string | null;
  readonly document: CorpusDocument;
  readonly anchor: string | null;
  /** Goals that end with a stage. */
  readonly count: number;
}

/** Collects what has a date; a deadline counted from some event ("05 ngày làm việc kể từ …") has none. Earliest end first. */
export function collectTimeline({ duties, targets, milestones }: CorpusRows): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const { document, milestone } of milestones) {
    const when = milestone.date === null ? null : readWhen(milestone.date) ?? { from: milestone.date, to: milestone.date };
    if (when) entries.push({ kind: 'milestone', ...when, text: milestone.text, event: milestone.event, document, anchor: milestone.anchor, count: 1 });
  }
  for (const { document, duty } of duties) {
    const when = duty.deadline === null || /kể từ/iu.test(duty.deadline) ? null : readWhen(duty.deadline);
    // A day long before the paper is history told, not a deadline.
    if (when && (document.date === null || when.to.slice(0, 4) >= document.date.slice(0, 4))) entries.push({ kind: 'deadline', ...when, text: duty.text, event: duty.deadline, document, anchor: duty.anchor, count: 1 });
  }
  const stages = new Map<string, TimelineEntry>();
  for (const { document, target } of targets) {
    const when = target.period === null ? null : readWhen(target.period);
    if (!when) continue;
    const id = `${document.key} ${target.period}`;
    const known = stages.get(id);
    stages.set(id, known ? { ...known, count: known.count + 1 } : { kind: 'stage', ...when, text: target.text, event: target.period, document, anchor: target.anchor, count: 1 });
  }
  return [...entries, ...stages.values()].sort((a, b) => compareText(a.to, b.to) || compareText(a.from, b.from) || compareText(a.document.key, b.document.key) || compareText(a.anchor ?? '', b.anchor ?? ''));
}

/** A name for each entry that stays the same while its paper does, also in another calendar: `<key>.<anchor>.deadline.2026-11-30`. */
export function nameTimelineEntries(timeline: readonly TimelineEntry[]): Map<TimelineEntry, string> {
  const seen = new Map<string, number>();
  return new Map(timeline.map((entry) => {
    const name = `${entry.document.key.replace(/\//gu, '.')}.${entry.anchor ?? 'van-ban'}.${entry.kind}.${entry.to}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return [entry, times === 1 ? name : `${name}.${times}`];
  }));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
