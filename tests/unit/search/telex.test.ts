import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeKeystrokes, decodeTelex, decodeVni, isBareSyllable, isSyllable } from '../../../src/search/query/telex.ts';

const TELEX: readonly (readonly [keys: string, word: string | null])[] = [
  ['nghij', 'nghị'], ['quyeets', 'quyết'], ['chuyeern', 'chuyển'], ['chuyeenr', 'chuyển'], ['ddooir', 'đổi'], ['soos', 'số'], ['coong', 'công'],
  ['ddoanf', 'đoàn'], ['lieen', 'liên'], ['ddoongj', 'động'], ['tuyeen', 'tuyên'], ['truyeenf', 'truyền'], ['hoaf', 'hòa'], ['thuyr', 'thủy'], ['quyf', 'quỳ'],
  ['giar', 'giả'], ['luwowng', 'lương'], ['muwa', 'mưa'], ['nguwowif', 'người'], ['uwu', 'ưu'], ['tus', 'tú'], ['trwowngf', 'trường'], ['truwowngf', 'trường'], ['khoong', 'không'], ['toansf', 'toàn'], ['xyz', null],
];
const VNI: readonly (readonly [keys: string, word: string | null])[] = [
  ['nghi5', 'nghị'], ['quye61t', 'quyết'], ['d9oa2n', 'đoàn'], ['co6ng', 'công'], ['lu7o7ng5', 'lượng'], ['phi1', 'phí'], ['na8m', 'năm'], ['kh146', null], ['nq57', null], ['cv5', null],
];

describe('raw keystrokes', () => {
  for (const [keys, word] of TELEX) test(`Telex ${keys}`, () => assert.equal(decodeTelex(keys), word));
  for (const [keys, word] of VNI) test(`VNI ${keys}`, () => assert.equal(decodeVni(keys), word));

  test('whole queries are decoded only when they can be nothing else', () => {
    assert.deepEqual(decodeKeystrokes(['chuyeern', 'ddooir', 'soos']), ['chuyển', 'đổi', 'số']);
    assert.equal(decodeKeystrokes(['cong', 'doan', 'co', 'so']), null);
    assert.equal(decodeKeystrokes(['lien', 'doan', 'lao', 'dong']), null);
    assert.equal(decodeKeystrokes(['hello', 'world']), null);
    assert.equal(decodeKeystrokes(['khonghedtontai']), null);
  });

  test('syllables are told from other letters', () => {
    for (const form of ['quyết', 'nghiêng', 'đoàn', 'hòa', 'ủy', 'yêu', 'giếng', 'khuỷu', 'xoong', 'a']) assert.ok(isSyllable(form), form);
    for (const form of ['quyeets', 'cồp', 'đđ', 'tw', 'zoo', 'lđlđ']) assert.ok(!isSyllable(form), form);
    for (const form of ['doan', 'nghieng', 'uy', 'thuong']) assert.ok(isBareSyllable(form), form);
  });
});
