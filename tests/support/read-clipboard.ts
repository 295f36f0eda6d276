/** The clipboard of a page's browser, by type; the context needs the permission to read it. */
import type { Page } from 'playwright';

export interface Clipboard {
  readonly text: string;
  readonly html: string;
}

/** @returns empty strings for types that are not on the clipboard */
export async function readClipboard(page: Page): Promise<Clipboard> {
  // The browser gives an item up when the clipboard is written between the reading of two types; the second look sees what was written.
  return readOnce(page).catch((error: unknown) => (/Clipboard data has changed/u.test(String(error)) ? readOnce(page) : Promise.reject(error)));
}

function readOnce(page: Page): Promise<Clipboard> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
    return { text: await read('text/plain'), html: await read('text/html') };
  });
}
