/** The fast reader of front matter must say what the writer's own reader says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { readYaml } from '../../../src/content-loader/front-matter.ts';

const SCALARS = ['1_000', '0b101', '0o17', '0x1F', '.5', '1e3', '+7', '-.inf', '.NaN', '~', 'null', 'Null', 'true', 'No', 'yes', '2026-04-01', '12:30:45', '<<', '=', '- a', '? b', '*c', '&d', '!e', '%f', '@g', '`h', '#', ': ', '\u0085', '\u0080', '\u2028', '\ufeff', '\u0007', '---', '...', '010', '1.', '', ' ', '\n', 'a\n\nb\n', '\ta', 'NULL', "it's", '"q"', '{a}', '[b]', 'a: b', 'a #b', '😀', '\ud83d'];

test('Every odd scalar comes back as it was written.', () => {
  const value = { list: SCALARS, nested: SCALARS.map((text) => ({ text, number: 5, none: null, flag: false })) };
  assert.deepEqual(readYaml(stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })), value);
});

test('Any text comes back as the slow reader gives it.', () => {
  fc.assert(fc.property(fc.array(fc.record({ text: fc.string({ unit: 'binary' }), odd: fc.constantFrom(...SCALARS), mixed: fc.array(fc.constantFrom(...SCALARS)).map((parts) => parts.join('')) })), (value) => {
    const text = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
    assert.deepEqual(readYaml(text), parse(text, { schema: 'core', merge: false, maxAliasCount: 0 }));
  }), { numRuns: 150, seed: 7 });
});

test('Plain scalars mean what the slow reader takes them for.', () => {
  for (const scalar of SCALARS.filter((text) => /^[\w.+:~-]+$/u.test(text) && !/^(?:---|\.\.\.)$/u.test(text))) assert.deepEqual(readYaml(`a: ${scalar}\n`), parse(`a: ${scalar}\n`, { schema: 'core' }), scalar);
});

test('Aliases are refused.', () => {
  assert.throws(() => readYaml('a: &x [1]\nb: [*x, *x]\n'));
});
