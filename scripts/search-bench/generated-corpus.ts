/** Letters, plans and resolutions made by a program, with numbers of every form, for measuring known items at scale. */

export interface GeneratedDocument {
  readonly key: string;
  readonly number: string;
  readonly typeCode: string;
  readonly type: string;
  readonly issuerId: string;
  readonly issuer: string;
  readonly date: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const FORMS = [
  ['CV', 'Công văn', 'ldld', 'Liên đoàn Lao động', (n: number) => `${n}/LĐLĐ-CSPL`],
  ['KH', 'Kế hoạch', 'ldld', 'Liên đoàn Lao động', (n: number) => `${n}/KH-LĐLĐ`],
  ['NQ', 'Nghị quyết', 'tinh-uy', 'Tỉnh ủy', (n: number) => `${String(n).padStart(2, '0')}-NQ/TU`],
  ['CTr', 'Chương trình', 'tinh-uy', 'Tỉnh ủy', (n: number) => `${n}-CTr/TU`],
  ['KH', 'Kế hoạch', 'ubnd-tinh', 'Ủy ban nhân dân tỉnh', (n: number) => `${n}/KH-UBND`],
  ['QĐ', 'Quyết định', 'ubnd-tinh', 'Ủy ban nhân dân tỉnh', (n: number) => `${n}/QĐ-UBND`],
  ['TT', 'Thông tư', 'bo-noi-vu', 'Bộ Nội vụ', (n: number, year: number) => `${String(n).padStart(2, '0')}/${year}/TT-BNV`],
  ['NĐ', 'Nghị định', 'chinh-phu', 'Chính phủ', (n: number, year: number) => `${n}/${year}/NĐ-CP`],
  ['HD', 'Hướng dẫn', 'tld', 'Tổng Liên đoàn Lao động Việt Nam', (n: number) => `${n}/HD-TLĐ`],
  ['TB', 'Thông báo', 'dang-uy', 'Đảng ủy', (n: number) => `${n}-TB/ĐU`],
] as const;
const PLACES = ['Hưng Yên', 'Tây Ninh', 'Hà Nội', 'Đắk Lắk', 'Cà Mau', 'Phú Thọ', 'Nghệ An', 'Đồng Tháp', 'Quảng Trị', 'Lào Cai'];
const ACTIONS = ['triển khai', 'đẩy mạnh', 'tổ chức', 'tăng cường', 'hướng dẫn', 'kiểm tra', 'sơ kết', 'phát động', 'rà soát', 'báo cáo'];
const THINGS = ['chuyển đổi số trong hoạt động công đoàn', 'công tác phát triển đoàn viên', 'Tháng Công nhân', 'chăm lo Tết cho người lao động', 'thu kinh phí công đoàn', 'an toàn, vệ sinh lao động', 'thỏa ước lao động tập thể', 'bầu cử ban chấp hành', 'phong trào thi đua lao động giỏi', 'đối thoại tại nơi làm việc', 'văn hóa đọc trong công nhân', 'nhà ở cho công nhân khu công nghiệp'];
const TAILS = ['năm 2024', 'năm 2025', 'năm 2026', 'giai đoạn 2025 - 2030', 'quý I', 'quý III', 'trong các khu công nghiệp', 'tại các doanh nghiệp', 'đối với nữ đoàn viên', 'theo tinh thần nghị quyết đại hội'];

/** The same documents for the same amount, always. */
export function generateDocuments(amount: number): GeneratedDocument[] {
  const next = createRandom(20_261_122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const taken = new Set<string>();
  const documents: GeneratedDocument[] = [];
  while (documents.length < amount) {
    const [typeCode, type, organ, organName, write] = pick(FORMS);
    const place = pick(PLACES);
    const year = 2021 + Math.floor(next() * 6);
    const number = write(1 + Math.floor(next() * 400), year);
    const issuerId = /^(?:bo-noi-vu|chinh-phu|tld)$/u.test(organ) ? organ : `${organ}-${slug(place)}`;
    const issuer = issuerId === organ ? organName : `${organName} ${organ === 'ldld' ? 'tỉnh ' : ''}${place}`;
    const key = `${issuerId}/${year}/${slug(number)}`;
    if (taken.has(key)) continue;
    taken.add(key);
    const subject = `${pick(ACTIONS)} ${pick(THINGS)} ${pick(TAILS)}`;
    const date = `${year}-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`;
    const paragraphs = Array.from({ length: 6 }, (_, index) => `${index + 1}. ${pick(ACTIONS)} ${pick(THINGS)} ${pick(TAILS)}, giao ${pick(THINGS)} cho các đơn vị tại ${place} ${pick(ACTIONS)} và báo cáo trước ngày ${1 + Math.floor(next() * 28)}/${1 + Math.floor(next() * 12)}/${year}.`);
    const cited = documents.at(-1 - Math.floor(next() * 40));
    if (cited) paragraphs.unshift(`Thực hiện ${cited.type} số ${cited.number} ngày ${Number(cited.date.slice(8))}/${Number(cited.date.slice(5, 7))}/${cited.date.slice(0, 4)} của ${cited.issuer} về ${cited.subject}, ${issuer} đề nghị các đơn vị thực hiện:`);
    documents.push({ key, number, typeCode, type, issuerId, issuer, date, subject, paragraphs });
  }
  return documents;
}

/** The document as a page with the marks that the indexer reads. */
export function generatedPage(document: GeneratedDocument): string {
  const body = document.paragraphs.map((text, index) => `<p id="muc-1.d${index + 1}" data-source-text>${text}</p>`).join('\n');
  const facts = { held: 'true', number: document.number, 'type-code': document.typeCode, type: document.type, 'issuer-id': document.issuerId, issuer: document.issuer, date: document.date };
  const attributes = Object.entries(facts).map(([name, value]) => `data-${name}="${value}"`).join(' ');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${document.number}</title></head><body><main><article data-document-key="${document.key}" ${attributes}><h1>${document.type} số ${document.number}: ${document.subject}</h1>${body}</article></main></body></html>`;
}

function slug(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase().replace(/[^a-z0-9]+/gu, '-');
}

/** Mulberry32: small, and the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
