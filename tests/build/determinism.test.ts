/** The same content gives the same bytes, also from another folder and without anything cached. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { builtSite, freshFolder, runCommand } from '../support/site.ts';

test('a second build from another folder is identical, byte for byte', async () => {
  const first = await builtSite('main');
  const contentDir = join(freshFolder('second-build'), 'content');
  const outDir = join(contentDir, '..', 'site');
  cpSync(first.contentDir, contentDir, { recursive: true });
  const result = await runCommand('build', ['--fresh'], { CONTENT_DIR: contentDir, OUT_DIR: outDir, SITE_URL: first.siteUrl, BASE_PATH: first.basePath });
  assert.equal(result.code, 0, result.output);
  const names = (dir: string): string[] => listFiles(dir).map((path) => path.slice(dir.length + 1));
  assert.deepEqual(names(outDir), names(first.dir));
  const different = names(outDir).filter((name) => !readFileSync(join(outDir, name)).equals(readFileSync(join(first.dir, name))));
  assert.deepEqual(different, []);
});
