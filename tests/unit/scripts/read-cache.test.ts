import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { ReadCache } from '../../../scripts/lib/read-cache.ts';

describe('files read before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-cache-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const keep = join(folder, 'keep');
  const page = (name: string): string => join(folder, `${name}.html`);
  /** Takes some pages in one run. @returns those that were read */
  const run = (code: string, ...names: string[]): string[] => {
    const read: string[] = [];
    const pages = new ReadCache(keep, code);
    for (const name of names) assert.deepEqual(pages.take(name, page(name), () => (read.push(name), { title: name, none: null })), { title: name, none: null });
    pages.close();
    return read;
  };

  test('are read again only when their file is another, or other code reads them', () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(page(name), `trang ${name}`);
    assert.deepEqual(run('1', 'a', 'b'), ['a', 'b']);
    assert.deepEqual(run('1', 'a', 'b', 'c'), ['c']);
    rmSync(page('b'));
    writeFileSync(page('b'), 'trang khác');
    assert.deepEqual(run('1', 'a', 'b', 'c'), ['b']);
    assert.deepEqual(run('2', 'a', 'c'), ['a', 'c']);
    assert.deepEqual(run('2', 'a', 'b', 'c'), ['b'], 'what a run did not take is forgotten');
  });

  test('are read again when what was kept is not whole', () => {
    run('3', 'a', 'c');
    appendFileSync(join(keep, 'read.pack'), 'cut short');
    assert.deepEqual(run('3', 'a', 'c'), ['a', 'c']);
  });
});
