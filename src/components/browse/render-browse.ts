/** The combined list of /van-ban/ and its filters, set like the static ones they take the place of. */
import type { BrowseState } from '../../search/browse-state.ts';
import type { CatalogueRow } from '../../search/catalogue.ts';
import type { Facet, FacetName } from '../../search/rank/filters.ts';
import { printDate } from '../../search/text/calendar.ts';
import { strings } from '../../strings.ts';
import { keepNumbers, splitTitle } from '../search/document-title.ts';
import { element } from '../search/element.ts';
import { printValue } from '../search/render-facets.ts';
import { browseWords as words } from './strings.ts';

/** Order in which the facets stand beside the list, as without script. */
const ORDER: readonly FacetName[] = ['co', 'loai', 'nam', 'cap', 'trang-thai', 'co-quan', 'chu-de'];
/** Values of a facet that stand before "more"; those with fewer documents follow. */
const SHOWN = 30;

/** A chosen value with its name. */
export interface Chosen {
  readonly facet: FacetName;
  readonly value: string;
  readonly name: string;
}

/** @param wide facets whose whole list is wanted */
export function renderBrowseFacets(facets: readonly Facet[], { filters }: BrowseState, wide: ReadonlySet<string>): HTMLElement[] {
  return ORDER.flatMap((name) => {
    const facet = facets.find((candidate) => candidate.name === name);
    if (!facet) return [];
    const chosen = filters[name] ?? [];
    const shown = wide.has(name) ? facet.values : facet.values.filter(({ value }, rank) => rank < SHOWN || chosen.includes(value));
    const list = element('ul', {}, ...shown.map((value) => element('li', {}, element('button', {
      type: 'button', class: 'facet-value', 'data-facet': name, 'data-value': value.value, 'aria-pressed': String(chosen.includes(value.value)), disabled: value.count === 0 && !chosen.includes(value.value),
    }, element('span', {}, printValue(name, value)), ' ', element('span', { class: 'facet-count' }, String(value.count))))));
    if (facet.values.length > shown.length) list.append(element('li', {}, element('button', { type: 'button', class: 'facet-value', 'data-more': name }, words.more(facet.values.length - shown.length))));
    return [element('details', { class: 'facet', open: true }, element('summary', {}, words.facets[name]), list)];
  });
}

/** The chosen values, in the order of the address. */
export function listChosen(facets: readonly Facet[], { filters }: BrowseState): Chosen[] {
  return ORDER.flatMap((facet) => (filters[facet] ?? []).map((value) => {
    const label = facets.find(({ name }) => name === facet)?.values.find((known) => known.value === value)?.label ?? value;
    return { facet, value, name: printValue(facet, { value, label }) };
  }));
}

/** Chosen values as buttons that drop them. */
export function renderChosen(chosen: readonly Chosen[]): (Node | string)[] {
  if (chosen.length === 0) return [];
  return [
    element('span', { class: 'muted' }, words.chosen), ' ',
    ...chosen.map(({ facet, value, name }) => element('button', { type: 'button', class: 'browse-chosen', 'data-facet': facet, 'data-value': value, 'aria-label': words.drop(name) }, name, ' ×')), ' ',
    element('button', { type: 'button', class: 'browse-clear', 'data-clear': true }, words.clear),
  ];
}

/** @param href address of a path of the site */
export function renderRows(rows: readonly CatalogueRow[], { sort }: BrowseState, href: (path: string) => string): HTMLElement {
  return element('ol', { class: 'document-list' }, ...rows.map((row) => {
    const [name, subject] = splitTitle(row.title);
    const date = row.date === null ? element('span', { class: 'muted' }, strings.document.unknownDate) : element('time', { class: 'nowrap', datetime: row.date }, printDate(row.date));
    return element('li', {}, element('p', { class: 'document-list-date' }, date), element('div', { class: 'document-list-body' },
      element('p', { class: 'document-list-name' }, element('a', { class: `document-link ${row.held ? 'is-held' : 'is-cited'}`, href: href(row.url) }, ...keepNumbers(name))),
      subject !== null && element('p', { class: 'document-list-title' }, ...keepNumbers(subject)),
      element('p', { class: 'document-list-issuer' }, row.issuer, sort === 'dan' && row.citedBy > 0 && element('span', { class: 'document-list-count' }, ` · ${words.citedBy(row.citedBy)}`))));
  }));
}

/** @param addressOf address of a page of the list */
export function renderPager(page: number, pages: number, addressOf: (page: number) => string): HTMLElement | null {
  if (pages <= 1) return null;
  const link = (to: number, name: string, rel: string): HTMLElement => element('a', { href: addressOf(to), rel, 'data-page': String(to) }, name);
  return element('nav', { class: 'pager', 'aria-label': strings.browse.pages }, page > 1 && link(page - 1, strings.browse.previous, 'prev'), element('span', {}, strings.browse.page(page, pages)), page < pages && link(page + 1, strings.browse.next, 'next'));
}

/** Nothing fits: what was asked, and the way out. */
export function renderNone(): HTMLElement {
  return element('div', { class: 'browse-none' }, element('p', {}, words.none), element('p', {}, words.noneAdvice, ' ', element('button', { type: 'button', class: 'browse-clear', 'data-clear': true }, words.clear)));
}
