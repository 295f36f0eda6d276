import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { listFiles } from '../../../scripts/lib/digest-files.ts';
import { makeWorkFolder } from '../../../scripts/lib/work-folder.ts';

const folder = makeWorkFolder('list-files');
after(() => rmSync(folder, { recursive: true, force: true }));

test('every file is listed once, also where a link leads back to a folder above', () => {
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  for (const path of ['a/b/2.txt', 'a/1.txt', 'z.txt']) writeFileSync(join(folder, path), path);
  symlinkSync('..', join(folder, 'a/loop'));
  assert.deepEqual(listFiles(folder).map((path) => relative(folder, path)), ['a/1.txt', 'a/b/2.txt', 'z.txt']);
});
