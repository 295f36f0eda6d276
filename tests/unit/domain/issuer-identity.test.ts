/** Issuers as printed, and the organ each one means. */
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { createIssuerIdentifier, type IssuerClue } from '../../../src/domain/issuer-identity.ts';

const registry = loadRegistry('content');
const identifyIssuer = createIssuerIdentifier(registry);

const province = { id: 'ldld-hung-yen', name: 'Liên đoàn Lao động tỉnh Hưng Yên', place: 'Hưng Yên' };
const district = { id: 'ldld-huyen-duong-minh-chau', name: 'Liên đoàn Lao động huyện Dương Minh Châu', place: 'Huyện DMC' };
const commune = { id: 'ubnd-xa-ea-knop', name: 'Ủy ban nhân dân xã Ea Knốp', place: 'Ea Knốp' };
const capital = { id: 'ubnd-thanh-pho-ha-noi', name: 'Ủy ban nhân dân thành phố Hà Nội', place: 'Hà Nội' };
const police = { id: 'bo-cong-an', name: 'Bộ Công an', place: 'Hà Nội' };
const named = (name: string, date: string | null = null): IssuerClue => ({ name, date });

/** [what it shows, clue, id, full name when it matters] */
const rows: readonly (readonly [string, IssuerClue, string | null, string?])[] = [
  // Party, centre
  ['Politburo', named('Bộ Chính trị'), 'bo-chinh-tri', 'Bộ Chính trị'],
  ['Politburo in capitals', named('BỘ CHÍNH TRỊ'), 'bo-chinh-tri'],
  ['Politburo with term', named('Bộ Chính trị khóa XIII'), 'bo-chinh-tri'],
  ['Secretariat', named('Ban Bí thư'), 'ban-bi-thu', 'Ban Bí thư Trung ương Đảng'],
  ['Secretariat, whole name', named('Ban Bí thư Trung ương Đảng (khóa XII)'), 'ban-bi-thu'],
  ['standing Secretariat', named('Thường trực Ban Bí thư'), 'ban-bi-thu'],
  ['Central Committee', named('Ban Chấp hành Trung ương Đảng khóa XIII'), 'bch-tw'],
  ['Central Committee, abbreviated', named('BCH TW Đảng'), 'bch-tw'],
  ['Central Committee with T.Ư', named('Ban Chấp hành T.Ư Đảng khóa XII'), 'bch-tw'],
  ['Central Committee with TƯ', named('BCH TƯ Đảng'), 'bch-tw'],
  ['centre, unsaid which', named('Trung ương'), 'tw'],
  ['Central Party Office', named('Văn phòng Trung ương Đảng'), 'vptw'],
  ['board since 2025', named('Ban Tuyên giáo và Dân vận Trung ương'), 'btgdvtw'],
  ['board until 2025', named('Ban Tuyên giáo Trung ương'), 'btgtw'],
  ['Party group of the Confederation', named('Đảng đoàn Tổng Liên đoàn', '2025-01-20'), 'dang-doan-tldldvn'],
  ['Party group, brackets', named('Đảng đoàn Tổng Liên đoàn (Lao động Việt Nam)'), 'dang-doan-tldldvn'],
  // State, centre
  ['Prime Minister', named('Thủ tướng Chính phủ'), 'thu-tuong'],
  ['deputy Prime Minister signs for him', named('Phó Thủ tướng Chính phủ'), 'thu-tuong'],
  ['Government', named('Chính phủ'), 'chinh-phu'],
  ['Government, title leaked in', named('Chính phủ quy định chi tiết'), 'chinh-phu'],
  ['Assembly', named('Quốc hội'), 'quoc-hoi'],
  ['Standing Committee', named('Ủy ban Thường vụ Quốc hội'), 'ubtvqh'],
  ['President', named('Chủ tịch nước'), 'chu-tich-nuoc'],
  ['minister for ministry', named('Bộ trưởng Bộ Công an'), 'bo-cong-an'],
  ['ministry before the merger of 1/3/2025', named('Bộ Tài chính', '2020-06-01'), 'bo-tai-chinh-cu'],
  ['ministry after it', named('Bộ Tài chính', '2025-11-17'), 'bo-tai-chinh'],
  ['ministry, no date: the present one', named('Bộ Tài chính'), 'bo-tai-chinh'],
  ['ended ministry, other punctuation', named('Bộ Lao động Thương binh và Xã hội'), 'bo-ldtbxh'],
  ['ended ministry, abbreviated', named('Bộ LĐTBXH'), 'bo-ldtbxh'],
  ['new ministry', named('Bộ Nông nghiệp và Môi trường'), 'bo-nong-nghiep-moi-truong'],
  ['ministry in capitals', named('BỘ GIÁO DỤC VÀ ĐÀO TẠO'), 'bo-giao-duc-dao-tao'],
  ['ministry, style B', named('Bộ Văn hoá, Thể thao và Du lịch'), 'bo-vhttdl'],
  ['Government Office', named('Văn phòng Chính phủ'), 'vpcp'],
  ['tax department', named('Cục Thuế'), 'cuc-thue'],
  ['joint ministries: the first', named('Bộ Nội vụ - Bộ Tài chính', '2014-01-01'), 'bo-noi-vu-cu'],
  // Union
  ['Confederation', named('Tổng Liên đoàn Lao động Việt Nam'), 'tldldvn'],
  ['its presidium', named('Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam'), 'tldldvn', 'Tổng Liên đoàn Lao động Việt Nam'],
  ['Confederation, abbreviated', named('Tổng LĐLĐ VN'), 'tldldvn'],
  ['board of it, Đ lost in a scan', named('Ban QHLD TLD'), 'ban-qhld-tldldvn'],
  ['provincial federation', named('Liên đoàn Lao động tỉnh Hưng Yên', '2026-03-31'), 'ldld-hung-yen'],
  ['the same before the merger', named('LĐLĐ tỉnh Hưng Yên', '2025-06-19'), 'ldld-hung-yen-cu'],
  ['acting body', named('Ban Thường vụ Liên đoàn Lao động tỉnh Tây Ninh', '2025-02-14'), 'ldld-tay-ninh-cu', 'Liên đoàn Lao động tỉnh Tây Ninh'],
  ['province that was not merged', named('LĐLĐ tỉnh Thanh Hóa', '2024-01-01'), 'ldld-thanh-hoa'],
  ['the same later', named('Liên đoàn Lao động tỉnh Thanh Hoá', '2026-01-01'), 'ldld-thanh-hoa'],
  ['province that lost its name', named('Liên đoàn Lao động tỉnh Thái Bình', '2024-05-05'), 'ldld-thai-binh'],
  ['district federation', named('Liên đoàn Lao động huyện Ea Kar'), 'ldld-huyen-ea-kar'],
  ['city federation', named('LĐLĐ thành phố Hà Nội'), 'ldld-ha-noi'],
  ['industrial parks', named('Công đoàn các KCN tỉnh Hưng Yên', '2026'), 'cd-kcn-hung-yen'],
  ['grassroots union', named('Công đoàn cơ sở Trường THPT Đốc Binh Kiều'), 'cdcs-truong-thpt-doc-binh-kieu'],
  ['company with a province in its name', named('CĐCS Công ty May Hưng Yên', '2024-01-01'), 'cdcs-cong-ty-may-hung-yen'],
  // State and Party, places
  ['provincial committee', named('UBND tỉnh Hưng Yên', '2026-01-01'), 'ubnd-tinh-hung-yen', 'Ủy ban nhân dân tỉnh Hưng Yên'],
  ['a word lost in the scan', named('Ủy ban nhân tỉnh Hưng Yên', '2025-06-03'), 'ubnd-tinh-hung-yen-cu'],
  ['style B', named('Uỷ ban nhân dân tỉnh Hưng Yên', '2026-01-01'), 'ubnd-tinh-hung-yen'],
  ['accents lost', named('UY BAN NHAN DAN TINH HUNG YEN', '2026-01-01'), 'ubnd-tinh-hung-yen'],
  ['misread place', named('UBND tỉnh Hung Yên', '2026-01-01'), 'ubnd-tinh-hung-yen', 'Ủy ban nhân dân tỉnh Hưng Yên'],
  ['chair for committee', named('Chủ tịch UBND tỉnh Bắc Giang'), 'ubnd-tinh-bac-giang'],
  ['city', named('UBND TP Hà Nội'), 'ubnd-thanh-pho-ha-noi'],
  ['city, dotted', named('UBND TP. Hồ Chí Minh'), 'ubnd-thanh-pho-ho-chi-minh'],
  ['city, joined', named('Chủ tịch UBND TP.HCM'), 'ubnd-thanh-pho-ho-chi-minh'],
  ['city inside a province', named('UBND thành phố Hưng Yên', '2024-01-01'), 'ubnd-thanh-pho-hung-yen'],
  ['province that became a city keeps its id', named('UBND thành phố Đồng Nai', '2026-06-01'), 'ubnd-tinh-dong-nai'],
  ['Thừa Thiên Huế', named('UBND tỉnh Thừa Thiên Huế', '2023-01-01'), 'ubnd-thanh-pho-hue'],
  ['commune', named('ỦY BAN NHÂN DÂN XÃ EA KNỐP'), 'ubnd-xa-ea-knop', 'Ủy ban nhân dân xã Ea Knốp'],
  ['commune with its province', named('UBND xã Ea Knốp, tỉnh Đắk Lắk'), 'ubnd-xa-ea-knop'],
  ['ward', named('HĐND phường Phố Hiến'), 'hdnd-phuong-pho-hien'],
  ['department', named('Sở Tài chính tỉnh Quảng Trị', '2026-01-01'), 'so-tai-chinh-quang-tri'],
  ['department, bare province', named('Sở GDĐT Đà Nẵng', '2026-01-01'), 'so-giao-duc-dao-tao-da-nang'],
  ['director for department', named('Giám đốc Sở Y tế tỉnh Quảng Trị', '2026-01-01'), 'so-y-te-quang-tri'],
  ['commune office', named('Phòng Văn hóa - Xã hội xã Ea Knốp'), 'phong-van-hoa-xa-hoi-xa-ea-knop'],
  ['school in capitals', named('TRƯỜNG THPT ĐỐC BINH KIỀU'), 'truong-thpt-doc-binh-kieu'],
  ['provincial Party committee', named('Tỉnh ủy Hưng Yên', '2026-01-01'), 'tinh-uy-hung-yen'],
  ['by its congress body', named('Ban Chấp hành Đảng bộ tỉnh Tây Ninh', '2023-04-06'), 'tinh-uy-tay-ninh-cu', 'Tỉnh ủy Tây Ninh'],
  ['city Party committee', named('Ban Thường vụ Thành ủy Hà Nội'), 'thanh-uy-ha-noi'],
  ['district Party committee', named('Huyện ủy Dương Minh Châu'), 'huyen-uy-duong-minh-chau'],
  ['commune Party committee', named('Đảng ủy xã Ea Knốp'), 'du-xa-ea-knop'],
  ['board of a Party committee', named('Ban Tuyên giáo và Dân vận Tỉnh ủy Hưng Yên', '2026-02-02'), 'btgdvtu-hung-yen'],
  ['Front', named('Ban Thường trực UB MTTQVN tỉnh Hưng Yên', '2026-02-02'), 'mttq-tinh-hung-yen'],
  ['Front, country in the name', named('Mặt trận Tổ quốc Việt Nam tỉnh Hưng Yên', '2026-02-02'), 'mttq-tinh-hung-yen'],
  // Relative names
  ['Tỉnh ủy in an old paper', { name: 'Ban Thường vụ Tỉnh uỷ', own: district, province: 'Tây Ninh', date: '2021-01-26' }, 'tinh-uy-tay-ninh-cu', 'Tỉnh ủy Tây Ninh'],
  ['the province is printed only in the place line', { name: 'Tỉnh ủy', own: province, date: '2025-02-13' }, 'tinh-uy-hung-yen-cu'],
  ['board', { name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy', own: province, date: '2026-02-02' }, 'btgdvtu-hung-yen'],
  ['UBND tỉnh', { name: 'Ủy ban nhân dân tỉnh', own: province, date: '2025-03-03' }, 'ubnd-tinh-hung-yen-cu'],
  ['UBND xã', { name: 'UBND xã', own: commune, date: '2026-03-09' }, 'ubnd-xa-ea-knop'],
  ['Đảng ủy of the same commune', { name: 'Đảng ủy', own: commune }, 'du-xa-ea-knop'],
  ['UBND Thành phố', { name: 'UBND Thành phố', own: capital }, 'ubnd-thanh-pho-ha-noi'],
  ['chair of HĐND Thành phố', { name: 'Thường trực HĐND Thành phố', own: capital }, 'hdnd-thanh-pho-ha-noi'],
  ['district federation by an abbreviated place', { name: 'Liên đoàn Lao động huyện', place: 'Huyện DMC', date: '2025-02' }, 'ldld-huyen-duong-minh-chau'],
  ['the minister of this ministry', { name: 'Bộ trưởng', own: police }, 'bo-cong-an'],
  ['own executive', { name: 'Ban Thường vụ', own: province, date: '2026-01-01' }, 'ldld-hung-yen'],
  ['nothing to lean on', { name: 'Ủy ban nhân dân tỉnh' }, 'ubnd-tinh'],
  // Symbols
  ['centre by symbol', { symbol: 'NQ/TW' }, 'tw'],
  ['law', { symbol: '50/2024/QH15' }, 'quoc-hoi'],
  ['ordinance', { symbol: '02/2020/UBTVQH14' }, 'ubtvqh'],
  ['decree', { symbol: '30/2020/NĐ-CP' }, 'chinh-phu'],
  ['circular, old ministry', { symbol: 'TT-BTC', date: '2014' }, 'bo-tai-chinh-cu'],
  ['circular, the year in its number outweighs the date of the citing paper', { name: 'Bộ Tài chính', symbol: '78/2014/TT-BTC', date: '2026-01-01' }, 'bo-tai-chinh-cu'],
  ['a mark whose ministry had ended when the paper was written', { symbol: '2490/QĐ-BNN', date: '2025-07-01', isOwnDate: true }, 'bo-nong-nghiep-moi-truong'],
  ['the same mark in a paper that cites it undated', { symbol: '2490/QĐ-BNN', date: '2025-07-01' }, 'bo-nnptnt'],
  ['a name that is nothing but a mark', { name: 'STNMT', symbol: '711/GP-TNMT-QLTN', place: 'Sơn La', date: '2017-09-12' }, 'so-tnmt-son-la'],
  ['circular of the year of reorganisation', { symbol: '40/2025/TT-BTC' }, 'bo-tai-chinh'],
  ['công văn', { symbol: 'TLĐ-QHLĐ' }, 'tldldvn'],
  ['Đ read as D', { symbol: 'QHLD/TLD' }, 'tldldvn'],
  ['CT is no type here', { symbol: '5348/CT-CS', date: '2025-11-20' }, 'cuc-thue'],
  ['Chỉ thị of the Prime Minister', { symbol: '21/CT-TTg' }, 'thu-tuong'],
  ['federation, by the place line with a scan error', { symbol: '74/LĐLĐ-CTCD', place: 'Hung Yên', date: '2026-03-14' }, 'ldld-hung-yen'],
  ['federation of a district', { symbol: '300/LĐLĐ', place: 'Huyện DMC', date: '2025-02' }, 'ldld-huyen-duong-minh-chau'],
  ['commune, blank number', { symbol: '/UBND-VHXH', own: commune }, 'ubnd-xa-ea-knop'],
  ['Tỉnh ủy by symbol', { symbol: '386-KH/TU', own: province, date: '2025-02-13' }, 'tinh-uy-hung-yen-cu'],
  ['Thành ủy by symbol', { symbol: '12-CTr/TU', own: capital, date: '2026-01-01' }, 'thanh-uy-ha-noi'],
  // Leaks and losses
  ['title leaked into the place', named('UBND tỉnh Quảng Bình Ban hành Quy chế'), 'ubnd-tinh-quang-binh'],
  ['title leaked behind a central organ', named('Chính phủ Ban hành Chương trình'), 'chinh-phu'],
  ['ministry cut off at a line end', named('Bộ trưởng Bộ Lao động - Thương'), 'bo-ldtbxh'],
  ['cut so short that two ministries fit', named('Bộ Công'), 'bo-cong'],
  ['BỘ TƯ PHÁP holds no Trung ương', named('BỘ TƯ PHÁP'), 'bo-tu-phap'],
  ['minister and chief of office', named('Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ'), 'vpcp'],
  ['conference with an ordinal', named('Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII'), 'bch-tw'],
  ['steering committee of the state, printed in Hà Nội', { name: 'Ban Chỉ đạo Nhà nước về Du lịch', place: 'Hà Nội' }, 'ban-chi-dao-nha-nuoc-ve-du-lich'],
  // Others
  ['unknown organ', named('Công ty Cổ phần ABC'), 'cong-ty-co-phan-abc'],
  ['several organs', named('UBND các xã, phường'), null],
  ['nothing', {}, null],
];

for (const [comment, clue, id, name] of rows) {
  test(`names the issuer: ${comment} (${clue.name ?? clue.symbol ?? 'nothing'})`, () => {
    const identity = identifyIssuer(clue);
    equal(identity?.id ?? null, id);
    if (name) equal(identity?.name, name);
  });
}

test('a relative name says so and keeps the place it leaned on', () => {
  const identity = identifyIssuer({ name: 'Ban Thường vụ Tỉnh uỷ', own: province, date: '2026-01-01' });
  ok(identity?.relative);
  equal(identity.resolvedPlace, 'Hưng Yên');
  equal(identity.confidence, 'medium');
});

test('a relative name without a place stays open', () => {
  const identity = identifyIssuer({ name: 'Tỉnh ủy' });
  ok(identity?.relative);
  equal(identity.resolvedPlace, null);
  equal(identity.confidence, 'low');
});

test('authority falls from the Politburo to the commune', () => {
  const ranks = ['Bộ Chính trị', 'Thủ tướng Chính phủ', 'Bộ Nội vụ', 'Tổng Liên đoàn Lao động Việt Nam', 'Tỉnh ủy Hưng Yên', 'LĐLĐ tỉnh Hưng Yên', 'LĐLĐ huyện Ea Kar', 'UBND xã Ea Knốp', 'CĐCS Trường Mầm non']
    .map((text) => identifyIssuer({ name: text })?.rank ?? 0);
  equal(ranks.toSorted((a, b) => a - b).join(), ranks.join());
});
