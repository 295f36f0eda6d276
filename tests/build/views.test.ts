/** The views over our own five dispatches as a reader finds them. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { attributeOf, readHtmlPage, textOf } from '../../scripts/lib/html-page.ts';
import { builtSite, listPages, readPage, type BuiltSite } from '../support/site.ts';

/** No page of lists may weigh more, however large the corpus; with five dispatches far less. */
const HEAVIEST = 60_000;
const LETTER_74 = 'van-ban/ldld-hung-yen/2026/74-ldld-ctcd';
const PLAN_146 = 'van-ban/ldld-hung-yen-cu/2025/146-kh-ldld';

describe('views', () => {
  let site: BuiltSite;
  before(async () => {
    site = await builtSite('main');
  });
  const words = (path: string): string => readHtmlPage(readPage(site, `${path}/index.html`)).elements.filter(({ tagName }) => tagName === 'main').map(textOf).join(' ').replace(/\s+/gu, ' ');
  const hrefs = (path: string): string[] => readHtmlPage(readPage(site, `${path}/index.html`)).elements.filter(({ tagName }) => tagName === 'a').map((element) => attributeOf(element, 'href') ?? '');

  test('warn of the basis dated after the letter that rests on it: on its page, in its chain, among the warnings', () => {
    assert.match(words(LETTER_74), /1752\/TLĐ-QHLĐ[^.]*19\/3\/2026/u);
    assert.match(words(`${LETTER_74}/chuoi`), /Căn cứ ghi ngày sau ngày của văn bản dựa vào nó/u);
    for (const path of [LETTER_74, 'canh-bao']) assert.ok(hrefs(path).some((href) => href.endsWith('/quy-tac/citation-after-issue-date/')), path);
    assert.ok(hrefs('canh-bao').some((href) => href.startsWith(`/${LETTER_74}/`)));
  });

  test('warn of the stages of the plan that overlap, and lead to both places', () => {
    for (const path of [PLAN_146, 'canh-bao']) assert.ok(hrefs(path).some((href) => href.endsWith('/quy-tac/overlapping-period/')), path);
    const places = new Set(hrefs('canh-bao').filter((href) => href.startsWith(`/${PLAN_146}/#`)));
    assert.ok(places.size >= 2, [...places].join(' '));
  });

  test('lead every order, goal and milestone to its clause', () => {
    for (const path of ['nhiem-vu', 'nhiem-vu/thoi-han', 'chi-tieu', 'dong-thoi-gian', 'co-quan/nhom/cong-doan-co-so']) {
      const rows = readHtmlPage(readPage(site, `${path}/index.html`)).elements.filter((element) => element.tagName === 'a' && /#(?:muc|dieu|mo-dau)/u.test(attributeOf(element, 'href') ?? ''));
      assert.ok(rows.length > 0, path);
    }
  });

  test('give every order once in the files by issuer and year, which the index names', () => {
    const whole = JSON.parse(readPage(site, 'nhiem-vu/nhiem-vu.json')) as { dia_chi: string }[];
    const index = JSON.parse(readPage(site, 'nhiem-vu/muc-luc.json')) as { tat_ca: { json: string; csv: string; so_viec: number }; theo_co_quan: { ma_co_quan: string; nam: string; so_viec: number; json: string }[] };
    const read = (address: string): string => readPage(site, new URL(address).pathname.slice(site.basePath.length));
    assert.equal(index.tat_ca.so_viec, whole.length);
    assert.equal(read(index.tat_ca.json), readPage(site, 'nhiem-vu/nhiem-vu.json'));
    assert.ok(read(index.tat_ca.csv).length > 0 && index.theo_co_quan.length === 4);
    const parts = index.theo_co_quan.flatMap(({ ma_co_quan: issuer, nam: year, so_viec: count, json }) => {
      const rows = JSON.parse(read(json)) as typeof whole;
      assert.equal(rows.length, count, json);
      for (const row of rows) assert.ok(row.dia_chi.includes(`/van-ban/${issuer}/${year}/`), row.dia_chi);
      return rows;
    });
    const sorted = (rows: typeof whole): string[] => rows.map((row) => JSON.stringify(row)).sort();
    assert.deepEqual(sorted(parts), sorted(whole));
  });

  test('put the orders to the grassroots unions of three senders on one page, and name no organ that no paper names', () => {
    const text = words('co-quan/nhom/cong-doan-co-so');
    for (const number of ['10/LĐLĐ-CTCĐ', '74/LĐLĐ-CTCD', '300/LĐLĐ']) assert.ok(text.includes(number), number);
    assert.ok(!text.includes('Cơ quan trong kho thuộc nhóm'));
  });

  test('weigh little', () => {
    const heavy = listPages(site).map((path) => ({ path, size: gzipSync(readPage(site, path)).length })).filter(({ path, size }) => size > HEAVIEST && !path.startsWith('van-ban/'));
    assert.deepEqual(heavy, []);
  });
});
