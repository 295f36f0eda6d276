import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCorpus } from '../../../src/corpus/graph/build-corpus.ts';
import { climb, descend } from '../../../src/corpus/chain/chain.ts';
import { documentOf } from '../../../src/corpus/graph/graph.ts';
import { collectFacets, countReliance, listMostReliedOn } from '../../../src/corpus/lists/lists.ts';
import { citeDocument } from '../../../src/corpus/wording/document-name.ts';
import { cites, edge, emptyRegistry, held } from './builders.ts';

const NQ57 = 'bo-chinh-tri/2024/57-nq-tw';
const CV310 = 'btgdvtu-hung-yen/2026/310-cv-btgdvtu';
const CV10 = 'ldld-hung-yen/2026/10-ldld-ctcd';
const KH44 = 'ubnd-ea-knop/2026/0-ubnd';

const records = [
  held(CV10, '2026-03-31', {
    addressees: ['Ban Thường vụ'],
    recipients: [{ name: 'btgdvtu', purpose: 'để b/c' }],
    citations: [
      cites(CV310, '310-CV/BTGDVTU', 'implements', { date: '2026-02-02', issuer: 'Ban Tuyên giáo và Dân vận Tỉnh ủy (Hưng Yên)' }),
      cites(NQ57, '57-NQ/TW', 'propagates', { date: '2024-12-22', issuer: 'Bộ Chính trị', title: 'đột phá phát triển khoa học, công nghệ;' }),
    ],
    edges: [edge('310-CV/BTGDVTU', '57-NQ/TW')],
  }),
  held(KH44, '2026-04', {
    citations: [cites(NQ57, '57-NQ/TW', 'implements', { date: '2024-12', issuer: 'Bộ Chính trị', mentions: [{ raw: 'Nghị quyết số 57- NQ/TW', line: 9, column: 2, form: 'full', anchor: 'muc-1.d1', sentence: null, provision: null }] })],
  }),
];
const corpus = buildCorpus(records, emptyRegistry);

test('every cited document has a node that merges what the citing ones say', () => {
  assert.deepEqual([...corpus.documents.keys()], [NQ57, CV310, CV10, KH44].sort());
  const document = documentOf(corpus, NQ57);
  assert.equal(document.held, null);
  assert.equal(document.number, '57-NQ/TW');
  assert.equal(document.date, '2024-12-22');
  assert.equal(document.title, 'đột phá phát triển khoa học, công nghệ');
  assert.deepEqual(document.spellings.map(({ value, from }) => [value, from.length]), [['57-NQ/TW', 2], ['57- NQ/TW', 1]]);
  assert.equal(citeDocument(document), 'Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ');
});

test('the chain leads over a document that is only cited, each hop with its sentence', () => {
  const { rows, loops } = climb(corpus, CV10);
  assert.deepEqual(rows.map((row) => row.map((step) => step.key)), [[NQ57], [CV310], [CV10]]);
  assert.deepEqual(loops, []);
  const rungs = rows[0]?.[0]?.rungs ?? [];
  assert.deepEqual(rungs.map(({ link }) => [link.from, link.relation, link.evidence[0]?.direct, link.evidence[0]?.sentence]), [
    [CV310, 'implements', false, 'Thực hiện Nghị quyết số 310-CV/BTGDVTU.'],
    [CV10, 'propagates', true, 'Thực hiện Nghị quyết số 57-NQ/TW.'],
  ]);
  assert.deepEqual(descend(corpus, NQ57).rows.map((row) => row.map((step) => step.key)), [[NQ57], [CV310, KH44], [CV10]]);
});

test('most relied on counts documents, and facets count held and cited', () => {
  assert.equal(countReliance(corpus, NQ57), 3);
  assert.equal(listMostReliedOn(corpus)[0]?.document.key, NQ57);
  assert.deepEqual(collectFacets(corpus).years.map(({ id, documents }) => [id, documents.length]), [['2026', 3], ['2024', 1]]);
});

test('the order of import does not show', () => {
  const text = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? [...inner] : inner));
  assert.equal(text(buildCorpus([...records].reverse(), emptyRegistry)), text(corpus));
});

test('loops end and are told', () => {
  const looped = buildCorpus([
    held('a/2026/1', '2026-01-01', { citations: [cites('a/2026/2', '2')] }),
    held('a/2026/2', '2026-01-02', { citations: [cites('a/2026/3', '3')] }),
    held('a/2026/3', '2026-01-03', { citations: [cites('a/2026/1', '1'), cites('a/2026/3', '3')] }),
  ], emptyRegistry);
  const { rows, loops } = climb(looped, 'a/2026/1');
  assert.deepEqual(rows.map((row) => row.map((step) => step.key)), [['a/2026/3'], ['a/2026/2'], ['a/2026/1']]);
  assert.deepEqual(loops, [['a/2026/1', 'a/2026/2', 'a/2026/3', 'a/2026/1']]);
  assert.equal(rows[0]?.[0]?.rungs[0]?.newerThanText, true, 'a basis dated after the text is flagged');
});

test('two records with one key stop the build', () => {
  assert.throws(() => buildCorpus([held(CV10, null), held(CV10, null)], emptyRegistry), /second document ldld-hung-yen/u);
});
