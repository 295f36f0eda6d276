/**
 * Combines the filters of /van-ban/: the links beside the list, which lead to static pages without script, choose values instead. Nothing
 * is loaded before the first choice; when it cannot be loaded, the links lead where they always lead.
 */
import { toggleFilter } from '../../search/address-state.ts';
import { readBrowseState, writeBrowseState, type BrowseSort, type BrowseState } from '../../search/browse-state.ts';
import { openCatalogue, type Catalogue, type CatalogueRow } from '../../search/catalogue.ts';
import { createFileLoader } from '../../search/fetch-file.ts';
import type { Facet, FacetName } from '../../search/rank/filters.ts';
import { strings } from '../../strings.ts';
import { listChosen, renderBrowseFacets, renderChosen, renderNone, renderPager, renderRows } from './render-browse.ts';
import { browseWords as words } from './strings.ts';

/** Rows of one page. */
const ROWS = 30;
/** How long choosing must rest before screen readers hear the count. */
const REST_MS = 400;

class BrowseDocuments extends HTMLElement {
  private readonly base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');
  private readonly home = `${this.base}van-ban/`;
  /** The page as it came, with the address it came from. */
  private asLoaded: { address: string; title: string; heading: string; count: Node[]; results: Node[]; facets: Node[] } | null = null;
  private state: BrowseState = { filters: {}, sort: 'moi', page: 1 };
  private catalogue: Promise<Catalogue> | null = null;
  private facets: readonly Facet[] = [];
  private question = 0;
  private restTimer = 0;
  private readonly wide = new Set<string>();

  connectedCallback(): void {
    this.asLoaded = {
      address: location.pathname, title: document.title, heading: this.heading.textContent ?? '',
      count: [...this.count.childNodes], results: [...this.results.childNodes], facets: [...this.panel.childNodes],
    };
    this.bar.hidden = false;
    this.closer.hidden = false;
    this.opener.setAttribute('aria-expanded', 'false');
    this.dataset['live'] = '';
    this.addEventListener('click', (event) => this.onClick(event));
    this.sort.addEventListener('change', () => void this.ask({ ...this.state, sort: this.sort.value as BrowseSort, page: 1 }, 'chosen'));
    globalThis.addEventListener('popstate', () => this.restore());
    this.state = this.preset;
    if (readBrowseState(location.search) !== null) this.restore();
  }

  /** What the static page itself stands for: `/van-ban/loai/nghi-quyet/` is `loai=NQ`. */
  private get preset(): BrowseState {
    return readBrowseState(this.dataset['preset'] ?? '') ?? { filters: {}, sort: 'moi', page: 1 };
  }

  private restore(): void {
    const asked = readBrowseState(location.search);
    if (asked === null && location.pathname === this.asLoaded?.address) this.showAsLoaded();
    else void this.ask(asked ?? { filters: {}, sort: 'moi', page: 1 }, 'restored');
  }

  /** @param instead where to go when nothing can be loaded */
  private async ask(state: BrowseState, how: 'chosen' | 'restored', instead: string | null = null): Promise<void> {
    const question = ++this.question;
    this.results.dataset['state'] = 'loading';
    this.status.textContent = this.catalogue === null ? words.loading : '';
    try {
      this.catalogue ??= openCatalogue(createFileLoader(this.base));
      const catalogue = await this.catalogue;
      const { documents, facets } = catalogue.list(state.filters, state.sort);
      const page = Math.min(state.page, Math.max(1, Math.ceil(documents.length / ROWS)));
      const rows = await catalogue.rows(documents.slice((page - 1) * ROWS, page * ROWS));
      if (question !== this.question) return;
      this.state = { ...state, page };
      this.facets = facets;
      if (how === 'chosen') history.pushState(null, '', this.home + writeBrowseState(this.state));
      this.show(documents.length, rows);
    } catch {
      if (question !== this.question) return;
      this.catalogue = null;
      if (instead !== null) location.assign(instead);
      else this.showFailure();
    }
  }

  /* What is shown */

  private show(total: number, rows: readonly CatalogueRow[]): void {
    const chosen = listChosen(this.facets, this.state);
    const pages = Math.ceil(total / ROWS);
    const pager = renderPager(this.state.page, pages, (page) => this.home + writeBrowseState({ ...this.state, page }));
    this.heading.textContent = strings.browse.title;
    this.count.textContent = `${strings.browse.count(total)}${pages > 1 ? `. ${strings.browse.page(this.state.page, pages)}` : ''}`;
    this.results.replaceChildren(...(total === 0 ? [renderNone()] : [renderRows(rows, this.state, (path) => this.base + path.slice(1))]), ...(pager ? [pager] : []));
    this.results.dataset['state'] = 'ready';
    this.showFacets();
    this.chosen.replaceChildren(...renderChosen(chosen));
    this.sort.value = this.state.sort;
    this.status.textContent = '';
    this.opener.textContent = chosen.length > 0 ? words.filtersChosen(chosen.length) : words.filters;
    this.closer.textContent = words.show(total);
    document.title = [[...chosen.map(({ name }) => name), strings.browse.title].join(', '), document.title.split(' — ').at(-1)].join(' — ');
    this.announceLater(words.announce(total, chosen.map(({ name }) => name).join(', ')));
  }

