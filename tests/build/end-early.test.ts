/** A build that loses one of its threads or processes stops, says so in Vietnamese, and leaves the site that is there. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { importGenerated } from '../support/generated-corpus.ts';
import { freshFolder, runCommand } from '../support/site.ts';

describe('a build that loses a part of itself', () => {
  let content = '';
  let folder = '';
  const build = (env: Record<string, string> = {}): ReturnType<typeof runCommand> => runCommand('build', ['--no-index'], { CONTENT_DIR: content, OUT_DIR: join(folder, 'site'), ...env });
  const site = (): Map<string, string> => new Map(listFiles(join(folder, 'site')).map((path) => [path, readFileSync(path, 'base64')]));

  before(async () => {
    content = await importGenerated('end-early', 3);
    folder = freshFolder('end-early-built');
    const { code, output } = await build();
    assert.equal(code, 0, output);
    // So that there are pages to be made.
    const [first = ''] = listFiles(join(content, 'documents'));
    renameSync(first, join(content, 'aside.mdx'));
  });

  for (const [how, words] of [['thread', /dừng giữa chừng.*bản đang có vẫn nguyên/u], ['memory', /Hết bộ nhớ: bản đang có vẫn nguyên/u], ['process', /dừng giữa chừng.*bản đang có vẫn nguyên/u]] as const) {
    test(`${how}: stops with a message, and the site stands`, async () => {
      const old = site();
      const { code, output } = await build({ END_EARLY: how, NODE_OPTIONS: `--import=${pathToFileURL(join(projectDir, 'tests/support/end-early.mjs')).href}` });
      assert.equal(code, 1, output);
      assert.match(output, words);
      assert.deepEqual(site(), old);
      assert.deepEqual(listFiles(folder).filter((path) => !path.startsWith(join(folder, 'site'))), []);
    });
  }

  test('builds again afterwards', async () => {
    const { code, output } = await build();
    assert.equal(code, 0, output);
  });
});
