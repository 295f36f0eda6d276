/** The search page: as you type, by keyboard, with its state in the address. What it shows is made by the `render-*` files. */
import type { Answer, Described, Hit, SortOrder } from '../../search/answer.ts';
import { readState, toggleFilter, writeState, type SearchState } from '../../search/address-state.ts';
import type { ReadingKind } from '../../search/query/plan.ts';
import type { FacetName } from '../../search/rank/filters.ts';
import { element } from './element.ts';
import { searchWithPagefind } from './fallback.ts';
import { renderFacets } from './render-facets.ts';
import { fillExcerpt, renderResult } from './render-results.ts';
import { ROWS, SearchClient, type SearchAnswer } from './search-client.ts';
import { searchWords as words } from './strings.ts';

/** How long a list must stand before the excerpts further down are fetched: who types on does not need them. */
const EXCERPT_REST_MS = 250;
/** How long typing must rest before the address and the live region follow. */
const REST_MS = 500;

class SearchPage extends HTMLElement {
  private readonly base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');
  private client: SearchClient | null = null;
  private state: SearchState = readState(new URLSearchParams());
  private answer: Answer | null = null;
  private shown = 0;
  private hitCount = 0;
  private question = 0;
  private readonly wide = new Set<string>();
  private restTimer = 0;
  private observer: IntersectionObserver | null = null;

