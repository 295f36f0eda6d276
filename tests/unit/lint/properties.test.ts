/** Lint is total: any mix of real fragments gives messages inside the source, and twice the text takes about twice the time. */
import { ok } from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { loadSyllables } from '../../../scripts/lib/load-syllables.ts';
import { createDispatchReader } from '../../../src/dispatch/index.ts';
import { lintDispatch } from '../../../src/dispatch/lint/index.ts';

const registry = loadRegistry('content');
const syllables = loadSyllables('content');
const readDispatch = createDispatchReader(registry);
const lines = readdirSync('tests/fixtures/lint', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  .flatMap((entry) => readFileSync(`tests/fixtures/lint/${entry.name}/source.txt`, 'utf8').split('\n'));

const fragment = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...lines) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) }, { weight: 1, arbitrary: fc.constantFrom('“', '}', '**', '- } (b/c)', 'Số:', '\u0301', '1O/3/2O26', 'VI.') });

test('messages lie inside any source', () => {
  fc.assert(fc.property(fc.array(fragment, { maxLength: 40 }), fc.constantFrom('\n', '\n\n', '\r\n', ' '), (parts, joint) => {
    const source = parts.join(joint);
    const { tree, record, normalized } = readDispatch(source);
    const sourceLines = source.split('\n');
    for (const message of lintDispatch({ source, tree, record, registry, syllables, normalized })) {
      const line = sourceLines[message.line - 1];
      ok(line !== undefined && message.column <= line.length + 1, `${message.ruleId} at ${message.line}:${message.column}`);
      ok(message.actual === null || source.includes(message.actual), `${message.ruleId} quotes the source`);
    }
  }), { numRuns: 300, seed: 20261121 });
});
