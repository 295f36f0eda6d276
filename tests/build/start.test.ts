/** `npm start`: imports, builds, serves, says its address; a second run touches nothing; Ctrl-C ends it cleanly. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { copyFixture } from '../support/site.ts';

describe('npm start', () => {
  const contentDir = copyFixture('second-union', 'start/content');
  const outDir = join(contentDir, '../site');

  test('from sources alone to a page that answers, on the next port when the first is taken', async () => {
    const blocker = createServer().listen(0);
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo;
    const { child, url, output } = await start(port);
    assert.match(output(), new RegExp(`Cổng ${port} đang có chương trình khác dùng`, 'u'));
    assert.notEqual(new URL(url).port, String(port));
    assert.match(await (await fetch(url)).text(), /Công đoàn Cảng Mẫu/u);
    assert.equal(await interrupt(child), 0);
    blocker.close();
  });

  test('a second run touches no document and no page', async () => {
    const times = (): string[] => [...listFiles(join(contentDir, 'documents')), ...listFiles(outDir)].map((path) => `${path} ${statSync(path).mtimeMs}`);
    const before = times();
    const { child, output } = await start(0);
    assert.match(output(), /Không có gì thay đổi/u);
    assert.deepEqual(times(), before);
    assert.equal(await interrupt(child), 0);
  });

  async function start(port: number): Promise<{ child: ChildProcess; url: string; output: () => string }> {
    const env = { ...process.env, CONTENT_DIR: contentDir, OUT_DIR: outDir, CACHE_DIR: join(outDir, '../cache'), PORT: String(port), SITE_URL: '', BASE_PATH: '' };
    const child = spawn(process.execPath, ['scripts/start.ts'], { cwd: projectDir, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const url = await new Promise<string>((resolve, reject) => {
      const collect = (chunk: Buffer): void => {
        output += chunk.toString('utf8');
        const found = /http:\/\/localhost:\d+\//u.exec(output)?.[0];
        if (found) resolve(found);
      };
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
    });
    return { child, url, output: () => output };
  }

  async function interrupt(child: ChildProcess): Promise<number | null> {
    child.removeAllListeners('exit');
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    return (await ended)[0] as number | null;
  }
});
