/** A link, once published, holds: a small corpus is released and then loses an anchor, a page, a document and a key. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { readLedger } from '../../scripts/lib/ledger.ts';
import { readHtmlPage, textOf } from '../../scripts/lib/html-page.ts';
import { readCorpus } from '../../scripts/lib/read-corpus.ts';
import type { ChildResult } from '../../scripts/lib/run-child.ts';
import { copyFixture, runCommand } from '../support/site.ts';

describe('the ledger', () => {
  let contentDir: string;
  let outDir: string;
  let plan: string;
  let letter: string;
  const run = (script: string, ...args: string[]): Promise<ChildResult> => runCommand(script, args, { CONTENT_DIR: contentDir, OUT_DIR: outDir });
  const fileOf = (key: string): string => join(contentDir, 'documents', `${key}.mdx`);

  before(async () => {
    contentDir = copyFixture('ledger', 'ledger-life/content');
    outDir = join(contentDir, '../site');
    await succeed(run('import'));
    const keys = [...readCorpus(contentDir).held.values()];
    plan = keys.find(({ record }) => record.file === 'ke-hoach.txt')?.key ?? '';
    letter = keys.find(({ record }) => record.file === 'cong-van.txt')?.key ?? '';
    await succeed(run('release'));
  });

  test('a release promises every page, anchor and short address, also of documents that are only cited', () => {
    const { documents } = readLedger(contentDir);
    assert.ok(documents.has(plan) && documents.has(letter) && documents.size > 2, [...documents.keys()].join(' '));
    assert.deepEqual(readCorpus(contentDir).held.get(plan)?.record.outline.filter(({ anchor }) => !documents.get(plan)?.anchors.includes(anchor)), []);
  });

  test('a second release of the same corpus changes no byte', async () => {
    const read = (): string => JSON.stringify([...readLedger(contentDir).documents]);
    const before = read();
    assert.match((await succeed(run('release'))).output, /Không có tệp nào thay đổi/u);
    assert.equal(read(), before);
  });

  test('check passes on what was released', async () => {
    await succeed(run('check'));
  });

  test('check and release fail when a released anchor disappears', async () => {
    await changed(fileOf(plan), (text) => text.replaceAll('"muc-i.2"', '"muc-i.9"').replaceAll('anchor: muc-i.2\n', 'anchor: muc-i.9\n'), async () => {
      for (const script of ['check', 'release']) {
        const result = await run(script);
        assert.equal(result.code, 1, result.output);
        assert.match(result.output, /#muc-i\.2: vị trí đã công bố nay không còn/u);
      }
    });
  });

  test('check and release fail when a released page disappears', async () => {
    const aside = `${fileOf(letter)}.aside`;
    renameSync(fileOf(letter), aside);
    try {
      for (const script of ['check', 'release']) {
        const result = await run(script);
        assert.equal(result.code, 1, result.output);
        assert.ok(result.output.includes(`/van-ban/${letter}/: địa chỉ đã công bố nay không còn`), result.output);
      }
    } finally {
      renameSync(aside, fileOf(letter));
    }
  });

  test('check fails when a source or the words of a document change', async () => {
    await changed(join(contentDir, 'sources/ke-hoach.txt'), (text) => `${text}\nthêm`, async () => assert.match((await run('check')).output, /đã khác lúc nhập/u));
    await changed(fileOf(plan), (text) => text.replace('</Label> Chăm lo đoàn viên.', '</Label> Chăm lo.'), async () => assert.match((await run('check')).output, /khác bản gốc/u));
  });

  test('a withdrawal without reason or of an unknown key changes nothing', async () => {
    assert.equal((await run('withdraw', letter)).code, 2);
    assert.equal((await run('withdraw', 'khong-co/2026/1-kh', '--reason', 'x')).code, 1);
    assert.equal(readLedger(contentDir).tombstones.size, 0);
    assert.ok(existsSync(fileOf(letter)));
  });

  test('a withdrawn document and a corrected key keep their addresses, in the ledger and on the built site', async () => {
    const { incoming, documents } = readCorpus(contentDir).graph;
    const onlyThere = [...documents.values()].filter(({ key, held }) => !held && incoming.get(key)?.every((link) => link.from === letter));
    assert.ok(onlyThere.length > 0, 'the fixture must cite something in one document only');
    const reason = 'Văn bản có dữ liệu cá nhân của đoàn viên';
    await succeed(run('withdraw', letter, '--reason', reason));
    assert.ok(!existsSync(fileOf(letter)));
    const again = await run('import');
    assert.ok(!existsSync(fileOf(letter)), `importing again brought the withdrawn document back:\n${again.output}`);

    const moved = plan.replace('/7-', '/17-');
    const text = readFileSync(fileOf(plan), 'utf8').replaceAll(plan, moved);
    rmSync(fileOf(plan));
    writeFileSync(fileOf(moved), text);
    assert.match((await succeed(run('release'))).output, /Chuyển hướng/u);
    assert.equal(readLedger(contentDir).redirects.get(plan), moved);

    await succeed(run('build'));
    await succeed(run('check'));
    for (const { key, number } of onlyThere) assert.ok(textOf(readHtmlPage(readFileSync(join(outDir, 'van-ban', key, 'index.html'), 'utf8')).elements.find((element) => element.tagName === 'main')!).includes(number ?? key), key);
    const tombstone = readHtmlPage(readFileSync(join(outDir, 'van-ban', letter, 'index.html'), 'utf8'));
    assert.ok(tombstone.elements.some((element) => element.tagName === 'body' && textOf(element).includes(reason)));
    assert.equal(tombstone.sourceText, '');
    assert.ok(readHtmlPage(readFileSync(join(outDir, 'van-ban', plan, 'index.html'), 'utf8')).addresses.some((address) => address.endsWith(`/van-ban/${moved}/`)));
    for (const { code } of readLedger(contentDir).documents.values()) assert.ok(existsSync(join(outDir, 'v', code, 'index.html')), code);
  });
});

async function succeed(running: Promise<ChildResult>): Promise<ChildResult> {
  const result = await running;
  assert.equal(result.code, 0, result.output);
  return result;
}

/** Changes a file for the length of a step; the change must be one. */
async function changed(path: string, change: (text: string) => string, step: () => Promise<void>): Promise<void> {
  const original = readFileSync(path, 'utf8');
  assert.ok(change(original) !== original, `the change of ${path} changes nothing`);
  writeFileSync(path, change(original));
  try {
    await step();
  } finally {
    writeFileSync(path, original);
  }
}
