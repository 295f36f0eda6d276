/** Each rule on its fixture, and all rules on a clean dispatch. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { loadSyllables } from '../../../scripts/lib/load-syllables.ts';
import { createDispatchReader } from '../../../src/dispatch/index.ts';
import { LINT_RULES, lintDispatch } from '../../../src/dispatch/lint/index.ts';
import { messageSchema, type Message } from '../../../src/domain/record.ts';

const FIXTURES = 'tests/fixtures/lint';
const registry = loadRegistry('content');
const syllables = loadSyllables('content');
const readDispatch = createDispatchReader(registry);

function lint(source: string): Message[] {
  const { tree, record } = readDispatch(source);
  return lintDispatch({ source, tree, record, registry, syllables });
}

const print = ({ line, column, severity, message, actual, expected }: Message): string =>
  `${line}:${column} ${severity} ${message}${actual === null ? '' : ` | ${JSON.stringify(actual)}`}${expected === null ? '' : ` -> ${JSON.stringify(expected)}`}`;

for (const folder of readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)) {
  test(`rule ${folder} reports what its fixture says`, () => {
    const path = `${FIXTURES}/${folder}/messages.txt`;
    const found = lint(readFileSync(`${FIXTURES}/${folder}/source.txt`, 'utf8')).filter((message) => message.ruleId === folder);
    const printed = found.map((message) => `${print(message)}\n`).join('');
    ok(found.length > 0, 'the rule fires');
    if (process.env['UPDATE']) writeFileSync(path, printed);
    equal(printed, existsSync(path) ? readFileSync(path, 'utf8') : '');
  });
}

test('a clean dispatch raises no alarm', () => {
  const alarms = lint(readFileSync(`${FIXTURES}/clean.txt`, 'utf8')).filter((message) => message.severity !== 'info');
  deepEqual(alarms.map((message) => `${message.ruleId} ${print(message)}`), []);
});

test('messages keep the contract: in order, one a place, quoting the source', () => {
  for (const folder of readdirSync('tests/fixtures/whole').filter((name) => existsSync(`tests/fixtures/whole/${name}/source.txt`))) {
    const source = readFileSync(`tests/fixtures/whole/${folder}/source.txt`, 'utf8');
    const lines = source.split('\n');
    const messages = lint(source);
    for (const message of messages) {
      messageSchema.parse(message);
      ok(message.line <= lines.length && message.column <= (lines[message.line - 1]?.length ?? 0) + 1, `${folder} ${print(message)}`);
      if (message.actual !== null) ok(source.includes(message.actual), `${folder} quotes ${message.actual}`);
    }
    const places = messages.map((message) => message.line * 1e6 + message.column);
    deepEqual(places, places.toSorted((a, b) => a - b));
  }
});

test('without the learned table words are not judged, and nothing else changes', () => {
  const source = readFileSync(`${FIXTURES}/suspected-scan-error/source.txt`, 'utf8');
  const { tree, record } = readDispatch(source);
  const messages = lintDispatch({ source, tree, record, registry, syllables: null });
  deepEqual(messages.filter((message) => message.severity !== 'info'), []);
});

test('every rule speaks Vietnamese to those who mend documents and cites its source', () => {
  for (const rule of LINT_RULES) {
    ok(/[\u1ea0-\u1ef9]/u.test(rule.title) && /[\u1ea0-\u1ef9]/u.test(rule.explanation), rule.ruleId);
    ok(rule.explanation.length > 100 && rule.explanation.endsWith('.'), rule.ruleId);
    ok(rule.source.length > 10, rule.ruleId);
  }
  equal(new Set(LINT_RULES.map((rule) => rule.ruleId)).size, LINT_RULES.length);
});

test('any text is linted without throwing: garbage, no text, decomposed letters, marks', () => {
  for (const source of ['', '\n', '}{', '“”””', 'a'.repeat(20_000), 'đ'.repeat(5_000), 'ê\u0301\u0323'.repeat(2_000), 'Số: 1/KH-UBND\n'.repeat(300), 'ngày 45/45/2020 '.repeat(500), 'Hưng Yên'.normalize('NFD')]) {
    for (const message of lint(source)) messageSchema.parse(message);
  }
});
