/** The whole state of the search page in its address: `?q=nq57&loai=NQ,CT&nam=2025&xep=moi&bo=telex`. */
import type { SortOrder } from './answer.ts';
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
  return {
    query: parameters.get('q') ?? '',
    filters: readFilters(parameters),
    sort: SORTS.find((sort) => sort === parameters.get('xep')) ?? 'phu-hop',
    undone: UNDOABLE.filter((kind) => readList(parameters, 'bo').includes(kind)),
  };
}

/** The filters of an address: `?loai=NQ,CT&nam=2025`. */
export function readFilters(parameters: URLSearchParams): Filters {
  return Object.fromEntries(FACETS.map((name) => [name, readList(parameters, name)] as const).filter(([, values]) => values.length > 0));
}

function readList(parameters: URLSearchParams, name: string): string[] {
  return (parameters.get(name) ?? '').split(',').map((value) => value.trim()).filter(Boolean);
}

/** @returns the part of the address from `?` on, empty for an empty state */
export function writeState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query !== '') parameters.set('q', state.query);
  writeFilters(parameters, state.filters);
  if (state.sort !== 'phu-hop') parameters.set('xep', state.sort);
  if (state.undone.length > 0) parameters.set('bo', state.undone.join(','));
  return printParameters(parameters);
}

/** Puts filters into the parameters of an address, always in one order. */
export function writeFilters(parameters: URLSearchParams, filters: Filters): void {
  for (const name of FACETS) {
    const values = filters[name];
    if (values && values.length > 0) parameters.set(name, values.join(','));
  }
}

/** @returns empty when there are none */
export function printParameters(parameters: URLSearchParams): string {
  const text = parameters.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** A state with a value of a facet chosen or no longer chosen. */
export function toggleFilter<State extends { readonly filters: Filters }>(state: State, name: FacetName, value: string): State {
  const chosen = state.filters[name] ?? [];
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  const { [name]: _, ...others } = state.filters;
  return { ...state, filters: values.length > 0 ? { ...others, [name]: values } : others };
}
