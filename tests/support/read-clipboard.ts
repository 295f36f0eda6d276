/** The clipboard of a page's browser, by type; the context needs the permission to read it. */
import type { BrowserContext, Page } from 'playwright';

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

/** What another program is given when a person pastes: the HTML of the clipboard as it was copied. Asking the page itself gives it without styles. */
export async function readPasted(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.setContent('<p contenteditable="true">đây</p>');
  await page.evaluate(() => document.addEventListener('paste', (event) => void (document.body.dataset['pasted'] = event.clipboardData?.getData('text/html') ?? '')));
  await page.locator('p').focus();
  await page.keyboard.press('ControlOrMeta+V');
  const pasted = await page.locator('body[data-pasted]').getAttribute('data-pasted');
  await page.close();
  return pasted ?? '';
}
