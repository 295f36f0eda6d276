/**
 * Long hostile texts are read to their end. Machines are noisy, so the ceiling is generous and only catches the quadratic;
 * `npm run bench` measures the growth itself.
 */
import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { loadSyllables } from '../../../scripts/lib/load-syllables.ts';
import { createDispatchReader } from '../../../src/dispatch/index.ts';
import { ADVERSARIAL, NASTY } from '../../support/adversarial-texts.ts';
import { listLeaves } from '../../support/tree-leaves.ts';

const CEILING = 20_000;
const read = createDispatchReader(loadRegistry('content'), loadSyllables('content'));

function readsWithin(text: string): void {
  const started = performance.now();
  const { tree } = read(text);
  const taken = performance.now() - started;
  ok(taken < CEILING, `took ${taken.toFixed(0)} ms for ${text.length} units`);
  ok(baseLetters(listLeaves(tree).map((leaf) => leaf.value).join('')) === baseLetters(text), 'words were lost');
}

/** Letters and digits without marks: composing a run of a hundred thousand marks would take the square of its length. */
function baseLetters(text: string): string {
  return text.replace(/\p{M}+/gu, '').normalize('NFD').replace(/[^\p{L}\p{N}]+/gu, '');
}

for (const { name, make } of ADVERSARIAL) test(`200 kB of ${name} are read in time`, () => readsWithin(make(200_000)));
for (const { name, make } of NASTY) test(`40 kB of ${name} are read in time`, () => readsWithin(make(40_000)));
