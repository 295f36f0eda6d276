/** Each lint rule stands alone: a file named like its rule, with a comment that tells where it comes from, and a fixture that shows it. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { projectDir } from '../../scripts/lib/content-dir.ts';

const RULES = 'src/dispatch/lint/rules';
const rules = globSync(`${RULES}/*.ts`, { cwd: projectDir }).map((path) => basename(path, '.ts')).filter((name) => name !== 'index' && !name.startsWith('_')).sort();
const read = (path: string): string => readFileSync(join(projectDir, path), 'utf8');

test('there are rules', () => {
  assert.ok(rules.length >= 5, `found ${rules.length}`);
});

for (const rule of rules) {
  test(`rule ${rule} is named in its file, explained, and shown by a fixture`, () => {
    const code = read(`${RULES}/${rule}.ts`);
    assert.match(code, new RegExp(`['"]${rule}['"]`, 'u'), 'the file names its ruleId');
    assert.match(code, /^\/\*\*[\s\S]{40,}?\*\//u, 'a comment opens the file');
    const fixtures = globSync([`tests/fixtures/lint/${rule}/**/*`, `tests/fixtures/lint/${rule}-*/**/*`], { cwd: projectDir });
    assert.ok(fixtures.length > 0, `tests/fixtures/lint/${rule}/ shows a document that the rule reports`);
  });
}

test('every fixture of a rule belongs to a rule', () => {
  const folders = existsSync(join(projectDir, 'tests/fixtures/lint')) ? globSync('tests/fixtures/lint/*/', { cwd: projectDir }).map((path) => basename(path)) : [];
  assert.deepEqual(folders.filter((folder) => !rules.some((rule) => folder === rule || folder.startsWith(`${rule}-`))), []);
});
