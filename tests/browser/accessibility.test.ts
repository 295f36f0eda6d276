/** axe over every kind of page, light and dark; no console error, no failed load, no other host. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import { useBrowserSite } from '../support/browser-site.ts';
import { openPage } from '../support/open-page.ts';
import { samplePages } from '../support/page-kinds.ts';

/** The part of axe that runs in the page. */
interface PageWithAxe {
  axe: { run: (options: object) => Promise<{ violations: { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] }[] }> };
}

describe('accessibility', () => {
  const use = useBrowserSite('main');

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every kind of page has no serious finding in ${colorScheme}`, async () => {
      const { browser, site, url } = use();
      const { page, troubles, close } = await openPage(browser, url, { colorScheme });
      const found: string[] = [];
      for (const { path, kind } of samplePages(site)) {
        await page.goto(url + path, { waitUntil: 'networkidle' });
        // Evaluated by the test itself, which the page's policy does not forbid.
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => (globalThis as unknown as PageWithAxe).axe.run({ resultTypes: ['violations'] }));
        for (const { id, impact, nodes } of violations) {
          if (impact === 'serious' || impact === 'critical') found.push(`${kind} (${path}): ${id} ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n    ${failureSummary ?? ''}`).join('\n  ')}`);
        }
      }
      await close();
      assert.deepEqual(found, []);
      assert.deepEqual(troubles, []);
    });
  }

  test('no page is wider than the window at 360, 768 and 1280 pixels', async () => {
    const { browser, site, url } = use();
    const wide: string[] = [];
    for (const width of [360, 768, 1280]) {
      const { page, close } = await openPage(browser, url, { viewport: { width, height: 800 } });
      for (const { path } of samplePages(site)) {
        await page.goto(url + path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (overflow > 0) wide.push(`${path} at ${width}: ${overflow} px too wide`);
      }
      await close();
    }
    assert.deepEqual(wide, []);
  });
});
