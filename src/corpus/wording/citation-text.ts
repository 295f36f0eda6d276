/**
 * Ready citations of a document, in state and Party form, for the first and for later mentions, and of one provision of it.
 * Pure: the page prints them, the tools in the browser copy them.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II (viện dẫn: tên loại, số, ký hiệu, ngày, cơ quan, trích yếu lần đầu; tên loại, số, ký hiệu lần sau)
 * @source Hướng dẫn 36-HD/VPTW (dấu phẩy trước “ngày”)
 */
import type { DocumentType } from '../../domain/record.ts';
import { ofOrgan } from './unknown-organ.ts';
import { nameDocument } from './short-name.ts';
import { nameProvision } from './provision-text.ts';

/** What a citation needs to know of a document. */
export interface Citable {
  readonly number: string | null;
  readonly type: DocumentType | null;
  readonly date: string | null;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly title: string | null;
}

/** Where the comma stands: `số 57-NQ/TW, ngày …` (Party), `số 146/KH-LĐLĐ ngày …` (state, union). */
export type CitationForm = 'state' | 'party';
/** `ngày 19 tháng 6 năm 2025`, or `ngày 19/6/2025`. */
export type DateStyle = 'long' | 'short';
export type CitationFormat = 'text' | 'markdown' | 'html';

