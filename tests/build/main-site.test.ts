/** The built site of our own corpus: the source's words, the hooks, the policy, the links, the weight. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { checkLinks } from '../../scripts/lib/checks/check-links.ts';
import { attributeOf, lettersAndDigits, readHtmlPage, textOf } from '../../scripts/lib/html-page.ts';
import { readCorpus, type HeldDocument } from '../../scripts/lib/read-corpus.ts';
import { contentSecurityPolicy } from '../../scripts/lib/security-headers.ts';
import { assertSourceWords, documentPage, heldDocuments } from '../support/documents.ts';
import { builtSite, listPages, readPage, type BuiltSite } from '../support/site.ts';

/** Bytes of HTML and CSS, gzip, that a document page may weigh beyond its text. */
const PAGE_BUDGET = 15_000;

/** Pages that only lead elsewhere: redirects and short addresses. */
const isRedirect = (html: string): boolean => /http-equiv="?refresh/iu.test(html);

describe('the built site', () => {
  let site: BuiltSite;
  let documents: HeldDocument[];
  before(async () => {
    site = await builtSite('main');
    documents = heldDocuments(site);
  });

  test('prints the words of every source, nothing lost, nothing added, in order', () => {
    for (const document of documents) assertSourceWords(site, document);
  });

  test('marks source words in leaf elements that are never nested', () => {
    for (const { key } of documents) {
      const marked = documentPage(site, key).elements.filter((element) => attributeOf(element, 'data-source-text') !== null);
      for (const element of marked) {
        for (let parent = element.parentNode; parent !== null; parent = 'parentNode' in parent ? parent.parentNode : null) assert.ok(!('attrs' in parent) || attributeOf(parent, 'data-source-text') === null, key);
      }
    }
  });

  test('gives every provision of the outline its anchor, once', () => {
    for (const { key, record } of documents) {
      const { ids } = documentPage(site, key);
      assert.deepEqual(record.outline.map(({ anchor }) => anchor).filter((anchor) => ids.filter((id) => id === anchor).length !== 1), [], key);
    }
  });

  test('names each document on its page, and says that it is a reference copy', () => {
    for (const { key, record } of documents) {
      const page = documentPage(site, key);
      assert.equal(page.elements.map((element) => attributeOf(element, 'data-document-key')).find(Boolean), key);
      const words = page.elements.filter(({ tagName }) => tagName === 'body').map(textOf).join('').toLowerCase();
      assert.match(words, /bản tham khảo/u, key);
      assert.equal(/có thể là (?:bản )?dự thảo/u.test(words), record.maybeDraft, `${key}: draft notice`);
    }
  });

  test('links each citation that is certain and says of each other one that it is not', () => {
    for (const { key, record } of documents) {
      const citations = documentPage(site, key).elements.filter((element) => attributeOf(element, 'data-citation') !== null);
      const own = record.citations.flatMap(({ mentions }) => mentions);
      assert.ok(citations.length >= Math.min(own.length, 1), `${key}: citations on the page`);
      for (const element of citations) {
        const state = attributeOf(element, 'data-state');
        assert.match(state ?? '', /^(?:held|cited|ambiguous|unknown)$/u, key);
        if (state === 'held' || state === 'cited') assert.match(attributeOf(element, 'href') ?? '', /^\/van-ban\//u, key);
      }
    }
  });

  test('has a page and a short address for every document, held or only cited', () => {
    for (const { key, url, code } of readCorpus(site.contentDir).graph.documents.values()) {
      assert.ok(existsSync(join(site.dir, url, 'index.html')), key);
      assert.ok(existsSync(join(site.dir, 'v', code, 'index.html')), `/v/${code}/ of ${key}`);
    }
  });

  test('has the pages that the design names', () => {
    const named = ['index.html', '404.html', 'tim-kiem/index.html', 'van-ban/index.html', 'co-quan/index.html', 'so/index.html', 'huong-dan/index.html', 'gioi-thieu/index.html', 'pagefind/pagefind.js'];
    assert.deepEqual(named.filter((path) => !existsSync(join(site.dir, path))), []);
  });

  test('has no dead link and no dead anchor', () => {
    assert.deepEqual(checkLinks(site.dir, site.basePath, site.siteUrl).map(({ place, message }) => `${place}: ${message}`), []);
  });

  test('every page is Vietnamese, titled, with one main heading and no id twice', () => {
    for (const path of listPages(site)) {
      const html = readPage(site, path);
      if (isRedirect(html)) continue;
      const page = readHtmlPage(html);
      const tags = (name: string) => page.elements.filter(({ tagName }) => tagName === name);
      assert.equal(attributeOf(tags('html')[0] as never, 'lang'), 'vi', path);
      assert.equal(tags('h1').length, 1, `${path}: h1`);
      assert.notEqual(tags('title').map(textOf).join('').trim(), '', path);
      assert.equal(new Set(page.ids).size, page.ids.length, `${path}: ${page.ids.filter((id, index) => page.ids.indexOf(id) !== index).join(' ')}`);
    }
  });

  test('every page carries the policy of the server as meta, and no code of its own', () => {
    const expected = contentSecurityPolicy(false).replace(/; frame-ancestors .*$/u, '');
    for (const path of listPages(site)) {
      const page = readHtmlPage(readPage(site, path));
      assert.equal(page.policy, expected, path);
      assert.deepEqual(page.inlineCode, [], path);
    }
  });

  test('no page loads anything from another host', () => {
    for (const path of listPages(site)) {
      for (const element of readHtmlPage(readPage(site, path)).elements) {
        if (element.tagName === 'a' || (element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical')) continue;
        const address = attributeOf(element, 'src') ?? attributeOf(element, 'href') ?? attributeOf(element, 'srcset') ?? '';
        assert.ok(!/^(?:https?:)?\/\//u.test(address) || address.startsWith(site.siteUrl), `${path}: ${address}`);
      }
    }
  });

  test('no style sheet loads anything from another host', () => {
    const sheets = new Set(listPages(site).flatMap((path) => sheetsOf(site, readPage(site, path))));
    assert.ok(sheets.size > 0);
    for (const sheet of sheets) assert.doesNotMatch(readFileSync(sheet, 'utf8'), /url\(\s*["']?(?:https?:)?\/\//u, sheet);
  });

  test('a document page weighs little beyond its text', () => {
    for (const { key } of documents) {
      const html = readPage(site, `van-ban/${key}/index.html`);
      const weigh = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;
      const styles = sheetsOf(site, html).reduce((sum, path) => sum + weigh(readFileSync(path)), 0);
      const extra = weigh(html) + styles - weigh(readHtmlPage(html).sourceText);
      assert.ok(extra <= PAGE_BUDGET, `${key}: ${extra} bytes beyond the text, expected at most ${PAGE_BUDGET}`);
    }
  });

  test('the tools of a document page weigh at most 20 kB, the faces of all pages at most 60 kB and none holds the words back', () => {
    const [{ key }] = documents as [HeldDocument];
    const page = readHtmlPage(readPage(site, `van-ban/${key}/index.html`));
    const scripts = new Set<string>();
    const follow = (path: string): void => {
      if (scripts.has(path)) return;
      scripts.add(path);
      for (const [, name] of readFileSync(join(site.dir, path), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/gu)) follow(`_astro/${name}`);
    };
    for (const element of page.elements) if (element.tagName === 'script' && attributeOf(element, 'src')) follow((attributeOf(element, 'src') ?? '').slice(site.basePath.length));
    const bytes = [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(join(site.dir, path)), { level: 9 }).length, 0);
    assert.ok(scripts.size > 1 && bytes <= 20_000, `${bytes} bytes of script in ${scripts.size} files`);
    const sheet = sheetsOf(site, readPage(site, `van-ban/${key}/index.html`)).map((path) => readFileSync(path, 'utf8')).join('');
    const faces = sheet.match(/@font-face\{[^}]*\}/gu) ?? [];
    assert.ok(faces.length > 0 && faces.every((face) => face.includes('font-display:swap')), faces.join(' '));
    const weight = faces.reduce((sum, face) => sum + statSync(join(site.dir, (/url\(["']?\/(?<path>[^"')]+)/u.exec(face)?.groups?.['path'] ?? '').slice(site.basePath.length - 1))).size, 0);
    assert.ok(weight <= 60_000, `${weight} bytes of fonts`);
  });

  test('a page of a cited document holds no source words', () => {
    const cited = [...readCorpus(site.contentDir).graph.documents.values()].filter(({ held }) => held === null);
    for (const { key } of cited) assert.equal(lettersAndDigits(documentPage(site, key).sourceText), '', key);
  });
});

function sheetsOf(site: BuiltSite, html: string): string[] {
  return readHtmlPage(html).elements.filter((element) => element.tagName === 'link' && attributeOf(element, 'rel') === 'stylesheet').map((element) => join(site.dir, (attributeOf(element, 'href') ?? '').slice(site.basePath.length)));
}
