import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { documentNumberIdentity } from '../../../src/domain/document-number.ts';

suite('comparison form of numbers', () => {
  for (const [printed, meant] of [
    ['27/2016/TTBLĐTBXH', '27/2016/TT-BLĐTBXH'],
    ['193/2025/NĐCP', '193/2025/NĐ-CP'],
    ['13/2013/TTBVHTT&DL', '13/2013/TT-BVHTT&DL'],
    ['1928/QĐTTg', '1928/QĐ-TTg'],
    ['12/2024/QĐUBND', '12/2024/QĐ-UBND'],
    // The last two letters of the organ are Cyrillic.
    ['06/2022/TT-B\u0422\u0421', '06/2022/TT-BTC'],
    ['117-KH/UBND', '117/KH-UBND'],
    ['07/CT-TTg', '7/CT-TTg'],
  ] as const) test(`${printed} is ${meant}`, () => assert.equal(documentNumberIdentity(printed), documentNumberIdentity(meant)));

  for (const [one, other] of [
    // A centre for political training (TTBDCT) and a joint circular (TTLT) are no circulars run together with a ministry.
    ['12/TTBDCT', '12/TT-BDCT'],
    ['12/2010/TTLT-BKHĐT-BTC', '12/2010/TT-LT-BKHĐT-BTC'],
    ['12/2010/TTLTBKHĐT', '12/2010/TT-LTBKHĐT'],
    ['310-CV/BTGDVTU', '310-CV/ĐU'],
  ] as const) test(`${one} is not ${other}`, () => assert.notEqual(documentNumberIdentity(one), documentNumberIdentity(other)));
});