  private showFacets(): void {
    const active = document.activeElement instanceof HTMLElement && this.panel.contains(document.activeElement) ? document.activeElement.dataset : null;
    this.panel.replaceChildren(...renderBrowseFacets(this.facets, this.state, this.wide));
    if (active?.['facet'] !== undefined) this.panel.querySelector<HTMLElement>(`[data-facet="${active['facet']}"][data-value="${CSS.escape(active['value'] ?? '')}"]`)?.focus();
  }

  private showAsLoaded(): void {
    this.question++;
    if (!this.asLoaded) return;
    document.title = this.asLoaded.title;
    this.heading.textContent = this.asLoaded.heading;
    this.count.replaceChildren(...this.asLoaded.count);
    this.results.replaceChildren(...this.asLoaded.results);
    this.results.dataset['state'] = 'ready';
    this.panel.replaceChildren(...this.asLoaded.facets);
    this.chosen.replaceChildren();
    this.status.textContent = '';
    this.opener.textContent = words.filters;
    this.state = this.preset;
    this.sort.value = this.state.sort;
  }

  private showFailure(): void {
    this.results.dataset['state'] = 'ready';
    this.status.textContent = words.failed;
    this.sort.value = this.state.sort;
  }

  private announceLater(text: string): void {
    clearTimeout(this.restTimer);
    this.restTimer = window.setTimeout(() => {
      this.live.textContent = text;
    }, REST_MS);
  }

  /* What the reader does */

  private onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-facet], [data-clear], [data-page], [data-more], [data-open], [data-close]') : null;
    // A new tab, a new window: the reader wants the page that the link names.
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { facet, value, page, more } = target.dataset;
    const instead = target instanceof HTMLAnchorElement ? target.href : null;
    if (facet !== undefined && value !== undefined) {
      void this.ask({ ...toggleFilter(this.state, facet as FacetName, value), page: 1 }, 'chosen', instead).then(() => {
        // The button that dropped a value is gone with it.
        if (document.activeElement === document.body && this.chosen.childElementCount > 0) this.chosen.querySelector('button')?.focus();
      });
    } else if (target.matches('[data-clear]')) void this.ask({ ...this.state, filters: {}, page: 1 }, 'chosen', instead).then(() => this.sort.focus({ preventScroll: true }));
    else if (page !== undefined) void this.ask({ ...this.state, page: Number(page) }, 'chosen', instead).then(() => this.toTop());
    else if (more !== undefined) {
      const shown = this.panel.querySelectorAll(`[data-facet="${more}"]`).length;
      this.wide.add(more);
      this.showFacets();
      this.panel.querySelectorAll<HTMLElement>(`[data-facet="${more}"]`)[shown]?.focus();
    } else this.toggleFold(target.matches('[data-open]') && this.dataset['folded'] !== 'no');
  }

  /** On a phone the filters lie folded above the list. */
  private toggleFold(open: boolean): void {
    this.dataset['folded'] = open ? 'no' : '';
    this.opener.setAttribute('aria-expanded', String(open));
    if (open) this.panel.querySelector<HTMLElement>('summary')?.focus();
    else this.toTop();
  }

  private toTop(): void {
    this.results.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
    this.heading.scrollIntoView({ block: 'start' });
  }

  private need<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (!found) throw new Error(`browse-documents: unexpected missing ${selector}`);
    return found;
  }
  private get heading(): HTMLElement {
    return this.need('h1');
  }
  private get count(): HTMLElement {
    return this.need('[data-browse-count]');
  }
  private get bar(): HTMLElement {
    return this.need('[data-browse-bar]');
  }
  private get chosen(): HTMLElement {
    return this.need('[data-browse-chosen]');
  }
  private get sort(): HTMLSelectElement {
    return this.need('[data-browse-sort]');
  }
  private get status(): HTMLElement {
    return this.need('[data-browse-status]');
  }
  private get live(): HTMLElement {
    return this.need('[data-browse-live]');
  }
  private get results(): HTMLElement {
    return this.need('[data-browse-results]');
  }
  private get panel(): HTMLElement {
    return this.need('[data-browse-facets]');
  }
  private get opener(): HTMLElement {
    return this.need('[data-open]');
  }
  private get closer(): HTMLElement {
    return this.need('[data-close]');
  }
}

customElements.define('browse-documents', BrowseDocuments);
