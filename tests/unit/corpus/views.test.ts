import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alignProvisions } from '../../../src/corpus/chain/align-provisions.ts';
import { buildCorpus } from '../../../src/corpus/graph/build-corpus.ts';
import { formatCalendar } from '../../../src/corpus/exports/calendar-text.ts';
import { drawClusters } from '../../../src/corpus/chain/cluster-picture.ts';
import { drawChain } from '../../../src/corpus/chain/chain-picture.ts';
import { climb, descend } from '../../../src/corpus/chain/chain.ts';
import { clusterCorpus } from '../../../src/corpus/chain/clusters.ts';
import { collectRows } from '../../../src/corpus/duties/collect-rows.ts';
import { readDutyPeriod } from '../../../src/corpus/duties/duty-periods.ts';
import { listOrganNews } from '../../../src/corpus/exports/organ-news.ts';
import { readWhen } from '../../../src/corpus/duties/read-when.ts';
import { compareUrl, countDays, listCascade, listShared, listSiblings } from '../../../src/corpus/chain/siblings.ts';
import { documentOf } from '../../../src/corpus/graph/graph.ts';
import { collectStatuses, wholeState } from '../../../src/corpus/graph/status.ts';
import { groupGoals, pageGoals } from '../../../src/corpus/duties/goal-groups.ts';
import { listTimedDuties } from '../../../src/corpus/duties/duty-pages.ts';
import { listTimelineYears } from '../../../src/corpus/duties/timeline-years.ts';
import { collectTimeline, nameTimelineEntries } from '../../../src/corpus/duties/timeline.ts';
import { indexTopics } from '../../../src/corpus/lists/topics.ts';
import { createUnitSorter, OTHER_UNITS } from '../../../src/corpus/duties/unit-kinds.ts';
import { directiveSchema, milestoneSchema, targetSchema, type Citation } from '../../../src/domain/record.ts';
import { cites, edge, emptyRegistry, held } from './builders.ts';

const NQ = 'bo-chinh-tri/2024/57-nq-tw';
const says = (number: string, sentence: string, fields: Partial<Citation> = {}): Partial<Citation> => ({ mentions: [{ raw: `Quyết định số ${number}`, line: 3, column: 1, form: 'full', anchor: 'dieu-2.d1', sentence, provision: null }], ...fields });

describe('status', () => {
  const act = (sentence: string, relation: Citation['relation'], date = '2025-06-01'): ReturnType<typeof collectStatuses> => collectStatuses(
    buildCorpus([held('ubnd-x/2025/9-2025-qd-ubnd', date, { citations: [cites('ubnd-x/2020/5-2020-qd-ubnd', '5/2020/QĐ-UBND', relation, { date: '2020-02-02', ...says('5/2020/QĐ-UBND', sentence) })] })], emptyRegistry),
    { knownStatuses: [], regulations: [] },
  );
  const stateOf = (claims: ReturnType<typeof collectStatuses>): string | null => wholeState(claims.get('ubnd-x/2020/5-2020-qd-ubnd'));

  test('is claimed when the paper itself does it', () => {
    assert.equal(stateOf(act('Quyết định này thay thế Quyết định số 5/2020/QĐ-UBND ngày 02/02/2020.', 'replaces')), 'replaced');
    assert.equal(stateOf(act('Bãi bỏ toàn bộ Quyết định số 5/2020/QĐ-UBND ngày 02/02/2020.', 'repeals')), 'repealed');
    assert.equal(stateOf(act('Bãi bỏ khoản 2 Điều 1 của Quyết định số 5/2020/QĐ-UBND.', 'repeals')), 'amended', 'a part is not the whole');
  });
  test('is not claimed by wishes, drafts, tellings, or against time', () => {
    for (const sentence of ['Đề nghị thay thế Quyết định số 5/2020/QĐ-UBND.', 'Được thay thế bởi Quyết định số 5/2020/QĐ-UBND.', 'Thay thế cụm từ “A” tại Quyết định số 5/2020/QĐ-UBND.', 'Căn cứ Nghị định số 10/2022/NĐ-CP thay thế Quyết định số 5/2020/QĐ-UBND.']) assert.equal(stateOf(act(sentence, 'replaces')), null, sentence);
    assert.equal(stateOf(act('Quyết định này thay thế Quyết định số 5/2020/QĐ-UBND.', 'replaces', '2019-01-01')), null);
  });
  test('comes from the hand-kept table too, with its source', () => {
    const corpus = buildCorpus([held('a/2026/1', '2026-01-01', { citations: [cites(NQ, '57-NQ/TW')] })], emptyRegistry);
    const claims = collectStatuses(corpus, { knownStatuses: [{ key: NQ, state: 'expired', by: null, from: '2026-01-01', source: 'Công báo' }], regulations: [] });
    assert.deepEqual(claims.get(NQ), [{ state: 'expired', partly: false, by: null, evidence: null, source: 'Công báo', from: '2026-01-01' }]);
  });
});

