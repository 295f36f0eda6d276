/** A browser and a served site for one test file; both end with the file. */
import { after, before } from 'node:test';
import type { Browser } from 'playwright';
import type { StaticServer } from '../../scripts/lib/static-server.ts';
import { openBrowser } from './browser.ts';
import { builtSite, serveSite, type BuiltSite, type SiteName } from './site.ts';

export interface BrowserSite {
  readonly browser: Browser;
  readonly site: BuiltSite;
  /** Address of the home page, with its slash. */
  readonly url: string;
}

/** Registers hooks that build, serve and open. @returns a function that gives them inside tests */
export function useBrowserSite(name: SiteName): () => BrowserSite {
  let started: { browser: Browser; site: BuiltSite; server: StaticServer } | undefined;
  before(async () => {
    const site = await builtSite(name);
    started = { site, server: await serveSite(site), browser: await openBrowser() };
  });
  after(async () => {
    await started?.browser.close();
    await started?.server.close();
  });
  return () => {
    if (!started) throw new Error('useBrowserSite: unexpected use outside a test');
    return { browser: started.browser, site: started.site, url: started.server.url };
  };
}
