/**
 * A made world of documents with known identities: organs of every level, before and after the merger of provinces, each with its
 * series of numbers. The same serial comes back with every organ, every year and every term, as in life.
 *
 * @source domain guide 3.3 (traps of identity), 3.4 (provinces)
 */
import { pick, type Random } from './random.ts';

export interface WorldDocument {
  /** True key: organ of its day / year / number. */
  readonly key: string;
  readonly organ: Organ;
  readonly type: { readonly code: string; readonly name: string };
  readonly number: string;
  /** Whole date. */
  readonly date: string;
  readonly title: string;
}

export interface Organ {
  readonly id: string;
  /** `Ủy ban nhân dân tỉnh Hưng Yên`. */
  readonly name: string;
  /** Said by an organ of the same place: `Ủy ban nhân dân tỉnh`. */
  readonly relativeName: string | null;
  /** `Hưng Yên`; `null` for the centre. */
  readonly place: string | null;
  readonly placeLine: string;
  /** Lines of the letterhead. */
  readonly head: readonly string[];
  readonly level: 'central' | 'province' | 'commune';
  readonly from: string;
  readonly until: string;
  readonly series: readonly Series[];
}

interface Series {
  readonly code: string;
  readonly name: string;
  /** Prints the number. */
  readonly print: (serial: number, year: number) => string;
  /** Numbers run on over a Party term instead of a year. */
  readonly perTerm: boolean;
  /** Documents a year. */
  readonly pace: number;
}

const MERGER = '2025-07-01';
const TERMS = ['2016-01-28', '2021-02-02', '2026-01-24'];
/** Old name, name after the merger, true when the name lived on in a merged province. */
const PROVINCES = [['Hưng Yên', true], ['Thái Bình', false], ['Tây Ninh', true], ['Long An', false], ['Đắk Lắk', true], ['Phú Thọ', true], ['Vĩnh Phúc', false], ['Nghệ An', null], ['Hà Tĩnh', null]] as const;
const COMMUNES = [['Ea Knốp', 'Đắk Lắk'], ['Yên Mỹ', 'Hưng Yên'], ['Tân Biên', 'Tây Ninh'], ['Thanh Thủy', 'Phú Thọ']] as const;

const ACTIONS = ['đẩy mạnh', 'tăng cường', 'đổi mới', 'nâng cao chất lượng', 'phát động', 'kiện toàn', 'sơ kết', 'tổng kết', 'kiểm tra', 'rà soát', 'hướng dẫn', 'tổ chức'];
const THINGS = ['chuyển đổi số trong hoạt động công đoàn', 'công tác phát triển đoàn viên và thành lập công đoàn cơ sở', 'phong trào thi đua lao động giỏi, lao động sáng tạo', 'công tác chăm lo đời sống người lao động',
  'thu kinh phí và đoàn phí công đoàn', 'công tác an toàn, vệ sinh lao động', 'thương lượng tập thể và thỏa ước lao động tập thể', 'công tác bầu cử đại biểu các cấp', 'đối thoại tại nơi làm việc', 'văn hóa đọc trong công nhân lao động',
  'phát triển nhà ở xã hội cho công nhân', 'phát triển khoa học, công nghệ và đổi mới sáng tạo', 'bảo đảm an ninh mạng và bảo vệ dữ liệu cá nhân', 'phổ cập kỹ năng số cho người dân', 'phòng, chống tham nhũng, lãng phí, tiêu cực', 'bảo vệ môi trường và ứng phó biến đổi khí hậu'];
const SCOPES = ['trên địa bàn', 'trong doanh nghiệp khu vực ngoài nhà nước', 'tại các khu công nghiệp', 'trong cơ quan hành chính', 'đối với lao động nữ', 'trong tình hình mới', 'cho cán bộ chuyên trách', 'ở cơ sở', 'theo hướng thực chất, hiệu quả', 'gắn với chuyển đổi xanh'];

/** Makes at least `amount` documents of 2019 to 2026, sorted by date. */
export function makeWorld(random: Random, amount: number): WorldDocument[] {
  const organs = listOrgans();
  const documents: WorldDocument[] = [];
  const yearly = organs.reduce((sum, organ) => sum + organ.series.reduce((total, series) => total + series.pace, 0) * 5, 0);
  const scale = Math.max(amount / yearly, 0.2) * 1.6;
  const taken = new Set<string>();
  for (const organ of organs) {
    for (const series of organ.series) {
      let serial = 0;
      let period = '';
      for (const date of listDates(random, organ, series.pace * scale)) {
        const year = Number(date.slice(0, 4));
        const now = series.perTerm ? String(TERMS.findLastIndex((start) => start <= date)) : String(year);
        if (now !== period) serial = 0;
        period = now;
        serial += 1 + Math.floor(random() * 4);
        const number = series.print(serial, year);
        const key = `${organ.id}/${year}/${slug(number)}`;
        if (taken.has(key)) continue;
        taken.add(key);
        const title = `${pick(random, ACTIONS)} ${pick(random, THINGS)} ${pick(random, SCOPES)}${random() < 0.5 ? ` năm ${year}` : ''}`;
        documents.push({ key, organ, type: { code: series.code, name: series.name }, number, date, title });
      }
    }
  }
  return documents.sort((a, b) => (a.date === b.date ? (a.key < b.key ? -1 : 1) : a.date < b.date ? -1 : 1));
}