/** A citation in three runs; the name is what a link stands on. */
export interface CitationParts {
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

/** The form that the document's own organ uses. A state organ that writes a Party number (`117-KH/UBND`) keeps the state form. */
export function formOf(document: Citable): CitationForm {
  const partyNumber = /^\d+[a-zđ]?-[\p{L}]+\//u.test(document.number ?? '');
  return partyNumber && !STATE_OR_UNION.test(document.issuer.id) ? 'party' : 'state';
}
const STATE_OR_UNION = /^(?:ubnd|hdnd|ldld|tldldvn|cong-doan|cdcs|chinh-phu|thu-tuong|so-|bo-(?!chinh-tri))/u;

/** First mention: `Kế hoạch số 146/KH-LĐLĐ ngày 19 tháng 6 năm 2025 của Liên đoàn Lao động tỉnh Hưng Yên về phát động …`. */
export function citeFirst(document: Citable, options: { readonly form?: CitationForm; readonly date?: DateStyle } = {}): CitationParts {
  const law = nameLaw(document);
  if (law !== null) return { before: '', name: document.number === null ? law : `${law} số ${document.number}`, after: document.date === null ? '' : ` ${printDate(document.date, options.date ?? 'long')}` };
  const { name, after } = citeUntitled(document, options);
  return { before: '', name, after: `${after}${joinTitle(document)}` };
}

/** Later mention: `Kế hoạch số 146/KH-LĐLĐ`; a law by its name, `Luật Công đoàn`. */
export function citeLater(document: Citable): CitationParts {
  return { before: '', name: nameLaw(document) ?? nameDocument(document), after: document.number === null && nameLaw(document) === null ? ofOrgan(document.issuer.name) : '' };
}

/**
 * One provision: `điểm a khoản 2 mục IV Kế hoạch số 146/KH-LĐLĐ ngày 19/6/2025 của Liên đoàn Lao động tỉnh Hưng Yên`.
 * The whole document when the anchor names no provision.
 */
export function citeProvision(document: Citable, anchor: string, options: { readonly form?: CitationForm; readonly date?: DateStyle } = {}): CitationParts {
  const provision = nameProvision(anchor);
  const law = nameLaw(document);
  const { name, after } = law === null ? citeUntitled(document, { date: 'short', ...options }) : { name: law, after: '' };
  return { before: provision === '' ? '' : `${provision} `, name, after };
}

/** Everything but the title. */
function citeUntitled(document: Citable, { form = formOf(document), date = 'long' }: { readonly form?: CitationForm; readonly date?: DateStyle }): { name: string; after: string } {
  const day = document.date === null ? '' : `${form === 'party' ? ',' : ''} ${printDate(document.date, date)}`;
  return { name: nameDocument(document), after: `${day}${ofOrgan(document.issuer.name)}` };
}

/**
 * Prints a citation.
 * @param url absolute address that the name links to; without one the name is plain in every format
 */
export function printCitation({ before, name, after }: CitationParts, format: CitationFormat = 'text', url: string | null = null): string {
  if (format === 'text' || url === null) return format === 'html' ? escapeHtml(before + name + after) : before + name + after;
  if (format === 'markdown') return `${escapeMarkdown(before)}[${escapeMarkdown(name)}](${url.replace(/[()\s]/gu, encodeURIComponent)})${escapeMarkdown(after)}`;
  return `${escapeHtml(before)}<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>${escapeHtml(after)}`;
}

/** `ngày 19 tháng 6 năm 2025`, `tháng 02 năm 2025`, `năm 2025`; short `ngày 19/6/2025`. Day below 10 and months 1, 2 take a zero. */
export function printDate(date: string, style: DateStyle): string {
  const [year, month, day] = date.split('-');
  if (!month) return `năm ${year}`;
  const monthText = Number(month) < 3 ? month : String(Number(month));
  if (style === 'short') return day ? `ngày ${day}/${monthText}/${year}` : `tháng ${monthText}/${year}`;
  return day ? `ngày ${day} tháng ${monthText} năm ${year}` : `tháng ${monthText} năm ${year}`;
}

/** `Luật Công đoàn`; `null` for everything but laws, which are cited by type and name. */
function nameLaw({ type, title }: Citable): string | null {
  if (type === null || title === null || !/^(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh)$/u.test(type.name)) return null;
  return title.toLowerCase().startsWith(type.name.toLowerCase()) ? title : `${type.name} ${title}`;
}

/** Words a title may open with that lose their capital inside a sentence; names of organs and events keep theirs. */
const OPENINGS = new Set(('ban bổ chủ chuẩn công_tác cung cấp đẩy điều đề đổi đột giải giao gửi góp hoàn học hỗ hướng huy kết khen kiện kiểm khắc lấy làm mở một nâng nghiêm nhiệm phát phê phối phổ phòng quán quản quy rà sắp sửa tăng tập tham thành thi thí thu thực tiếp tìm tổ tổng tôn triển tuyên tuyển tự vận việc xây xét xử ứng ' +
  'giới giám bảo báo bồi cải chấn chấp chỉ chương đào đánh đăng nội').split(/\s+/u));

/** The title as it stands after the organ: `về phát động …`, `về việc tiếp tục …` (công văn), `ban hành …`. Words inside stay as printed. */
function joinTitle({ title, type }: Citable): string {
  const text = title?.replace(/\s+/gu, ' ').trim() ?? '';
  if (text === '') return '';
  const letter = type?.code === 'CV';
  const about = /^(?:v\/v|về\s+việc|về)[\s:]+(?<rest>.+)$/iu.exec(text);
  if (about) return ` ${letter || /^(?:v\/v|về\s+việc)/iu.test(text) ? 'về việc' : 'về'} ${lowerOpening(about.groups?.['rest'] ?? '')}`;
  // Decisions and the like carry a verb of their own: "Quyết định … ban hành Quy chế …".
  if (/^(?:ban hành|quy định|phê duyệt|sửa đổi|bãi bỏ|thành lập|hướng dẫn)\s/iu.test(text) && !letter) return ` ${lowerOpening(text)}`;
  return ` ${letter || VERBS.test(text) ? 'về việc' : 'về'} ${lowerOpening(text)}`;
}

/** A title that opens with what is to be done: "về việc phát động …"; one that opens with a thing: "về đột phá …", "về công tác …". */
const VERBS = /^(?:phát động|triển khai|thực hiện|tiếp tục|tăng cường|tổ chức|đẩy mạnh|tuyên truyền|xây dựng|góp ý|lấy ý kiến|đề nghị|báo cáo|cung cấp|rà soát|bổ sung|điều chỉnh|phối hợp|đăng ký|giới thiệu|hưởng ứng|chấn chỉnh|kiện toàn|bố trí|cử|mời|nâng cao|quán triệt|phổ biến|tham gia|khen thưởng|thành lập|hỗ trợ|kiểm tra|giám sát)\s/iu;

function lowerOpening(text: string): string {
  const first = /^[\p{L}]+/u.exec(text)?.[0] ?? '';
  return OPENINGS.has(first.toLowerCase()) && first !== first.toUpperCase() ? first.charAt(0).toLowerCase() + text.slice(1) : text;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/gu, '\\$&');
}
