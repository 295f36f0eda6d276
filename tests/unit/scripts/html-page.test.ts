import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lettersAndDigits, readHtmlFragment, readHtmlPage } from '../../../scripts/lib/html-page.ts';

test('ids, addresses and source words are read in order', () => {
  const page = readHtmlPage('<main><p id="a" data-source-text>Số: <b>10</b></p><i>ghi chú</i><a href="/x/#y">x</a><img src="/p.png" srcset="/q.png 2x"><p id="b" data-source-text>ngày &lt;1&gt;</p></main>');
  assert.deepEqual(page.ids, ['a', 'b']);
  assert.deepEqual(page.addresses, ['/x/#y', '/p.png', '/q.png']);
  assert.equal(page.sourceText, 'Số: 10\nngày <1>');
});

test('inline scripts, handlers and styles are found, data is not code', () => {
  const page = readHtmlPage('<script>run()</script><script src="/a.js"></script><script type="application/ld+json">{}</script><p onclick="x()" style="color:red">');
  assert.deepEqual(page.inlineCode, ['run()', 'onclick="x()"', 'style="color:red"']);
});

test('the policy is read from meta', () => {
  assert.equal(readHtmlPage('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">').policy, "default-src 'none'");
  assert.equal(readHtmlPage('<p>').policy, null);
});

test('letters and digits ignore marks, blanks and the way accents are stored', () => {
  assert.equal(lettersAndDigits('Số: 10/LĐLĐ – “ngày”'), 'Số10LĐLĐngày'.normalize('NFC'));
  assert.equal(lettersAndDigits('Số'.normalize('NFD')), lettersAndDigits('Số'));
  assert.equal(readHtmlFragment('<p data-source-text>{process.exit()}</p>').sourceText, '{process.exit()}');
});
