/** Shapes of syllables, the learned table, and suspects in running text. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { loadSyllables } from '../../../scripts/lib/load-syllables.ts';
import { findSuspects, splitSyllables } from '../../../src/dispatch/lint/syllables/find-suspects.ts';
import { readWords } from '../../../src/dispatch/lint/syllables/read-words.ts';
import { hasVietnameseMark, isPossibleSyllable } from '../../../src/dispatch/lint/syllables/syllable-shape.ts';
import { printSyllableTable, readSyllableTable } from '../../../src/dispatch/lint/syllables/syllable-table.ts';

const table = loadSyllables('content');

test('syllables of every shape are possible', () => {
  const good = 'a à ích yêu nghiêng quyết gì giếng khuỷu ngoẻo hoà hòa thuỷ thủy quý quy ướt xoong rượu chuyển nghỉ kẻ ghế ngoằn nguyễn uyên oanh huỳnh';
  deepEqual(good.split(' ').filter((word) => !isPossibleSyllable(word)), []);
});

test('misread syllables are not: wrong tone place, wrong onset, closed rime with a falling tone, glued words', () => {
  const bad = 'ngưòi cuả đuợc nghịêp kế́ cée ngghe mạnhp bàc thiếtbị ưc̀ quơen hƣớng gê';
  deepEqual(bad.split(' ').filter((word) => isPossibleSyllable(word)), []);
});

test('only words with a mark are judged', () => {
  deepEqual(['robot', 'online', 'ngưòi', 'đi', 'Ea'].map(hasVietnameseMark), [false, false, true, true, false]);
});

test('glued words are cut', () => {
  deepEqual(splitSyllables('thiếtbị'), ['thiết', 'bị']);
  equal(splitSyllables('xyzt'), null);
});

test('words know their neighbours', () => {
  const words = readWords('(để b/c), Tỉnh uỷ\nHưng Yên.\n\nnăm 2026 và');
  deepEqual(words.map((word) => [word.form, word.joined]), [['để', false], ['b/c', true], ['tỉnh', false], ['ủy', true], ['hưng', true], ['yên', true], ['năm', false], ['và', false]]);
});

test('a printed table reads back', () => {
  const counts = new Map([['chuyển', 100], ['đổi', 90], ['chuyên', 40], ['gia', 30]]);
  const pairs = new Map([['chuyển đổi', 64], ['chuyên gia', 20]]);
  const text = printSyllableTable(counts, pairs, 'test');
  const read = readSyllableTable(text);
  equal(text, printSyllableTable(counts, pairs, 'test'));
  deepEqual(read.variants('chuyên'), ['chuyển']);
  ok(read.pairCount('chuyển', 'đổi') >= 64 && read.pairCount('chuyên', 'gia') >= 16);
  equal(read.pairCount('chuyên', 'đổi'), 0);
});

/** [sentence, suspects as `printed>likely`] */
const SENTENCES: readonly (readonly [string, readonly string[]])[] = [
  ['đẩy mạnh chuyên đổi số trong các cấp công đoàn', ['chuyên>chuyển']],
  ['đẩy mạnh chuyển đổi số; mời chuyên gia', []],
  ['quyền lợi của ngưòi lao động', ['ngưòi>người']],
  ['phòng ngùa tai nạn lao động', ['ngùa>ngừa']],
  ['Ban Quan hệ lao động (đề b/c)', ['đề>để']],
  ['Hội đông nhân dân tỉnh', ['đông>đồng']],
  ['ông Nguyễn Văn Toán và bà Lê Thị Đào', []],
  ['xã Ea Knốp, huyện Krông Pắc', []],
  ['website, robot, blockchain và trí tuệ nhân tạo', []],
  ['10 kilôgam amiăng, 5 ôtô', []],
  ['hiến kế, gia cố hiệu suất, từ cách “làm theo kế hoạch”', []],
];

for (const [sentence, expected] of SENTENCES) {
  test(`suspects in "${sentence}"`, () => {
    ok(table);
    const words = readWords(sentence);
    deepEqual(findSuspects(words, table).map(({ index, likely }) => `${words[index]?.text}>${likely}`), expected);
  });
}
