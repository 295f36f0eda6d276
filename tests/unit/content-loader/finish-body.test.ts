import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishBody, readFirstWords } from '../../../src/content-loader/finish-body.ts';

test('citations get their state, and a link only when there is an address', () => {
  const parts = finishBody('<p data-source-text>a <a data-citation="0.1">x</a> <a data-citation="1.0">y</a></p><!--@muc-1 muc-1.d1--></div>', [
    { resolution: { state: 'held', key: 'a/2026/1' }, href: '/b/van-ban/a/2026/1/' },
    { resolution: { state: 'unknown' }, href: null },
  ]);
  assert.deepEqual(parts, [
    { html: '<p data-source-text>a <a data-citation data-state="held" href="/b/van-ban/a/2026/1/">x</a> <a data-citation data-state="unknown">y</a></p>' },
    { anchors: ['muc-1', 'muc-1.d1'] },
    { html: '</div>' },
  ]);
});

test('a citation that the record lacks stops the build', () => {
  assert.throws(() => finishBody('<a data-citation="3.0">x</a>', []), /unexpected citation 3\.0/u);
});

test('first words stand in for a title', () => {
  const html = '<div id="muc-1"><p data-source-text>1. Tiếp tục <b>đẩy</b> mạnh R&amp;D và nhiều từ khác nữa cho dài dòng thêm ra một chút</p></div>';
  assert.equal(readFirstWords(html, 'muc-1', '1.', 30), 'Tiếp tục đẩy mạnh R&D và nhiều…');
  assert.equal(readFirstWords(html, 'muc-9', null), null);
});
