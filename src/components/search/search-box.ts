/**
 * Makes every search line of the site handier: `/` jumps to it, and what the search page will need is fetched as soon as the
 * line gets the focus. Without script the line is a plain form that leads to the search page.
 */
const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const boxes = document.querySelectorAll<HTMLInputElement>('form[role="search"] input[type="search"]');
  const box = [...boxes].find((input) => input.closest('main')) ?? boxes[0];
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

let fetched = false;
document.addEventListener('focusin', (event) => {
  if (fetched || !(event.target instanceof HTMLInputElement) || !event.target.closest('form[role="search"]')) return;
  fetched = true;
  if (document.querySelector('[data-search-page]')) return;
  for (const path of ['tim-kiem/', 'search-index/head.bin']) prefetch(base + path);
});

function prefetch(url: string): void {
  const link = document.createElement('link');
  link.rel = 'prefetch';
  link.href = url;
  document.head.append(link);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/iu.test(target.tagName));
}
