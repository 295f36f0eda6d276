import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectContents } from '../../../src/corpus/lists/contents.ts';
import { excerptDuties, groupDuties } from '../../../src/corpus/duties/duties.ts';
import { formatTarget } from '../../../src/corpus/wording/format-target.ts';
import { groupMessages } from '../../../src/corpus/lists/group-messages.ts';
import { pickEvidence } from '../../../src/corpus/wording/pick-evidence.ts';
import type { Evidence, Link } from '../../../src/corpus/graph/graph.ts';
import { directiveSchema, messageSchema, outlineEntrySchema, type Directive } from '../../../src/domain/record.ts';

const duty = (addressee: string | null, anchor: string, kind: Directive['kind'] = 'operative'): Directive =>
  directiveSchema.parse({ addressee, anchor, kind, text: 'Làm việc này', actor: null, modality: null, deadline: null, period: null, frequency: null });

test('duties stand by addressee; introductions and closings are none', () => {
  const groups = groupDuties([duty('các Ban', 'mo-dau.d1', 'umbrella'), duty('các Ban', 'muc-1'), duty(null, 'muc-2'), duty('các Ban', 'muc-3')]);
  assert.deepEqual(groups.map(({ addressee, duties }) => [addressee, duties.length]), [['các Ban', 2], [null, 1]]);
});

test('of a long list the first duties are quoted and the places of the others named', () => {
  const groups = groupDuties([...Array.from({ length: 6 }, (_, n) => duty('A', `muc-${n + 1}`)), duty('B', 'muc-9'), duty('B', 'muc-9')]);
  const { shown, elsewhere, restCount } = excerptDuties(groups, 4);
  assert.deepEqual(shown.map((group) => group.duties.length), [4]);
  assert.deepEqual(elsewhere, [{ anchor: 'muc-5', count: 1 }, { anchor: 'muc-6', count: 1 }, { anchor: 'muc-9', count: 2 }]);
  assert.equal(restCount, 4);
  assert.equal(excerptDuties(groups, 5).restCount, 0, 'a small rest is quoted too');
});

test('the contents hold two levels of labels, without bullets and paragraphs', () => {
  const entry = (anchor: string, label: string | null, depth: number, title: string | null = null) => outlineEntrySchema.parse({ anchor, label, depth, title, kind: 'item', line: 1 });
  const contents = collectContents([
    entry('dau.so', null, 0), entry('muc-i', 'I.', 1, 'MỤC ĐÍCH'), entry('muc-i.1', '1.', 2), entry('muc-i.1.d1', null, 3), entry('muc-i.g1', '-', 2), entry('muc-vi~2', 'VI.', 1), entry('noi-nhan', 'Nơi nhận:', 0),
  ]);
  assert.deepEqual(contents.map(({ anchor, children }) => [anchor, children.map((child) => child.anchor)]), [['muc-i', ['muc-i.1']], ['muc-vi~2', []]]);
});

test('a regulation lists chapters and articles, at any depth, and nothing below them', () => {
  const entry = (kind: string, anchor: string, label: string | null, depth: number, title: string | null = null) => outlineEntrySchema.parse({ anchor, label, depth, title, kind, line: 1 });
  const contents = collectContents([
    entry('chapter', 'chuong-i', 'Chương I', 1), entry('article', 'dieu-1', 'Điều 1.', 2, 'Điều 1. Phạm vi'), entry('clause', 'dieu-1.1', '1.', 3),
    entry('chapter', 'chuong-ii', 'Chương II', 1), entry('section', 'chuong-ii.muc-1', 'Mục 1', 2), entry('article', 'dieu-2', 'Điều 2.', 3), entry('appendix', 'phu-luc-i', null, 0, 'Phụ lục I'), entry('item', 'phu-luc-i.muc-1', '1.', 1),
  ]);
  assert.deepEqual(contents.map(({ anchor, children }) => [anchor, children.map((child) => `${child.anchor} ${child.title}`)]), [
    ['chuong-i', ['dieu-1 Phạm vi']], ['chuong-ii', ['chuong-ii.muc-1 null', 'dieu-2 null']], ['phu-luc-i', []],
  ]);
});

test('messages are grouped by rule, graver ones first', () => {
  const message = (ruleId: string, severity: string) => messageSchema.parse({ ruleId, severity, line: 1, column: 1, message: 'x', actual: null, expected: null });
  assert.deepEqual(groupMessages([message('b', 'warning'), message('a', 'warning'), message('c', 'error'), message('b', 'warning')]).map(({ ruleId, messages }) => [ruleId, messages.length]), [['c', 1], ['b', 2], ['a', 1]]);
});

test('each paragraph is quoted once, the V/v line only when there is nothing else', () => {
  const evidence = (form: Evidence['form'], anchor: string): Evidence => ({ via: 'a/2026/1', direct: true, relation: 'implements', sentence: null, raw: 'x', form, anchor, line: 1, provision: null });
  const link: Link = { from: 'a/2026/1', to: 'b/2026/2', relation: 'implements', uncertain: false, evidence: [evidence('subject', 'dau.trich-yeu'), evidence('full', 'mo-dau.d1'), evidence('definition', 'mo-dau.d1'), evidence('short', 'muc-1.d1'), evidence('short', 'muc-2.d1')] };
  const { shown, others } = pickEvidence(link, 2);
  assert.deepEqual(shown.map(({ anchor }) => anchor), ['mo-dau.d1', 'muc-1.d1']);
  assert.deepEqual(others.map(({ anchor }) => anchor), ['dau.trich-yeu', 'muc-2.d1']);
});

test('targets print as people write them', () => {
  assert.equal(formatTarget({ value: 80, valueTo: null, unit: '%', comparator: 'gte' }), '≥ 80%');
  assert.equal(formatTarget({ value: 5, valueTo: 10, unit: 'mô hình', comparator: 'range' }), '5–10 mô hình');
  assert.equal(formatTarget({ value: 1.5, valueTo: null, unit: null, comparator: 'eq' }), '1,5');
  assert.equal(formatTarget({ value: null, valueTo: null, unit: '%', comparator: 'eq' }), '');
});
