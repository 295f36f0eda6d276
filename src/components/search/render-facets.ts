/** Chips for filters with counts; a chip is a toggle button. */
import type { Facet, FacetName, FacetValue } from '../../search/rank/filters.ts';
import type { SearchState } from '../../search/address-state.ts';
import { element } from './element.ts';
import { searchWords as words } from './strings.ts';

/** Chips of a facet that stand before "more". */
const SHOWN = 8;

/**
 * @param open facets whose whole list is wanted
 * @returns groups of chips, each button carrying `data-facet` and `data-value`
 */
export function renderFacets(facets: readonly Facet[], state: SearchState, open: ReadonlySet<string>): HTMLElement[] {
  return facets
    .filter((facet) => facet.values.length > 1 || state.filters[facet.name] !== undefined)
    .map((facet) => {
      const shown = open.has(facet.name) ? facet.values : facet.values.filter((value, index) => index < SHOWN || state.filters[facet.name]?.includes(value.value));
      const heading = `loc-${facet.name}`;
      const list = element('ul', { class: 'search-chips', 'aria-labelledby': heading });
      for (const value of shown) list.append(element('li', {}, renderChip(facet.name, value, state)));
      const hidden = facet.values.length - shown.length;
      if (hidden > 0) list.append(element('li', {}, element('button', { type: 'button', class: 'search-chip search-chip-more', 'data-more': facet.name }, words.moreValues(hidden))));
      return element('section', { class: 'search-facet' }, element('h2', { id: heading }, words.facets[facet.name]), list);
    });
}

function renderChip(name: FacetName, value: FacetValue, state: SearchState): HTMLButtonElement {
  const chosen = state.filters[name]?.includes(value.value) ?? false;
  return element('button', { type: 'button', class: 'search-chip', 'data-facet': name, 'data-value': value.value, 'aria-pressed': String(chosen) },
    printValue(name, value), ' ', element('span', { class: 'search-chip-count' }, String(value.count)));
}

/** A value as a reader knows it. */
export function printValue(name: FacetName, value: Pick<FacetValue, 'value' | 'label'>): string {
  if (name === 'cap') return words.levels[value.value] ?? value.label;
  if (name === 'co') return words.held[value.value] ?? value.label;
  if (name === 'trang-thai') return words.statuses[value.value] ?? value.label;
  return value.label;
}
