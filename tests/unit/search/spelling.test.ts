import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Lexicon } from '../../../src/search/index/lexicon.ts';
import { completionsOf, correctionsOf, cutRun } from '../../../src/search/query/spelling.ts';
import { printTerm, termOf } from '../../../src/search/text/syllables.ts';

const lexicon: Lexicon = new Map(([['cong', 'công', 90], ['doan', 'đoàn', 80], ['do', 'do', 9], ['an', 'an', 30], ['con', 'con', 2], ['ki', 'kĩ', 20], ['thuat', 'thuật', 20], ['chuyen', 'chuyển', 40], ['quan', 'quân', 9]] as const)
  .map(([folded, form, documents]) => [folded, { forms: [[form, documents]], documents, file: 0, pairFiles: 0 }]));

describe('spelling help', () => {
  test('words run together are cut into as few known ones as possible', () => {
    assert.deepEqual(cutRun(lexicon, 'congdoan'), ['cong', 'doan']);
    assert.deepEqual(cutRun(lexicon, 'kythuat'), ['ki', 'thuat']);
    assert.deepEqual(cutRun(lexicon, 'congxoan'), []);
    assert.deepEqual(cutRun(lexicon, 'doan'), []);
  });

  test('near words: one edit, two in long ones', () => {
    assert.deepEqual(correctionsOf(lexicon, 'daon', 3), ['doan']);
    assert.equal(correctionsOf(lexicon, 'chuyne', 3)[0], 'chuyen');
    assert.deepEqual(correctionsOf(lexicon, 'xyz', 3), []);
  });

  test('endings come by frequency', () => assert.deepEqual(completionsOf(lexicon, 'con', 5), ['cong', 'con']));

  test('terms are shown as papers write them', () => {
    assert.deepEqual(['kỹ', 'quy', 'lý', 'tỷ'].map((form) => printTerm(termOf(form))), ['kỹ', 'quy', 'lý', 'tỷ']);
    assert.deepEqual(['sĩ', 'chi', 'nghi', 'kinh'].map(printTerm), ['sĩ', 'chi', 'nghi', 'kinh']);
  });
});
