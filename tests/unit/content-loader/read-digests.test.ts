import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashShown } from '../../../src/content-loader/hash-shown.ts';
import { gatherReads } from '../../../src/content-loader/noted-reads.ts';
import { listDigests } from '../../../src/content-loader/read-digests.ts';
import { withWorkedOut, workOut } from '../../../src/content-loader/worked-out.ts';
import { buildCorpus } from '../../../src/corpus/graph/build-corpus.ts';
import { documentOf, type Corpus } from '../../../src/corpus/graph/graph.ts';
import { mergeLedgerFiles } from '../../../src/domain/ledger.ts';
import type { DocumentRecord } from '../../../src/domain/record.ts';
import { cites, emptyRegistry, held } from '../corpus/builders.ts';

const LAW = 'quoc-hoi/2012/12-2012-qh13';
const PLAN = 'ldld-x/2026/2-kh-ldld';
const LETTER = 'ldld-y/2026/3-ldld';
const law = (title: string | null = null): ReturnType<typeof cites> => cites(LAW, '12/2012/QH13', 'legal_basis', { date: '2012-06-20', title });
const graphOf = (...more: DocumentRecord[]): Corpus => buildCorpus([held(PLAN, '2026-03-01', { citations: [law('Luật Công đoàn')] }), held(LETTER, '2026-04-01', { citations: [law('Luật Công đoàn')] }), ...more], emptyRegistry);
const readsOf = (graph: Corpus): ReturnType<typeof withWorkedOut> => withWorkedOut({ graph, digests: listDigests({ graph, ledger: mergeLedgerFiles([]), entries: new Map() }) });

test('one more citation of a law changes what is told of it and who cites it, not the law', () => {
  const before = readsOf(graphOf());
  const after = readsOf(graphOf(held('ldld-z/2026/4-ldld', '2026-05-01', { citations: [law('Luật Công đoàn')] })));
  assert.ok(before.get(`document:${LAW}`));
  assert.equal(after.get(`document:${LAW}`), before.get(`document:${LAW}`));
  for (const kind of ['told', 'incoming']) assert.notEqual(after.get(`${kind}:${LAW}`), before.get(`${kind}:${LAW}`), kind);
});

test('a law that is called otherwise from now on is another one to every page that names it', () => {
  const retitled = held('ldld-z/2026/4-ldld', '2026-05-01', { citations: [law('Luật Công đoàn năm 2012')] });
  assert.notEqual(readsOf(graphOf(retitled)).get(`document:${LAW}`), readsOf(graphOf()).get(`document:${LAW}`));
});

test('what is worked out is read as one thing, which changes with its result alone', async () => {
  const graph = graphOf();
  const reads = new Set<string>();
  await gatherReads(reads, () => Promise.resolve(workOut(graph, 'siblings', PLAN)));
  assert.deepEqual([...reads], [`siblings:${PLAN}`]);
  const unrelated = graphOf(held('ldld-z/2026/4-ldld', '2026-05-01', { citations: [cites('quoc-hoi/2019/45-2019-qh14', '45/2019/QH14')] }));
  assert.equal(readsOf(unrelated).get(`siblings:${PLAN}`), readsOf(graph).get(`siblings:${PLAN}`));
  const beside = graphOf(held('ldld-z/2026/4-ldld', '2026-05-01', { citations: [law()] }));
  assert.notEqual(readsOf(beside).get(`siblings:${PLAN}`), readsOf(graph).get(`siblings:${PLAN}`));
  assert.equal(readsOf(beside).get(`shared:${PLAN} ${LETTER}`), readsOf(graph).get(`shared:${PLAN} ${LETTER}`));
});

test('a list is known by its rows and by the documents in them', () => {
  const graph = graphOf();
  const rows = [{ document: documentOf(graph, PLAN), text: 'Báo cáo' }];
  const hashOf = (shown: unknown, digest: string): string => hashShown(shown, () => digest);
  assert.equal(hashOf(rows, '1'), hashOf([{ ...rows[0] }], '1'));
  assert.notEqual(hashOf(rows, '1'), hashOf(rows, '2'));
  assert.notEqual(hashOf(rows, '1'), hashOf([{ ...rows[0], text: 'Báo cáo quý' }], '1'));
});
