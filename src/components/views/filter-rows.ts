/** Filters the rows of a page as one types: `<filter-rows>` around a form and `[data-row]` elements. Without script the form stays hidden. */
import { foldVietnamese } from '../../domain/vietnamese.ts';
import { viewWords } from './strings.ts';

class FilterRows extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector<HTMLInputElement>('input[type="search"]');
    const timed = this.querySelector<HTMLInputElement>('input[type="checkbox"]');
    const status = this.querySelector('[data-filter-status]');
    if (!form || !input || !status) return;
    const rows = [...this.querySelectorAll<HTMLElement>('[data-row]')].map((element) => ({ element, text: foldVietnamese(element.textContent ?? ''), timed: element.dataset['timed'] !== undefined }));
    const groups = [...this.querySelectorAll<HTMLElement>('[data-row-group]')];
    const apply = (): void => {
      const words = foldVietnamese(input.value).split(/\s+/u).filter((word) => word !== '');
      let shown = 0;
      for (const row of rows) {
        const fits = words.every((word) => row.text.includes(word)) && (!timed?.checked || row.timed);
        row.element.hidden = !fits;
        if (fits) shown++;
      }
      for (const group of groups) group.hidden = group.querySelector('[data-row]:not([hidden])') === null;
      status.textContent = shown === 0 ? viewWords.filter.none : viewWords.filter.shown(shown, rows.length);
      const address = new URL(location.href);
      address.search = '';
      if (words.length > 0) address.searchParams.set('loc', input.value.trim());
      if (timed?.checked) address.searchParams.set('han', '1');
      if (address.href !== location.href) history.replaceState(null, '', address);
    };
    const asked = new URLSearchParams(location.search);
    input.value = asked.get('loc') ?? '';
    if (timed) timed.checked = asked.get('han') === '1';
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', apply);
    apply();
  }
}

customElements.define('filter-rows', FilterRows);
