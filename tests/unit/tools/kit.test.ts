/** Pieces of the kit that need no browser: the finder, the rows of the index, the folder copy, tables, the feed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { listHelpers, relinkFile, relinkPage } from '../../../scripts/lib/make-offline-copy.ts';
import { kitWords } from '../../../src/components/kit/strings.ts';
import { writeAtom } from '../../../src/corpus/exports/atom.ts';
import type { StatusClaim } from '../../../src/corpus/graph/status.ts';
import { buildCorpus } from '../../../src/corpus/graph/build-corpus.ts';
import { writeCsv } from '../../../src/corpus/exports/csv.ts';
import { countKitParts, cutKitIndex, kitPartOfKey, kitPartOfNumber } from '../../../src/corpus/exports/kit-parts.ts';
import { listChanges } from '../../../src/corpus/exports/exports.ts';
import { collectKitIndex } from '../../../src/corpus/exports/kit-index.ts';
import { listFields } from '../../../src/corpus/exports/schema-fields.ts';
import { mergeLedgerFiles } from '../../../src/domain/ledger.ts';
import { documentRecordSchema } from '../../../src/domain/record.ts';
import { createEntryFinder } from '../../../src/tools/kit/find-entries.ts';
import { cites, emptyRegistry, held } from '../corpus/builders.ts';

const corpus = buildCorpus([
  held('ldld-a/2026/10-kh', '2026-03-01', { number: '10/KH-LĐLĐ', type: { code: 'KH', name: 'Kế hoạch' }, subject: 'Bình dân học vụ số', citations: [cites('ldld-a/2025/9-kh', '9/KH-LĐLĐ', 'replaces'), cites('bo-chinh-tri/2024/57-nq-tw', '57-NQ/TW')] }),
  held('ldld-a/2025/9-kh', '2025-03-01', { number: '9/KH-LĐLĐ' }),
], emptyRegistry);
const claim = (fields: Partial<StatusClaim>): StatusClaim => ({ state: 'replaced', partly: false, by: null, evidence: null, source: null, from: null, ...fields });
const claims: Readonly<Record<string, readonly StatusClaim[]>> = {
  'ldld-a/2025/9-kh': [claim({ by: 'ldld-a/2026/10-kh' })],
  'ldld-a/2026/10-kh': [claim({ by: 'ldld-a/2025/9-kh', partly: true }), claim({ state: 'amended', by: 'ldld-a/2025/9-kh' })],
  'bo-chinh-tri/2024/57-nq-tw': [claim({ state: 'expired', from: '2026-01-01' })],
};
const index = collectKitIndex(corpus, emptyRegistry, (key) => claims[key] ?? []);

test('the index knows what has been replaced, by what', () => {
  assert.deepEqual(index.find(({ key }) => key === 'ldld-a/2025/9-kh')?.replacedBy, ['ldld-a/2026/10-kh']);
  assert.equal(index.find(({ key }) => key === 'bo-chinh-tri/2024/57-nq-tw')?.held, false);
  assert.equal(index.find(({ key }) => key === 'bo-chinh-tri/2024/57-nq-tw')?.ended, '2026-01-01');
  assert.equal(index.find(({ key }) => key === 'ldld-a/2026/10-kh')?.replacedBy, undefined, 'what touches only a part replaces nothing');
});

test('rows lie in parts where number and key find them; a small corpus has one part', () => {
  assert.deepEqual([...cutKitIndex(index, { parts: countKitParts(index.length) }).keys()], ['0']);
  assert.deepEqual([countKitParts(2000), countKitParts(2001), countKitParts(30_000)], [1, 2, 16]);
  const parts = cutKitIndex(index, { parts: 4 });
  for (const entry of index) for (const part of [kitPartOfNumber(entry.number, { parts: 4 }), kitPartOfKey(entry.key, { parts: 4 })]) assert.ok(parts.get(part)?.includes(entry), `${entry.key} in ${part}`);
  assert.equal(kitPartOfNumber('57-NQ/TW', { parts: 16 }), '9');
  assert.equal(kitPartOfNumber(null, { parts: 16 }), 'ten');
});

test('the finder takes a number in any shape, and words without accents', () => {
  const find = createEntryFinder(index);
  for (const query of ['57nqtw', '57-NQ/TW', 'Nghị quyết số 57-nq/tw']) assert.equal(find(query)[0]?.number, '57-NQ/TW', query);
  assert.equal(find('binh dan hoc vu')[0]?.number, '10/KH-LĐLĐ');
  assert.deepEqual(find('khong co gi'), []);
  assert.deepEqual(find('  '), []);
});

test('every field of the record is explained in the dictionary', () => {
  assert.deepEqual(listFields(z.toJSONSchema(documentRecordSchema), kitWords.data.fields).filter(({ meaning }) => meaning === '').map(({ name }) => name), []);
});

test('a table quotes what needs quoting, and no cell is taken for a formula', () => {
  assert.equal(writeCsv([['a', 'b'], ['x, "y"', '=1+1'], [null, 2]]), '\uFEFFa,b\r\n"x, ""y""",\'=1+1\r\n,2\r\n');
});

describe('changes', () => {
  const ledger = mergeLedgerFiles([{ documents: {}, redirects: { 'ldld-a/2025/8-kh': 'ldld-a/2025/9-kh' }, tombstones: [{ key: 'ldld-a/2024/1-kh', reason: 'Theo yêu cầu', date: '2026-05-01', file: null, sha256: null }] }]);
  const changes = listChanges(corpus, ledger, new Map([['ldld-a/2026/10-kh', [{ date: '2026-04-02', original: 'chuyên', correction: 'chuyển' }]]]));
  test('tell additions, corrections, moves and withdrawals, newest first', () => {
    assert.deepEqual(changes.map(({ kind, date }) => `${kind} ${date}`), ['withdrawn 2026-05-01', 'corrected 2026-04-02', 'added 2026-03-01', 'added 2025-03-01', 'moved 1970-01-01']);
  });
  test('stand in a feed with nothing run', () => {
    const feed = writeAtom({ title: 'A & B', subtitle: '', self: 'https://a.vn/x.xml', home: 'https://a.vn/', author: '<x>', email: 'a@a.vn' }, changes.map((change) => ({ ...change, url: `https://a.vn${change.path}` })));
    assert.match(feed, /<title>A &amp; B<\/title>/u);
    assert.match(feed, /<name>&lt;x&gt;<\/name>/u);
    assert.match(feed, /<summary>Theo yêu cầu<\/summary>/u);
  });
});

describe('the copy for a folder', () => {
  test('has relative addresses, words untouched', () => {
    const html = '<meta http-equiv="Content-Security-Policy" content="x"><link rel="canonical" href="https://a.vn/"><a href="/x/van-ban/a/1/#d1">a href="/x/" src="/x/b"</a><img src="/x/v/1.svg"><form action="/x/tim-kiem/"><a href="#y"><a href="../nhung/"><a href="/x/">';
    assert.equal(relinkPage(html, 'van-ban/b/2/index.html', '/x/'), '<a href="../../../van-ban/a/1/index.html#d1">a href="/x/" src="/x/b"</a><img src="../../../v/1.svg"><form action="../../../tim-kiem/index.html"><a href="#y"><a href="../nhung/index.html"><a href="../../../index.html">');
  });
  test('brings a server of one file and says how to start it', () => {
    assert.deepEqual(listHelpers('/x/').map(([name]) => name).sort(), ['DOC-TRUOC.txt', 'mo-kho.bat', 'mo-kho.ps1', 'mo-kho.py']);
    assert.match(new TextDecoder().decode(listHelpers('/x/').find(([name]) => name === 'mo-kho.py')?.[1]), /localhost:%d\/x\//u);
    // Windows PowerShell takes a script without a mark for the code page of the machine, and cmd wants whole line ends.
    for (const [name, content] of listHelpers('/x/').filter(([own]) => /\.(?:ps1|bat)$/u.test(own))) assert.match(new TextDecoder().decode(content), /^(?:[\t\x20-\x7e]*\r\n)+$/u, name);
    assert.equal(new TextDecoder().decode(relinkFile('index.html', new TextEncoder().encode('<a href="/">'), '/')), '<a href="index.html">');
  });
});
