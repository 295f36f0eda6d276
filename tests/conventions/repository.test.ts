/** What is committed stands on its own: no paths of one machine, only the folders of the design, children with the right Node. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectDir } from '../../scripts/lib/content-dir.ts';

const TOP_LEVEL = new Set(['src', 'content', 'public', 'scripts', 'tests', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'HUONG-DAN-VAN-THU.md', 'LICENSE', '.ci', '.gitattributes', '.gitignore', '.npmrc']);
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: projectDir, encoding: 'utf8' }).split('\0').filter((path) => path !== '' && existsSync(join(projectDir, path)));
const text = tracked.filter((path) => /\.(?:ts|mjs|astro|md|mdx|json|ya?ml|css|sh)$|^\.ci\/run$/u.test(path) && path !== 'package-lock.json');
const read = (path: string): string => readFileSync(join(projectDir, path), 'utf8');

test('the top level holds what the design names', () => {
  assert.deepEqual([...new Set(tracked.map((path) => path.split('/')[0] ?? ''))].filter((name) => !TOP_LEVEL.has(name)), []);
});

test('nothing committed reads what stands outside the repository', () => {
  // Assembled, so that this file does not find itself.
  const outside = [['..', 'shared'].join('/'), ['', 'work', ''].join('/'), ['', 'home', ''].join('/'), ['', 'root', ''].join('/')];
  const found = text.filter((path) => !path.startsWith('tests/fixtures/')).flatMap((path) => outside.filter((words) => new RegExp(`(?<![\\w.])${words.replaceAll('.', '\\.')}`, 'u').test(read(path))).map((words) => `${path}: ${words}`));
  assert.deepEqual(found, []);
});

test('only scripts/report prints', () => {
  const found = text.filter((path) => /^(?:src|scripts)\/.*\.(?:ts|mjs)$/u.test(path) && !path.startsWith('scripts/report/')).filter((path) => /\bconsole\.|process\.std(?:out|err)\b/u.test(read(path)));
  // Runs in the reader's browser or is no command: nothing to list yet.
  assert.deepEqual(found, []);
});

test('no file is named for being a heap of things', () => {
  assert.deepEqual(tracked.filter((path) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\.[a-z]+|\/)/u.test(path)), []);
});

test('files of code are named in kebab-case', () => {
  // An underscore marks a piece that several rules or constructs share.
  assert.deepEqual(tracked.filter((path) => /^(?:src|scripts|tests)\/.*\.(?:ts|mjs|css)$/u.test(path) && !/\/[[_]?[.\]a-z0-9-]+(?:\.d|\.test|\.config|\.json|\.csv|\.xml)*\.(?:ts|mjs|css)$/u.test(path) && !/\/\[/u.test(path)), []);
});

test('children of scripts run with the Node of the repository', () => {
  const found = text.filter((path) => path.startsWith('scripts/') && path.endsWith('.ts')).filter((path) => /(?:spawn|exec|execFile|fork)(?:Sync)?\(\s*['"]node['"]/u.test(read(path)));
  assert.deepEqual(found, []);
});

test('the lockfile names no registry', () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved": "https?:/u);
});

test('the lockfile holds every optional package, or npm ci refuses it', () => {
  // npm drops from the lockfile what a registry does not serve at the moment, mostly builds for other systems, and then finds it missing.
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { optionalDependencies?: Record<string, string> }> };
  const held = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter((name) => !held.has(name)).map((name) => `${path}: ${name}`));
  assert.deepEqual(missing, []);
});

test('the README says of every package why it is there', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as { dependencies: object; devDependencies: object };
  const readme = read('README.md');
  const table = readme.slice(readme.indexOf('## Why each dependency'));
  const named = [...table.matchAll(/^\| (?<names>`[^|]+) \|/gmu)].flatMap((row) => [...(row.groups?.['names'] ?? '').matchAll(/`([^`]+)`/gu)].map(([, name]) => name));
  assert.deepEqual([...named].sort(), Object.keys({ ...dependencies, ...devDependencies }).sort());
});
