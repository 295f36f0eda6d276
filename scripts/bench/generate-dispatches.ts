/**
 * Dispatches made for measuring: real sentences, sizes like those of real papers (half below 6 kB, a few of 60 kB), organs of three levels,
 * eight years, and citations by power law (a few papers of the centre are cited by thousands, most by none). The same seed, the same bytes.
 */
import { pick, type Random } from '../link-bench/random.ts';

export interface GeneratedDispatch {
  /** Path below `sources/`. */
  readonly file: string;
  readonly text: string;
}

interface Paper {
  readonly number: string;
  readonly type: string;
  readonly issuer: string;
  readonly date: string;
  readonly subject: string;
}

/** An organ that issues papers. */
interface Organ {
  readonly name: string;
  /** Heading of its papers. */
  readonly heading: string;
  readonly place: string;
  /** Last part of its numbers. */
  readonly symbol: string;
  readonly body: string;
}

const PROVINCES = ['Hưng Yên', 'Hải Phòng', 'Bắc Ninh', 'Ninh Bình', 'Quảng Ninh', 'Phú Thọ', 'Thái Nguyên', 'Lào Cai', 'Tuyên Quang', 'Lạng Sơn', 'Cao Bằng', 'Sơn La', 'Điện Biên', 'Lai Châu', 'Thanh Hóa', 'Nghệ An', 'Hà Tĩnh', 'Quảng Trị', 'Quảng Ngãi', 'Gia Lai', 'Đắk Lắk', 'Khánh Hòa', 'Lâm Đồng', 'Đồng Nai', 'Tây Ninh', 'Vĩnh Long', 'Đồng Tháp', 'An Giang', 'Cà Mau'];
/** Districts of the first province, until they were dissolved in 2025. */
const DISTRICTS = ['Ân Thi', 'Khoái Châu', 'Kim Động', 'Phù Cừ', 'Tiên Lữ', 'Văn Giang', 'Văn Lâm', 'Yên Mỹ'];
/** Share of papers of the centre and, in the years of the districts, of a district. */
const CENTRE_SHARE = 0.06;
const DISTRICT_SHARE = 0.12;
const DISTRICTS_END = '2025-07-01';
const CENTRE: Organ = { name: 'Tổng Liên đoàn Lao động Việt Nam', heading: 'TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM', place: 'Hà Nội', symbol: 'TLĐ', body: 'TM. ĐOÀN CHỦ TỊCH\nPHÓ CHỦ TỊCH' };
const KINDS: readonly (readonly [share: number, type: string, code: string])[] = [[0.55, 'Công văn', ''], [0.75, 'Kế hoạch', 'KH-'], [0.85, 'Thông báo', 'TB-'], [0.93, 'Hướng dẫn', 'HD-'], [1, 'Quyết định', 'QĐ-']];
/** Desks that write letters. */
const DESKS = ['CSPL', 'ToC', 'TGNC', 'VP', 'TC', 'UBKT'];
const FIRST_YEAR = 2018;
const YEARS = 8;
/** Below 1 the last years hold more papers than the first. */
const GROWTH = 0.7;
/** Papers of the centre that the corpus cites and does not hold. */
const ROOTS = 400;
/** Exponent of the number of citations by rank. */
const STEEPNESS = 1.1;

/** @yields one dispatch after the other, oldest first, so that each cites older ones only */
export function* generateDispatches(count: number, sentences: readonly string[], random: Random): Generator<GeneratedDispatch> {
  const roots = Array.from({ length: ROOTS }, (_, index) => makeRoot(index, sentences, random));
  const serials = new Map<string, number>();
  const papers: Paper[] = [];
  for (let index = 0; index < count; index++) {
    // More papers every year.
    const day = Math.floor((index / count) ** GROWTH * YEARS * 365);
    const date = new Date(Date.UTC(FIRST_YEAR, 0, 1 + day)).toISOString().slice(0, 10);
    const organ = chooseOrgan(date, random);
    const draw = random();
    const [, type, code] = KINDS.find(([share]) => draw < share) ?? [1, 'Công văn', ''];
    const folder = `${slug(organ.name)}/${date.slice(0, 4)}`;
    const serial = (serials.get(folder) ?? 0) + 1;
    serials.set(folder, serial);
    const paper: Paper = { number: code === '' ? `${serial}/${organ.symbol}-${DESKS[powerLaw(random, DESKS.length, 0.9)] ?? 'VP'}` : `${serial}/${code}${organ.symbol}`, type, issuer: organ.name, date, subject: makeSubject(sentences, random) };
    const bases = Array.from({ length: 2 + Math.floor(-Math.log(1 - random()) * 3) }, () => choosePaper(roots, papers, random));
    yield { file: `${folder}/${serial}.txt`, text: writeText(paper, organ, [...new Set(bases)], sentences, random) };
    papers.push(paper);
  }
}

