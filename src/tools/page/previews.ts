/** A cited document's card beside its link, on hover and on focus. The card is the one other sites embed, fetched once. */
import { make } from '../element.ts';
import { place } from './provisions.ts';

/** Milliseconds before a card shows, so that passing over a text shows none; and before it goes, so that the pointer can reach it. */
const WAIT = 350;
const LINGER = 250;
const LINKS = 'a[data-citation][href], a.document-link, .contents-cited a';

/** @param base path of the site, with both slashes */
export function startPreviews(base: string): void {
  const box = make('div', { class: 'preview', popover: 'manual', role: 'tooltip', id: 'xem-truoc' });
  document.querySelector('main')?.append(box);
  const cards = new Map<string, Promise<Node[] | null>>();
  let current: HTMLAnchorElement | null = null;
  let timer = 0;

  const hide = (): void => {
    clearTimeout(timer);
    current?.removeAttribute('aria-describedby');
    current = null;
    if (box.matches(':popover-open')) box.hidePopover();
  };
  const show = (link: HTMLAnchorElement): void => {
    clearTimeout(timer);
    if (current === link) return;
    const key = keyOf(link, base);
    if (key === null) return;
    timer = window.setTimeout(() => {
      const card = cards.get(key) ?? fetchCard(`${base}nhung/${key}/`);
      cards.set(key, card);
      current = link;
      void card.then((nodes) => {
        if (current !== link || nodes === null) return;
        box.replaceChildren(...nodes.map((node) => node.cloneNode(true)));
        box.showPopover();
        place(box, link.getBoundingClientRect());
        link.setAttribute('aria-describedby', box.id);
      });
    }, WAIT);
  };
  const leave = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(hide, LINGER);
  };
  const linkAt = (event: Event): HTMLAnchorElement | null => (event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(LINKS) : null);

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const link = linkAt(event);
    if (link) show(link);
    else if (event.target instanceof Node && box.contains(event.target)) clearTimeout(timer);
  });
  document.addEventListener('pointerout', (event) => {
    if (linkAt(event) || (event.target instanceof Node && box.contains(event.target))) leave();
  });
  document.addEventListener('focusin', (event) => {
    const link = linkAt(event);
    if (link?.matches(':focus-visible')) show(link);
    else if (current) hide();
  });
  document.addEventListener('focusout', (event) => {
    if (linkAt(event)) leave();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  addEventListener('scroll', () => { if (current && !current.matches(':focus-visible')) hide(); }, { passive: true });
}

/** Key of the document a link leads to; `null` for other links and for this very page. */
function keyOf(link: HTMLAnchorElement, base: string): string | null {
  const path = new URL(link.href).pathname;
  const key = path.startsWith(`${base}van-ban/`) ? path.slice(`${base}van-ban/`.length).replace(/\/$/u, '') : '';
  return key.split('/').length === 3 && path !== location.pathname ? key : null;
}

async function fetchCard(url: string): Promise<Node[] | null> {
  try {
    const response = await fetch(url);
    if (!response.ok) return null;
    const card = new DOMParser().parseFromString(await response.text(), 'text/html');
    const text = (name: string): string => card.querySelector(`[data-card="${name}"]`)?.textContent ?? '';
    return [make('p', { class: 'preview-name' }, text('name')), make('p', { class: 'preview-meta' }, `${text('issuer')} · ${text('date')} · ${text('state')}`), ...(text('title') === '' ? [] : [make('p', { class: 'preview-title' }, text('title'))])];
  } catch {
    // Without a network there is no card; the link itself still works from what is kept.
    return null;
  }
}