const duty = (fields: object): ReturnType<typeof directiveSchema.parse> => directiveSchema.parse({ anchor: 'muc-1.d1', line: 4, text: 'Tổ chức tuyên truyền.', actor: null, addressee: null, modality: null, kind: 'operative', deadline: null, period: null, frequency: null, ...fields });
const plan = held('ldld-x/2026/2-kh-ldld', '2026-03-01', {
  addressees: ['Công đoàn cơ sở'],
  citations: [cites(NQ, '57-NQ/TW', 'implements', { date: '2024-12-22', title: 'chuyển đổi số' })],
  directives: [duty({ deadline: 'trước ngày 30/11/2026' }), duty({ addressee: 'Ủy ban nhân dân xã', frequency: 'hằng quý' }), duty({ kind: 'closing' })],
  targets: [targetSchema.parse({ anchor: 'muc-2.g1', line: 9, text: '80% đoàn viên …', value: 80, unit: '%', comparator: 'gte', subject: 'đoàn viên', measure: null, period: '2026-2027' })],
  milestones: [milestoneSchema.parse({ anchor: 'muc-3.d1', line: 12, text: 'sơ kết năm 2027', event: 'sơ kết', date: '2027' })],
});
const letter = held('ldld-y/2026/3-ldld', '2026-04-01', { citations: [cites(NQ, '57-NQ/TW', 'implements', { date: '2024-12-22' }), cites('ldld-x/2026/2-kh-ldld', '2/KH-LĐLĐ', 'implements', { date: '2026-03-01' })] });
const corpus = buildCorpus([plan, letter], emptyRegistry);
const sort = createUnitSorter([{ id: 'co-so', name: 'Công đoàn cơ sở', words: ['công đoàn cơ sở', 'cđcs'] }, { id: 'ubnd', name: 'UBND', words: ['ủy ban nhân dân'] }]);
const rows = collectRows(corpus, (key) => (key === plan.key ? plan : letter), sort);

test('orders go to the kinds of units that the text, or the address of the paper, names', () => {
  assert.deepEqual(rows.duties.map(({ units }) => units), [['co-so'], ['ubnd']]);
  assert.deepEqual(sort('Các CĐCS trực thuộc'), ['co-so']);
  assert.deepEqual(sort(null), [OTHER_UNITS]);
  assert.deepEqual(rows.duties.map(({ duty: order }) => readDutyPeriod(order)), ['day', 'quarter']);
  assert.equal(readDutyPeriod(duty({ deadline: 'trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ' })), 'relative');
});

test('words of a deadline give days as far as they reach', () => {
  assert.deepEqual(readWhen('xong trước ngày 01 tháng 5 năm 2026'), { from: '2026-05-01', to: '2026-05-01' });
  assert.deepEqual(readWhen('trong tháng 11 năm 2025'), { from: '2025-11', to: '2025-11' });
  assert.deepEqual(readWhen('quý III/2026'), { from: '2026-07', to: '2026-09' });
  assert.deepEqual(readWhen('2025-2027'), { from: '2025', to: '2027' });
  assert.equal(readWhen('thường xuyên'), null);
});

