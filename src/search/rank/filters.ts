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

/** A facet of all documents: a small number for each (0 for none), and which values the numbers stand for; only topics are ever several. */
interface FacetColumn {
  readonly codes: ArrayLike<number>;
  /** Code -> places in `values`. */
  readonly members: readonly (readonly number[])[];
  readonly values: readonly (readonly [value: string, label: string])[];
}

export type FacetColumns = Readonly<Record<FacetName, FacetColumn>>;

/** Made once of an index: counting and filtering then compare numbers only. */
export function createFacetColumns(head: Head): FacetColumns {
  const { columns, issuers } = head;
  const single = (codes: ArrayLike<number>, values: FacetColumn['values']): FacetColumn => ({ codes, values, members: [[], ...values.map((_, place) => [place])] });
  const levels = [...new Set(issuers.map(([, , level]) => level).filter((level) => level !== ''))].sort();
  const levelOfIssuer = [0, ...issuers.map(([, , level]) => levels.indexOf(level) + 1)];
  const years = Uint16Array.from(columns.dates, (day) => yearOfDay(day) ?? 0);
  const sortedYears = [...new Set(years)].filter((year) => year > 0).sort((a, b) => a - b);
  const placeOfYear = new Map(sortedYears.map((year, place) => [year, place + 1]));
  const asItself = (value: string | number): readonly [string, string] => [String(value), String(value)];
  return {
    loai: single(columns.types, head.types),
    'co-quan': single(columns.issuers, issuers.map(([id, name]) => [id, name] as const)),
    cap: single(Uint8Array.from(columns.issuers, (issuer) => levelOfIssuer[issuer] ?? 0), levels.map(asItself)),
    nam: single(Uint16Array.from(years, (year) => placeOfYear.get(year) ?? 0), sortedYears.map(asItself)),
    'chu-de': { codes: columns.topicSets, values: head.topics, members: [[], ...head.topicSets] },
    co: single(Uint8Array.from(columns.held, (held) => (held === 1 ? 1 : 2)), ['toan-van', 'vien-dan'].map(asItself)),
    'trang-thai': single(columns.statuses, head.statuses.map(asItself)),
  };
}

/** @param skip a facet that is not looked at (its own counts must not be narrowed by itself) */
export function passesFilters(document: number, asked: AskedFilters, head: Head, facets: FacetColumns, skip?: FacetName): boolean {
  for (const name of FACETS) {
    const wanted = asked[name];
    if (name === skip || !wanted || wanted.length === 0) continue;
    if (!valuesOf(document, name, facets).some((value) => wanted.includes(value))) return false;
  }
  return asked.fromQuery ? passesPlan(document, asked.fromQuery, head, facets) : true;
}

function valuesOf(document: number, name: FacetName, facets: FacetColumns): string[] {
  const { codes, members, values } = facets[name];
  return (members[codes[document] ?? 0] ?? []).map((place) => values[place]?.[0] ?? '');
}

function passesPlan(document: number, filters: PlanFilters, head: Head, facets: FacetColumns): boolean {
  if (filters.types.length > 0 && !valuesOf(document, 'loai', facets).some((type) => filters.types.includes(type))) return false;
  if (filters.years.length > 0 && !valuesOf(document, 'nam', facets).some((year) => filters.years.includes(Number(year)))) return false;
  if (filters.held !== null && filters.held !== (head.columns.held[document] === 1)) return false;
  if (filters.issuers.length === 0) return true;
  const issuer = head.issuers[(head.columns.issuers[document] ?? 0) - 1];
  const name = ` ${syllablesOf(`${issuer?.[1] ?? ''} ${issuer?.[0]?.replaceAll('-', ' ') ?? ''}`).map((form) => foldTerm(termOf(form))).join(' ')} `;
  return filters.issuers.every((wanted) => name.includes(` ${wanted} `));
}

/** Counts of every facet over the documents found, each as if its own choice were not made. */
export function countFacets(documents: readonly number[], asked: AskedFilters, head: Head, facets: FacetColumns): Facet[] {
  const narrowed = FACETS.some((name) => (asked[name]?.length ?? 0) > 0) || asked.fromQuery !== undefined;
  return FACETS.map((name): Facet => {
    const { codes, members, values } = facets[name];
    const ofCode = new Uint32Array(members.length);
    for (const document of documents) {
      if (narrowed && !passesFilters(document, asked, head, facets, name)) continue;
      const code = codes[document] ?? 0;
      ofCode[code] = (ofCode[code] ?? 0) + 1;
    }
    const counts = new Uint32Array(values.length);
    members.forEach((places, code) => {
      for (const place of places) counts[place] = (counts[place] ?? 0) + (ofCode[code] ?? 0);
    });
    const rows = values.map(([value, label], place) => ({ value, label, count: counts[place] ?? 0 })).filter(({ value, count }) => count > 0 || asked[name]?.includes(value));
    for (const value of asked[name] ?? []) if (!rows.some((row) => row.value === value)) rows.push({ value, label: value, count: 0 });
    return { name, values: name === 'nam' ? rows.toSorted((a, b) => b.value.localeCompare(a.value)) : rows.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)) };
  }).filter((facet) => facet.values.length > 0);
}
