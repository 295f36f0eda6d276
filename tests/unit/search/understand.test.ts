import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { vocabularyOf } from '../../../src/search/index/vocabulary-of.ts';
import { createUnderstanding } from '../../../src/search/query/understand.ts';

const understand = createUnderstanding({ ...vocabularyOf(loadRegistry()), symbols: ['tw', 'ldld'] });
const readingsOf = (query: string): string => understand(query).readings.map(({ text }) => text).join('; ');

describe('understanding a query', () => {
  test('filters, phrases and words to leave out', () => {
    const plan = understand('"chuyển đổi số" kế hoạch -tết -"an ninh mạng" loai:cv nam:2026 co-quan:"hưng yên" co:toan-van');
    assert.deepEqual(plan.phrases.map(({ text }) => text), ['chuyển đổi số']);
    assert.deepEqual(plan.excluded.map(({ text }) => text), ['tết', 'an ninh mạng']);
    assert.deepEqual(plan.filters, { types: ['CV'], years: [2026], issuers: ['hung ien'.replace('ien', 'yen')], held: true });
    assert.deepEqual(plan.words.map(({ form }) => form), ['kế', 'hoạch']);
  });

  test('an unknown type stays a word', () => assert.deepEqual(understand('loai:xyz').filters.types, []));

  test('tells what it took an abbreviation or a place for', () => {
    assert.match(readingsOf('CĐCS'), /CĐCS là Công đoàn cơ sở/u);
    assert.match(readingsOf('ldld thai binh'), /Thái Bình nay thuộc Hưng Yên/u);
    assert.equal(readingsOf('công đoàn cơ sở'), '');
  });

  test('a common syllable is no abbreviation unless in capitals', () => {
    assert.equal(readingsOf('tu'), '');
    assert.match(readingsOf('ĐU'), /Đảng ủy/u);
  });

  test('what is undone is not done', () => {
    assert.deepEqual(understand('57-NQ/TW', { undone: new Set(['so']) }).numbers, []);
    assert.deepEqual(understand('31/3/2026', { undone: new Set(['ngay']) }).dates, []);
    assert.equal(understand('coong ddoanf', { undone: new Set(['telex']) }).words[0]?.form, 'coong');
  });

  test('words without marks are loose, beside words with marks they are either', () => {
    assert.deepEqual(understand('cong doan').words.map(({ match }) => match), ['loose', 'loose']);
    assert.deepEqual(understand('cong đoàn').words.map(({ match }) => match), ['either', 'exact']);
  });

  test('a quoted number is a number, a quoted text a phrase', () => {
    assert.equal(understand('"57-NQ/TW"').numbers.length, 1);
    assert.deepEqual(understand('"57-NQ/TW"').phrases, []);
    assert.equal(understand('"57 ngày"').phrases.length, 1);
  });

  test('digits of VNI keys are no numbers', () => {
    assert.deepEqual(understand('thu3 tuc5 hanh2 chinh1').numbers, []);
    assert.deepEqual(understand('thu3 tuc5 hanh2 chinh1').words.map(({ form }) => form), ['thủ', 'tục', 'hành', 'chính']);
    assert.equal(understand('nq57, ct57').numbers.length, 2);
  });

  test('beside words with marks, keys are decoded only into words of the corpus', () => {
    const strict = createUnderstanding(undefined, (term) => term === 'trung');
    assert.deepEqual(strict('tập turng').words.map(({ form }) => form), ['tập', 'turng']);
    assert.deepEqual(understand('tập truwng').words.map(({ form }) => form), ['tập', 'trưng']);
  });

  test('one year among a few words is a wish, a span of years is none', () => {
    assert.equal(understand('công văn năm 2024').year, 2024);
    assert.equal(understand('giai đoạn 2021 - 2025').year, null);
    assert.equal(understand('theo quy định của luật năm 2024 thì phải làm thế nào').year, null);
  });

  test('years of a filter: several, a span', () => {
    assert.deepEqual(understand('nam:2024-2026').filters.years, [2024, 2025, 2026]);
    assert.deepEqual(understand('nam:2024,2026').filters.years, [2024, 2026]);
    assert.deepEqual(understand('nam:24').filters.years, []);
  });

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => understand(text) !== null), { numRuns: 2000 });
    const pieces = fc.constantFrom('57', '-', '/', 'NQ', 'TW', ' ', '"', 'loai:', 'nam:2025', 'số', 'ngày', '31/3/2026', 'đoàn', 'ddoanf', ':', '%', '“');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => understand(parts.join('')) !== null), { numRuns: 3000 });
  });
});
