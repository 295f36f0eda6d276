/** Marks in the contents where the reader is. */

/** The entry of the last provision that began above the upper third of the window gets `aria-current`. */
export function startContentsMark(): void {
  // Narrower windows show the contents above the text, where there is nothing to mark.
  const wide = matchMedia('(min-width: 80rem)');
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a[href^="#"]')];
  const places = links.flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target ? [{ link, target }] : [];
  });
  if (places.length === 0) return;
  let marked: HTMLAnchorElement | null = null;
  let waiting = false;
  const mark = (): void => {
    waiting = false;
    const limit = innerHeight / 3;
    const found = places.findLast(({ target }) => target.getBoundingClientRect().top <= limit)?.link ?? null;
    if (found === marked) return;
    marked?.removeAttribute('aria-current');
    found?.setAttribute('aria-current', 'location');
    marked = found;
    // Only the list itself scrolls, never the page.
    const nav = found?.closest<HTMLElement>('.contents');
    if (nav && found && nav.scrollHeight > nav.clientHeight) nav.scrollTop = found.offsetTop - nav.clientHeight / 2;
  };
  const later = (): void => {
    if (waiting || !wide.matches) return;
    waiting = true;
    requestAnimationFrame(mark);
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later, { passive: true });
  later();
}
