import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { readCorpusTables } from '../../../src/content-loader/read-tables.ts';
import { collectOrganDuties } from '../../../src/corpus/duties/organ-duties.ts';
import { collectRows } from '../../../src/corpus/duties/collect-rows.ts';
import { createGroupReader } from '../../../src/corpus/duties/read-groups.ts';
import { buildCorpus } from '../../../src/corpus/graph/build-corpus.ts';
import { createOrganPlaces } from '../../../src/corpus/graph/organ-level.ts';
import { directiveSchema, type DocumentRecord } from '../../../src/domain/record.ts';
import { cites, held } from './builders.ts';

const registry = loadRegistry();
const { organGroups } = readCorpusTables();
const groupsOf = createGroupReader(organGroups);
const asks = (text: string, addressee: string | null = null) => directiveSchema.parse({ anchor: 'muc-1.d1', line: 4, text, actor: null, addressee, modality: null, kind: 'operative', deadline: null, period: null, frequency: null });
const named = (key: string, name: string, date: string, fields: Partial<DocumentRecord> = {}): DocumentRecord => held(key, date, { issuer: { id: key.split('/')[0] ?? '', name }, ...fields });

describe('groups of organs', () => {
  test('are read from the words that name all of them', () => {
    const table: readonly (readonly [string, readonly string[]])[] = [
      ['Các Ban Liên đoàn Lao động tỉnh; Các công đoàn cơ sở trực thuộc Liên đoàn Lao động tỉnh', ['cong-doan-co-so']],
      ['Các CĐCS', ['cong-doan-co-so']],
      ['công đoàn cấp trên cơ sở', ['cong-doan-cap-tren-co-so']],
      ['các cấp Công đoàn tỉnh Hưng Yên', ['cac-cap-cong-doan']],
      ['Liên đoàn Lao động các huyện, thị xã, thành phố, Công đoàn ngành, Công đoàn các KCN tỉnh', ['lien-doan-lao-dong-huyen', 'cong-doan-nganh']],
      ['Các sở, ban, ngành, UBND các xã, phường', ['ubnd-xa', 'so-ban-nganh']],
      ['ỦY BAN NHÂN DÂN CÁC TỈNH, THÀNH PHỐ', ['ubnd-tinh']],
    ];
    for (const [name, expected] of table) assert.deepEqual(groupsOf(name), expected, name);
  });

  test('are not read from one organ, from whose they are, or from like words', () => {
    for (const name of ['Công đoàn cơ sở Công ty May Hưng Yên', 'Liên đoàn Lao động huyện Dương Minh Châu', 'Các ban thuộc các sở', 'các bộ phận chuyên môn', 'UBND tỉnh, Sở Tài chính', 'Các Sở Tài chính', 'Liên đoàn Lao động tỉnh']) assert.deepEqual(groupsOf(name), [], name);
  });
});

describe('orders of organs', () => {
  const province = 'ldld-tay-ninh-cu/2025/5-kh-ldld';
  const plan = named(province, 'Liên đoàn Lao động tỉnh Tây Ninh', '2025-03-01', { addressees: ['Liên đoàn Lao động các huyện, thị xã, thành phố'], directives: [asks('Tổ chức học tập.'), asks('Báo cáo.', 'Liên đoàn Lao động huyện Dương Minh Châu')] });
  const later = named('ldld-tay-ninh/2026/6-kh-ldld', 'Liên đoàn Lao động tỉnh Tây Ninh', '2026-03-01', { addressees: ['Liên đoàn Lao động các huyện, thị xã, thành phố'], directives: [asks('Rà soát.')] });
  const district = named('ldld-huyen-duong-minh-chau/2025/7-ldld', 'Liên đoàn Lao động huyện Dương Minh Châu', '2025-04-01', { citations: [cites(province, '5/KH-LĐLĐ', 'implements', { date: '2025-03-01' })] });
  const stranger = named('ldld-huyen-khoai-chau/2025/8-ldld', 'Liên đoàn Lao động huyện Khoái Châu', '2025-04-01');
  const central = named('tldldvn/2025/9-hd-tld', 'Tổng Liên đoàn Lao động Việt Nam', '2025-05-01', { addressees: ['Liên đoàn Lao động các tỉnh, thành phố'], directives: [asks('Triển khai.')] });
  const records = [plan, later, district, stranger, central];
  const corpus = buildCorpus(records, registry);
  const rows = collectRows(corpus, (key) => records.find((record) => record.key === key) ?? plan, () => []);
  const { named: byName, member, groups } = collectOrganDuties(corpus, rows.duties, organGroups, createOrganPlaces(registry), registry);
  const memberOf = (id: string): string[] => (member.get(id) ?? []).map(({ group, sender, reason, count }) => `${group.id} ${sender.id} ${reason} ${count}`);

  test('come by name only to the organ that is named', () => {
    assert.deepEqual(byName.get('ldld-huyen-duong-minh-chau')?.map(({ duty }) => duty.text), ['Báo cáo.']);
    assert.equal(byName.has('ldld-huyen-khoai-chau'), false);
  });

  test('come to a member whose own paper rests on the sender, and to no organ by its kind alone', () => {
    assert.deepEqual(memberOf('ldld-huyen-duong-minh-chau'), ['lien-doan-lao-dong-huyen ldld-tay-ninh-cu basis 1']);
    assert.deepEqual(memberOf('ldld-huyen-khoai-chau'), []);
  });

  test('of the centre come to the organs that stood on the day', () => {
    assert.deepEqual(memberOf('ldld-tay-ninh-cu'), ['lien-doan-lao-dong-tinh tldldvn country 1']);
    assert.deepEqual(memberOf('ldld-tay-ninh'), [], 'of the merged province, which did not stand yet');
  });

  test('stand on the page of the group with all who sent them', () => {
    const group = groups.find((candidate) => candidate.group.id === 'lien-doan-lao-dong-huyen');
    assert.deepEqual(group?.addressed.map(({ key }) => key), [later.key, plan.key]);
    assert.deepEqual(group?.duties.map(({ duty }) => duty.text), ['Rà soát.', 'Tổ chức học tập.']);
    assert.deepEqual(group?.members, ['ldld-huyen-duong-minh-chau']);
  });
});
