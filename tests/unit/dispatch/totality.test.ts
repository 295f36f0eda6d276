/**
 * The reader is total: on any text it throws nothing, loses nothing and says the same twice. The seed is fixed; FUZZ_SEED and
 * FUZZ_FACTOR (times as many cases) let a person look further.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readHtmlFragment } from '../../../scripts/lib/html-page.ts';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { loadSyllables } from '../../../scripts/lib/load-syllables.ts';
import { compileBody } from '../../../src/content-loader/compile-body.ts';
import { readFrontMatter } from '../../../src/content-loader/front-matter.ts';
import { emitMdx } from '../../../src/dispatch/emit/mdx.ts';
import { createDispatchReader } from '../../../src/dispatch/index.ts';
import { documentRecordSchema } from '../../../src/domain/record.ts';
import { anyString, mixedFragments, mutatedSource, readRealSources } from '../../support/dispatch-texts.ts';
import { bareLetters, findLoss, listLeaves } from '../../support/tree-leaves.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
const FACTOR = Number(process.env['FUZZ_FACTOR'] ?? 1);
const sources = readRealSources();
const read = createDispatchReader(loadRegistry('content'), loadSyllables('content'));
let cases = 0;

function holds(texts: fc.Arbitrary<string>, numRuns: number): void {
  fc.assert(fc.property(texts, checkText), { seed: SEED, numRuns: numRuns * FACTOR, endOnFailure: process.env['FUZZ_FACTOR'] !== undefined });
}

function checkText(text: string): void {
  cases++;
  const { tree, record } = read(text);
  equal(findLoss(text, listLeaves(tree)), null);
  documentRecordSchema.parse(record);
  const mdx = emitMdx(record, tree);
  const { body, record: stored } = readFrontMatter(mdx, 'case');
  deepEqual(stored, JSON.parse(JSON.stringify(record)));
  equal(bareLetters(readHtmlFragment(compileBody(body, 'case')).sourceText), bareLetters(text));
  const again = read(text);
  equal(JSON.stringify(again.record), JSON.stringify(record));
  equal(emitMdx(again.record, again.tree), mdx);
}

test('any string is read whole', () => holds(anyString, 500));

test('any mix of real fragments is read whole', () => holds(mixedFragments(sources), 350));

test('any mutation of a real paper is read whole', () => holds(mutatedSource(sources), 350));

for (const { name, text } of sources) test(`${name} is read whole`, () => checkText(text));

test('more than a thousand texts were tried', (context) => {
  context.diagnostic(`${cases} texts, seed ${SEED}`);
  ok(cases > 1000, `unexpected ${cases} texts`);
});
