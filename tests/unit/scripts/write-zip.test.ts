import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { writeZip } from '../../../scripts/lib/write-zip.ts';

describe('archives', () => {
  const folder = mkdtempSync(join(tmpdir(), 'write-zip-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const archive = (name: string): string => join(folder, name);
  const text = (words: string): (() => Uint8Array) => () => new TextEncoder().encode(words);
  const unpack = (name: string): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(readFileSync(archive(name)))).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));

  test('hold every file under its path, the same bytes each time', () => {
    const files = [['van-ban/a.txt', text('Căn cứ '.repeat(500))], ['văn bản/rỗng.txt', text('')]] as const;
    writeZip(archive('one.zip'), files);
    writeZip(archive('two.zip'), files);
    assert.deepEqual(unpack('one.zip'), { 'van-ban/a.txt': 'Căn cứ '.repeat(500), 'văn bản/rỗng.txt': '' });
    assert.deepEqual(readFileSync(archive('one.zip')), readFileSync(archive('two.zip')));
  });

  test('take packed files over from one written before, and give the bytes of one packed anew', () => {
    const old = [['a.txt', text('như cũ '.repeat(300))], ['b.txt', text('bị đổi')], ['c.txt', text('bị bỏ')], ['đ.txt', text('như cũ')]] as const;
    writeZip(archive('before.zip'), old);
    const now = [['0.txt', text('mới')], ['a.txt', text('như cũ '.repeat(300))], ['b.txt', text('đã đổi')], ['đ.txt', text('như cũ')]] as const;
    const read: string[] = [];
    writeZip(archive('kept.zip'), now.map(([path, bytes]) => [path, () => (read.push(path), bytes())] as const), { archive: archive('before.zip'), holds: (path) => path !== 'b.txt' });
    writeZip(archive('anew.zip'), now);
    assert.deepEqual(read, ['0.txt', 'b.txt'], 'what is kept is not read again; what the old archive lacks is');
    assert.deepEqual(readFileSync(archive('kept.zip')), readFileSync(archive('anew.zip')));
  });
});
