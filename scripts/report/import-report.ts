/** The report of an import, in Vietnamese, for the clerk: what was read, what was refused and why, what looks doubtful, most serious first. */
import type { BarKind } from '../../src/dispatch/gate.ts';
import type { DocumentRecord, Message } from '../../src/domain/record.ts';
import { formatDateVietnamese } from '../../src/domain/partial-date.ts';
import type { TextOrigin } from '../../src/intake/reading.ts';
import type { Derived } from '../intake/derive-texts.ts';
import type { IntakeRefusal } from '../intake/add-sources.ts';
import type { ImportSummary, SourceResult } from '../intake/import-sources.ts';
import { printLine, printProblem } from './print.ts';

const BAR_WORDS: Readonly<Record<BarKind, string>> = {
  'secrecy-mark': 'dấu chỉ độ mật: văn bản mật không được đưa lên mạng',
  'circulation-mark': 'dấu hạn chế lưu hành: không được công bố',
  'draft-mark': 'bản dự thảo: chỉ công bố bản đã ban hành',
  'identity-number': 'số giấy tờ tùy thân: phải che trước khi công bố',
  'bank-account': 'số tài khoản ngân hàng: phải che trước khi công bố',
  'phone-number': 'số điện thoại di động của cá nhân: phải che trước khi công bố',
  'home-address': 'địa chỉ nhà riêng: phải che trước khi công bố',
};
const SEVERITY_WORDS: Readonly<Record<Message['severity'], string>> = { error: 'Phải sửa', warning: 'Cần xem', info: 'Để biết' };
const SEVERITY_ORDER: readonly Message['severity'][] = ['error', 'warning', 'info'];
/** Doubtful places listed for one document; the page lists all. */
const MAX_MESSAGES = 8;

export function reportRefusals(refusals: readonly IntakeRefusal[]): void {
  for (const { file, message } of refusals) printProblem(`${file}: ${message}`);
}

const ORIGIN_WORDS: Readonly<Record<TextOrigin, string>> = {
  text: 'tệp chữ', word: 'tệp Word', 'web-page': 'trang web lưu', 'pdf-text': 'lớp chữ của PDF', 'pdf-hidden-text': 'lớp chữ do máy quét tạo trong PDF', ocr: 'máy nhận dạng từ hình',
};

