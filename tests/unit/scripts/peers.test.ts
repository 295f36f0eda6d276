/** What other programs are given to build in the bench: the same words and the same facts as our pages, or the comparison says nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { rewriteTags } from '../../../scripts/bench/peers/eleventy/rewrite-tags.ts';
import { createPageParts } from '../../../scripts/bench/peers/page-parts.ts';
import { readHtmlFragment } from '../../../scripts/lib/html-page.ts';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { readCorpus } from '../../../scripts/lib/read-corpus.ts';
import { splitFrontMatter } from '../../../src/content-loader/front-matter.ts';

const documents = [...readCorpus().held.values()];
const parts = createPageParts(documents.map(({ record }) => record), loadRegistry(), 'https://can-cu.example.vn');
const lettersOf = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
const bodyOf = (path: string): string => splitFrontMatter(readFileSync(path, 'utf8'), path).body;

describe('the peers of the bench', () => {
  for (const { key, path, html } of documents) {
    const markdown = rewriteTags(bodyOf(path), (index: number) => parts.citation(key, index));

    test(`print every letter of ${key} and no other`, () => {
      // `\<https://...>` is written so that it is no element.
      const words = markdown.replaceAll('\\<', '').replace(/<a class="pin".*?<\/a>/gu, '').replace(/<\/?[a-z][^>]*>/gu, '').replace(/&#x([0-9A-F]+);/giu, (_entity: string, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
      assert.equal(lettersOf(words), lettersOf(readHtmlFragment(html).sourceText));
    });

    test(`mark every address and citation of ${key}`, () => {
      const ids = (text: string): string[] => [...text.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id ?? '').filter((id) => !/\.r\d+$/u.test(id));
      assert.deepEqual(ids(markdown), ids(html));
      assert.equal(markdown.match(/<a data-citation data-state="(?:held|cited|ambiguous|unknown)"/gu)?.length ?? 0, html.match(/<a data-citation=/gu)?.length ?? 0);
    });
  }

  test('show the chain, the duties and those who cite', () => {
    const { key } = documents[0] ?? assert.fail('no document');
    assert.ok(documents.some((document) => parts.chainUp(document.key, 140).steps.length > 2));
    assert.ok(documents.some((document) => parts.duties(document.key).count > 0));
    assert.ok(parts.citedKeys().some((cited) => parts.citing(cited).links.some(({ quotes }) => quotes.length > 0)));
    assert.match(parts.head(key).json, /"@type":"Legislation"/u);
    assert.ok(parts.contents(key, bodyOf(documents[0]?.path ?? '')).every(({ title }) => title !== null));
  });
});