function listOrgans(): Organ[] {
  const party = (code: string, name: string, mark: string, pace: number): Series => ({ code, name, perTerm: true, pace, print: (serial) => `${String(serial).padStart(2, '0')}-${code}/${mark}` });
  const state = (code: string, name: string, mark: string, pace: number): Series => ({ code, name, perTerm: false, pace, print: (serial) => `${String(serial).padStart(2, '0')}/${code}-${mark}` });
  const letter = (symbol: string, pace: number): Series => ({ code: 'CV', name: 'Công văn', perTerm: false, pace, print: (serial) => `${serial}/${symbol}` });
  const law = (code: string, name: string, mark: string, pace: number): Series => ({ code, name, perTerm: false, pace, print: (serial, year) => `${String(serial).padStart(2, '0')}/${year}/${code}-${mark}` });
  const central = (id: string, name: string, head: readonly string[], series: readonly Series[]): Organ => ({ id, name, relativeName: null, place: null, placeLine: 'Hà Nội', head, level: 'central', from: '2016-02-01', until: '2026-10-31', series });
  const organs = [
    central('bo-chinh-tri', 'Bộ Chính trị', ['BAN CHẤP HÀNH TRUNG ƯƠNG', 'BỘ CHÍNH TRỊ'], [party('NQ', 'Nghị quyết', 'TW', 6), party('KL', 'Kết luận', 'TW', 8)]),
    central('ban-bi-thu', 'Ban Bí thư', ['BAN CHẤP HÀNH TRUNG ƯƠNG', 'BAN BÍ THƯ'], [party('CT', 'Chỉ thị', 'TW', 8)]),
    central('chinh-phu', 'Chính phủ', ['CHÍNH PHỦ'], [law('NĐ', 'Nghị định', 'CP', 10), state('NQ', 'Nghị quyết', 'CP', 8)]),
    central('thu-tuong', 'Thủ tướng Chính phủ', ['THỦ TƯỚNG CHÍNH PHỦ'], [state('QĐ', 'Quyết định', 'TTg', 10), state('CT', 'Chỉ thị', 'TTg', 5)]),
    central('tldldvn', 'Tổng Liên đoàn Lao động Việt Nam', ['TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM'], [state('KH', 'Kế hoạch', 'TLĐ', 10), state('HD', 'Hướng dẫn', 'TLĐ', 10), letter('TLĐ-QHLĐ', 15)]),
  ];
  for (const [place, livedOn] of PROVINCES) {
    // The organ of a merged province ends; of the new province begins one under the same name.
    for (const after of livedOn === true ? [false, true] : [false]) {
      const span = { from: after ? MERGER : '2020-11-01', until: after || livedOn === null ? '2026-10-31' : '2025-06-30' };
      const suffix = livedOn === true && !after ? '-cu' : '';
      const upper = place.toUpperCase();
      const shape = (id: string, name: string, relativeName: string, head: readonly string[], series: readonly Series[]): Organ => ({ id: id + suffix, name: `${name} ${place}`, relativeName, place, placeLine: place, head, level: 'province', ...span, series });
      const id = slug(place);
      organs.push(
        shape(`tinh-uy-${id}`, 'Tỉnh ủy', 'Tỉnh ủy', [`TỈNH ỦY ${upper}`], [party('NQ', 'Nghị quyết', 'TU', 5), party('KH', 'Kế hoạch', 'TU', 12), party('CT', 'Chỉ thị', 'TU', 5)]),
        shape(`ubnd-tinh-${id}`, 'Ủy ban nhân dân tỉnh', 'Ủy ban nhân dân tỉnh', ['ỦY BAN NHÂN DÂN', `TỈNH ${upper}`], [state('KH', 'Kế hoạch', 'UBND', 20), state('QĐ', 'Quyết định', 'UBND', 20)]),
        shape(`ldld-${id}`, 'Liên đoàn Lao động tỉnh', 'Liên đoàn Lao động tỉnh', ['TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM', `LIÊN ĐOÀN LAO ĐỘNG TỈNH ${upper}`], [state('KH', 'Kế hoạch', 'LĐLĐ', 14), letter('LĐLĐ-CTCĐ', 14), letter('LĐLĐ-CSPL', 10)]),
      );
    }
  }
  for (const [place, province] of COMMUNES) {
    const upper = place.toUpperCase();
    const shape = (id: string, name: string, head: readonly string[], series: readonly Series[]): Organ => ({ id, name: `${name} ${place}`, relativeName: name, place, placeLine: place, head, level: 'commune', from: MERGER, until: '2026-10-31', series });
    organs.push(
      shape(`ubnd-xa-${slug(place)}`, 'Ủy ban nhân dân xã', [`UBND TỈNH ${province.toUpperCase()}`, 'ỦY BAN NHÂN DÂN', `XÃ ${upper}`], [state('KH', 'Kế hoạch', 'UBND', 25), letter('UBND-VHXH', 20)]),
      shape(`du-xa-${slug(place)}`, 'Đảng ủy xã', [`TỈNH ỦY ${province.toUpperCase()}`, `ĐẢNG ỦY XÃ ${upper}`], [party('KH', 'Kế hoạch', 'ĐU', 12), party('CV', 'Công văn', 'ĐU', 15)]),
    );
  }
  return organs;
}

/** Days on which an organ signs, in order. */
function listDates(random: Random, organ: Organ, perYear: number): string[] {
  const start = Date.parse(organ.from);
  const end = Date.parse(organ.until);
  const count = Math.round(((end - start) / 31_557_600_000) * perYear);
  return Array.from({ length: count }, () => new Date(start + random() * (end - start)).toISOString().slice(0, 10)).sort();
}

/** Letters and digits for a key, made without the code under test. */
export function slug(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^0+(?=\d)/u, '');
}
