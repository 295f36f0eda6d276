/** axe over every kind of page, light, dark and in forced colours; no console error, no failed load, no other host. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { useBrowserSite } from '../support/browser-site.ts';
import { openPage } from '../support/open-page.ts';
import { samplePages } from '../support/page-kinds.ts';

/** The part of axe that runs in the page. */
interface PageWithAxe {
  axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
}

const LOOKS = { 'light': { colorScheme: 'light', forcedColors: 'none' }, 'dark': { colorScheme: 'dark', forcedColors: 'none' }, 'forced colours': { colorScheme: 'dark', forcedColors: 'active' } } as const;

/** Everything axe finds on the page as it stands now: all rules in light, in the other looks those that a look can change. */
async function findFaults(page: Page): Promise<string[]> {
  // Evaluated by the test itself, which the page's policy does not forbid.
  await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media);
    const options = look === 'light' ? { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } } : { resultTypes: ['violations'], runOnly: ['cat.color', 'cat.sensory-and-visual-cues'] };
    const { violations } = await page.evaluate((chosen) => (globalThis as unknown as PageWithAxe).axe.run(chosen), options);
    for (const { id, nodes } of violations) faults.push(`${look}: ${id} ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n    ${failureSummary ?? ''}`).join('\n  ')}`);
  }
  return faults;
}

describe('accessibility', () => {
  const use = useBrowserSite('main');

  test('every kind of page has no finding in light, in dark and in forced colours', async () => {
    const { browser, site, url } = use();
    const { page, troubles, close } = await openPage(browser, url);
    const found: string[] = [];
    for (const { path, kind } of samplePages(site)) {
      await page.goto(url + path, { waitUntil: 'networkidle' });
      found.push(...(await findFaults(page)).map((fault) => `${kind} (${path}): ${fault}`));
    }
    await close();
    assert.deepEqual(found, []);
    assert.deepEqual(troubles, []);
  });

  test('nor have the tools once they are open: menus, dialogs, a basket, a checked draft', async () => {
    const { browser, url } = use();
    const { page, close } = await openPage(browser, url, { permissions: ['clipboard-read', 'clipboard-write'] });
    const found: string[] = [];
    const look = async (what: string): Promise<void> => void found.push(...(await findFaults(page)).map((fault) => `${what}: ${fault}`));
    await page.goto(`${url}van-ban/ldld-hung-yen-cu/2025/146-kh-ldld/`);
    await page.locator('.tool-bar').waitFor();
    for (const summary of await page.locator('.cite-more summary').all()) await summary.click();
    await page.getByRole('button', { name: 'Thêm vào giỏ căn cứ' }).click();
    await look('cite box open, document in the basket');
    await page.locator('a.pin').nth(5).click();
    await page.locator('.pin-menu:popover-open').waitFor();
    await look('menu of a provision');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Phím tắt' }).click();
    await look('list of keys');
    await page.goto(`${url}soan-can-cu/`);
    await page.locator('writer-kit[data-checker="ready"]').waitFor();
    await page.getByLabel('Số hiệu hoặc vài từ').fill('57');
    await page.getByLabel('Dự thảo', { exact: true }).fill('Thực hiện Nghị quyết số 57-NQ/TW ngày 20/12/2024 của Bộ Chính trị; Công văn số 9999/TLĐ ngày 01/01/2026 của Tổng Liên đoàn.');
    await page.getByRole('button', { name: 'Soát dự thảo' }).click();
    await page.locator('[data-kit="report"][data-state="ready"]').waitFor();
    await look('kit in use');
    await close();
    assert.deepEqual(found, []);
  });

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
