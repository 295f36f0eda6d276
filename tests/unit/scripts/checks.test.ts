import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findLoops } from '../../../scripts/lib/checks/check-basis-loops.ts';
import { checkLinks } from '../../../scripts/lib/checks/check-links.ts';
import { describeDifference } from '../../../scripts/lib/checks/check-sources.ts';

test('loops are found once, from their smallest key', () => {
  assert.deepEqual(findLoops(new Map([['b', ['c']], ['c', ['a']], ['a', ['b']], ['d', ['a']]])), [['a', 'b', 'c']]);
  assert.deepEqual(findLoops(new Map([['a', ['a']]])), [['a']]);
});

test('two ways to one basis are no loop', () => {
  assert.deepEqual(findLoops(new Map([['a', ['b', 'c']], ['b', ['d']], ['c', ['d']], ['d', []]])), []);
});

test('a long chain does not overflow the stack', () => {
  assert.deepEqual(findLoops(new Map(Array.from({ length: 20_000 }, (_, index) => [String(index), [String(index + 1)]]))), []);
});

test('dead links and dead anchors are found, live ones are not', () => {
  const site = makeSite({
    'index.html': '<a href="/u/a/">1</a><a href="/u/a/#here">2</a><a href="/u/missing/">3</a><a href="/u/a/#gone">4</a><a href="/elsewhere/">5</a><a href="https://other.example/">6</a><a href="#top">7</a><p id="top"><a href="mailto:x@y.vn">8</a>',
    'a/index.html': '<p id="here"><a href="../">up</a><a href="/u/a">no slash</a>',
  });
  const found = checkLinks(site, '/u/', 'https://union.example.vn').map(({ place, message }) => `${place} ${/"(.*)"/u.exec(message)?.[1]}`);
  assert.deepEqual(found, ['a/index.html /u/a', 'index.html /u/missing/', 'index.html /u/a/#gone', 'index.html /elsewhere/']);
});

test('an absolute address of the site itself is checked like any other', () => {
  const site = makeSite({ 'index.html': '<link rel="canonical" href="https://union.example.vn/u/gone/">' });
  assert.equal(checkLinks(site, '/u/', 'https://union.example.vn').length, 1);
});

test('the first difference between source and document is shown', () => {
  assert.match(describeDifference('Số10LĐLĐngày1', 'Số10LĐLngày1'), /ký tự thứ 8: thấy "Số10LĐLngày1", cần "Số10LĐLĐngày1"/u);
});

function makeSite(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'site-'));
  for (const [path, html] of Object.entries(files)) {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), html);
  }
  return dir;
}
