import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { createEngine } from '../../../src/search/engine.ts';
import { readState, toggleFilter, writeState } from '../../../src/search/address-state.ts';
import { SiteIndexBuilder } from '../../../src/search/index/build-site-index.ts';
import { readSearchPage } from '../../../src/search/index/read-page.ts';
import { vocabularyOf } from '../../../src/search/index/vocabulary-of.ts';
import { cutIntoRanges, listChoices, type NumberEntry } from '../../../src/search/number-index.ts';
import { DOCUMENTS, fixturePage } from '../../fixtures/search/documents.ts';

const pages = DOCUMENTS.flatMap((document) => {
  const page = readSearchPage(fixturePage(document));
  return page ? [{ url: `/van-ban/${document.key}/`, page }] : [];
});
const build = (): ReadonlyMap<string, Uint8Array> => {
  const builder = new SiteIndexBuilder({ vocabulary: vocabularyOf(loadRegistry()), gzip: (bytes) => gzipSync(bytes) });
  for (const { url, page } of pages) builder.add(url, page);
  return builder.finish({ fragments: new Map(), bundles: [['pagefind', 0]] });
};
const files = build();
const load = async (name: string): Promise<Uint8Array | null> => files.get(name.replace(/^search-index\//u, '')) ?? null;

describe('engine', () => {
  test('the same pages give the same bytes', () => {
    const again = build();
    assert.deepEqual([...again.keys()], [...files.keys()]);
    for (const [name, bytes] of files) assert.deepEqual(again.get(name), bytes, name);
  });

  test('counts of a facet are not narrowed by its own choice', async () => {
    const engine = await createEngine({ load });
    const free = await engine.search({ query: 'kế hoạch' });
    const chosen = await engine.search({ query: 'kế hoạch', filters: { nam: ['2025'] } });
    const years = (answer: typeof free): unknown => answer.facets.find(({ name }) => name === 'nam')?.values;
    assert.deepEqual(years(chosen), years(free));
    assert.ok(chosen.total < free.total);
  });

  test('sorts by date both ways', async () => {
    const engine = await createEngine({ load });
    const dates = async (sort: 'moi' | 'cu'): Promise<(string | null)[]> => (await engine.describe((await engine.search({ query: 'loai:kh', sort })).hits.map(({ document }) => document), 'loai:kh', false)).map(({ date }) => date);
    assert.deepEqual(await dates('moi'), (await dates('cu')).toReversed());
  });

  test('a lost file is told, not hidden', async () => {
    const engine = await createEngine({ load: async (name) => (/\/s\d+\.bin$/u.test(name) ? null : load(name)) });
    assert.equal((await engine.search({ query: 'kinh phí' })).incomplete, true);
  });
});

describe('address of the search page', () => {
  test('carries the whole state and comes back', () => {
    const state = readState(new URLSearchParams('?q=nq57&loai=NQ,CT&nam=2025&xep=moi&bo=telex,so&la=1'));
    assert.deepEqual(state, { query: 'nq57', filters: { loai: ['NQ', 'CT'], nam: ['2025'] }, sort: 'moi', undone: ['so', 'telex'] });
    assert.deepEqual(readState(new URLSearchParams(writeState(state))), state);
    assert.equal(writeState(readState(new URLSearchParams())), '');
  });

  test('a value is chosen and let go', () => {
    const state = toggleFilter(readState(new URLSearchParams('q=a')), 'nam', '2025');
    assert.equal(writeState(state), '?q=a&nam=2025');
    assert.equal(writeState(toggleFilter(state, 'nam', '2025')), '?q=a');
  });
});

describe('number index', () => {
  const entry = (number: string, serial: number | null): NumberEntry => ({ number, serial, document: { key: number } as NumberEntry['document'] });

  test('ranges have bounds that do not move when the corpus grows; numbers left blank have their own', () => {
    const slugs = (serials: readonly (number | null)[]): string[] => cutIntoRanges(serials.map((serial) => entry('x', serial))).map(({ slug, entries }) => `${slug} ${entries.length}`);
    assert.deepEqual(slugs([1, 2, 9, 10, 19, 20, 99, 100, 199, 951, 1000, 2437, null]), ['tu-1-den-9 3', 'tu-10-den-19 2', 'tu-20-den-29 1', 'tu-90-den-99 1', 'tu-100-den-199 2', 'tu-900-den-999 1', 'tu-1000-den-1999 1', 'tu-2000-den-2999 1', 'chua-co-so 1']);
    assert.deepEqual(slugs([0, 5]), ['tu-1-den-9 2']);
  });

  test('a number and a serial that are several documents get a choice', () => {
    const choices = listChoices([entry('57-NQ/TW', 57), entry('57/KH-UBND', 57), entry('44/KH-UBND', 44), entry('44-KH/UBND', 44)]);
    assert.deepEqual(choices.map(({ slug, entries }) => [slug, entries.length]), [['44', 2], ['44-kh-ubnd', 2], ['57', 2]]);
  });
});
