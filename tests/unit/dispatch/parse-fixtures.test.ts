/** One construct a fixture: `source.txt` and, in `expected.json`, the fields it is about. `UPDATE=1` rewrites those fields; read the diff by eye. */
import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { createDispatchReader } from '../../../src/dispatch/index.ts';
import { VIEWS, type ViewName } from '../../support/reading-view.ts';

const FIXTURES = 'tests/fixtures/parse';
const read = createDispatchReader(loadRegistry('content'));
const cases = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

test('there are at least sixty fixtures, each named in the README', () => {
  const readme = readFileSync(`${FIXTURES}/README.md`, 'utf8');
  ok(cases.length >= 60, `unexpected ${cases.length} fixtures`);
  deepEqual(cases.filter((name) => !readme.includes(`\`${name}\``)), []);
});

for (const name of cases) {
  test(`fixture ${name}`, () => {
    const path = `${FIXTURES}/${name}/expected.json`;
    ok(existsSync(path), `${path} is missing: make one with the names of the fields to compare, then run with UPDATE=1`);
    const expected = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    const reading = read(readFileSync(`${FIXTURES}/${name}/source.txt`, 'utf8'));
    const actual = Object.fromEntries(Object.keys(expected).map((field) => [field, viewOf(field)(reading)]));
    if (process.env['UPDATE']) writeFileSync(path, `${JSON.stringify(actual, null, 2)}\n`);
    else deepEqual(actual, expected);
  });
}

function viewOf(field: string): (typeof VIEWS)[ViewName] {
  if (!(field in VIEWS)) throw new Error(`parse fixtures: unexpected field ${field}, expected one of ${Object.keys(VIEWS).join(', ')}`);
  return VIEWS[field as ViewName];
}
