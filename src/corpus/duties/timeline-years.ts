/** The timeline by years, each in pages. */
import { cutIntoPages } from '../lists/cut-into-pages.ts';
import type { TimelineEntry } from './timeline.ts';

export interface TimelineYear {
  /** Year in which the entries end: `2026`. */
  readonly year: string;
  readonly entries: readonly TimelineEntry[];
  readonly pages: readonly (readonly TimelineEntry[])[];
}

/** Entries on one page. */
const PAGE_SIZE = 150;

/** Earliest year first. */
export function listTimelineYears(timeline: readonly TimelineEntry[]): TimelineYear[] {
  return [...Map.groupBy(timeline, ({ to }) => to.slice(0, 4))].map(([year, entries]) => ({ year, entries, pages: cutIntoPages(entries, PAGE_SIZE) }));
}
