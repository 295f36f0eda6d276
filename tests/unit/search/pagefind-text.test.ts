import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { restoreText, transformText } from '../../../src/search/text/pagefind-text.ts';
import { projectDir } from '../../../scripts/lib/content-dir.ts';

describe('text for Pagefind', () => {
  test('ends every syllable, takes the bar off đ, unites the place of tones', () => {
    assert.equal(transformText('Đoàn hoà 57'), 'D\u0335oàn\u2060 hòa\u2061\u2060 57\u2060');
    assert.equal(transformText('quý, quỷ'), 'quý\u2060, quỷ\u2060');
  });

  test('gives back every character of the sources', () => {
    for (const name of readdirSync(`${projectDir}/content/sources`, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:txt|md)$/u.test(file))) {
      for (const line of readFileSync(`${projectDir}/content/sources/${name}`, 'utf8').split('\n')) assert.equal(restoreText(transformText(line)), line);
    }
  });

  test('gives back decomposed and half decomposed letters, and marks that stood in the page', () => {
    for (const text of ['Đoàn viên'.normalize('NFD'), 'ệ vie\u0323\u0302n hoà', 'a\u2060b \u0335 d\u0335 \u2061\u2063\u2064', 'ỦY BAN, Uỷ ban, UỶ BAN, ủy', 'd\u0335ong đông']) assert.equal(restoreText(transformText(text)), text);
  });

  test('gives back any text', () => {
    const letters = fc.constantFrom(...'aàoóuủyỷđĐqQ 5-./', '\u0301', '\u0323', '\u0335', '\u2060', '\u2061', '\u2063', '\u2064', 'ò', 'oà', 'uỷ', 'e\u0323\u0302');
    fc.assert(fc.property(fc.array(letters, { maxLength: 30 }), (parts) => restoreText(transformText(parts.join(''))) === parts.join('')), { numRuns: 3000 });
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => restoreText(transformText(text)) === text), { numRuns: 1000 });
  });
});
