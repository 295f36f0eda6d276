/** What a person types on the search page and what must come: one test a case of `tests/fixtures/search/cases.ts`, in a real browser. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { WatchedPage } from '../support/open-page.ts';
import { GROUPS, type SearchCase } from '../fixtures/search/cases.ts';
import { ask, openSearch, useSearchSite, type Shown } from '../fixtures/search/search-site.ts';

describe('search', () => {
  const use = useSearchSite('cases');
  let watched: WatchedPage;
  before(async () => {
    watched = await openSearch(use());
  });
  after(async () => {
    await watched.close();
  });

  for (const [group, cases] of Object.entries(GROUPS)) {
    describe(group, () => {
      for (const [index, expected] of cases.entries()) {
        test(`${index + 1}. ${visible(expected.query)}`, async () => {
          check(await ask(watched, expected.query), expected);
        });
      }
    });
  }

  test('nothing failed and no other host was asked on the way', () => {
    assert.deepEqual(watched.troubles, []);
  });
});

function check(shown: Shown, expected: SearchCase): void {
  const list = `got ${shown.results.join(', ') || 'nothing'}`;
  if (expected.first !== undefined) assert.equal(shown.results[0], expected.first, list);
  for (const id of expected.has ?? []) assert.ok(shown.results.includes(id), `${id} is missing: ${list}`);
  for (const id of expected.not ?? []) assert.ok(!shown.results.includes(id), `${id} should not be there: ${list}`);
  if (expected.top !== undefined) assert.deepEqual(shown.results.slice(0, expected.top.length).toSorted(), expected.top.toSorted(), list);
  if (expected.order !== undefined) {
    const places = expected.order.map((id) => shown.results.indexOf(id)).map((place) => (place < 0 ? Infinity : place));
    assert.deepEqual(places, places.toSorted((a, b) => a - b), list);
    assert.notEqual(places[0], Infinity, list);
  }
  if (expected.none) {
    assert.deepEqual(shown.results, []);
    assert.match(shown.messages, /Không thấy văn bản nào/u);
  }
  if (expected.reads !== undefined) assert.ok(shown.understood.includes(expected.reads), shown.understood);
  if (expected.unknown !== undefined) assert.ok(shown.unknown.includes(`không có số ${expected.unknown}`), shown.unknown);
  if (expected.suggests !== undefined) assert.equal(shown.suggestion, expected.suggests);
  if (expected.marks !== undefined) assert.ok(shown.marks.includes(expected.marks), shown.marks.join(' | '));
  if (expected.alike !== undefined) assert.equal(shown.alike, expected.alike, list);
  if (expected.clause !== undefined) assert.equal(shown.clause, expected.clause);
}

/** Decomposed letters are told apart from composed ones in the name of a test. */
function visible(query: string): string {
  return query === query.normalize('NFC') ? query : `${query.normalize('NFC')} (NFD)`;
}
