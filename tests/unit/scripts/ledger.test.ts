import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findTombstone, readLedger, writeLedger } from '../../../scripts/lib/ledger.ts';
import { findCorpusLosses, planRelease, type Address } from '../../../scripts/lib/released-addresses.ts';
import { followRedirects, mergeLedgerFiles, type Ledger, type LedgerEntry } from '../../../src/domain/ledger.ts';

const KEY = 'ldld-cang/2026/7-kh-ldld';
const NEW_KEY = 'ldld-cang/2026/17-kh-ldld';

test('a ledger that is written and read again is the same, and its files the same bytes', () => {
  const content = mkdtempSync(join(tmpdir(), 'ledger-'));
  const ledger = makeLedger({ redirects: new Map([[NEW_KEY, KEY]]) });
  assert.equal(writeLedger(ledger, content).length, 1);
  assert.deepEqual(readLedger(content), ledger);
  assert.deepEqual(writeLedger(readLedger(content), content), []);
  const text = readFileSync(join(content, 'permalinks/ldld-cang/2026.json'), 'utf8');
  assert.ok(text.endsWith('}\n'));
  assert.deepEqual(readdirSync(join(content, 'permalinks')), ['ldld-cang']);
});

test('a damaged ledger file stops with its name and the field', () => {
  assert.throws(() => mergeLedgerFiles([{ documents: { a: entry('000001') }, redirects: {}, tombstones: [] }, { documents: { b: entry('000001') }, redirects: {}, tombstones: [] }]), /second entry of b or of code 000001/u);
});

test('an empty content folder has an empty ledger', () => {
  assert.equal(readLedger('/nowhere').documents.size, 0);
});

test('redirects are followed to the end, and a loop of them ends', () => {
  assert.equal(followRedirects('a', new Map([['a', 'b'], ['b', 'c']])), 'c');
  assert.equal(followRedirects('a', new Map([['a', 'b'], ['b', 'a']])), 'b');
});

test('a withdrawn document is known by its key or by its source', () => {
  const tombstone = { key: KEY, reason: 'Có dữ liệu cá nhân', date: '2026-11-21', file: 'a.txt', sha256: 'ab' };
  const ledger = makeLedger({ tombstones: new Map([[KEY, tombstone]]) });
  assert.equal(findTombstone(ledger, { key: KEY }), tombstone);
  assert.equal(findTombstone(ledger, { key: 'x/2026/1', sha256: 'ab' }), tombstone);
  assert.equal(findTombstone(ledger, { key: 'x/2026/1', sha256: 'cd' }), undefined);
});

test('a page, an anchor and nothing else count as lost', () => {
  const ledger = makeLedger({});
  assert.deepEqual(findCorpusLosses(new Map([[KEY, address(['mo-dau.d1', 'muc-1', 'muc-2'])]]), ledger), []);
  assert.deepEqual(findCorpusLosses(new Map([[KEY, address(['muc-1'])]]), ledger).map((loss) => loss.kind), ['anchor']);
  assert.deepEqual(findCorpusLosses(new Map(), ledger).map((loss) => loss.kind), ['page']);
});

test('a withdrawn document owes no anchors', () => {
  const tombstones = new Map([[KEY, { key: KEY, reason: 'x', date: '2026-11-21', file: null, sha256: null }]]);
  assert.deepEqual(findCorpusLosses(new Map(), makeLedger({ tombstones })), []);
});

test('a redirect owes the anchors of the old page at the new one', () => {
  const ledger = makeLedger({ redirects: new Map([[KEY, NEW_KEY]]) });
  assert.deepEqual(findCorpusLosses(new Map([[NEW_KEY, address(['mo-dau.d1', 'muc-1'])]]), ledger), []);
  assert.deepEqual(findCorpusLosses(new Map([[NEW_KEY, address(['muc-1'])]]), ledger).map((loss) => loss.kind), ['anchor']);
});

test('a release of nothing keeps what was promised and reports it lost', () => {
  const plan = planRelease(new Map(), makeLedger({}), '2026-12-01');
  assert.deepEqual(plan.losses.map((loss) => loss.kind), ['page']);
  assert.deepEqual([...plan.ledger.documents.keys()], [KEY]);
});

test('a document that is only cited is promised without anchors, and gets them once held', () => {
  const plan = planRelease(new Map([[KEY, { code: '00000b', anchors: [], file: null }]]), mergeLedgerFiles([]), '2026-12-01');
  assert.deepEqual(plan.newDocuments, [KEY]);
  assert.deepEqual(plan.ledger.documents.get(KEY), { code: '00000b', url: `/van-ban/${KEY}/`, anchors: [], file: null, released: '2026-12-01' });
  const held = planRelease(new Map([[KEY, address(['muc-1'])]]), plan.ledger, '2026-12-02');
  assert.deepEqual(held.ledger.documents.get(KEY), { code: '00000b', url: `/van-ban/${KEY}/`, anchors: ['muc-1'], file: 'ke-hoach.txt', released: '2026-12-01' });
  assert.equal(held.newAnchors, 1);
});

test('a document whose key was corrected is found by its source and redirected', () => {
  const plan = planRelease(new Map([[NEW_KEY, { ...address(['mo-dau.d1', 'muc-1']), code: '00000c' }]]), makeLedger({}), '2026-12-01');
  assert.deepEqual(plan.newRedirects, [[KEY, NEW_KEY]]);
  assert.deepEqual(plan.losses, []);
  assert.equal(plan.ledger.documents.get(KEY)?.code, '00000a');
});

function makeLedger(parts: Partial<Ledger>): Ledger {
  return { documents: new Map([[KEY, entry('00000a')]]), redirects: new Map(), tombstones: new Map(), ...parts };
}

function entry(code: string): LedgerEntry {
  return { code, url: `/van-ban/${KEY}/`, anchors: ['mo-dau.d1', 'muc-1'], file: 'ke-hoach.txt', released: '2026-11-21' };
}

function address(anchors: string[]): Address {
  return { code: '00000a', anchors, file: 'ke-hoach.txt' };
}
