/** The five samples set in Word as on paper come back with the reader's scores, less at most one miss a figure. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { loadSyllables } from '../../../scripts/lib/load-syllables.ts';
import { createDispatchReader } from '../../../src/dispatch/index.ts';
import { readDocx } from '../../../src/intake/docx/index.ts';
import { listFalls, listSamples, scoreTexts } from '../../support/score-without-places.ts';
import { wordOfDispatch } from '../../support/word-of-dispatch.ts';

describe('samples set in Word', () => {
  const read = createDispatchReader(loadRegistry('content'), loadSyllables('content'));
  const texts = new Map<string, string>();
  const back = new Map<string, string>();

  before(async () => {
    for (const { name, source } of listSamples()) {
      texts.set(name, source);
      back.set(name, readDocx(await wordOfDispatch(read(source), source)).text);
    }
  });

  test('every figure of the reader holds', () => {
    assert.deepEqual(listFalls(scoreTexts(read, texts), scoreTexts(read, back)), []);
  });

  test('no letter is lost and none added', () => {
    const letters = (text: string): string => [...text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
    for (const [name, text] of texts) assert.equal(letters(back.get(name) ?? ''), letters(text), name);
  });
});