test('the timeline runs by the end of each entry, and its calendar guesses no day', () => {
  const timeline = collectTimeline(rows);
  assert.deepEqual(timeline.map(({ kind, to }) => [kind, to]), [['deadline', '2026-11-30'], ['stage', '2027'], ['milestone', '2027']]);
  const text = formatCalendar('Mốc', [{ uid: 'a@b', from: '2027', to: '2027', summary: 'sơ kết, đánh giá', description: 'x'.repeat(200), url: 'https://a.example/', stamp: '2026-03-01' }]);
  assert.match(text, /DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20280101\r\nSUMMARY:sơ kết\\, đánh giá/u);
  assert.ok(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75));
  assert.match(formatCalendar('Mốc', [{ uid: 'a', from: '2026-12-31', to: '2026-12-31', summary: '', description: '', url: '', stamp: null }]), /DTEND;VALUE=DATE:20270101/u);
});

test('siblings share a basis, and the cascade counts days', () => {
  assert.deepEqual(listSiblings(corpus, letter.key).map(({ document, shared }) => [document.key, shared.map(({ key }) => key)]), [[plan.key, [NQ]]]);
  assert.deepEqual(listShared(corpus, letter.key, plan.key), [NQ]);
  assert.deepEqual(listCascade(corpus, NQ).map(({ document, depth, lagDays }) => [document.key, depth, lagDays]), [[plan.key, 1, 434], [letter.key, 1, 465]]);
  assert.equal(countDays('2026-03', '2026-04-01'), null);
  assert.equal(compareUrl(documentOf(corpus, letter.key), documentOf(corpus, plan.key)), `/van-ban/${plan.key}/so-sanh/${letter.key}/`);
});

test('provisions are aligned by their words, each once, and what one side lacks is said', () => {
  const left = [{ anchor: 'a', text: 'Tổ chức lớp tập huấn kỹ năng số cho đoàn viên' }, { anchor: 'b', text: 'Báo cáo kết quả về Liên đoàn Lao động tỉnh trước ngày 15' }];
  const right = [{ anchor: 'c', text: 'Báo cáo kết quả về Liên đoàn Lao động huyện hằng quý' }, { anchor: 'd', text: 'Tuyên truyền trên loa truyền thanh của xã' }];
  assert.deepEqual(alignProvisions(left, right).map((row) => [row.left?.anchor, row.right?.anchor]), [['a', undefined], ['b', 'c'], [undefined, 'd']]);
});

test('topics gather what goes back to a root and what its title says', () => {
  const { topics, topicsOf } = indexTopics(corpus, [{ id: 'so', name: 'Số', roots: [NQ], phrases: [] }, { id: 'khac', name: 'Khác', roots: [], phrases: ['Chuyển đổi số'] }, { id: 'khong', name: 'Không', roots: ['a/2020/1'], phrases: [] }]);
  assert.deepEqual(topics.map(({ topic, documents }) => [topic.id, documents.length]), [['so', 3], ['khac', 1]]);
  assert.deepEqual(topicsOf.get(NQ)?.map(({ id }) => id), ['so', 'khac']);
});

test('clusters count documents and the bases between them', () => {
  const map = clusterCorpus(corpus, ({ issuer }) => [{ id: issuer.id, name: issuer.id }], ['bo-chinh-tri']);
  assert.deepEqual(map.clusters.map(({ id, heldCount, citedCount }) => [id, heldCount, citedCount]), [['bo-chinh-tri', 0, 1], ['ldld-x', 1, 0], ['ldld-y', 1, 0]]);
  assert.deepEqual(map.ties, [{ from: 'ldld-x', to: 'bo-chinh-tri', count: 1 }, { from: 'ldld-y', to: 'bo-chinh-tri', count: 1 }, { from: 'ldld-y', to: 'ldld-x', count: 1 }]);
});

test('the picture has one box a document, inside its width, and leaves the shortcut to the list', () => {
  const picture = drawChain(corpus, climb(corpus, letter.key), descend(corpus, letter.key), letter.key);
  assert.deepEqual(picture.boxes.map(({ key }) => key), [NQ, plan.key, letter.key]);
  assert.equal(picture.lines.length, 2, 'the letter rests on the resolution by way of the plan');
  assert.ok(picture.boxes.every(({ x, width }) => x >= 0 && x + width <= picture.width));
  assert.ok(picture.boxes.every((box, index) => index === 0 || box.y >= (picture.boxes[index - 1]?.y ?? 0) + (picture.boxes[index - 1]?.height ?? 0)));
});

