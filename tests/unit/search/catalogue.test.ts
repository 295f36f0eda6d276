import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readBrowseState, writeBrowseState } from '../../../src/search/browse-state.ts';
import { openCatalogue } from '../../../src/search/catalogue.ts';
import { SiteIndexBuilder } from '../../../src/search/index/build-site-index.ts';
import type { SearchPage } from '../../../src/search/index/read-page.ts';

const vocabulary = { expansions: [], types: [], places: [], symbols: [] };

/** @param count documents: every third is a plan, every seventh is held, topics alternate */
function makeFiles(count: number): ReadonlyMap<string, Uint8Array> {
  const builder = new SiteIndexBuilder({ vocabulary: vocabulary as never, gzip: (bytes) => gzipSync(bytes, { level: 9 }) });
  for (let index = 0; index < count; index++) {
    const year = 2016 + (index % 11);
    const key = `organ-${index % 40}/${year}/${index}-kh`;
    const page: SearchPage = {
      key, title: `Kế hoạch số ${index}/KH: về việc số ${index}`, number: index % 50 === 0 ? null : `${index}/KH`, spellings: [], typeCode: index % 3 === 0 ? 'KH' : 'CV', type: index % 3 === 0 ? 'Kế hoạch' : 'Công văn',
      issuerId: `organ-${index % 40}`, issuer: `Cơ quan ${index % 40}`, level: 'province', date: `${year}-0${1 + (index % 9)}-11`, status: null, held: index % 7 === 0, citedBy: index % 300, paragraphs: [], corrected: [],
      topics: [...(index % 2 === 0 ? [['a', 'Chủ đề A'] as const] : []), ...(index % 5 === 0 ? [['b', 'Chủ đề B'] as const] : [])],
    };
    builder.add(`/van-ban/${key}/`, page);
  }
  return builder.finish({ fragments: new Map(), bundles: [['pagefind', 0]] });
}

describe('the catalogue', () => {
  const files = makeFiles(700);
  const open = () => openCatalogue(async (name) => files.get(name.replace('search-index/', '')) ?? null);

  test('filters by several facets, counts each as if it were not chosen, and counts every topic of a document', async () => {
    const { documents, facets } = (await open()).list({ loai: ['KH'], 'chu-de': ['b'] }, 'moi');
    assert.equal(documents.length, Array.from({ length: 700 }, (_, index) => index).filter((index) => index % 15 === 0).length);
    const counts = (name: string): Record<string, number> => Object.fromEntries(facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]) ?? []);
    assert.equal(counts('loai')['CV'], 140 - documents.length);
    assert.equal(counts('chu-de')['a'], Array.from({ length: 700 }, (_, index) => index).filter((index) => index % 6 === 0).length);
  });

  test('orders by day, number and citations; what has none comes last', async () => {
    const catalogue = await open();
    const dates = (await catalogue.rows(catalogue.list({}, 'moi').documents)).map(({ date }) => date ?? '');
    assert.deepEqual(dates, dates.toSorted().reverse());
    const numbers = (await catalogue.rows(catalogue.list({}, 'so').documents)).map(({ number }) => (number === null ? Infinity : Number.parseInt(number, 10)));
    assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b));
    const cited = (await catalogue.rows(catalogue.list({}, 'dan').documents)).map(({ citedBy }) => citedBy);
    assert.equal(cited[0], 299);
    assert.deepEqual(cited, cited.toSorted((a, b) => b - a));
  });

  test('loads what stands on show and no more', async () => {
    const asked: string[] = [];
    const catalogue = await openCatalogue(async (name) => {
      asked.push(name);
      return files.get(name.replace('search-index/', '')) ?? null;
    });
    await catalogue.rows(catalogue.list({ 'co-quan': ['organ-3'] }, 'moi').documents.slice(0, 5));
    assert.ok(asked.length <= 6, asked.join(' '));
  });

  test('fails plainly without index', async () => {
    await assert.rejects(openCatalogue(async () => null), /missing search-index\/head\.bin/u);
  });
});

test('the state of a list survives its address', () => {
  assert.equal(readBrowseState(''), null);
  for (const search of ['?loai=KH,NQ&nam=2025&xep=dan&trang=2', '?xep=so', '?co=toan-van']) assert.equal(writeBrowseState(readBrowseState(search) ?? { filters: {}, sort: 'moi', page: 1 }), search);
  assert.deepEqual(readBrowseState('?trang=x&xep=nothing&co='), { filters: {}, sort: 'moi', page: 1 });
});
