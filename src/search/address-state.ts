/** The whole state of the search page in its address: `?q=nq57&loai=NQ,CT&nam=2025&xep=moi&bo=telex`. */
import type { SortOrder } from './engine.ts';
import type { ReadingKind } from './query/plan.ts';
import { FACETS, type FacetName, type Filters } from './rank/filters.ts';

export interface SearchState {
  readonly query: string;
  readonly filters: Filters;
  readonly sort: SortOrder;
  readonly undone: readonly ReadingKind[];
}

const SORTS: readonly SortOrder[] = ['phu-hop', 'moi', 'cu'];
const UNDOABLE: readonly ReadingKind[] = ['so', 'ngay', 'telex', 'viet-tat', 'dia-danh', 'loai', 'nam', 'co-quan', 'trang-thai', 'cum', 'tru', 'chinh-ta'];

/** Reads an address; what is unknown in it is passed over. */
export function readState(parameters: URLSearchParams): SearchState {
  const list = (name: string): string[] => (parameters.get(name) ?? '').split(',').map((value) => value.trim()).filter(Boolean);
  const filters: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of FACETS) if (list(name).length > 0) filters[name] = list(name);
  return {
    query: parameters.get('q') ?? '',
    filters,
    sort: SORTS.find((sort) => sort === parameters.get('xep')) ?? 'phu-hop',
    undone: UNDOABLE.filter((kind) => list('bo').includes(kind)),
  };
}

/** @returns the part of the address from `?` on, empty for an empty state */
export function writeState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query !== '') parameters.set('q', state.query);
  for (const name of FACETS) {
    const values = state.filters[name];
    if (values && values.length > 0) parameters.set(name, values.join(','));
  }
  if (state.sort !== 'phu-hop') parameters.set('xep', state.sort);
  if (state.undone.length > 0) parameters.set('bo', state.undone.join(','));
  const text = parameters.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** The state with a value of a facet chosen or no longer chosen. */
export function toggleFilter(state: SearchState, name: FacetName, value: string): SearchState {
  const chosen = state.filters[name] ?? [];
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  const { [name]: _, ...others } = state.filters;
  return { ...state, filters: values.length > 0 ? { ...others, [name]: values } : others };
}
