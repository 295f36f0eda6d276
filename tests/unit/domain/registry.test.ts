/** The registry is complete, and every pattern and example in it earns its place. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { stringifySorted } from '../../../scripts/lib/stringify-sorted.ts';
import { createIssuerIdentifier } from '../../../src/domain/issuer-identity.ts';
import { foldVietnamese } from '../../../src/domain/vietnamese.ts';

const registry = loadRegistry('content');
const identifyIssuer = createIssuerIdentifier(registry);

/** Nghị định 30/2020/NĐ-CP, Điều 7. */
const STATE_TYPES = ['Nghị quyết', 'Quyết định', 'Chỉ thị', 'Quy chế', 'Quy định', 'Thông cáo', 'Thông báo', 'Hướng dẫn', 'Chương trình', 'Kế hoạch', 'Phương án', 'Đề án', 'Dự án', 'Báo cáo', 'Biên bản', 'Tờ trình', 'Hợp đồng', 'Công văn', 'Công điện', 'Bản ghi nhớ', 'Bản thỏa thuận', 'Giấy ủy quyền', 'Giấy mời', 'Giấy giới thiệu', 'Giấy nghỉ phép', 'Phiếu gửi', 'Phiếu chuyển', 'Phiếu báo', 'Thư công'];
/** Quy định 399-QĐ/TW. */
const PARTY_TYPES = ['Cương lĩnh chính trị', 'Điều lệ', 'Chiến lược', 'Nghị quyết', 'Quyết định', 'Chỉ thị', 'Kết luận', 'Quy chế', 'Quy định', 'Thông tri', 'Hướng dẫn', 'Thông báo', 'Thông cáo', 'Tuyên bố', 'Lời kêu gọi', 'Báo cáo', 'Kế hoạch', 'Quy hoạch', 'Chương trình', 'Đề án', 'Phương án', 'Dự án', 'Tờ trình', 'Công văn', 'Biên bản'];
const LEGAL_TYPES = ['Hiến pháp', 'Bộ luật', 'Luật', 'Pháp lệnh', 'Lệnh', 'Sắc lệnh', 'Nghị định', 'Thông tư', 'Thông tư liên tịch', 'Nghị quyết liên tịch', 'Văn bản hợp nhất'];

test('all 29 state, 25 Party and the legal types are there', () => {
  const names = new Set(registry.documentTypes.map((row) => row.name));
  deepEqual([STATE_TYPES.length, PARTY_TYPES.length], [29, 25]);
  deepEqual([...STATE_TYPES, ...PARTY_TYPES, ...LEGAL_TYPES].filter((name) => !names.has(name)), []);
  for (const name of STATE_TYPES) ok(registry.documentTypes.some((row) => row.name === name && row.systems.includes('state')), `${name} is a state type`);
  for (const name of PARTY_TYPES) ok(registry.documentTypes.some((row) => row.name === name && row.systems.includes('party')), `${name} is a Party type`);
});

test('names of types and ids of organs are unique', () => {
  for (const values of [registry.documentTypes.map((row) => row.name), [...registry.organs, ...registry.organTypes].map((row) => row.id), registry.regulations.map((row) => row.id), registry.provinces.map((row) => row.oldName)]) {
    equal(new Set(values).size, values.length);
  }
});

test('each example of a document type shows the type or a variation, and each variation is shown', () => {
  for (const row of registry.documentTypes) {
    const spellings = [row.name, ...row.variations];
    for (const example of row.examples) ok(spellings.some((text) => example.includes(text)), `${row.name}: ${example}`);
    for (const text of spellings) ok(row.examples.some((example) => example.includes(text)) || !text.includes(' '), `${row.name}: no example of ${text}`);
  }
});

test('each example of a kind of organ is recognised as it, and each variation has an example', () => {
  for (const row of registry.organTypes) {
    ok(row.examples.length > 0, `${row.id} has an example`);
    for (const example of row.examples) {
      const id = identifyIssuer({ name: example, date: '2026-06-01' })?.id ?? '';
      ok(id === row.id || id.startsWith(`${row.id}-`), `${row.id}: ${example} -> ${id}`);
    }
    for (const text of [row.name, ...row.variations]) {
      ok(row.examples.some((example) => foldVietnamese(example).includes(foldVietnamese(text))) || identifyIssuer({ name: text })?.id.startsWith(row.id), `${row.id}: no example of ${text}`);
    }
  }
});

test('each name and variation of a certain organ is recognised as it, at a date of its life', () => {
  for (const row of registry.organs) {
    for (const name of [row.name, ...row.variations]) {
      equal(identifyIssuer({ name, date: row.validFrom ?? row.validTo ?? null })?.id, row.id, name);
    }
  }
});

test('each successor and parent exists', () => {
  const ids = new Set(registry.organs.map((row) => row.id));
  for (const row of registry.organs) for (const id of [row.parent, row.successor]) ok(id === null || ids.has(id), `${row.id} -> ${id}`);
  const regulations = new Set(registry.regulations.map((row) => row.id));
  for (const row of registry.regulations) ok(row.replacedBy === null || regulations.has(row.replacedBy), row.id);
});

test('63 provinces became 34, 52 of them by merging', () => {
  equal(registry.provinces.length, 63);
  equal(new Set(registry.provinces.map((row) => row.newName)).size, 34);
  equal(registry.provinces.filter((row) => row.merged).length, 52);
});

test('tables are key-sorted and end with a newline', () => {
  for (const file of readdirSync('content/registry').filter((name) => name.endsWith('.json'))) {
    const text = readFileSync(`content/registry/${file}`, 'utf8');
    equal(text, stringifySorted(JSON.parse(text)), file);
  }
});