  connectedCallback(): void {
    this.client = new SearchClient(this.base);
    // Beside the list where there is room; folded above it on a phone.
    this.querySelector('details')?.toggleAttribute('open', matchMedia('(min-width: 64rem)').matches);
    this.observer = new IntersectionObserver((entries) => this.loadExcerpts(entries), { rootMargin: '200px' });
    this.input.addEventListener('input', () => this.ask({ ...this.state, query: this.input.value, undone: [] }, 'typing'));
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.ask({ ...this.state, query: this.input.value }, 'settled');
    });
    this.sort.addEventListener('change', () => this.ask({ ...this.state, sort: this.sort.value as SortOrder }, 'settled'));
    this.addEventListener('click', (event) => this.onClick(event));
    this.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('toggle', (event) => this.onToggle(event), true);
    globalThis.addEventListener('popstate', () => this.restore());
    globalThis.addEventListener('online', () => void (this.answer?.incomplete && this.ask(this.state, 'settled')));
    this.restore();
  }

  private restore(): void {
    this.state = readState(new URLSearchParams(location.search));
    this.input.value = this.state.query;
    this.sort.value = this.state.sort;
    this.ask(this.state, 'restored');
  }

  /** Puts a question. @param how `typing` while it still changes, `settled` when the address should remember it as a step */
  private ask(state: SearchState, how: 'typing' | 'settled' | 'restored'): void {
    this.state = state;
    if (this.input.value !== state.query) this.input.value = state.query;
    clearTimeout(this.restTimer);
    if (how === 'typing') this.restTimer = window.setTimeout(() => history.replaceState(null, '', location.pathname + writeState(this.state)), REST_MS);
    else if (how === 'settled' && location.search !== writeState(state)) history.pushState(null, '', location.pathname + writeState(state));
    const question = ++this.question;
    if (state.query.trim() === '' && Object.keys(state.filters).length === 0) {
      this.showNothingAsked();
      return;
    }
    this.toggleAttribute('data-idle', false);
    this.results.dataset['state'] = 'loading';
    if (this.answer === null) this.status.textContent = words.status.loading;
    void this.run(question, state);
  }

  private async run(question: number, state: SearchState): Promise<void> {
    try {
      const request = { query: state.query, filters: state.filters, sort: state.sort, undone: state.undone };
      const answer = await this.client?.search(request);
      if (answer && question === this.question) this.show(answer, state);
    } catch {
      if (question === this.question) await this.showFallback(question, state);
    }
  }

  /* What is shown */

  private showNothingAsked(): void {
    this.answer = null;
    this.toggleAttribute('data-idle', true);
    this.panel.hidden = true;
    this.understood.replaceChildren();
    this.nearest.replaceChildren();
    this.status.textContent = words.status.idle;
    this.results.replaceChildren();
    this.messages.replaceChildren();
    this.more.hidden = true;
    this.ready('');
  }

  private show(found: SearchAnswer, state: SearchState): void {
    const { answer, described, hitCount } = found;
    this.answer = answer;
    this.shown = 0;
    this.hitCount = hitCount;
    this.panel.hidden = answer.total === 0 && Object.keys(state.filters).length === 0;
    this.showUnderstood(answer, state);
    this.showNearest(found);
    this.observer?.disconnect();
    this.results.replaceChildren();
    this.addRows(answer.hits, described);
    this.showFacets(answer, state);
    this.messages.replaceChildren(...(answer.total === 0 ? this.emptyMessage(answer, state) : []));
    this.status.textContent = answer.total > 0 ? words.status.some(answer.total) + (answer.incomplete ? ` · ${words.status.incomplete}` : '') : '';
    document.title = `${state.query.trim() || words.title} — ${document.title.split(' — ').at(-1)}`;
    this.announceLater(words.status.announce(answer.total, state.query.trim()));
    this.ready(state.query);
    requestIdle(() => this.client?.warm());
  }

  private addRows(hits: readonly Hit[], described: readonly Described[]): void {
    for (const [index, row] of described.entries()) {
      const hit = hits[index];
      if (!hit) break;
      this.shown++;
      const item = renderResult(row, hit, (path) => this.href(path));
      this.results.append(item);
      if (!row.excerpt) this.observer?.observe(item);
    }
    const left = this.hitCount - this.shown;
    this.more.hidden = left <= 0;
    this.more.textContent = words.more(Math.min(left, ROWS));
  }

  private ready(query: string): void {
    this.results.dataset['query'] = query;
    this.results.dataset['state'] = 'ready';
  }

  private showUnderstood(answer: Answer, state: SearchState): void {
    const parts: Node[] = [];
    const readings = answer.readings.filter((reading, index, all) => all.findIndex((other) => other.text === reading.text) === index);
    if (readings.length > 0) {
      parts.push(element('span', { class: 'search-understood-lead' }, words.understood));
      for (const { kind, text } of readings) {
        parts.push(element('span', { class: 'search-reading', 'data-reading': kind }, text, ' ', element('button', { type: 'button', 'data-undo': kind, 'aria-label': words.undo(text) }, '×')));
      }
    }
    if (state.undone.length > 0) parts.push(element('span', { class: 'muted' }, words.undone, ' '), element('button', { type: 'button', class: 'search-link-button', 'data-redo': true }, words.redo));
    for (const suggestion of answer.suggestions) {
      parts.push(element('span', { class: 'search-suggestion', 'data-suggestion': true }, `${words.didYouMean} `, element('a', { href: this.href(`/tim-kiem/${writeState({ ...state, query: suggestion.query, undone: [] })}`), 'data-query': suggestion.query }, suggestion.query), '?'));
    }
    this.understood.replaceChildren(...parts);
  }

  private showNearest({ answer, nearest }: SearchAnswer): void {
    const parts: Node[] = [];
    for (const number of answer.numbers) {
      if (number.documents.length > 0) continue;
      parts.push(element('p', { 'data-unknown-number': number.text }, words.unknownNumber(number.text, answer.total > 0 && number.nearest.length === 0)));
      if (number.nearest.length === 0) continue;
      const list = element('ul', { class: 'search-nearest-list' });
      for (const [document, printed] of number.nearest) {
        const row = nearest.find((described) => described.document === document);
        if (row) list.append(element('li', {}, element('a', { href: this.href(row.url), class: `document-link ${row.held ? 'is-held' : 'is-cited'}` }, printed), ' ', element('span', { class: 'muted' }, [row.issuer, row.date?.slice(0, 4)].filter(Boolean).join(', '))));
      }
      parts.push(element('p', { class: 'search-nearest-lead' }, words.nearest), list);
      if (answer.total > 0) parts.push(element('p', { class: 'search-nearest-lead' }, words.sameWords));
    }
    this.nearest.replaceChildren(...parts);
  }

  private showFacets(answer: Answer, state: SearchState): void {
    const active = document.activeElement instanceof HTMLElement && this.facets.contains(document.activeElement) ? document.activeElement : null;
    const again = active ? `[data-facet="${active.dataset['facet']}"][data-value="${CSS.escape(active.dataset['value'] ?? '')}"]` : '';
    this.facets.replaceChildren(...renderFacets(answer.facets, state, this.wide));
    const chosen = Object.values(state.filters).reduce((sum, values) => sum + (values?.length ?? 0), 0);
    const summary = this.querySelector('[data-filters-summary]');
    if (summary) summary.textContent = chosen > 0 ? words.filtersChosen(chosen) : words.filters;
    const clear = this.querySelector<HTMLElement>('[data-clear-filters]');
    if (clear) clear.hidden = chosen === 0;
    if (active) this.facets.querySelector<HTMLElement>(again)?.focus();
  }

  private emptyMessage(answer: Answer, state: SearchState): Node[] {
    const hasFilters = Object.keys(state.filters).length > 0;
    return [
      element('p', { class: 'search-empty-title' }, words.status.none(state.query.trim())),
      ...(hasFilters ? [element('p', {}, `${words.empty.withFilters} `, element('button', { type: 'button', class: 'search-link-button', 'data-clear-filters': true }, words.clearFilters))] : []),
      element('ul', { class: 'plain-list' }, ...words.empty.advice.map((line) => element('li', {}, line))),
      element('p', {}, `${words.empty.ways} `, element('a', { href: this.href('/so/') }, words.numbers), ' · ', element('a', { href: this.href('/van-ban/') }, words.browse)),
      ...(answer.incomplete ? [element('p', { class: 'doubt' }, words.status.incomplete)] : []),
    ];
  }

  private async showFallback(question: number, state: SearchState): Promise<void> {
    try {
      const found = await searchWithPagefind(this.base, state.query);
      if (question !== this.question) return;
      this.understood.replaceChildren(element('span', { class: 'muted' }, words.status.fallback));
      this.results.replaceChildren(...found.map((row) => element('li', { class: 'search-hit', 'data-result': true }, element('h2', { class: 'search-hit-title' }, element('a', { href: row.url }, row.title)), element('p', { class: 'search-hit-text' }, row.excerpt))));
      this.status.textContent = words.status.some(found.length);
      this.ready(state.query);
    } catch {
      if (question !== this.question) return;
      this.results.replaceChildren();
      this.results.dataset['state'] = 'error';
      this.results.dataset['query'] = state.query;
      this.status.textContent = '';
      this.messages.replaceChildren(
        element('p', { class: 'search-empty-title' }, words.error.title),
        element('p', {}, words.error.text),
        element('p', {}, element('button', { type: 'button', class: 'search-button', 'data-retry': true }, words.error.retry), ' ', element('a', { href: this.href('/so/') }, words.numbers), ' · ', element('a', { href: this.href('/van-ban/') }, words.browse)),
      );
    }
  }

  /** Screen readers hear the count once typing rests, not at every letter. */
  private announceLater(text: string): void {
    clearTimeout(this.announceTimer);
    this.announceTimer = window.setTimeout(() => {
      this.live.textContent = text;
    }, REST_MS);
  }
  private announceTimer = 0;

  /* What the reader does */

  private onClick(event: Event): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a[data-query]') : null;
    if (!target) return;
    const { facet, value, undo, more, query } = target.dataset;
    if (facet !== undefined && value !== undefined) this.ask(toggleFilter(this.state, facet as FacetName, value), 'settled');
    else if (undo !== undefined) this.ask({ ...this.state, undone: [...new Set([...this.state.undone, undo as ReadingKind])] }, 'settled');
    else if (target.matches('[data-redo]')) this.ask({ ...this.state, undone: [] }, 'settled');
    else if (target.matches('[data-clear-filters]')) this.ask({ ...this.state, filters: {} }, 'settled');
    else if (target.matches('[data-retry]')) this.ask(this.state, 'settled');
    else if (target.matches('[data-more-results]')) void this.showMore();
    else if (more !== undefined && this.answer) {
      this.wide.add(more);
      this.showFacets(this.answer, this.state);
      this.facets.querySelector<HTMLElement>(`[data-facet="${more}"]`)?.focus();
    } else if (query !== undefined) {
      event.preventDefault();
      this.ask({ ...this.state, query, undone: [] }, 'settled');
      this.input.focus();
    }
  }

  private async showMore(): Promise<void> {
    const from = this.shown;
    const question = this.question;
    const next = await this.client?.more(from);
    if (!next || question !== this.question || from !== this.shown) return;
    this.addRows(next.hits, next.described);
    this.results.children[from]?.querySelector<HTMLElement>('a')?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && document.activeElement !== this.input) {
      this.input.focus();
      event.preventDefault();
      return;
    }
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.isComposing) return;
    const links = [...this.results.querySelectorAll<HTMLElement>('.search-hit-title a')];
    const inResults = document.activeElement !== null && this.results.contains(document.activeElement);
    if (document.activeElement !== this.input && !inResults) return;
    const item = document.activeElement?.closest('li');
    const at = inResults ? links.findIndex((link) => item?.contains(link)) : -1;
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    if (next < 0) this.input.focus();
    else links[next]?.focus();
    event.preventDefault();
  }

  private onToggle(event: Event): void {
    const details = event.target;
    if (!(details instanceof HTMLDetailsElement) || !details.open || details.dataset['alike'] === undefined) return;
    const list = details.querySelector('ul');
    if (!list || list.childElementCount > 0) return;
    const documents = details.dataset['alike'].split(',').map(Number);
    void this.client?.describe(documents.slice(0, 50), this.state.query).then((rows) => {
      list.replaceChildren(...rows.map((row) => element('li', {}, element('a', { href: this.href(row.url) }, row.title), ' ', element('span', { class: 'muted' }, row.issuer ?? ''))));
    });
  }

  private loadExcerpts(entries: readonly IntersectionObserverEntry[]): void {
    const items = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target as HTMLElement);
    for (const item of items) this.observer?.unobserve(item);
    if (items.length === 0) return;
    const question = this.question;
    setTimeout(() => {
      if (question === this.question) this.fillExcerpts(items, question);
    }, EXCERPT_REST_MS);
  }

  private fillExcerpts(items: readonly HTMLElement[], question: number): void {
    const documents = items.map((item) => Number(item.dataset['document']));
    void this.client?.describe(documents, this.answer?.query ?? '').then((rows) => {
      if (question !== this.question) return;
      for (const row of rows) {
        const item = items.find((candidate) => candidate.dataset['document'] === String(row.document));
        if (item) fillExcerpt(item, row, (path) => this.href(path));
      }
    }, () => undefined);
  }

  /* Parts of the page */

  private href(path: string): string {
    return this.base.slice(0, -1) + path;
  }

  private need<T extends HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (!found) throw new Error(`SearchPage: unexpected missing ${selector}`);
    return found;
  }

  private get form(): HTMLFormElement {
    return this.need('form');
  }
  private get input(): HTMLInputElement {
    return this.need('input[name="q"]');
  }
  private get sort(): HTMLSelectElement {
    return this.need('[data-search-sort]');
  }
  private get results(): HTMLElement {
    return this.need('[data-search-results]');
  }
  private get status(): HTMLElement {
    return this.need('[data-search-status]');
  }
  private get live(): HTMLElement {
    return this.need('[data-search-live]');
  }
  private get understood(): HTMLElement {
    return this.need('[data-search-understood]');
  }
  private get nearest(): HTMLElement {
    return this.need('[data-search-nearest]');
  }
  private get facets(): HTMLElement {
    return this.need('[data-search-facets]');
  }
  private get messages(): HTMLElement {
    return this.need('[data-search-messages]');
  }
  private get more(): HTMLButtonElement {
    return this.need('[data-more-results]');
  }
  private get panel(): HTMLElement {
    return this.need('[data-search-panel]');
  }
}

function requestIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 5000 });
  else setTimeout(run, 2000);
}

customElements.define('search-page', SearchPage);