function chooseOrgan(date: string, random: Random): Organ {
  const draw = random();
  if (draw < CENTRE_SHARE) return CENTRE;
  if (draw < CENTRE_SHARE + DISTRICT_SHARE && date < DISTRICTS_END) {
    const district = pick(random, DISTRICTS);
    return { name: `Liên đoàn Lao động huyện ${district}`, heading: `LIÊN ĐOÀN LAO ĐỘNG TỈNH ${PROVINCES[0]?.toUpperCase()}\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN ${district.toUpperCase()}`, place: district, symbol: 'LĐLĐ', body: 'TM. BAN THƯỜNG VỤ\nCHỦ TỊCH' };
  }
  const province = PROVINCES[powerLaw(random, PROVINCES.length, 0.7)] ?? 'Hưng Yên';
  return { name: `Liên đoàn Lao động tỉnh ${province}`, heading: `LIÊN ĐOÀN LAO ĐỘNG\nTỈNH ${province.toUpperCase()}`, place: province, symbol: 'LĐLĐ', body: 'TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH' };
}

function makeRoot(index: number, sentences: readonly string[], random: Random): Paper {
  const year = 2008 + Math.floor(random() * 10);
  const date = new Date(Date.UTC(year, Math.floor(random() * 12), 1 + Math.floor(random() * 28))).toISOString().slice(0, 10);
  const subject = makeSubject(sentences, random);
  const kinds: readonly [string, string, string][] = [[`${index + 1}/${year}/NĐ-CP`, 'Nghị định', 'Chính phủ'], [`${index + 1}/QĐ-TTg`, 'Quyết định', 'Thủ tướng Chính phủ'], [`${index + 1}-NQ/TW`, 'Nghị quyết', 'Bộ Chính trị'], [`${index + 1}/KH-TLĐ`, 'Kế hoạch', 'Tổng Liên đoàn Lao động Việt Nam']];
  const [number, type, issuer] = kinds[index % kinds.length] ?? ['', '', ''];
  return { number, type, issuer, date, subject };
}

/** Two of three citations go to the centre; of the corpus' own papers the newest are cited most. */
function choosePaper(roots: readonly Paper[], papers: readonly Paper[], random: Random): Paper {
  if (papers.length === 0 || random() < 0.66) return roots[powerLaw(random, roots.length, STEEPNESS)] ?? pick(random, roots);
  return papers[papers.length - 1 - powerLaw(random, papers.length, STEEPNESS)] ?? pick(random, papers);
}

/** Rank from 0, the first ones far more often. */
function powerLaw(random: Random, size: number, steepness: number): number {
  const exponent = 1 - steepness;
  const value = Math.abs(exponent) < 1e-9 ? Math.exp(random() * Math.log(size)) : ((size ** exponent - 1) * random() + 1) ** (1 / exponent);
  return Math.min(size - 1, Math.max(0, Math.floor(value) - 1));
}

function makeSubject(sentences: readonly string[], random: Random): string {
  const words = pick(random, sentences).replace(/[.;:,“”"()]/gu, '').split(' ').slice(0, 9 + Math.floor(random() * 6)).join(' ');
  return `${pick(random, ['triển khai', 'tăng cường', 'tổ chức thực hiện', 'đẩy mạnh'])} ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function writeText(paper: Paper, organ: Organ, bases: readonly Paper[], sentences: readonly string[], random: Random): string {
  const size = Math.min(60_000, Math.exp(Math.log(5500) + 0.75 * normal(random)));
  const head = [organ.heading, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc', `Số: ${paper.number}`, ...(paper.type === 'Công văn' ? [`V/v ${paper.subject}`] : []), `${organ.place}, ${vietnameseDay(paper.date)}`];
  const title = paper.type === 'Công văn' ? ['Kính gửi:\n\n- Các Ban Liên đoàn Lao động tỉnh;\n- Các công đoàn cơ sở trực thuộc.'] : [`${paper.type.toUpperCase()}`, capitalise(paper.subject)];
  const lead = bases.map((basis, index) => `${index === 0 ? 'Thực hiện' : 'Căn cứ'} ${cite(basis)};`);
  const body: string[] = [];
  let bytes = Buffer.byteLength([...head, ...title, ...lead].join('\n\n'));
  for (let item = 1; bytes < size; item++) {
    const paragraphs = [`${item}. ${pick(random, sentences)}`, ...Array.from({ length: Math.floor(random() * 5) }, () => `- ${pick(random, sentences)}`)];
    if (random() < 0.15) paragraphs.push(`- Tiếp tục thực hiện nội dung tại ${shortForm(pick(random, bases))}, báo cáo kết quả trước ngày ${1 + Math.floor(random() * 28)}/${1 + Math.floor(random() * 12)}/${Number(paper.date.slice(0, 4)) + 1}.`);
    body.push(...paragraphs);
    bytes += Buffer.byteLength(paragraphs.join('\n\n')) + 2;
  }
  const close = ['Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.', 'Nơi nhận:\n\n- Như trên;\n- Thường trực LĐLĐ tỉnh (để b/c);\n- Lưu: VT.', organ.body, 'Nguyễn Văn Bình'];
  return `${[...head, ...title, ...lead, ...body, ...close].join('\n\n')}\n`;
}

function cite({ type, number, date, issuer, subject }: Paper): string {
  return `${type} số ${number} ngày ${Number(date.slice(8))}/${Number(date.slice(5, 7))}/${date.slice(0, 4)} của ${issuer} về ${subject}`;
}

function shortForm({ type, number }: Paper): string {
  return `${type} số ${number}`;
}

function vietnameseDay(date: string): string {
  return `ngày ${date.slice(8)} tháng ${date.slice(5, 7)} năm ${date.slice(0, 4)}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function slug(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase().replace(/[^a-z0-9]+/gu, '-');
}
