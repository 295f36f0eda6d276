/**
 * Who may import whom (arrows point at the imported):
 * scripts -> src/corpus, src/content-loader, src/dispatch/{emit,lint,extract,parse,normalize} -> src/dispatch/tree -> src/domain
 * src/pages -> src/layouts -> src/components -> src/{corpus,search} -> src/domain
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { projectDir } from '../../scripts/lib/content-dir.ts';

interface Import {
  /** Both relative to the repository, with `/`; `to` is a bare name for packages and `node:` modules. */
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Stages of the parser in order; a stage may import those before it. */
const STAGES = ['tree', 'normalize', 'parse', 'extract', 'lint', 'resolve', 'emit'];

/** Folders of the site from the page down; a folder may import those after it. */
const SITE_LAYERS = ['src/pages', 'src/layouts', 'src/components', 'src/content-loader', 'src/corpus'];

const imports = listImports();

describe('imports', () => {
  test('are read at all', () => {
    assert.ok(imports.length > 100, `unexpected ${imports.length} imports, expected hundreds`);
    for (const folder of ['src/domain/', 'src/dispatch/', 'src/pages/', 'scripts/']) assert.ok(imports.some(({ from }) => from.startsWith(folder)), folder);
  });

  test('point at files that exist, with their ending', () => {
    const files = new Set(listCode());
    none(imports.filter(({ to }) => /^(?:src|scripts|tests)\//u.test(to) && /\.(?:ts|astro|mjs)$|\/[^.]*$/u.test(to) && !files.has(to)));
  });

  test('the domain knows only zod and itself', () => {
    none(under('src/domain/').filter(({ to }) => to !== 'zod' && !to.startsWith('src/domain/')));
  });

  test('the parser runs in Node and in browsers: no node: modules, no packages of the site', () => {
    none(under('src/dispatch/').filter(({ to }) => to.startsWith('node:') || /^(?:astro|pagefind|sirv|playwright)/u.test(to)));
    none(under('src/dispatch/').filter(({ to }) => to.startsWith('src/') && !to.startsWith('src/dispatch/') && !to.startsWith('src/domain/')));
  });

  test('a stage of the parser does not import a later stage', () => {
    none(under('src/dispatch/').filter(({ from, to }) => stageOf(to) > stageOf(from)));
  });

  test('rules do not import each other, nor do constructs', () => {
    const units = /^src\/dispatch\/(?:lint\/rules|parse\/constructs)\//u;
    none(imports.filter(({ from, to, typeOnly }) => !typeOnly && units.test(from) && units.test(to) && isUnit(from) && isUnit(to)));
  });

  test('the site imports downwards only', () => {
    none(imports.filter(({ from, to }) => layerOf(from) !== -1 && layerOf(to) !== -1 && layerOf(to) < layerOf(from)));
  });

  test('a page never calls the parser', () => {
    // Pages with a tool that runs in the reader's browser load the parser through src/tools.
    none(imports.filter(({ from, to, typeOnly }) => !typeOnly && layerOf(from) !== -1 && to.startsWith('src/dispatch/')));
  });

  test('search knows the corpus and the domain, never pages', () => {
    none(under('src/search/').filter(({ to }) => /^src\/(?:pages|layouts|components|dispatch)\//u.test(to)));
  });

  test('nothing in src imports a script or a test, no script imports a page or a test of its own', () => {
    none(under('src/').filter(({ to }) => to.startsWith('scripts/') || to.startsWith('tests/')));
    // Measurements use what the tests found: the browser, the made-up texts.
    none(under('scripts/').filter(({ from, to }) => !(/^scripts\/bench(?:-[a-z]+)?\.ts$/u.test(from) && to.startsWith('tests/support/'))).filter(({ to, typeOnly }) => to.startsWith('src/pages/') || to.startsWith('src/layouts/') || to.startsWith('src/components/') || (to.startsWith('tests/') && !typeOnly)));
  });

  test('nobody imports a command', () => {
    // Two commands are also steps of others: indexing is a step of the build, importing of `npm start` and of tests.
    const steps = new Set(['scripts/index-search.ts', 'scripts/import.ts']);
    none(imports.filter(({ to }) => /^scripts\/[^/]+\.ts$/u.test(to) && !steps.has(to)));
  });

  test('packages are named in package.json', () => {
    // Types alone may come with a package that is named (`mdast` with remark).
    const manifest = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const named = { ...manifest.dependencies, ...manifest.devDependencies };
    none(imports.filter(({ to, typeOnly }) => !typeOnly && /^[@a-z]/u.test(to) && !/^(?:node|astro|virtual):/u.test(to) && !/^(?:src|scripts|tests)\//u.test(to) && !(packageOf(to) in named)));
  });
});

function under(folder: string): Import[] {
  return imports.filter(({ from }) => from.startsWith(folder));
}

function none(found: readonly Import[]): void {
  assert.deepEqual(found.map(({ from, to }) => `${from} -> ${to}`), []);
}

function stageOf(path: string): number {
  // A file beside the stages puts them together, so it stands above all of them.
  if (/^src\/dispatch\/[^/]+$/u.test(path)) return STAGES.length;
  return STAGES.indexOf(/^src\/dispatch\/([^/]+)\//u.exec(path)?.[1] ?? '');
}

function layerOf(path: string): number {
  return SITE_LAYERS.findIndex((layer) => path.startsWith(`${layer}/`));
}

/** A folder's `index.ts` lists its units, and fragments that units share begin with an underscore or live in a folder below. */
function isUnit(path: string): boolean {
  return !path.endsWith('/index.ts') && !/\/_[^/]*$/u.test(path) && path.split('/').length === 5;
}

function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function listCode(): string[] {
  return globSync(['src/**/*.{ts,astro,mjs}', 'scripts/**/*.ts', 'tests/**/*.ts'], { cwd: projectDir }).map((path) => path.replaceAll('\\', '/'));
}

function listImports(): Import[] {
  const pattern = /(?:^|[\n;])\s*(?:import|export)\s+(?<type>type\s)?(?:[^'"`;()]*?\sfrom\s+)?['"](?<static>[^'"\n]+)['"]|\bimport\(\s*['"](?<dynamic>[^'"\n]+)['"]\s*\)/gu;
  return listCode().filter((file) => !file.startsWith('tests/fixtures/')).flatMap((file) => {
    const text = readFileSync(join(projectDir, file), 'utf8');
    const code = file.endsWith('.astro') ? [...text.matchAll(/^---$([\s\S]*?)^---$|<script[^>]*>([\s\S]*?)<\/script>/gmu)].map((part) => part[1] ?? part[2] ?? '').join('\n') : text;
    return [...code.matchAll(pattern)].map((match): Import => {
      const written = match.groups?.['static'] ?? match.groups?.['dynamic'] ?? '';
      const to = written.startsWith('.') ? relative(projectDir, join(projectDir, dirname(file), written)).replaceAll('\\', '/') : written;
      return { from: file, to, typeOnly: match.groups?.['type'] !== undefined };
    });
  });
}
