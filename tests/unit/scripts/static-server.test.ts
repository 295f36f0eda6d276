import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startStaticServer, type StaticServer } from '../../../scripts/lib/static-server.ts';

describe('the local server', () => {
  const root = mkdtempSync(join(tmpdir(), 'server-'));
  const siteDir = join(root, 'site');
  let server: StaticServer;

  before(async () => {
    for (const [path, text] of Object.entries({
      'site/index.html': 'trang chủ', 'site/404.html': 'không thấy', 'site/van-ban/index.html': 'văn bản', 'site/nhung/a/index.html': 'thẻ',
      'site/du-lieu/a.csv': 'số,tên', 'site/du-lieu/a.json': '{}', 'site/pagefind/a.wasm': '', 'site-secret/index.html': 'bí mật',
    })) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    server = await startStaticServer({ siteDir, basePath: '/union/', port: 0 });
  });
  after(() => server.close());

  const get = (path: string, options: RequestInit = {}): Promise<Response> => fetch(new URL(path, server.url), { redirect: 'manual', ...options });

  test('pages stand under the base path, and the bare host leads there', async () => {
    assert.equal(await (await get('/union/')).text(), 'trang chủ');
    for (const path of ['/', '/union']) assert.equal((await get(path)).headers.get('location'), '/union/');
    assert.equal((await get('/van-ban/')).status, 404);
  });

  test('a folder without slash leads to its page and keeps the query', async () => {
    const answer = await get('/union/van-ban?loai=KH');
    assert.equal(answer.status, 301);
    assert.equal(answer.headers.get('location'), '/union/van-ban/?loai=KH');
  });

  test('a missing page answers 404 with the page made for it', async () => {
    const answer = await get('/union/khong-co/');
    assert.equal(answer.status, 404);
    assert.equal(await answer.text(), 'không thấy');
    assert.match(answer.headers.get('content-security-policy') ?? '', /script-src 'self' 'wasm-unsafe-eval'/u);
  });

  test('types are named, with the charset for Vietnamese text', async () => {
    assert.equal((await get('/union/')).headers.get('content-type'), 'text/html;charset=utf-8');
    assert.equal((await get('/union/du-lieu/a.csv')).headers.get('content-type'), 'text/csv;charset=utf-8');
    assert.equal((await get('/union/du-lieu/a.json')).headers.get('content-type'), 'application/json');
    assert.equal((await get('/union/pagefind/a.wasm')).headers.get('content-type'), 'application/wasm');
  });

  test('every answer carries the policy; only the cards may be framed', async () => {
    const page = await get('/union/');
    assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/u);
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
    assert.match((await get('/union/nhung/a/')).headers.get('content-security-policy') ?? '', /frame-ancestors \*/u);
  });

  test('no spelling of .. leaves the folder, also not to a sibling whose name begins alike', async () => {
    for (const path of ['/union/../../etc/passwd', '/union/..%2fsite-secret/index.html', '/union/%2e%2e/site-secret/', '/union/..%5csite-secret/', '/union/%', '//etc/passwd']) {
      const answer = await requestRaw(path);
      assert.match(answer, /^HTTP\/1.1 404/u, path);
      assert.doesNotMatch(answer, /bí mật/u, path);
    }
  });

  test('a double slash is never a redirect to another host', async () => {
    assert.doesNotMatch(await requestRaw('//evil.example/..'), /location: \/\//iu);
  });

  test('only GET and HEAD are answered', async () => {
    assert.equal((await get('/union/', { method: 'POST' })).status, 405);
    const head = await get('/union/', { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
  });

  test('a taken port is said and the next one used', async () => {
    const taken: number[] = [];
    const second = await startStaticServer({ siteDir, basePath: '/', port: server.port, onPortTaken: (port) => taken.push(port) });
    assert.deepEqual(taken[0], server.port);
    assert.ok(second.port > server.port);
    await second.close();
  });

  /** Sends a path as it stands; `fetch` would tidy it. */
  function requestRaw(path: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(server.port, 'localhost', () => socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`));
      let answer = '';
      socket.on('data', (chunk) => (answer += chunk.toString('utf8')));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  }
});
