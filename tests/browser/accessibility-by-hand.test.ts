/** What no rule of axe can tell: focus under bars, motion, states without colour, words that are spoken. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useBrowserSite } from '../support/browser-site.ts';
import { eventually } from '../support/eventually.ts';
import { openPage } from '../support/open-page.ts';

const PLAN = 'van-ban/ldld-hung-yen-cu/2025/146-kh-ldld/';

describe('accessibility by hand', () => {
  const use = useBrowserSite('main');

  test('on a phone the bar at the thumb hides no focus, forwards or backwards', async () => {
    const { browser, url } = use();
    const { page, close } = await openPage(browser, url, { viewport: { width: 360, height: 640 }, reducedMotion: 'reduce' });
    await page.goto(url + PLAN);
    await page.locator('.tool-bar').waitFor();
    const hidden: string[] = [];
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let step = 0; step < 70; step++) {
        await page.keyboard.press(key);
        const found = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const bar = document.querySelector('.thumb-bar')?.getBoundingClientRect();
          const box = element.getBoundingClientRect();
          if (!bar || element.closest('.thumb-bar') || (box.top < bar.top && box.bottom > 0 && box.top >= 0)) return null;
          return element.outerHTML.slice(0, 100);
        });
        if (found) hidden.push(found);
      }
    }
    assert.deepEqual(hidden, []);
    await close();
  });

  test('where motion is unwanted nothing moves', async () => {
    const { browser, url } = use();
    const { page, close } = await openPage(browser, url, { reducedMotion: 'reduce' });
    for (const path of [PLAN, 'soan-can-cu/', 'tim-kiem/?q=57']) {
      await page.goto(url + path, { waitUntil: 'networkidle' });
      assert.deepEqual(await page.evaluate(() => [getComputedStyle(document.documentElement).scrollBehavior, document.getAnimations().length]), ['auto', 0], path);
    }
    await close();
  });

  test('in forced colours what is pressed, current or focused shows by its border', async () => {
    const { browser, url } = use();
    const { page, close } = await openPage(browser, url, { forcedColors: 'active', reducedMotion: 'reduce', viewport: { width: 1400, height: 900 } });
    await page.goto(url + PLAN);
    const button = page.getByRole('button', { name: /giỏ căn cứ/u });
    const borderOf = (): Promise<string> => button.evaluate((element) => getComputedStyle(element).borderBlockStartWidth);
    const before = await borderOf();
    await button.click();
    assert.notEqual(await borderOf(), before);
    await page.evaluate(() => document.getElementById('muc-iii')?.scrollIntoView());
    await eventually('the mark in the contents', async () => (await page.locator('.contents a[aria-current]').count()) === 1);
    assert.notEqual(await page.locator('.contents a[aria-current]').evaluate((link) => getComputedStyle(link).borderInlineStartWidth), '0px');
    await page.keyboard.press('Tab');
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle), 'none');
    await close();
  });

  test('what a tool did is spoken: each page has one live region that fills', async () => {
    const { browser, url } = use();
    const { page, close } = await openPage(browser, url, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(url + PLAN);
    await page.getByRole('button', { name: 'Thêm vào giỏ căn cứ' }).click();
    await page.getByRole('status').filter({ hasText: 'Đã thêm vào giỏ căn cứ.' }).waitFor();
    await page.goto(`${url}soan-can-cu/`);
    await page.locator('writer-kit[data-checker="ready"]').waitFor();
    await page.getByLabel('Số hiệu hoặc vài từ').fill('57');
    await page.getByRole('status').filter({ hasText: /^\d+ văn bản\.$/u }).waitFor();
    await page.getByLabel('Dự thảo', { exact: true }).fill('Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.');
    await page.getByRole('button', { name: 'Soát dự thảo' }).click();
    await page.getByRole('status').filter({ hasText: 'Thấy 1 văn bản được viện dẫn' }).waitFor();
    assert.deepEqual(await page.locator('main :is(button, input, select, textarea):visible').evaluateAll((controls) => controls.filter((control) => !(control.getAttribute('aria-label') ?? '') && !(control as HTMLInputElement).labels?.length && !control.textContent?.trim()).map((control) => control.outerHTML)), [], 'every control has a name');
    await close();
  });
});
