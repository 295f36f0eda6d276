/** The page of the writer's kit: opens the rows of the corpus, then composer and checker work on what lies in the browser. */
import { documentUrl } from '../../domain/document-key.ts';
import type { KitEntry } from '../../corpus/exports/kit-index.ts';
import { KitStore } from '../kit-store.ts';
import { toolWords } from '../strings.ts';
import { startChecker } from './checker.ts';
import { startComposer } from './composer.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');

class WriterKit extends HTMLElement {
  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    const status = this.querySelector<HTMLElement>('[data-kit="status"]');
    const site = this.dataset['site'] ?? location.origin;
    const urlOf = (entry: KitEntry): string => new URL(`${base}v/${entry.code}/`, site).href;
    const pageOf = (entry: KitEntry): string => base + documentUrl(entry.key).slice(1);
    try {
      const { add } = await startComposer(this, await KitStore.open(base), urlOf);
      startChecker(this, { base, pageOf, urlOf, add });
      for (const hidden of this.querySelectorAll<HTMLElement>('[data-kit-live]')) hidden.hidden = false;
      if (status) status.textContent = '';
      this.dataset['state'] = 'ready';
    } catch {
      if (status) status.textContent = toolWords.kit.loadFailed;
    }
  }
}
customElements.define('writer-kit', WriterKit);
