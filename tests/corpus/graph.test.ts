/** What the graph says of our own five dispatches, each line read from the papers by hand. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { readCorpus } from '../../scripts/lib/read-corpus.ts';
import { climb, isBasis } from '../../src/corpus/chain/chain.ts';
import { chooseEvidence } from '../../src/corpus/graph/links.ts';
import { listChoices, listNumbers } from '../../src/search/number-index.ts';

const { graph, held } = readCorpus(join(projectDir, 'content'));
const POLITBURO_57 = 'bo-chinh-tri/2024/57-nq-tw';
const LETTER_10 = 'ldld-hung-yen/2026/10-ldld-ctcd';
const LETTER_74 = 'ldld-hung-yen/2026/74-ldld-ctcd';
const LETTER_300 = 'ldld-huyen-duong-minh-chau/2025/300-ldld';
const LETTER_OF_COMMUNE = 'ubnd-xa-ea-knop/2026/khong-so-ubnd-vhxh-2026-04-tiep-tuc-day-manh-tuyen-truyen';
const PLAN_146 = 'ldld-hung-yen-cu/2025/146-kh-ldld';

/** Every document with what it cites. */
const CITED: Readonly<Record<string, readonly string[]>> = {
  [LETTER_10]: ['btgdvtu-hung-yen/2026/310-cv-btgdvtu', POLITBURO_57],
  [LETTER_300]: ['ldld-tay-ninh-cu/2025/1051-ldld', POLITBURO_57, 'tinh-uy-tay-ninh-cu/2021/2-nq-tu', 'tinh-uy-tay-ninh-cu/2023/8-nq-tu', 'tinh-uy-tay-ninh-cu/2020/166-kh-tu', 'bo-chinh-tri/2019/52-nq-tw', 'tinh-uy-tay-ninh-cu/2023/176-ctr-tu', 'bch-tw/2022/29-nq-tw', 'tinh-uy-tay-ninh-cu/2023/180-ctr-tu', 'bo-chinh-tri/2023/36-nq-tw'],
  [PLAN_146]: ['tldldvn/2025/237-kh-tld', 'ubnd-tinh-hung-yen-cu/2025/117-kh-ubnd', 'tinh-uy-hung-yen-cu/2025/386-kh-tu', POLITBURO_57, 'thu-tuong/2025/923-qd-ttg', 'ubnd-tinh-hung-yen-cu/2025/44-kh-ubnd', 'dang-doan-tldldvn/2025/2-ctr-ddtld'],
  [LETTER_74]: ['tldldvn/2026/1752-tld-qhld', 'ban-bi-thu/2025/57-ct-tw'],
  [LETTER_OF_COMMUNE]: ['du-xa-ea-knop/2026/310-cv-du', POLITBURO_57, 'ubnd-xa-ea-knop/2026/21-kh-ubnd', 'ubnd-xa-ea-knop/2026/33-ubnd-vhxh', 'ubnd-xa-ea-knop/2026/57-kh-ubnd'],
};

/** What a paper tells of two others: "Công văn A về việc triển khai Nghị quyết B". */
const TOLD: readonly (readonly [string, string, string])[] = [
  ['btgdvtu-hung-yen/2026/310-cv-btgdvtu', POLITBURO_57, 'implements'],
  ['ldld-tay-ninh-cu/2025/1051-ldld', POLITBURO_57, 'propagates'],
  ['tinh-uy-tay-ninh-cu/2020/166-kh-tu', 'bo-chinh-tri/2019/52-nq-tw', 'implements'],
  ['tinh-uy-tay-ninh-cu/2023/176-ctr-tu', 'bch-tw/2022/29-nq-tw', 'implements'],
  ['tinh-uy-tay-ninh-cu/2023/180-ctr-tu', 'bo-chinh-tri/2023/36-nq-tw', 'implements'],
  ['tinh-uy-hung-yen-cu/2025/386-kh-tu', POLITBURO_57, 'implements'],
  ['dang-doan-tldldvn/2025/2-ctr-ddtld', POLITBURO_57, 'implements'],
  ['tldldvn/2026/1752-tld-qhld', 'ban-bi-thu/2025/57-ct-tw', 'propagates'],
  ['du-xa-ea-knop/2026/310-cv-du', POLITBURO_57, 'propagates'],
];

describe('the graph of our own dispatches', () => {
  test('has a page for each of the 28 documents, five held and 23 only cited', () => {
    const cited = new Set(Object.values(CITED).flat());
    assert.equal(cited.size, 23);
    assert.deepEqual([...graph.documents.keys()].toSorted(), [...cited, ...Object.keys(CITED)].toSorted());
    assert.deepEqual([...graph.documents.values()].filter((document) => document.held).map(({ key }) => key).toSorted(), Object.keys(CITED).toSorted());
  });

  test('links every citation to the document that the paper means, and none to another', () => {
    for (const [key, { record }] of held) {
      const resolved = (graph.resolutions.get(key) ?? []).map((resolution) => (resolution.state === 'held' || resolution.state === 'cited' ? resolution.key : resolution.state));
      assert.deepEqual(resolved.toSorted(), [...(CITED[key] ?? [])].toSorted(), record.file);
    }
  });

  test('holds every relation that a paper tells of two others', () => {
    const told = [...graph.outgoing.values()].flat().filter(({ evidence }) => evidence.every(({ direct }) => !direct)).map(({ from, to, relation }) => [from, to, relation].join(' '));
    assert.deepEqual(told.toSorted(), TOLD.map((row) => row.join(' ')).toSorted());
  });

  test('climbs from the letter of the union over that of the Party board to the resolution, each hop with its sentence', () => {
    const rows = climb(graph, LETTER_10).rows;
    assert.deepEqual(rows.map((row) => row.map(({ key }) => key)), [[POLITBURO_57], ['btgdvtu-hung-yen/2026/310-cv-btgdvtu'], [LETTER_10]]);
    const hop = (from: string, to: string): string => chooseEvidence((graph.outgoing.get(from) ?? []).find((link) => link.to === to && isBasis(link)) ?? assert.fail(`${from} rests on ${to}`))?.sentence ?? '';
    assert.match(hop(LETTER_10, 'btgdvtu-hung-yen/2026/310-cv-btgdvtu'), /^Thực hiện Công văn số 310- ?CV\/BTGDVTU/u);
    assert.match(hop('btgdvtu-hung-yen/2026/310-cv-btgdvtu', POLITBURO_57), /310- ?CV\/BTGDVTU[\s\S]+Nghị quyết số 57- ?NQ\/TW/u);
  });

  test('keeps the two letters 310 and the three papers 57 apart, with a page to choose on', () => {
    const choices = new Map(listChoices(listNumbers(graph)).map(({ slug, entries }) => [slug, entries.map(({ document }) => document.key).toSorted()]));
    assert.deepEqual(choices.get('310'), ['btgdvtu-hung-yen/2026/310-cv-btgdvtu', 'du-xa-ea-knop/2026/310-cv-du']);
    assert.deepEqual(choices.get('57'), ['ban-bi-thu/2025/57-ct-tw', POLITBURO_57, 'ubnd-xa-ea-knop/2026/57-kh-ubnd']);
  });

  test('flags the basis dated after the paper that rests on it', () => {
    const rungs = climb(graph, LETTER_74).rows.flat().flatMap(({ rungs: own }) => own);
    assert.deepEqual(rungs.filter(({ newerThanText }) => newerThanText).map(({ link }) => [link.from, link.to]), [[LETTER_74, 'tldldvn/2026/1752-tld-qhld']]);
  });
});
