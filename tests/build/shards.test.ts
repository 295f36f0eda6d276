/** Parts built apart and joined are the site built in one piece. `SHARD_DOCUMENTS=400` sets the size. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { belongsToShard, parseShard } from '../../src/content-loader/page-plan.ts';
import { importGenerated } from '../support/generated-corpus.ts';
import { freshFolder, runCommand } from '../support/site.ts';

const DOCUMENTS = Number(process.env['SHARD_DOCUMENTS'] ?? 12);
const SHARDS = Number(process.env['SHARDS'] ?? 2);

test('parts joined are the whole site, byte for byte, index and downloads too', async () => {
  const content = await importGenerated('shards', DOCUMENTS);
  const folder = freshFolder('shards-built');
  const whole = join(folder, 'whole');
  const build = async (out: string, ...args: string[]): Promise<void> => {
    const result = await runCommand('build', args, { CONTENT_DIR: content, OUT_DIR: out });
    assert.equal(result.code, 0, result.output);
  };
  await build(whole);
  const parts = Array.from({ length: SHARDS }, (_, index) => join(folder, `part-${index + 1}`));
  for (const [index, part] of parts.entries()) await build(part, '--shard', `${index + 1}/${SHARDS}`);
  const merged = join(folder, 'merged');
  const result = await runCommand('merge', parts, { CONTENT_DIR: content, OUT_DIR: merged });
  assert.equal(result.code, 0, result.output);
  const names = (dir: string): string[] => listFiles(dir).map((path) => path.slice(dir.length + 1));
  assert.deepEqual(names(merged), names(whole));
  assert.deepEqual(names(whole).filter((name) => !readFileSync(join(merged, name)).equals(readFileSync(join(whole, name)))), []);
});

test('every address falls into exactly one part, all files of a document into the same', () => {
  const params = { issuer: 'ldld-hung-yen', year: '2026', number: '10-ldld' };
  for (const file of ['index.html', 'van-ban/ldld-hung-yen/2026/10-ldld/index.html', 'so/index.html']) {
    const owners = [1, 2, 3, 4].filter((index) => belongsToShard(file, {}, { index, count: 4 }));
    assert.equal(owners.length, 1);
  }
  const owner = (file: string): number => [1, 2, 3, 4].find((index) => belongsToShard(file, params, { index, count: 4 })) ?? 0;
  assert.equal(owner('van-ban/ldld-hung-yen/2026/10-ldld/index.html'), owner('van-ban/ldld-hung-yen/2026/10-ldld.json'));
});

test('a part is written i/n, with i from 1 to n', () => {
  assert.deepEqual(parseShard('2/4'), { index: 2, count: 4 });
  for (const wrong of ['', '0/4', '5/4', '1', '1/0', 'a/b', '1/4 ']) assert.equal(parseShard(wrong), null);
});
