/** A second union's site: other content folder, other `site.json`, other base path, the same code. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { checkLinks } from '../../scripts/lib/checks/check-links.ts';
import { attributeOf, readHtmlPage, textOf } from '../../scripts/lib/html-page.ts';
import type { HeldDocument } from '../../scripts/lib/read-corpus.ts';
import { readSearchPage } from '../../src/search/index/read-page.ts';
import { assertSourceWords, documentPage, heldDocuments } from '../support/documents.ts';
import { builtSite, listPages, readPage, type BuiltSite } from '../support/site.ts';

describe('a second union', () => {
  let site: BuiltSite;
  let documents: HeldDocument[];
  before(async () => {
    site = await builtSite('second-union');
    documents = heldDocuments(site);
  });

  test('has its own documents and none of ours', () => {
    assert.equal(documents.length, 2);
    assert.ok(documents.every(({ key }) => /khanh-hoa/u.test(key)), documents.map(({ key }) => key).join(' '));
    assert.ok(!existsSync(join(site.dir, 'van-ban', 'ldld-hung-yen')));
  });

  test('prints the words of its sources', () => {
    for (const document of documents) assertSourceWords(site, document);
  });

  test('carries its own name and address on every page, and not ours', () => {
    for (const path of listPages(site)) {
      const page = readHtmlPage(readPage(site, path));
      const title = page.elements.filter(({ tagName }) => tagName === 'title').map(textOf).join('');
      assert.doesNotMatch(title, /Căn Cứ$/u, path);
      const canonical = page.elements.find((element) => attributeOf(element, 'rel') === 'canonical');
      if (canonical) assert.ok(attributeOf(canonical, 'href')?.startsWith('https://congdoan-cang.example.vn/van-ban-cong-doan/'), path);
    }
    assert.match(readPage(site, 'index.html'), /Công đoàn Cảng Mẫu/u);
  });

  test('stands under its sub-path without a dead link', () => {
    assert.deepEqual(checkLinks(site.dir, site.basePath, site.siteUrl).map(({ place, message }) => `${place}: ${message}`), []);
    const links = readHtmlPage(readPage(site, 'index.html')).addresses.filter((address) => address.startsWith('/'));
    assert.ok(links.length > 0 && links.every((address) => address.startsWith('/van-ban-cong-doan/')), links.join(' '));
  });

  test('shows a corrected place in both texts, and lets the search know both', () => {
    const plan = documents.find(({ record }) => record.corrections.length > 0);
    const html = readPage(site, `van-ban/${plan?.key}/index.html`);
    assert.match(html, />đoàn viên khó khăn<\/span><ins data-to="đoàn viên có hoàn cảnh khó khăn"><\/ins>/u);
    const searched = readSearchPage(html);
    assert.ok(searched?.paragraphs.some(({ text }) => text === 'a) Thăm hỏi đoàn viên khó khăn.'), JSON.stringify(searched?.paragraphs));
    assert.deepEqual(searched?.corrected, ['a) Thăm hỏi đoàn viên có hoàn cảnh khó khăn.']);
  });

  test('leads its letter to its plan, and the plan to a resolution that it does not hold', () => {
    const letter = documents.find(({ record }) => record.file === 'cong-van-dang-ky.txt');
    const plan = documents.find(({ record }) => record.file === 'ke-hoach-thang-cong-nhan.txt');
    assert.ok(letter && plan);
    const links = (key: string): (string | null)[][] => documentPage(site, key).elements.filter((element) => attributeOf(element, 'data-citation') !== null).map((element) => [attributeOf(element, 'data-state'), attributeOf(element, 'href')]);
    assert.deepEqual(links(letter.key)[0], ['held', `/van-ban-cong-doan/van-ban/${plan.key}/`]);
    assert.deepEqual(links(plan.key)[0], ['cited', '/van-ban-cong-doan/van-ban/bo-chinh-tri/2021/2-nq-tw/']);
  });
});