test('a loop and a basis newer than the text are drawn, not hidden', () => {
  const looped = buildCorpus([held('a/2026/1', '2026-01-02', { citations: [cites('a/2026/2', '2', 'implements', { date: '2026-01-03' })], edges: [edge('2', '1')] }), held('a/2026/2', '2026-01-03', { citations: [cites('a/2026/1', '1', 'implements', { date: '2026-01-02' })] })], emptyRegistry);
  const picture = drawChain(looped, climb(looped, 'a/2026/1'), descend(looped, 'a/2026/1'), 'a/2026/1');
  assert.equal(picture.boxes.length, 2);
  assert.ok(picture.lines.some(({ doubtful }) => doubtful));
});

test('the news of an organ keep roles apart', () => {
  const issuer = corpus.issuers.get('ldld-x');
  assert.ok(issuer);
  assert.deepEqual(listOrganNews(corpus, { ...issuer, copied: [letter.key] }).map(({ role, document }) => [role, document.key]), [['copied', letter.key], ['issued', plan.key]]);
});

test('a page of goals, of a year, of a period never grows with the corpus, and nothing is left out', () => {
  const many = Array.from({ length: 700 }, (_, index) => ({ ...rows.targets[0], target: { ...rows.targets[0]?.target, subject: `đối tượng ${index % 3}` } }) as (typeof rows.targets)[number]);
  const pages = pageGoals(groupGoals(many));
  assert.deepEqual(pages.map((page) => page.reduce((sum, group) => sum + group.rows.length, 0)), [150, 150, 150, 150, 100]);
  assert.deepEqual(pages[1]?.map(({ subject }) => subject), ['Đối tượng 0', 'Đối tượng 1'], 'a group cut in two stands under its subject on both pages');
  const [entry] = collectTimeline(rows);
  const years = listTimelineYears(Array.from({ length: 400 }, () => entry as NonNullable<typeof entry>));
  assert.deepEqual(years.map(({ year, pages: own }) => [year, own.map((page) => page.length)]), [['2026', [150, 150, 100]]]);
  const [timed] = listTimedDuties(Array.from({ length: 400 }, () => rows.duties[0] as (typeof rows.duties)[number]));
  assert.deepEqual(timed?.pages.map((page) => page.length), [150, 150, 100]);
});

test('an entry of the timeline keeps its name in the calendar of its year and in that of all', () => {
  const timeline = collectTimeline({ ...rows, duties: rows.duties.flatMap((row) => [row, row]) });
  const names = [...nameTimelineEntries(timeline).values()];
  assert.equal(new Set(names).size, timeline.length);
  assert.ok(names.includes('ldld-x.2026.2-kh-ldld.muc-1.d1.deadline.2026-11-30.2'));
});

test('of many clusters the picture shows the roots and who rests on them, not only the largest', () => {
  const cluster = (id: string, heldCount: number) => ({ id, name: `Cơ quan ${id}`, heldCount, citedCount: 0, inner: 0 });
  const many = [...Array.from({ length: 20 }, (_, index) => cluster(`union-${index}`, 500 - index)), cluster('government', 40), cluster('politburo', 8)];
  const ties = [{ from: 'union-19', to: 'politburo', count: 90 }, { from: 'union-18', to: 'government', count: 70 }, { from: 'union-0', to: 'union-1', count: 1 }];
  const { boxes, arcs, leftOut } = drawClusters({ clusters: many, ties });
  assert.deepEqual(boxes.slice(0, 2).map(({ id }) => id), ['politburo', 'government']);
  assert.ok(boxes.some(({ id }) => id === 'union-19') && boxes.some(({ id }) => id === 'union-18'));
  assert.deepEqual([boxes.length, leftOut, arcs.slice(0, 2).map(({ count }) => count)], [9, 13, [90, 70]]);
});
