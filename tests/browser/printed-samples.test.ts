/** The five samples printed to PDF from their pages come back with the reader's scores, less at most one miss a figure. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFrontMatter } from '../../src/content-loader/front-matter.ts';
import { createDispatchReader } from '../../src/dispatch/index.ts';
import { readPdf } from '../../scripts/readers/pdf.ts';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { loadRegistry } from '../../scripts/lib/load-registry.ts';
import { loadSyllables } from '../../scripts/lib/load-syllables.ts';
import { readFileSync } from 'node:fs';
import { useBrowserSite } from '../support/browser-site.ts';
import { listFalls, listSamples, scoreTexts } from '../support/score-without-places.ts';

describe('samples printed from the site', () => {
  const use = useBrowserSite('main');

  test('every figure of the reader holds', async () => {
    const { browser, url } = use();
    const urls = new Map(listFiles('content/documents').filter((path) => path.endsWith('.mdx')).map((path) => readFrontMatter(readFileSync(path, 'utf8'), path).record).map((record) => [record.file.replace(/\.txt$/u, ''), record.url]));
    const texts = new Map<string, string>();
    const back = new Map<string, string>();
    const page = await browser.newPage();
    for (const { name, source } of listSamples()) {
      await page.goto(`${url}${(urls.get(name) ?? '').replace(/^\//u, '')}`);
      const { text } = await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })), null);
      texts.set(name, source);
      back.set(name, text);
    }
    await page.close();
    const read = createDispatchReader(loadRegistry('content'), loadSyllables('content'));
    assert.deepEqual(listFalls(scoreTexts(read, texts), scoreTexts(read, back)), []);
  });
});
