/** Cuts a list into pages of so many items; at least one page, empty when there is nothing. */
export function cutIntoPages<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const pages: Item[][] = [];
  for (let start = 0; start < items.length; start += size) pages.push(items.slice(start, start + size));
  return pages.length > 0 ? pages : [[]];
}
