import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody } from '../../../src/content-loader/compile-body.ts';

const compile = (body: string): string => compileBody(body, 'test.mdx');

test('a paragraph carries its anchor and its words in one leaf', () => {
  assert.equal(
    compile('<Para anchor="muc-1.d1">\n  <Label>1.</Label> Thực hiện <Cite n="0" m="2" doc="a/2024/57-nq-tw">Nghị quyết số 57-NQ/TW</Cite>.\n</Para>\n'),
    '<div id="muc-1.d1" class="provision"><p data-source-text>1. Thực hiện <a data-citation="0.2">Nghị quyết số <span class="nowrap">57-NQ/TW</span></a>.</p><!--@muc-1.d1--></div>',
  );
});

test('regions of the head share one box, in the order of the source', () => {
  const html = compile('<Region anchor="dau.so" kind="number">\n  <Line>\n    Số: 1\n  </Line>\n</Region>\n\n<Region anchor="dau.ten-loai" kind="type">\n  <Line>\n    KẾ HOẠCH\n  </Line>\n</Region>\n');
  assert.match(html, /^<div class="letterhead letterhead-named"><div id="dau\.so".*Số: 1.*KẾ HOẠCH.*<\/div><\/div>$/u);
});

test('heading levels follow the clauses that have a heading', () => {
  const html = compile('<Clause anchor="muc-i" kind="section" label="I." depth="1">\n  <Heading>\n    I. MỤC ĐÍCH\n  </Heading>\n\n  <Clause anchor="muc-i.1" kind="item" label="1." depth="2">\n    <Heading>\n      1\\. Yêu cầu\n    </Heading>\n  </Clause>\n</Clause>\n');
  assert.match(html, /<h2 data-source-text>I\. MỤC ĐÍCH<\/h2>/u);
  assert.match(html, /<h3 data-source-text>1\. Yêu cầu<\/h3>/u);
});

test('letters that look like markup come out as letters', () => {
  const html = compile('<Para>\n  \\{process.exit()} \\<script> &lt;/p> \\*x\\* \\<https://a.vn> R&amp;D -- "q" \\[a]\\(b) www.a.vn\n</Para>\n');
  assert.ok(html.includes('{process.exit()} &lt;script&gt; &lt;/p&gt; *x* &lt;https://a.vn&gt; R&amp;D -- "q" [a](b) www.a.vn'), html);
  assert.ok(!html.includes('<a '), 'a bare address must not become a link');
});

test('the blank between two elements alone on a line is kept, and none is added', () => {
  assert.match(compile('<Line>\n  <b>ỦY BAN</b> <b>XÃ</b>\n</Line>\n'), /<b>ỦY BAN<\/b> <b>XÃ<\/b>/u);
  assert.match(compile('<Line>\n  <b>ỦY BAN</b><i>XÃ</i>\n</Line>\n'), /<b>ỦY BAN<\/b><i>XÃ<\/i>/u);
});

test('table rows carry ids and their cells are leaves', () => {
  const html = compile('<Table anchor="muc-1.b1">\n  | TT | Nội dung |\n  | - | - |\n  | 1 | a \\| b |\n</Table>\n');
  assert.match(html, /<tr><th data-source-text>TT<\/th>/u);
  assert.match(html, /<tr id="muc-1\.b1\.r1"><td data-source-text>1<\/td><td data-source-text>a \| b<\/td>/u);
});

test('an item without a heading shares the place of its first paragraph', () => {
  const html = compile('<Clause anchor="muc-1" kind="item" label="1." depth="1">\n  <Para anchor="muc-1.d1">\n    1\\. a\n  </Para>\n\n  <Para anchor="muc-1.d2">\n    b\n  </Para>\n</Clause>\n');
  assert.deepEqual(html.match(/<!--.*?-->/gu), ['<!--@muc-1 muc-1.d1-->', '<!--@muc-1.d2-->']);
  assert.ok(html.includes('id="muc-1"') && html.includes('id="muc-1.d1"'), 'both addresses stay');
});

test('corrected words stand beside the words of the source, never among them', () => {
  const html = compile('<Para>\n  Đẩy mạnh <Mark to="chuyển &quot;đổi" n="0">chuyên đổi</Mark> số\n</Para>\n');
  assert.match(html, /<p data-source-text>Đẩy mạnh <span class="correction" data-correction="chuyển &quot;đổi">chuyên đổi<\/span><ins data-to="chuyển &quot;đổi"><\/ins> số<\/p>/u);
});

const hostile: Readonly<Record<string, string>> = {
  'an expression in text': '<Para>\n  a {1 + 1}\n</Para>\n',
  'an expression alone': '{process.exit()}\n',
  'a comment expression': '{/* x */}\n',
  'an import': 'import x from "y"\n',
  'an export': 'export const a = 1\n',
  'an element of HTML': '<script>alert(1)</script>\n',
  'an unknown component': '<Danger>\n  x\n</Danger>\n',
  'an unknown attribute': '<Para onclick="x">\n  a\n</Para>\n',
  'an expression in an attribute': '<Para anchor={1}>\n  a\n</Para>\n',
  'a spread attribute': '<Para {...x}>\n  a\n</Para>\n',
  'a link': '<Para>\n  [a](javascript:alert)\n</Para>\n',
  'an image': '<Para>\n  ![a](b)\n</Para>\n',
  'code': '<Para>\n  `a`\n</Para>\n',
  'a Markdown list': '- a\n',
  'a Markdown heading': '# a\n',
  'words outside of any element': 'a\n',
  'a comment of HTML': '<!-- a -->\n',
  'an element left open': '<Para>\n',
  'an anchor with other letters': '<Para anchor="a--> b">\n  a\n</Para>\n',
  'a kind with other letters': '<Region kind="a b">\n  <Line>a</Line>\n</Region>\n',
  'a citation without numbers': '<Para>\n  <Cite n="x" m="0">a</Cite>\n</Para>\n',
};
for (const [name, body] of Object.entries(hostile)) {
  test(`stops at ${name}`, () => {
    assert.throws(() => compile(body), /compileBody: .*test\.mdx|unexpected anchor/u);
  });
}
