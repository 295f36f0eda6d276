/** A build that makes only what changed gives the bytes of one that makes everything: pages, index, archives, list of files. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { importGenerated } from '../support/generated-corpus.ts';
import { freshFolder, runCommand } from '../support/site.ts';

test('a changed title, a lost and a new document reach every page that shows them, and few others', async () => {
  const content = await importGenerated('incremental', 12);
  const folder = freshFolder('incremental-built');
  const site = join(folder, 'site');
  const build = async (out: string, ...args: string[]): Promise<{ rendered: number; kept: number }> => {
    const result = await runCommand('build', args, { CONTENT_DIR: content, OUT_DIR: out });
    assert.equal(result.code, 0, result.output);
    const [, rendered, kept] = /\((\d+) tệp dựng mới, (\d+) tệp giữ nguyên\)/u.exec(result.output) ?? [];
    return { rendered: Number(rendered), kept: Number(kept) };
  };
  // Pagefind promises no bytes; that its bundles are used is seen by what our index names of them.
  const names = (dir: string): string[] => listFiles(dir).map((path) => path.slice(dir.length + 1)).filter((name) => !name.startsWith('pagefind/'));
  const assertFresh = async (): Promise<void> => {
    const fresh = join(folder, 'fresh');
    await build(fresh, '--fresh');
    assert.deepEqual(names(site), names(fresh));
    assert.deepEqual(names(site).filter((name) => !readFileSync(join(site, name)).equals(readFileSync(join(fresh, name)))), []);
  };

  const first = await build(site);
  assert.equal(first.kept, 0);
  // The index takes its facts away, so that they are written again.
  assert.deepEqual(await build(site), { rendered: 1, kept: first.rendered - 1 });

  const documents = listFiles(join(content, 'documents')).filter((path) => path.endsWith('.mdx'));
  const keys = documents.map((path) => path.slice(join(content, 'documents').length + 1, -'.mdx'.length));
  const cited = documents.find((path, index) => documents.some((other) => other !== path && readFileSync(other, 'utf8').includes(`doc="${keys[index]}"`)) && /^subject: [^n]/mu.test(readFileSync(path, 'utf8')));
  assert.ok(cited, 'no held document with a subject is cited');
  const key = keys[documents.indexOf(cited)] ?? '';
  const citing = keys.find((other, index) => other !== key && readFileSync(documents[index] ?? '', 'utf8').includes(`doc="${key}"`));
  writeFileSync(cited, readFileSync(cited, 'utf8').replace(/^subject: /mu, 'subject: THỬ ĐỔI TÊN '));
  const second = await build(site);
  assert.ok(second.rendered > 0 && second.kept > second.rendered, `${second.rendered} rendered, ${second.kept} kept`);
  assert.match(readFileSync(join(site, `van-ban/${citing}/chuoi/index.html`), 'utf8'), /THỬ ĐỔI TÊN/u);
  await assertFresh();

  const last = documents.at(-1) ?? '';
  const aside = join(folder, 'aside.mdx');
  renameSync(last, aside);
  await build(site);
  await assertFresh();
  renameSync(aside, last);
  await build(site);
  await assertFresh();
});
