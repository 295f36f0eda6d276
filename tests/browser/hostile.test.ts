/** Hostile dispatches in a real browser: nothing of them runs, nothing is loaded, the words are seen. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heldDocuments } from '../support/documents.ts';
import { useBrowserSite } from '../support/browser-site.ts';
import { openPage } from '../support/open-page.ts';

describe('hostile documents', () => {
  const use = useBrowserSite('hostile');

  test('run nothing, load nothing, show their words', async () => {
    const { browser, site, url } = use();
    const { page, troubles, close } = await openPage(browser, url);
    for (const { key, record } of heldDocuments(site)) {
      await page.goto(`${url}van-ban/${key}/`, { waitUntil: 'networkidle' });
      assert.equal(await page.evaluate(() => (globalThis as { hostile?: unknown }).hostile), undefined, key);
      assert.doesNotMatch(await page.title(), /bị chạy/u);
      if (record.file === 'html.txt') assert.match(await page.locator('main').innerText(), /<script>document\.title/u);
      if (record.file === 'braces-and-jsx.txt') assert.match(await page.locator('main').innerText(), /\{process\.exit\(1\)\}/u);
    }
    for (const path of ['', 'van-ban/', 'canh-bao/']) await page.goto(url + path, { waitUntil: 'networkidle' });
    await close();
    assert.deepEqual(troubles, []);
  });

  test('the policy stops a script that got into a page all the same', async () => {
    const { browser, site, url } = use();
    const { page, close } = await openPage(browser, url);
    const [held] = heldDocuments(site);
    await page.goto(`${url}van-ban/${held?.key}/`);
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.hostile = 1';
      document.body.append(script);
      const image = document.createElement('div');
      image.innerHTML = '<img src="data:," onerror="globalThis.hostile = 2">';
      document.body.append(image);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return (globalThis as { hostile?: unknown }).hostile;
    });
    assert.equal(ran, undefined);
    await close();
  });
});
