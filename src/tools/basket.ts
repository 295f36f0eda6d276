/** The basket of bases, kept in this browser alone. */

export interface BasketItem {
  readonly key: string;
  readonly verb?: string;
  readonly alias?: string;
}

const NAME = 'can-cu.gio';

/** What lies in the basket, in order; empty where the browser keeps nothing. */
export function readBasket(): BasketItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((item: unknown) => (isItem(item) ? [item] : []));
  } catch {
    return [];
  }
}

/** Replaces the basket. A browser that keeps nothing loses it with the page. */
export function writeBasket(items: readonly BasketItem[]): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(items));
  } catch {
    // Private windows may refuse; the page goes on with what it holds.
  }
}

/** Puts a document in, or takes it out. @returns true when it lies in the basket afterwards */
export function toggleInBasket(key: string): boolean {
  const items = readBasket();
  const rest = items.filter((item) => item.key !== key);
  writeBasket(rest.length === items.length ? [...items, { key }] : rest);
  return rest.length === items.length;
}

/** Calls back when another window of the same browser changes the basket. */
export function onBasketChange(callback: () => void): void {
  addEventListener('storage', (event) => {
    if (event.key === NAME || event.key === null) callback();
  });
}

function isItem(item: unknown): item is BasketItem {
  return typeof item === 'object' && item !== null && typeof (item as BasketItem).key === 'string' && ['undefined', 'string'].includes(typeof (item as BasketItem).alias) && ['undefined', 'string'].includes(typeof (item as BasketItem).verb);
}
