/** The whole state of a browsed list in its address: `?loai=NQ&nam=2025&xep=dan&trang=2`. */
import { printParameters, readFilters, writeFilters } from './address-state.ts';
import type { Filters } from './rank/filters.ts';

/** Newest, oldest, by number, most cited. */
export const BROWSE_SORTS = ['moi', 'cu', 'so', 'dan'] as const;
export type BrowseSort = (typeof BROWSE_SORTS)[number];

export interface BrowseState {
  readonly filters: Filters;
  readonly sort: BrowseSort;
  /** From 1. */
  readonly page: number;
}

/** Reads an address; what is unknown in it is passed over. @returns `null` when it asks for nothing */
export function readBrowseState(search: string): BrowseState | null {
  const parameters = new URLSearchParams(search);
  const filters = readFilters(parameters);
  const sort = BROWSE_SORTS.find((known) => known === parameters.get('xep'));
  const page = Number(parameters.get('trang'));
  if (Object.keys(filters).length === 0 && sort === undefined && !parameters.has('trang')) return null;
  return { filters, sort: sort ?? 'moi', page: Number.isInteger(page) && page > 0 ? page : 1 };
}

/** @returns the part of the address from `?` on, empty for the plain list */
export function writeBrowseState({ filters, sort, page }: BrowseState): string {
  const parameters = new URLSearchParams();
  writeFilters(parameters, filters);
  if (sort !== 'moi') parameters.set('xep', sort);
  if (page > 1) parameters.set('trang', String(page));
  return printParameters(parameters);
}
