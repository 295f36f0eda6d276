/** Filters and the counts beside them, from the columns of the head; nothing is loaded. */
import type { PlanFilters } from '../query/plan.ts';
import { yearOfDay, type Head } from '../index/site-index.ts';
import { foldTerm, syllablesOf, termOf } from '../text/syllables.ts';

/** Names as they stand in the address: `?loai=CV&nam=2025`. */
export const FACETS = ['loai', 'co-quan', 'cap', 'nam', 'chu-de', 'co', 'trang-thai'] as const;
export type FacetName = (typeof FACETS)[number];

/** Chosen values of each facet; several of one facet are joined by "or", facets by "and". */
export type Filters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

export interface AskedFilters extends Filters {
  readonly fromQuery?: PlanFilters;
}

export interface FacetValue {
  readonly value: string;
  /** As printed; for levels and statuses the page has the words. */
  readonly label: string;
  readonly count: number;
}

export interface Facet {
  readonly name: FacetName;
  readonly values: readonly FacetValue[];
}

/** Values of one document in one facet; only topics are ever several. */
function valuesOf(document: number, name: FacetName, head: Head): readonly string[] {
  if (name === 'chu-de') return (head.topicSets[(head.columns.topicSets[document] ?? 0) - 1] ?? []).flatMap((place) => head.topics[place]?.[0] ?? []);
  const value = valueOf(document, name, head);
  return value === null ? [] : [value];
}

function valueOf(document: number, name: Exclude<FacetName, 'chu-de'>, head: Head): string | null {
  const { columns } = head;
  switch (name) {
    case 'loai': return head.types[(columns.types[document] ?? 0) - 1]?.[0] ?? null;
    case 'co-quan': return head.issuers[(columns.issuers[document] ?? 0) - 1]?.[0] ?? null;
    case 'cap': return head.issuers[(columns.issuers[document] ?? 0) - 1]?.[2] || null;
    case 'nam': return yearOfDay(columns.dates[document] ?? 0)?.toString() ?? null;
    case 'co': return columns.held[document] === 1 ? 'toan-van' : 'vien-dan';
    case 'trang-thai': return head.statuses[(columns.statuses[document] ?? 0) - 1] ?? null;
  }
}

/** @param skip a facet that is not looked at (its own counts must not be narrowed by itself) */
export function passesFilters(document: number, asked: AskedFilters, head: Head, skip?: FacetName): boolean {
  for (const name of FACETS) {
    const wanted = asked[name];
    if (name === skip || !wanted || wanted.length === 0) continue;
    if (!valuesOf(document, name, head).some((value) => wanted.includes(value))) return false;
  }
  return asked.fromQuery ? passesPlan(document, asked.fromQuery, head) : true;
}

function passesPlan(document: number, filters: PlanFilters, head: Head): boolean {
  if (filters.types.length > 0 && !filters.types.includes(valueOf(document, 'loai', head) ?? '')) return false;
  if (filters.years.length > 0 && !filters.years.includes(Number(valueOf(document, 'nam', head)))) return false;
  if (filters.held !== null && filters.held !== (head.columns.held[document] === 1)) return false;
  if (filters.issuers.length === 0) return true;
  const issuer = head.issuers[(head.columns.issuers[document] ?? 0) - 1];
  const name = ` ${syllablesOf(`${issuer?.[1] ?? ''} ${issuer?.[0]?.replaceAll('-', ' ') ?? ''}`).map((form) => foldTerm(termOf(form))).join(' ')} `;
  return filters.issuers.every((wanted) => name.includes(` ${wanted} `));
}

/** Counts of every facet over the documents found, each as if its own choice were not made. */
export function countFacets(documents: readonly number[], asked: AskedFilters, head: Head): Facet[] {
  return FACETS.map((name) => {
    const counts = new Map<string, number>();
    for (const document of documents) {
      if (!passesFilters(document, asked, head, name)) continue;
      for (const value of valuesOf(document, name, head)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    for (const chosen of asked[name] ?? []) if (!counts.has(chosen)) counts.set(chosen, 0);
    const values = [...counts].map(([value, count]) => ({ value, label: labelOf(name, value, head), count }));
    return { name, values: name === 'nam' ? values.toSorted((a, b) => b.value.localeCompare(a.value)) : values.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)) };
  }).filter((facet) => facet.values.length > 0);
}

function labelOf(name: FacetName, value: string, head: Head): string {
  const rows = name === 'loai' ? head.types : name === 'co-quan' ? head.issuers : name === 'chu-de' ? head.topics : [];
  return rows.find((row) => row[0] === value)?.[1] ?? value;
}
