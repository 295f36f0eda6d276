import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectDir } from '../../../scripts/lib/content-dir.ts';
import { FACES, listLetters, subsetFace } from '../../../scripts/lib/subset-fonts.ts';

const folder = join(projectDir, 'src/styles/fonts');

test('every letter that Vietnamese is written with is in the faces', () => {
  const letters = new Set(listLetters());
  assert.deepEqual([...'ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữựáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ'].flatMap((letter) => [letter, letter.toUpperCase()]).filter((letter) => !letters.has(letter)), []);
});

test('the faces served are what the package gives, and together weigh less than 60 kB', async () => {
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(FACES).sort());
  for (const [name, source] of Object.entries(FACES)) assert.ok(Buffer.from(await subsetFace(source)).equals(readFileSync(join(folder, name))), `${name}: run node scripts/subset-fonts.ts`);
  const bytes = Object.keys(FACES).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);
  assert.ok(bytes <= 60_000, `${bytes} bytes`);
});
