import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { belongsToShard, outputFile, paramsOf, partOfRoute, readsByRoute, routePath } from '../../../src/content-loader/page-plan.ts';

const DOCUMENT = { type: 'page' as const, pattern: /^\/van-ban\/([^/]+?)\/([^/]+?)\/([^/]+?)\/$/u, params: ['issuer', 'year', 'number'] };
const TEXT = { type: 'endpoint' as const, pattern: /^\/van-ban\/([^/]+?)\/([^/]+?)\/([^/]+?)\.txt$/u, params: ['issuer', 'year', 'number'] };
/** Astro gives a route whose ending is a parameter the pattern of a page. */
const ORIGINAL = { type: 'endpoint' as const, pattern: /^\/van-ban\/([^/]+?)\/([^/]+?)\/([^/]+?)\/ban-goc\.([^/]+?)\/$/u, params: ['issuer', 'year', 'number', 'extension'] };
const HOME = { type: 'page' as const, pattern: /^\/$/u, params: [] };
const KEY = { issuer: 'tld', year: '2026', number: '12-kh' };

suite('page plan', () => {
  test('the path of a route ends as its pattern wants it', () => {
    assert.equal(routePath('/van-ban/tld/2026/12-kh', DOCUMENT), '/van-ban/tld/2026/12-kh/');
    assert.equal(routePath('/van-ban/tld/2026/12-kh/', DOCUMENT), '/van-ban/tld/2026/12-kh/');
    assert.equal(routePath('/van-ban/tld/2026/12-kh.txt', TEXT), '/van-ban/tld/2026/12-kh.txt');
    assert.equal(routePath('/van-ban/tld/2026/12-kh/ban-goc.pdf', ORIGINAL), '/van-ban/tld/2026/12-kh/ban-goc.pdf/');
    assert.equal(routePath('/', HOME), '/');
  });

  test('every file of a document is known as that document\'s: it falls into one shard and does not read the whole corpus', () => {
    const addresses = [['/van-ban/tld/2026/12-kh', DOCUMENT], ['/van-ban/tld/2026/12-kh.txt', TEXT], ['/van-ban/tld/2026/12-kh/ban-goc.pdf', ORIGINAL]] as const;
    const shards = addresses.map(([pathname, route]) => {
      const params = paramsOf(pathname, route);
      assert.partialDeepStrictEqual(params, KEY);
      assert.deepEqual(readsByRoute({ params }), ['document:tld/2026/12-kh', 'entry:tld/2026/12-kh']);
      return [1, 2, 3, 4, 5, 6, 7].filter((index) => belongsToShard(outputFile(pathname, route), params, { index, count: 7 }));
    });
    assert.equal(shards[0]?.length, 1);
    assert.deepEqual(shards, [shards[0], shards[0], shards[0]]);
  });

  test('what a route about one document makes is known without its addresses', () => {
    const partsOf = (type: 'page' | 'endpoint', path: string) => partOfRoute({ type, segments: path.split('/').map((segment) => segment.split(/(\[[^\]]+\])/u).filter(Boolean).map((content) => ({ content, dynamic: content.startsWith('['), spread: content.startsWith('[...') }))) });
    assert.equal(partsOf('page', 'van-ban/[issuer]/[year]/[number]'), 'documents');
    assert.equal(partsOf('page', 'van-ban/[issuer]/[year]/[number]/chuoi'), 'html');
    assert.equal(partsOf('page', 'van-ban/[issuer]/[year]/[number]/so-sanh/[...other]'), 'html');
    assert.equal(partsOf('endpoint', 'van-ban/[issuer]/[year]/[number].csv'), 'exports');
    assert.equal(partsOf('endpoint', 'van-ban/[issuer]/[year]/[number]/ban-goc.[extension]'), 'exports');
    assert.equal(partsOf('endpoint', 'v/[code].png'), 'images');
  });
});
