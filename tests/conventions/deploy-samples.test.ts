/** The sample server files send the headers that the local server sends and the tests run under. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { COMMON_HEADERS, contentSecurityPolicy } from '../../scripts/lib/security-headers.ts';

const read = (name: string): string => readFileSync(join(projectDir, 'scripts/deploy', name), 'utf8');

test('nginx.conf', () => {
  const text = read('nginx.conf');
  for (const [name, value] of Object.entries(COMMON_HEADERS)) assert.ok(text.includes(`add_header ${name} "${value}" always;`), name);
  assert.ok(text.includes(`default "${contentSecurityPolicy(false)}";`));
  assert.ok(text.includes(`~/nhung/ "${contentSecurityPolicy(true)}";`));
});

test('_headers', () => {
  const text = read('_headers');
  for (const [name, value] of Object.entries(COMMON_HEADERS)) assert.ok(text.includes(`  ${name}: ${value}\n`), name);
  for (const embeddable of [false, true]) assert.ok(text.includes(`  Content-Security-Policy: ${contentSecurityPolicy(embeddable)}\n`));
});

test('the policy is the strict one', () => {
  assert.match(contentSecurityPolicy(false), /script-src 'self' 'wasm-unsafe-eval';/u);
  assert.doesNotMatch(contentSecurityPolicy(false), /unsafe-inline|'unsafe-eval'|https?:/u);
});
