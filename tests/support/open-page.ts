/** Opens pages and writes down what a reader would not see: console errors, failed loads, requests to other hosts. */
import type { Browser, BrowserContextOptions, Page } from 'playwright';

export interface WatchedPage {
  readonly page: Page;
  /** Troubles since the page was made, in words. */
  readonly troubles: string[];
  /** Closes the page with its context. */
  close(): Promise<void>;
}

/**
 * Makes a page with a context of its own.
 * @param origin the only host that may be asked, `http://localhost:4321`
 */
export async function openPage(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && troubles.push(`console: ${message.text()} (${message.location().url})`)));
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/u.test(url.protocol) && url.origin !== new URL(origin).origin) troubles.push(`other host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still loading, for instance the icon.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return { page, troubles, close: () => context.close() };
}
