/** Builds of one checkout take turns, and what a killed one left is no obstacle. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { replaceFolder } from '../../../scripts/lib/build-site.ts';
import { takeBuildTurn } from '../../../scripts/lib/build-turn.ts';
import { freshFolder } from '../../support/site.ts';

/** No process has this number. */
const DEAD = 999_999_999;

test('a build waits for one that is running, and says whose turn it is', async () => {
  const file = join(freshFolder('build-turn'), 'building.pid');
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  writeFileSync(file, String(other.pid));
  const waited: number[] = [];
  const turn = takeBuildTurn((pid) => waited.push(pid), file);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(waited, [other.pid]);
  other.kill('SIGKILL');
  const giveBack = await turn;
  assert.equal(readFileSync(file, 'utf8'), String(process.pid));
  giveBack();
  assert.equal(existsSync(file), false);
});

test('the turn of a killed build, and one that was never written, are over', async () => {
  const file = join(freshFolder('build-turn'), 'building.pid');
  for (const left of [String(DEAD), '']) {
    writeFileSync(file, left);
    (await takeBuildTurn(() => assert.fail('waits for nobody'), file))();
  }
});

test('a folder takes the place of another, and what killed processes left beside it goes', () => {
  const folder = freshFolder('replace-folder');
  for (const name of ['work', 'dist', `dist.old-${DEAD}`, `dist.new-${DEAD}`, `dist.new-${process.ppid}`, `other.old-${DEAD}`]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'from.txt'), name);
  }
  replaceFolder(join(folder, 'work'), join(folder, 'dist'));
  assert.deepEqual(readdirSync(folder), ['dist', `dist.new-${process.ppid}`, `other.old-${DEAD}`]);
  assert.equal(readFileSync(join(folder, 'dist/from.txt'), 'utf8'), 'work');
});
