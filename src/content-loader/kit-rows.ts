/** Rows of the writer's kit over the corpus, computed once per build. */
import { collectKitIndex, type KitEntry } from '../corpus/exports/kit-index.ts';
import { countKitParts, cutKitIndex, type KitParts } from '../corpus/exports/kit-parts.ts';
import { readStatus } from '../corpus/graph/status.ts';
import { readFullRegistry } from './read-full-registry.ts';
import type { SiteData } from './site-data.ts';
import { corpusTables } from './site-views.ts';

const made = new WeakMap<SiteData, { readonly count: KitParts; readonly parts: ReadonlyMap<string, readonly KitEntry[]> }>();

/** Parts by name, and how many there are. */
export function readKitRows(data: SiteData): { readonly count: KitParts; readonly parts: ReadonlyMap<string, readonly KitEntry[]> } {
  const known = made.get(data);
  if (known) return known;
  const tables = corpusTables();
  const entries = collectKitIndex(data.corpus, readFullRegistry(), (key) => readStatus(data.corpus, key, tables));
  const count = { parts: countKitParts(entries.length) };
  const rows = { count, parts: cutKitIndex(entries, count) };
  made.set(data, rows);
  return rows;
}
