/** Views over the whole corpus, computed once per build: orders, goals, milestones, statuses, topics, levels. */
import { collectRows, type CorpusRows } from '../corpus/duties/collect-rows.ts';
import { listDutyPages, listTimedDuties, type DutyList, type TimedDuties } from '../corpus/duties/duty-pages.ts';
import { groupGoals, pageGoals, type GoalGroup } from '../corpus/duties/goal-groups.ts';
import { collectOrganDuties, type OrganDuties } from '../corpus/duties/organ-duties.ts';
import { listByValue, type BrowseList } from '../corpus/lists/browse.ts';
import { createOrganPlaces, LEVELS, type OrganPlace } from '../corpus/graph/organ-level.ts';
import { collectStatuses, STATUS_STATES, wholeState, type StatusClaim } from '../corpus/graph/status.ts';
import { collectTimeline, nameTimelineEntries, type TimelineEntry } from '../corpus/duties/timeline.ts';
import { listTimelineYears, type TimelineYear } from '../corpus/duties/timeline-years.ts';
import { listOrganLevels, type OrganLevel } from '../corpus/lists/organ-index.ts';
import { indexTopics, type TopicIndex } from '../corpus/lists/topics.ts';
import { createUnitSorter } from '../corpus/duties/unit-kinds.ts';
import { noteRead, WHOLE_CORPUS } from './noted-reads.ts';
import { readOrganRegistry } from './read-registry.ts';
import { readCorpusTables, type CorpusTables } from './read-tables.ts';
import { loadSiteData, type SiteData } from './site-data.ts';

export interface SiteViews {
  readonly data: SiteData;
  readonly rows: CorpusRows;
  /** Orders by who must act, and those with a time by period. */
  readonly dutyLists: readonly DutyList[];
  readonly timedDuties: readonly TimedDuties[];
  /** Orders by organ and by group of organs. */
  readonly organDuties: OrganDuties;
  /** Goals by subject, in pages. */
  readonly goalPages: readonly (readonly GoalGroup[])[];
  readonly timeline: readonly TimelineEntry[];
  readonly timelineNames: ReadonlyMap<TimelineEntry, string>;
  readonly timelineYears: readonly TimelineYear[];
  readonly statuses: ReadonlyMap<string, readonly StatusClaim[]>;
  readonly topics: TopicIndex;
  readonly organLevels: readonly OrganLevel[];
  /** Browse lists by level and by status. */
  readonly lists: readonly BrowseList[];
  placeOf(issuer: { readonly id: string; readonly name: string }): OrganPlace | null;
}

let loaded: Promise<SiteViews> | undefined;
let tables: CorpusTables | undefined;
let places: SiteViews['placeOf'] | undefined;

/** Hand-kept tables, for pages of one document, which must not walk over the corpus. */
export function corpusTables(): CorpusTables {
  if (import.meta.env.DEV) return readCorpusTables();
  return (tables ??= readCorpusTables());
}

/** Level and system of an organ, for the same pages. */
export function organPlaceOf(issuer: { readonly id: string; readonly name: string }): OrganPlace | null {
  return (places ??= createOrganPlaces(readOrganRegistry()))(issuer);
}

/** Loads the views; in development anew for each page. */
export function loadSiteViews(): Promise<SiteViews> {
  // Whoever looks at a view has looked at all documents, also when another page made it.
  noteRead(WHOLE_CORPUS);
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}

async function load(): Promise<SiteViews> {
  const data = await loadSiteData();
  const { corpus } = data;
  const hand = corpusTables();
  const rows = collectRows(corpus, (key) => data.readRecord(key), createUnitSorter(hand.unitKinds));
  const timeline = collectTimeline(rows);
  const statuses = collectStatuses(corpus, hand);
  return {
    data, rows, statuses,
    goalPages: pageGoals(groupGoals(rows.targets)),
    timeline, timelineNames: nameTimelineEntries(timeline), timelineYears: listTimelineYears(timeline),
    topics: indexTopics(corpus, hand.topics),
    dutyLists: listDutyPages(rows.duties, hand.unitKinds),
    organDuties: collectOrganDuties(corpus, rows.duties, hand.organGroups, organPlaceOf, readOrganRegistry()),
    timedDuties: listTimedDuties(rows.duties),
    organLevels: listOrganLevels(corpus, (issuer) => organPlaceOf(issuer)?.level ?? null),
    lists: [
      ...listByValue(corpus, 'level', 'cap', LEVELS.map((id) => ({ id, name: id })), ({ issuer }) => organPlaceOf(issuer)?.level ?? null),
      ...listByValue(corpus, 'status', 'hieu-luc', STATUS_STATES.map((id) => ({ id, name: id })), ({ key }) => wholeState(statuses.get(key))),
    ],
    placeOf: organPlaceOf,
  };
}
