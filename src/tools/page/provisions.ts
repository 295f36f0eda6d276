/** Tools of one provision: a menu at its mark copies its address, its citation, its words. */
import { citeProvision, printCitation } from '../../corpus/wording/citation-text.ts';
import { nameProvision } from '../../corpus/wording/provision-text.ts';
import { copyAndSay } from '../copy.ts';
import { make, makeButton } from '../element.ts';
import { toolWords } from '../strings.ts';
import type { PageDocument } from './page-document.ts';

const words = toolWords.provision;

export interface ProvisionTools {
  readonly copyLink: (anchor: string | null) => void;
  readonly copyCitation: (anchor: string | null) => void;
}

/** Anchor that a mark leads to. */
export function anchorOf(pin: HTMLAnchorElement): string {
  return decodeURIComponent(new URL(pin.href).hash.slice(1));
}

/** Gives every mark a menu. The mark stays a link: the address bar shows the provision's own address. */
export function startProvisions(shown: PageDocument): ProvisionTools {
  // From the short address a reader of a paper copy gets to the provision as well; the long one says what it leads to.
  const addressOf = (anchor: string | null): string => (anchor === null ? shown.url : `${shown.url}#${anchor}`);
  const cite = (anchor: string | null) => citeProvision(shown, anchor ?? '');
  const tools: ProvisionTools = {
    copyLink: (anchor) => void copyAndSay(addressOf(anchor), undefined, toolWords.copied.link),
    copyCitation: (anchor) => void copyAndSay(printCitation(cite(anchor)), printCitation(cite(anchor), 'html', addressOf(anchor)), toolWords.copied.citation),
  };
  const copyQuote = (anchor: string): void => {
    const quote = wordsOf(anchor);
    void copyAndSay(`“${quote}” (${printCitation(cite(anchor))})`, `“${escape(quote)}” (${printCitation(cite(anchor), 'html', addressOf(anchor))})`, toolWords.copied.citation);
  };

  const menu = make('div', { class: 'pin-menu', popover: 'auto', role: 'group' });
  // Inside the main part, where people who move by landmarks look.
  document.querySelector('main')?.append(menu);
  document.addEventListener('click', (event) => {
    const pin = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.pin') : null;
    if (!pin || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The jump would move the page under the menu.
    event.preventDefault();
    const anchor = anchorOf(pin);
    history.replaceState(history.state, '', `#${anchor}`);
    const act = (name: string, run: () => void): HTMLButtonElement => makeButton(name, () => { menu.hidePopover(); run(); });
    menu.replaceChildren(act(words.citation, () => tools.copyCitation(anchor)), act(words.link, () => tools.copyLink(anchor)), act(words.quote, () => copyQuote(anchor)));
    const report = document.querySelector<HTMLAnchorElement>('#nguon a[href^="mailto:"]');
    if (report) menu.append(make('a', { class: 'tool-button', href: `${report.href}&body=${encodeURIComponent(addressOf(anchor))}` }, words.report));
    menu.setAttribute('aria-label', words.menu(nameProvision(anchor)));
    menu.showPopover();
    place(menu, pin.getBoundingClientRect());
    menu.querySelector('button')?.focus();
  });
  menu.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const items = [...menu.querySelectorAll<HTMLElement>('button, a')];
    items[(items.indexOf(document.activeElement as HTMLElement) + step + items.length) % items.length]?.focus();
    event.preventDefault();
  });
  return tools;
}

/** Sets a box beside a place, inside the window. */
export function place(box: HTMLElement, at: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const top = at.bottom + 6 + height > innerHeight ? Math.max(8, at.top - height - 6) : at.bottom + 6;
  box.style.setProperty('left', `${left}px`);
  box.style.setProperty('top', `${top}px`);
}

/** Source words of a provision: its own paragraph, or its heading. */
function wordsOf(anchor: string): string {
  const element = document.getElementById(anchor);
  const leaf = element?.matches('[data-source-text]') ? element : element?.querySelector('[data-source-text]');
  return (leaf?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function escape(text: string): string {
  return text.replace(/[&<>]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}
