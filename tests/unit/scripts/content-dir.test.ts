import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { basePath, contentDir, outDir, projectDir, resolveContentPath, siteUrl } from '../../../scripts/lib/content-dir.ts';

test('folders are the repository\'s own unless the environment names others', () => {
  assert.equal(contentDir({}), join(projectDir, 'content'));
  assert.equal(outDir({}), join(projectDir, 'dist'));
  assert.equal(contentDir({ CONTENT_DIR: '/srv/union' }), '/srv/union');
  assert.equal(outDir({ OUT_DIR: 'out' }), join(process.cwd(), 'out'));
});

test('a base path begins and ends with one slash, however it is written', () => {
  for (const written of ['/van-ban-cong-doan/', 'van-ban-cong-doan', '/van-ban-cong-doan', '//van-ban-cong-doan//']) assert.equal(basePath({ BASE_PATH: written }), '/van-ban-cong-doan/');
  assert.equal(basePath({}), '/');
  assert.equal(basePath({ BASE_PATH: '' }), '/');
  assert.equal(basePath({ BASE_PATH: '/' }), '/');
});

test('the address comes from the environment, then from site.json', () => {
  assert.equal(siteUrl({ SITE_URL: 'https://union.example.vn/' }), 'https://union.example.vn');
  assert.match(siteUrl({}), /^https?:\/\/[^/]+$/u);
});

test('a content folder borrows registry, pages and site.json, never documents, sources or the ledger', () => {
  const content = mkdtempSync(join(tmpdir(), 'content-'));
  for (const part of ['registry', 'pages', 'site.json', 'registry/organs.json']) assert.equal(resolveContentPath(part, content), join(projectDir, 'content', part));
  for (const part of ['documents', 'sources', 'permalinks', 'corrections']) assert.equal(resolveContentPath(part, content), join(content, part));
  mkdirSync(join(content, 'registry'));
  writeFileSync(join(content, 'registry', 'organs.json'), '[]');
  assert.equal(resolveContentPath('registry/organs.json', content), join(content, 'registry/organs.json'));
  assert.equal(resolveContentPath('registry/provinces.json', content), join(projectDir, 'content/registry/provinces.json'));
});
