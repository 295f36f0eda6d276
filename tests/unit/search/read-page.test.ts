import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pagefindCopy } from '../../../src/search/index/pagefind-copy.ts';
import { readSearchPage } from '../../../src/search/index/read-page.ts';
import { restoreText } from '../../../src/search/text/pagefind-text.ts';

const PAGE = `<!doctype html><html><head><title>x</title><script>"<p data-source-text>no</p>"</script></head><body><nav><a href="/">Trang đầu</a></nav>
<article data-document-key="a/2026/1-cv" data-held="true" data-number="1-CV" data-date="2026-01-02" data-topics="so|Chuyển đổi số"><h1>Công văn số <span>1-CV</span></h1>
<aside><h2>Căn cứ</h2></aside>
<div id="dau.so"><p data-source-text>Số: 1-CV</p><a href="#dau.so">¶</a></div>
<div id="muc-1"><div id="muc-1.d1"><p data-source-text><b>1.</b> Đẩy mạnh <mark data-correction="chuyển đổi số">chuyên đổi số</mark> &amp; R&lt;D&gt;</p><a class="pin">liên kết</a></div></div>
<table id="muc-1.b1"><tr id="muc-1.b1.r1"><td data-source-text>ô một</td><td data-source-text>ô hai</td></tr></table></article><footer>chân trang</footer></body></html>`;

describe('a page read for indexing', () => {
  const page = readSearchPage(PAGE);

  test('gives facts, title and the words of the document alone', () => {
    assert.equal(page?.title, 'Công văn số 1-CV');
    assert.equal(page?.number, '1-CV');
    assert.equal(page?.held, true);
    assert.deepEqual(page?.topics, [['so', 'Chuyển đổi số']]);
    assert.deepEqual(page?.paragraphs.map(({ anchor, text }) => [anchor, text]), [
      ['dau.so', 'Số: 1-CV'],
      ['muc-1.d1', '1. Đẩy mạnh chuyên đổi số & R<D>'],
      ['muc-1.b1.r1', 'ô một'],
      ['muc-1.b1.r1', 'ô hai'],
    ]);
  });

  test('keeps the corrected layer beside the printed one', () => {
    assert.deepEqual(page?.corrected, ['1. Đẩy mạnh chuyển đổi số & R<D>']);
  });

  test('a page of no document is none', () => assert.equal(readSearchPage('<html><body><h1>Trang đầu</h1></body></html>'), null));

  test('the copy for Pagefind holds an anchor for every paragraph and the same words', () => {
    assert.ok(page);
    const copy = pagefindCopy(page);
    for (const id of ['dau.so', 'muc-1.d1', 'muc-1.b1.r1']) assert.equal(copy.split(`id="${id}"`).length, 2);
    assert.ok(restoreText(copy).includes('chuyên đổi số'));
    assert.ok(copy.includes('data-pagefind-sort="ngay:2026-01-02"'));
  });
});
