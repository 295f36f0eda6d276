/**
 * The order in which papers come in does not show: whatever the order, at once or one by one, with a site built half way, the whole site
 * is the same, byte for byte: pages, short addresses, feeds, tables, zip files, search index.
 */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { createRandom } from '../../scripts/link-bench/random.ts';
import { importGenerated } from '../support/generated-corpus.ts';
import { freshFolder, runCommand } from '../support/site.ts';

/** Generated papers beside our own five: they cite each other, so each arrival fills in a page that was there. */
const GENERATED = 3;

describe('the order of import', () => {
  let papers: string[] = [];
  let first = '';
  const names = (dir: string): string[] => listFiles(dir).map((path) => path.slice(dir.length + 1));

  /** Imports in steps and builds after each step that asks for it. @returns folder of the site */
  async function make(name: string, steps: readonly { readonly files: readonly string[]; readonly build?: boolean }[]): Promise<string> {
    const folder = freshFolder(`import-order/${name}`);
    const env = { CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, 'site'), CACHE_DIR: join(folder, 'cache') };
    for (const { files, build } of steps) {
      mkdirSync(join(env.CONTENT_DIR, 'sources'), { recursive: true });
      for (const file of files) copyFileSync(file, join(env.CONTENT_DIR, 'sources', `${papers.indexOf(file)}-${basename(file)}`));
      const imported = await runCommand('import', [], env);
      assert.equal(imported.code, 0, imported.output);
      if (!build) continue;
      const built = await runCommand('build', [], env);
      assert.equal(built.code, 0, built.output);
    }
    return env.OUT_DIR;
  }

  function assertSame(other: string): void {
    const [own, others] = [new Set(names(first)), new Set(names(other))];
    assert.deepEqual([[...own].filter((name) => !others.has(name)), [...others].filter((name) => !own.has(name))], [[], []]);
    assert.deepEqual([...own].filter((name) => !readFileSync(join(other, name)).equals(readFileSync(join(first, name)))), []);
  }

  before(async () => {
    const generated = await importGenerated('import-order/generated', GENERATED);
    papers = [join(projectDir, 'content/sources'), join(generated, 'sources')].flatMap((folder) => listFiles(folder).filter((path) => path.endsWith('.txt')));
    assert.equal(papers.length, 5 + GENERATED);
    first = await make('at-once', [{ files: papers, build: true }]);
    assert.ok(names(first).some((name) => name.endsWith('.zip')) && names(first).some((name) => name.endsWith('tin.xml')) && names(first).some((name) => name.startsWith('v/')), 'short addresses, feeds and zip files are compared');
  });

  test('does not show when papers come one by one, the last first, half of them after the site was built', async () => {
    const backwards = papers.toReversed();
    assertSame(await make('one-by-one', backwards.map((file, index) => ({ files: [file], build: index === papers.length - 1 || index === Math.floor(papers.length / 2) }))));
  });

  test('does not show when they come in threes, in an order drawn by lot', async () => {
    const random = createRandom(20_261_122);
    const drawn = papers.map((file) => ({ file, lot: random() })).sort((a, b) => a.lot - b.lot).map(({ file }) => file);
    assert.notDeepEqual(drawn, papers);
    const steps = Array.from({ length: Math.ceil(drawn.length / 3) }, (_, index) => ({ files: drawn.slice(index * 3, index * 3 + 3), build: (index + 1) * 3 >= drawn.length }));
    assertSame(await make('by-lot', steps));
  });
});