/** Tells what was read from where and what is doubtful about it, for the files read now. */
export function reportReadings(derived: readonly Derived[]): void {
  for (const { file, textFile, reading, notes } of derived) {
    if (reading) printLine(`content/sources/${file}: đọc từ ${ORIGIN_WORDS[reading.origin]}${reading.pages === null ? '' : `, ${reading.pages} trang`}${reading.confidence === null ? '' : `, độ tin cậy ${reading.confidence}%`} → ${textFile}`);
    else if (notes.length > 0) printLine(`content/sources/${file}:`);
    for (const entry of [...notes].sort((a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning'))) printLine(`  ${entry.severity === 'warning' ? 'Cần xem' : 'Để biết'}: ${entry.page === null ? '' : `trang ${entry.page}: `}${entry.message}`);
    for (const { word, page, line, column, confidence } of (reading?.doubtful ?? []).slice(0, MAX_MESSAGES)) printLine(`  Ngờ: trang ${page}, dòng ${line}, cột ${column}: “${word}” (${confidence}%)`);
    const more = (reading?.doubtful.length ?? 0) - MAX_MESSAGES;
    if (more > 0) printLine(`  … và ${more} chữ ngờ nữa. Xem và sửa: npm run review`);
  }
}

/** Prints the report as one JSON value on standard output. @returns true when something must be mended */
export function printImportJson(summary: ImportSummary): boolean {
  const results = summary.results.map((result) => {
    if (result.state !== 'written' && result.state !== 'unchanged') return result;
    const { record, reading } = result;
    return { file: result.file, state: result.state, key: result.key, number: record.number, date: record.date, issuer: record.issuer?.name ?? null, type: record.type?.name ?? null, lost: result.lost, reading, messages: [...record.messages].sort((a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) || a.line - b.line) };
  });
  printLine(JSON.stringify({ results, problems: summary.problems, orphans: summary.orphans }, null, 2));
  return summary.problems.length > 0 || summary.results.some((result) => (result.state === 'written' ? result.record.messages.some(({ severity }) => severity === 'error') : result.state !== 'unchanged' && result.state !== 'withdrawn'));
}

/** Prints the report. @returns true when something must be mended */
export function reportImport(summary: ImportSummary): boolean {
  let bad = summary.problems.length > 0;
  for (const problem of summary.problems) printProblem(`${problem.path}:${problem.line}:${problem.column}: ${problem.message}. Các sửa đổi trong tệp này chưa được dùng.`);
  for (const result of summary.results) bad = reportResult(result) || bad;
  for (const key of summary.orphans) printProblem(`content/documents/${key}.mdx: tệp nguồn không còn. Trang vẫn giữ vì đường dẫn đã có thể được dẫn; muốn gỡ, dùng: npm run withdraw -- ${key} --reason "..."`);
  const count = (state: SourceResult['state']): number => summary.results.filter((result) => result.state === state).length;
  const refused = summary.results.length - count('written') - count('unchanged') - count('withdrawn');
  printLine(`Văn bản: ${count('written')} mới hoặc đổi, ${count('unchanged')} không đổi${refused > 0 ? `, ${refused} chưa nhập được` : ''}${count('withdrawn') > 0 ? `, ${count('withdrawn')} đã gỡ` : ''}.`);
  return bad;
}

function reportResult(result: SourceResult): boolean {
  const path = `content/sources/${result.file}`;
  switch (result.state) {
    case 'unchanged': return false;
    case 'withdrawn':
      printLine(`${path}: văn bản đã gỡ (${result.reason}); không nhập lại.`);
      return false;
    case 'written':
      reportDocument(path, result.record, result.lost);
      return result.record.messages.some((message) => message.severity === 'error');
    case 'barred':
      for (const bar of result.outcome.bars) printProblem(`${path}:${bar.line}:${bar.column}: không nhập: thấy “${bar.actual}”, ${BAR_WORDS[bar.kind]}.`);
      printProblem(`${path}: đừng lưu tệp này vào kho mã; cách che: mục “Văn bản không được đăng” trong HUONG-DAN-VAN-THU.md.`);
      return true;
    case 'duplicate':
      printProblem(result.same ? `${path}: giống hệt ${result.of}; không nhập. Hãy xóa một trong hai tệp.`
        : `${path}: trùng văn bản với ${result.of} (khóa ${result.key}); không nhập. Nếu đây là bản quét tốt hơn, dùng: npm run import -- --replace ${result.key} TỆP`);
      return true;
    default:
      printProblem(`${path}: ${result.message}`);
      return true;
  }
}

function reportDocument(path: string, record: DocumentRecord, lost: number): void {
  printLine(`${path} → /van-ban/${record.key}/`);
  printLine(`  ${[record.type?.name ?? 'Chưa rõ loại', record.number ? `số ${record.number}` : '(chưa có số)', record.date ? formatDateVietnamese(record.date) : '(chưa có ngày)', record.issuer?.name ?? 'chưa rõ cơ quan ban hành'].join(' · ')}`);
  if (lost > 0) printProblem(`  ${lost} sửa đổi không còn khớp chữ trong bản nguồn; vẫn giữ trong tệp sửa đổi, hãy xem lại.`);
  const messages = [...record.messages].sort((a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) || a.line - b.line);
  for (const message of messages.slice(0, MAX_MESSAGES)) printLine(`  ${path}:${message.line}:${message.column}: ${SEVERITY_WORDS[message.severity]}: ${message.message} [${message.ruleId}]`);
  if (messages.length > MAX_MESSAGES) printLine(`  … và ${messages.length - MAX_MESSAGES} chỗ nữa, xem trên trang của văn bản.`);
}
