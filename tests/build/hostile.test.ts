/** Dispatches that try to be run come out as the letters they are. What runs only in a browser is in `tests/browser/hostile.test.ts`. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { checkLinks } from '../../scripts/lib/checks/check-links.ts';
import { attributeOf, textOf } from '../../scripts/lib/html-page.ts';
import type { HeldDocument } from '../../scripts/lib/read-corpus.ts';
import { assertSourceWords, documentPage, heldDocuments } from '../support/documents.ts';
import { builtSite, type BuiltSite } from '../support/site.ts';

/** Elements that may stand inside source words. */
const INLINE = new Set(['a', 'b', 'i', 'br', 'span', 'wbr', 'th', 'td', 'p', 'div', 'time', 'strong', 'em', 'h2', 'h3', 'h4', 'h5', 'h6']);

describe('hostile sources', () => {
  let site: BuiltSite;
  let documents: HeldDocument[];
  before(async () => {
    site = await builtSite('hostile');
    documents = heldDocuments(site);
  });

  test('all of them become documents', () => {
    assert.deepEqual(documents.map(({ record }) => record.file).sort(), readdirSync(join(site.contentDir, 'sources')).sort());
  });

  test('their pages print every letter and digit', () => {
    for (const document of documents) assertSourceWords(site, document);
  });

  test('their marks, which are neither letters nor digits, are printed too', () => {
    const printed = (file: string): string => documentPage(site, documents.find(({ record }) => record.file === file)?.key ?? '').sourceText;
    // Stars around words are Markdown of the source and become italics, here as anywhere.
    for (const words of ['{process.exit(1)}', '{{ mẫu }}', '<Cite n="0" m="0" doc="evil">giả</Cite>', '{/ chú thích JSX /}', "import fs from 'node:fs';", '${thay}']) assert.ok(printed('braces-and-jsx.txt').includes(words), words);
    for (const words of ["<script>document.title = 'bị chạy'; window.hostile = 1;</script>", '<https://evil.example/?a=1&b=2>', '&lt;b&gt; &amp; &nbsp; &#x3C;script&#x3E; &copy;', '<!-- chú thích -->', '</main></body></html>']) assert.ok(printed('html.txt').includes(words), words);
    for (const words of ['key: evil/2026/1', '[liên kết](javascript:alert(1))', '![ảnh](https://evil.example/a.png)']) assert.ok(printed('markdown.txt').includes(words), words);
  });

  test('nothing of them becomes an element, an attribute or an address', () => {
    for (const { key } of documents) {
      const page = documentPage(site, key);
      assert.deepEqual(page.inlineCode, [], key);
      assert.deepEqual(page.addresses.filter((address) => /evil|javascript:/iu.test(address)), [], key);
      assert.equal(page.elements.filter(({ tagName }) => tagName === 'main').length, 1, key);
      for (const element of page.elements) {
        if (attributeOf(element, 'data-source-text') === null) continue;
        for (const inner of page.elements.filter((candidate) => isInside(candidate, element))) assert.ok(INLINE.has(inner.tagName), `${key}: <${inner.tagName}>`);
      }
      assert.doesNotMatch(page.elements.filter(({ tagName }) => tagName === 'title').map(textOf).join(''), /bị chạy/u);
    }
  });

  test('no control character reaches a page', () => {
    for (const { key } of documents) assert.doesNotMatch(documentPage(site, key).sourceText, /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/u, key);
  });

  test('their links are all alive', () => {
    assert.deepEqual(checkLinks(site.dir, site.basePath, site.siteUrl).map(({ place, message }) => `${place}: ${message}`), []);
  });
});

function isInside(element: { parentNode: unknown }, ancestor: unknown): boolean {
  for (let parent = element.parentNode as { parentNode?: unknown } | null | undefined; parent; parent = parent.parentNode as { parentNode?: unknown } | null) if (parent === ancestor) return true;
  return false;
}
