/**
 * Tools of a document's page. Nothing of it is needed to read: the script loads after the page, and its sheet with it.
 */
import { onBasketChange, readBasket, toggleInBasket } from '../basket.ts';
import { say } from '../copy.ts';
import { make, makeButton } from '../element.ts';
import { startKeeping } from '../offline/keep-page.ts';
import { toolWords } from '../strings.ts';
import { startCiteBox } from './cite-box.ts';
import { startContentsMark } from './contents-mark.ts';
import { startKeys } from './keys.ts';
import { readPageDocument, type PageDocument } from './page-document.ts';
import { startPreviews } from './previews.ts';
import { anchorOf, startProvisions, type ProvisionTools } from './provisions.ts';
import sheet from './document-page.css?url';

const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');
const words = toolWords.bar;

const shown = readPageDocument();
if (shown) start(shown);

function start(shown: PageDocument): void {
  document.head.append(make('link', { rel: 'stylesheet', href: sheet }));
  const provisions = startProvisions(shown);
  const basket = makeBasketButton(shown.key);
  const openKeys = startKeys(listActions(provisions, () => basket.click()));
  const bar = make('div', { 'class': 'tool-bar', 'role': 'group', 'aria-label': words.label }, basket, make('a', { class: 'tool-button', href: `${base}soan-can-cu/` }, words.basket), makeButton(words.keys, openKeys, { 'aria-keyshortcuts': '?' }));
  document.querySelector('.document-head')?.append(bar);
  startKeeping(bar, base);
  startCiteBox(shown);
  startPreviews(base);
  startContentsMark();
}

function makeBasketButton(key: string): HTMLButtonElement {
  const button = makeButton('', () => {
    say(toggleInBasket(key) ? words.addedNote : words.removedNote);
    show();
  });
  const show = (): void => {
    const inside = readBasket().some((item) => item.key === key);
    button.setAttribute('aria-pressed', String(inside));
    button.textContent = inside ? words.added : words.add;
  };
  onBasketChange(show);
  show();
  return button;
}

function listActions({ copyCitation, copyLink }: ProvisionTools, toggleBasket: () => void): Record<string, () => void> {
  const pins = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('a.pin')];
  /** The mark that has the focus, else the first whose provision is in the window. */
  const current = (all: readonly HTMLAnchorElement[]): number => {
    const focused = all.findIndex((pin) => pin === document.activeElement);
    return focused !== -1 ? focused : all.findIndex((pin) => (pin.parentElement?.getBoundingClientRect().bottom ?? 0) > 80);
  };
  const step = (by: number) => (): void => {
    const all = pins();
    const isFocused = all.includes(document.activeElement as HTMLAnchorElement);
    const pin = all[Math.max(0, Math.min(all.length - 1, current(all) + (isFocused ? by : 0)))];
    pin?.focus({ preventScroll: true });
    pin?.parentElement?.scrollIntoView({ block: 'center' });
  };
  const here = (): string | null => {
    const all = pins();
    const focused = all.find((pin) => pin === document.activeElement);
    if (focused) return anchorOf(focused);
    return location.hash.length > 1 && document.querySelector('.sheet :target') ? decodeURIComponent(location.hash.slice(1)) : null;
  };
  return {
    'j': step(1), 'k': step(-1), 'c': () => copyCitation(here()), 'l': () => copyLink(here()), 'b': toggleBasket,
    'm': () => {
      const contents = document.getElementById('muc-luc');
      const link = contents?.querySelector<HTMLAnchorElement>('a[aria-current], a');
      contents?.scrollIntoView({ block: 'nearest' });
      link?.focus();
    },
    '/': () => document.querySelector<HTMLInputElement>('form[role="search"] input')?.focus(),
  };
}
