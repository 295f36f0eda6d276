/** Goals by subject, to compare them between stages and documents. */
import { compareVietnamese, foldVietnamese } from '../../domain/vietnamese.ts';
import { cutIntoPages } from '../lists/cut-into-pages.ts';
import type { TargetRow } from './collect-rows.ts';

export interface GoalGroup {
  /** Subject as most papers write it; `null` for goals without one. */
  readonly subject: string | null;
  /** By stage, then newest document first. */
  readonly rows: readonly TargetRow[];
}

/** Groups goals whose subjects are the same words, accents and case aside; groups with more goals first, those without subject last. */
export function groupGoals(rows: readonly TargetRow[]): GoalGroup[] {
  const groups = new Map<string, { subject: string | null; rows: TargetRow[] }>();
  for (const row of rows) {
    const subject = row.target.subject?.replace(/\s+/gu, ' ').replace(/^[\s,;:.-]+|[\s,;:.-]+$/gu, '') ?? '';
    const id = foldVietnamese(subject);
    const group = groups.get(id) ?? { subject: subject === '' ? null : subject.charAt(0).toUpperCase() + subject.slice(1), rows: [] };
    group.rows.push(row);
    groups.set(id, group);
  }
  for (const group of groups.values()) group.rows.sort((a, b) => compareVietnamese(a.target.period ?? '9', b.target.period ?? '9'));
  return [...groups.values()].sort((a, b) => Number(a.subject === null) - Number(b.subject === null) || b.rows.length - a.rows.length || compareVietnamese(a.subject ?? '', b.subject ?? ''));
}

/** Goals on one page; a group that does not fit goes on overleaf. */
const PAGE_SIZE = 150;

/** The groups in pages, never empty; a group cut in two stands on both pages under its subject. */
export function pageGoals(groups: readonly GoalGroup[]): (readonly GoalGroup[])[] {
  const rows = groups.flatMap((group) => group.rows.map((row) => ({ group, row })));
  return cutIntoPages(rows, PAGE_SIZE).map((page) => [...Map.groupBy(page, ({ group }) => group)].map(([{ subject }, own]) => ({ subject, rows: own.map(({ row }) => row) })));
}
