/** Views over the whole corpus, computed once per build: orders, goals, milestones, statuses, topics, levels. */
import { collectRows, type CorpusRows } from '../corpus/collect-rows.ts';
import { createOrganPlaces, type OrganPlace } from '../corpus/organ-level.ts';
import { collectStatuses, type StatusClaim } from '../corpus/status.ts';
import { collectTimeline, type TimelineEntry } from '../corpus/timeline.ts';
import { indexTopics, type TopicIndex } from '../corpus/topics.ts';
import { createUnitSorter } from '../corpus/unit-kinds.ts';
import type { UnitKind } from '../domain/corpus-tables.ts';
import { readOrganRegistry } from './read-registry.ts';
import { readCorpusTables } from './read-tables.ts';
import { loadSiteData, type SiteData } from './site-data.ts';

export interface SiteViews {
  readonly data: SiteData;
  readonly rows: CorpusRows;
  readonly timeline: readonly TimelineEntry[];
  readonly statuses: ReadonlyMap<string, readonly StatusClaim[]>;
  readonly topics: TopicIndex;
  readonly unitKinds: readonly UnitKind[];
  placeOf(issuer: { readonly id: string; readonly name: string }): OrganPlace | null;
}

let loaded: Promise<SiteViews> | undefined;

/** Loads the views; in development anew for each page. */
export function loadSiteViews(): Promise<SiteViews> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}

async function load(): Promise<SiteViews> {
  const data = await loadSiteData();
  const { corpus } = data;
  const tables = readCorpusTables();
  const rows = collectRows(corpus, (key) => data.readRecord(key), createUnitSorter(tables.unitKinds));
  return {
    data, rows,
    timeline: collectTimeline(rows),
    statuses: collectStatuses(corpus, tables),
    topics: indexTopics(corpus, tables.topics),
    unitKinds: tables.unitKinds,
    placeOf: createOrganPlaces(readOrganRegistry()),
  };
}
