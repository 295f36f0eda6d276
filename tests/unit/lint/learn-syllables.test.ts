/** The learner: same inputs, same bytes; files of the list are left out; a pair must occur in two documents. */
import { equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readSyllableTable } from '../../../src/dispatch/lint/syllables/syllable-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'syllables-'));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'a.txt'), 'đẩy mạnh chuyển đổi số, chuyển đổi số; chuyên đổi số\nchuyên đổi số');
writeFileSync(join(folder, 'b.jsonl.gz'), gzipSync(`${JSON.stringify({ id: 1, text: 'thúc đẩy chuyển đổi số' })}\n`));
writeFileSync(join(folder, 'left-out.txt'), 'chuyên đổi số');
writeFileSync(join(folder, 'list.tsv'), '# files to leave out\nleft-out.txt\tnote\n');

const learn = (...args: string[]) => spawnSync(process.execPath, ['scripts/learn-syllables.ts', ...args], { encoding: 'utf8' });

test('learns pairs of two documents, the same bytes each time', () => {
  const out = join(folder, 'out'), again = join(folder, 'again');
  equal(learn(folder, out, '--without', join(folder, 'list.tsv')).status, 0);
  equal(learn(folder, again, '--without', join(folder, 'list.tsv')).status, 0);
  equal(readFileSync(out, 'utf8'), readFileSync(again, 'utf8'));
  const table = readSyllableTable(readFileSync(out, 'utf8'));
  ok(table.pairCount('chuyển', 'đổi') > 0);
  equal(table.pairCount('chuyên', 'đổi'), 0, 'twice, but in one document');
});

test('wrong usage ends with 2 and says how', () => {
  const result = learn(folder);
  equal(result.status, 2);
  match(result.stderr, /Cách dùng/u);
});

test('the shipped table is small', () => {
  ok(readFileSync('content/registry/syllables.txt').byteLength <= 400_000);
});
