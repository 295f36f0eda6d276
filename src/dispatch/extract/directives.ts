/**
 * Directives: who must do what. The umbrella sentence names the issuer's order once; sentences below inherit actor and addressee.
 *
 * @source domain guide 6 (modality, kinds, what is no directive); samples 000-004
 */
import type { Directive } from '../../domain/record.ts';
import { foldLetters } from '../../domain/vietnamese.ts';
import type { NormalizedText } from '../normalize/index.ts';
import type { Metadata } from './metadata.ts';
import { headingsAbove } from './headings.ts';
import type { Passage } from './passages.ts';
import { splitSentences } from './sentences.ts';
import { canBeTold, cutAtVerb, findModality, isNominal, isUnitName, leadingActor, readDeadline, readFrequency, responsibleUnit, startsWithOrder } from './modality.ts';

type Kind = Directive['kind'];

/** Types whose body orders something; others (luật, nghị định, thông tư, báo cáo, tờ trình) only where a modal word says so. */
const ORDERING = new Set(['CV', 'KH', 'CT', 'HD', 'CTr', 'KL', 'TB', 'CĐ', 'NQ', 'CTPH', 'ĐA', 'TT', 'QCPH', 'BC']);
const REGULATING = new Set(['QĐ', 'QC', 'QyĐ', 'Luật', 'NĐ', 'TTLT', 'PL', 'VBHN', 'NQLT', 'BL', 'ĐL']);

/** What a heading says about the sentences under it; the nearest heading that says something wins. */
type Section = Kind | 'none' | 'content' | 'award';

const SECTIONS: readonly [RegExp, Section][] = [
  [/muc dich va yeu cau|muc dich, yeu cau/u, 'content'],
  [/^(?:\S+\s)?muc dich|^(?:muc tieu|chi tieu)|muc tieu (?:chung|cu the|tong quat)|quan diem/u, 'none'],
  [/chi tieu|muc tieu/u, 'none'],
  [/yeu cau/u, 'requirement'],
  [/tieu chi|tieu chuan/u, 'criterion'],
  [/doi tuong|thanh phan|pham vi|dia diem|co cau|so luong/u, 'none'],
  [/hinh thuc khen|muc thuong|giai thuong|hinh thuc, so luong khen|danh hieu/u, 'award'],
  [/thoi gian|tien do|lo trinh/u, 'schedule'],
  [/kinh phi/u, 'none'],
  [/tinh hinh|ket qua|danh gia|han che|uu diem|dac diem|boi canh|nguyen nhan|su can thiet|can cu|co so/u, 'none'],
  [/to chuc thuc hien|phan cong|trach nhiem/u, 'content'],
  [/noi dung|nhiem vu|giai phap|bien phap|trong tam/u, 'content'],
];

/** Sections of a report that look ahead. */
const PLAN_SECTION = /phuong huong|nhiem vu|giai phap|trong tam/u;
/** `Giao Bộ Xây dựng …`, also after what it is about. */
const ASSIGNS = /(?:^|:\s|[,;]\s)[Gg]iao\s+(?:cho\s+)?(?=\p{Lu})/u;
const UMBRELLA_END = /(?:sau|sau đây|dưới đây|như sau|cụ thể|nhiệm vụ|nội dung|giải pháp|việc)\s*:$/iu;
const CONTACT = /(?:vướng mắc|khó khăn|phát sinh|cần trao đổi|chi tiết|thông tin)[^.]{0,120}(?:liên hệ|phản ánh|báo cáo (?:về|bằng)|gửi về|thông tin về|trao đổi|kịp thời báo cáo)|liên hệ[^.]{0,60}(?:điện thoại|số|đồng chí|về)/iu;
const TOPIC_LEAD = /tuyên truyền[^:]{0,400}(?:nội dung|vấn đề)(?:\s+\S+){0,3}\s*:$/iu;
const TOPIC_START = /^(?:Làm rõ|Nêu (?:rõ|bật)|Khẳng định|Phân tích|Tuyên truyền,? (?:nêu|làm rõ|hoàn thiện|về ý nghĩa)|Ý nghĩa|Nội dung|Kết quả|Những|Các (?:chủ trương|quan điểm|nội dung|hoạt động|kết quả|mục tiêu)|Vai trò|Quan điểm|Thành tựu|Truyền thống|Coi trọng)(?!\p{L})/u;

/** Makes the reader of directives. */
export function createDirectiveReader(): (normalized: NormalizedText, passages: readonly Passage[], metadata: Metadata) => Directive[] {
  return (normalized, passages, metadata) => {
    // The order may stand after the sections it governs: a first reading finds who is told, the second uses it.
    const first = new DirectiveReader(normalized, metadata, { actor: null, addressee: findExecutor(passages) });
    first.read(passages);
    return new DirectiveReader(normalized, metadata, first.umbrella).read(passages);
  };
}

interface Scope { actor: string | null; addressee: string | null }

class DirectiveReader {
  readonly #normalized: NormalizedText;
  readonly #metadata: Metadata;
  readonly #directives: Directive[] = [];
  #umbrella: Scope;
  /** Addressee named by a lead paragraph of a section, by the anchor of that section. */
  readonly #sectionAddressees = new Map<string, string>();
  #topicStem: string | null = null;
  /** The umbrella asks to spread the contents that follow: items without a verb are its topics. */
  #topicsFollow = false;

  constructor(normalized: NormalizedText, metadata: Metadata, umbrella: Scope) {
    this.#normalized = normalized;
    this.#metadata = metadata;
    this.#umbrella = umbrella;
  }

  /** Who orders whom in the whole dispatch, as far as read. */
  get umbrella(): Scope {
    return this.#umbrella;
  }

  read(passages: readonly Passage[]): Directive[] {
    const code = this.#metadata.type?.name === 'Thông tư' ? 'TTLT' : (this.#metadata.type?.code ?? 'CV');
    if (!ORDERING.has(code) && !REGULATING.has(code)) return [];
    for (const passage of passages) {
      if (passage.region !== null || passage.inTable || passage.paragraph.role === 'heading') continue;
      if (passage.ancestors.some((ancestor) => ancestor.type === 'attachment' && ancestor.kind === 'appendix')) continue;
      const stem = passage.anchor ?? '';
      if (stem.startsWith('mo-dau') || stem.startsWith('ket')) this.#readFrame(passage, stem.startsWith('ket'));
      else if (code !== 'BC' || headingsAbove(passage).some((heading) => PLAN_SECTION.test(foldLetters(heading)))) this.#readBody(passage, REGULATING.has(code));
    }
    return this.#directives;
  }

  /** Opening and closing paragraphs: the umbrella order, closing requests, contacts. */
  #readFrame(passage: Passage, closing: boolean): void {
    const { block } = passage.paragraph;
    for (const sentence of splitSentences(block.text)) {
      const text = block.text.slice(sentence.start, sentence.end);
      if (closing && CONTACT.test(text)) {
        this.#push(passage, sentence.start, sentence.end, 'contact', findModality(text) ?? 'conditional', null, this.#defaultAddressee());
        continue;
      }
      const order = findOrder(text);
      const parties = closing ? undefined : /(?<first>\p{Lu}[^,;:()]{5,80}?) (?:và|với) (?<second>\p{Lu}[^,;:()]{3,80}?)\s*\((?:sau đây )?(?:gọi|viết)[^()]{0,40}hai bên\)/u.exec(text)?.groups;
      if (parties) this.#umbrella = { actor: null, addressee: `${parties.first}; ${parties.second}` };
      if (!order) {
        if (closing && /^(?:Đề nghị|Yêu cầu|Giao|Nghiêm|Các)\s/u.test(text) && findModality(text)) this.#push(passage, sentence.start, sentence.end, 'closing', findModality(text) ?? 'imperative', null, this.#addresseeIn(text));
        else if (!closing && startsWithOrder(text) && this.#directives.length > 0) this.#push(passage, sentence.start, sentence.end, 'operative', 'imperative', null, this.#defaultAddressee());
        continue;
      }
      const addressee = addresseeAfter(text, order.modalEnd) ?? this.#defaultAddressee();
      if (closing) {
        this.#push(passage, sentence.start, sentence.end, 'closing', order.modality, order.actor, addressee);
      } else if (UMBRELLA_END.test(text)) {
        this.#umbrella = { actor: order.actor, addressee: this.#metadata.addressees.length > 0 && this.#metadata.addressees.length <= 12 ? this.#metadata.addressees.join('; ') : addressee };
        this.#topicsFollow = TOPIC_LEAD.test(text);
        this.#push(passage, sentence.start + order.start, sentence.end, 'umbrella', order.modality, order.actor, this.#metadata.addressees.length > 0 && this.#metadata.addressees.length <= 4 ? this.#metadata.addressees.join('; ') : addressee);
      } else {
        this.#push(passage, sentence.start + order.start, sentence.end, this.#directives.length === 0 && /:$/u.test(text) ? 'umbrella' : 'operative', order.modality, order.actor, addressee);
      }
    }
  }

  #readBody(passage: Passage, regulating: boolean): void {
    const { block, labelLength } = passage.paragraph;
    const headings = headingsAbove(passage);
    const section = sectionOf(headings);
    if (section === 'none') return;
    const stem = parentStem(passage);
    const sentences = splitOrders(block.text);
    const inTopics = this.#topicsFollow || this.#topicStem !== null && (passage.anchor ?? '').startsWith(`${this.#topicStem}.`) && passage.anchor !== `${this.#topicStem}.d1`;
    let previousTopic = false;
    let first: string | null = null;
    sentences.forEach((sentence, index) => {
      const start = index === 0 ? Math.max(sentence.start, labelLength) : sentence.start;
      if (start >= sentence.end) return;
      const text = block.text.slice(start, sentence.end);
      const modality = findModality(text);
      const imperative = startsWithOrder(text);
      const own = leadingActor(text.replace(/^Về [^:]{3,140}:\s+/u, '')) ?? toldUnit(text);
      if (/^(?:Giai đoạn|Đợt|Bước|Thời gian)\s?\d?/u.test(text) && section === 'schedule') {
        this.#push(passage, start, block.text.trimEnd().length, 'schedule', 'declarative', null, this.#addresseeFor(passage, headings, null));
        previousTopic = true;
        return;
      }
      if (section === 'schedule' && index > 0 && previousTopic) return;
      if (index === 0) first = own;
      const order = UMBRELLA_END.test(text) ? findOrder(text) : null;
      const told = order === null || order.actor === null ? null : addresseeAfter(text, order.modalEnd);
      if (order !== null && told !== null) {
        // "Ủy ban nhân dân phường yêu cầu các phòng tập trung thực hiện các nhiệm vụ sau:" at the head of a section.
        this.#sectionAddressees.set(stem, told);
        if (this.#umbrella.addressee === null) this.#umbrella = { actor: order.actor, addressee: told };
        this.#push(passage, start + order.start, sentence.end, 'umbrella', order.modality, order.actor, told);
        return;
      }
      const directive = this.#isDirective(text, { modality, imperative, own, section, regulating, inTopics });
      if (!directive) return;
      const kind = this.#kindOf(text, { section, inTopics, imperative, previousTopic });
      const addressee = this.#addresseeFor(passage, headings, own ?? (ASSIGNS.test(text) ? addresseeAfter(text, (ASSIGNS.exec(text)?.index ?? 0) + (ASSIGNS.exec(text)?.[0].length ?? 0)) : /^(?:Đề nghị|Yêu cầu)\s/u.test(text) ? addresseeAfter(text, text.indexOf(' ', text.indexOf(' ') + 1)) : responsibleUnit(text) ?? (index > 0 && imperative ? first : null)));
      previousTopic = kind === 'topic';
      if (UMBRELLA_END.test(text) && own !== null && /cần|yêu cầu|đề nghị|tập trung/u.test(text) && /(?:giải pháp|nhiệm vụ|nội dung) (?:sau|chủ yếu sau|cụ thể sau)\s*:$/u.test(text) && (modality !== null) && !imperative) {
        this.#sectionAddressees.set(stem, own);
        this.#push(passage, start, sentence.end, /cần|yêu cầu|đề nghị/u.test(text) ? 'umbrella' : 'operative', modality ?? 'imperative', null, own);
        return;
      }
      if (/:$/u.test(text) && addressee !== null && (own !== null || /^Giao\s/u.test(text))) this.#sectionAddressees.set(stem, addressee);
      this.#push(passage, start, sentence.end, kind, kind === 'criterion' ? 'criterion' : kind === 'topic' && isNominal(text) ? 'nominal' : (modality ?? 'imperative'), null, addressee);
      if (TOPIC_LEAD.test(text)) this.#topicStem = stem;
    });
  }

  #isDirective(text: string, facts: { modality: string | null; imperative: boolean; own: string | null; section: string; regulating: boolean; inTopics: boolean }): boolean {
    if (CONTACT.test(text) && !facts.imperative) return false;
    if (facts.regulating && facts.section !== 'requirement') {
      return /(?:chịu trách nhiệm thi hành|có trách nhiệm|nghiêm cấm|không được|(?<!\p{L})phải(?!\p{L})|^Giao\s|chủ trì)/iu.test(text);
    }
    if (facts.section === 'award') return facts.own !== null;
    if (facts.section === 'criterion') return text.length > 12;
    if (facts.section === 'requirement') return true;
    if (facts.inTopics && (facts.imperative || facts.own !== null || isNominal(text))) return true;
    if (/^(?:Giao|Yêu cầu|Đề nghị)\s/u.test(text)) return true;
    if (/(?:sửa đổi|bổ sung|thay thế|bãi bỏ)[^.]{0,120}(?:Điều|khoản|điểm|Thông tư|Nghị định|Quyết định|cụm từ)/iu.test(text) && facts.own === null) return false;
    if (/^Đánh giá cao|^Hoan nghênh|^Biểu dương nỗ lực|^Thời gian\s/u.test(text)) return false;
    if (/^\d|^[-+]/u.test(text) && !facts.modality) return facts.imperative;
    if (facts.imperative) return true;
    if (facts.own !== null) return true;
    return facts.modality !== null && facts.modality !== 'có thể' && text.length > 20;
  }

  #kindOf(text: string, facts: { section: string; inTopics: boolean; imperative: boolean; previousTopic: boolean }): Kind {
    if (facts.section === 'requirement') return 'requirement';
    if (facts.section === 'criterion') return leadingActor(text) !== null && !/^Thỏa ước/u.test(text) ? 'operative' : 'criterion';
    if (facts.inTopics && (TOPIC_START.test(text) || (facts.previousTopic && !facts.imperative))) return 'topic';
    if (ASSIGNS.test(text) || /(?:có trách nhiệm|(?<!dám )chịu trách nhiệm|(?<!\p{L})chủ trì(?!\p{L}))/iu.test(text)) return 'assignment';
    if (TOPIC_START.test(text) && isNominal(text)) return 'topic';
    return 'operative';
  }

  /** Own subject, else the unit a heading addresses, else what the section's lead named, else the umbrella's. */
  #addresseeFor(passage: Passage, headings: readonly string[], own: string | null): string | null {
    if (own !== null) return own;
    for (const heading of [...headings].reverse()) {
      const unit = addressedUnit(heading);
      if (unit) return unit;
    }
    for (let stem = parentStem(passage); stem !== ''; stem = stem.slice(0, Math.max(0, stem.lastIndexOf('.')))) {
      const named = this.#sectionAddressees.get(stem);
      if (named) return named;
    }
    return this.#defaultAddressee();
  }

  #defaultAddressee(): string | null {
    if (this.#metadata.type?.code === 'BC' || this.#metadata.type?.code === 'TTr') return null;
    if (this.#metadata.addressees.length > 0) return this.#metadata.addressees.join('; ');
    const inTitle = /(?:trong|tại|đối với|cho)\s+(?<units>(?:các\s+)?(?:cấp công đoàn|công đoàn|đoàn viên|cơ quan|đơn vị|cán bộ|ngành|trường|hệ thống)[^“”,;]*?)(?:\s+(?:giai đoạn|năm|nhiệm kỳ|đến)\s.*)?$/iu.exec(this.#metadata.subject ?? '')?.groups?.units;
    return inTitle ?? this.#umbrella.addressee;
  }

  #addresseeIn(text: string): string | null {
    return addresseeAfter(text, /^(?:Đề nghị|Yêu cầu|Giao)\s/u.exec(text)?.[0].length ?? 0) ?? this.#defaultAddressee();
  }

  #push(passage: Passage, start: number, end: number, kind: Kind, modality: string, actor: string | null, addressee: string | null): void {
    const { block } = passage.paragraph;
    const text = block.printed.slice(start, end).trim();
    if (!/\p{L}/u.test(text)) return;
    this.#directives.push({
      anchor: passage.anchor, line: this.#normalized.lines.pointAt(this.#normalized.toSource[block.offsets[start] ?? 0] ?? 0).line,
      text, actor, addressee: addressee?.replace(/\s+/gu, ' ') ?? null, modality, kind, deadline: readDeadline(text), period: null, frequency: readFrequency(text),
    });
  }
}

/** Sentences, cut once more where a semicolon is followed by an order of its own: `…; Triển khai thực hiện …`. */
function splitOrders(text: string): { start: number; end: number }[] {
  return splitSentences(text).flatMap((sentence) => {
    const parts: { start: number; end: number }[] = [];
    let start = sentence.start;
    for (const match of text.slice(sentence.start, sentence.end).matchAll(/;\s+(?=\p{Lu}\p{Ll})/gu)) {
      const next = sentence.start + match.index + match[0].length;
      if (!startsWithOrder(text.slice(next, next + 60)) || /^\p{Lu}[\p{L}\s]{2,24}\s(?:số\s)?\d/u.test(text.slice(next, next + 50))) continue;
      parts.push({ start, end: sentence.start + match.index + 1 });
      start = next;
    }
    return [...parts, { start, end: sentence.end }];
  });
}

function sectionOf(headings: readonly string[]): Section {
  for (const heading of [...headings].reverse()) {
    const folded = foldLetters(heading);
    if (addressedUnit(heading)) continue;
    const found = SECTIONS.find(([pattern]) => pattern.test(folded));
    if (found) return found[1];
  }
  return 'content';
}

/** "Đối với Công đoàn cơ sở", "Sở Tài chính", "Bộ phận Tuyên giáo": headings that name who must act. */
function addressedUnit(heading: string): string | null {
  const explicit = /^(?:Đối với|ĐỐI VỚI|Giao|Trách nhiệm của|Đề nghị)\s+(?<unit>.+?)\s*:?$/u.exec(heading)?.groups?.unit;
  if (explicit) return explicit;
  return isUnitName(heading) && heading.length < 140 && !/[.;]$/u.test(heading) ? heading.replace(/\s*:$/u, '') : null;
}

/** Anchor of the item that holds the passage, without its own `.d1` or `.g2`. */
function parentStem(passage: Passage): string {
  return (passage.anchor ?? '').replace(/\.[dgcb]\d+(?:\.r\d+)?$/u, '');
}

/** Who carries out the paper: `Giao Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết này`. */
function findExecutor(passages: readonly Passage[]): string | null {
  for (const passage of passages) {
    if (passage.region !== null) continue;
    const match = /(?:^|\s)[Gg]iao\s+(?<unit>\p{Lu}[^.;:]{3,120}?)\s+(?:tổ chức|triển khai|căn cứ|chịu trách nhiệm|có trách nhiệm)[^.;]{0,80}(?:Nghị quyết|Quyết định|Kế hoạch|Chương trình|Chỉ thị) này/u.exec(passage.paragraph.block.text);
    if (match?.groups?.unit) return match.groups.unit;
  }
  return null;
}

/** The clause `X yêu cầu Y …` of a sentence: where it starts, who orders, how. */
function findOrder(text: string): { start: number; actor: string | null; modality: string; modalEnd: number } | null {
  const match = /(?:^|[;,.]\s+|”\s*,\s*)(?<actor>\p{Lu}[^;:“”]{2,140}?)\s+(?<modality>yêu cầu|đề nghị|giao|nghiêm cấm)\s/u.exec(text)
    ?? (UMBRELLA_END.test(text) ? /(?:^|[;,.]\s+|”\s*,\s*)(?<actor>\p{Lu}[^;:“”]{2,140}?)\s+(?<modality>hướng dẫn|chỉ đạo|phân công)\s/u.exec(text) : null);
  if (match?.groups) {
    const raw = match.groups.actor ?? '';
    const actor = raw.split(/,\s+(?=\p{Lu})/u).at(-1) ?? raw;
    const start = match.index + match[0].indexOf(raw) + raw.lastIndexOf(actor);
    return { start, actor, modality: match.groups.modality ?? '', modalEnd: match.index + match[0].length };
  }
  const bare = /(?:^|[,;]\s+)(?<modality>[Đđ]ề nghị|[Yy]êu cầu)\s/u.exec(text);
  return bare?.groups ? { start: 0, actor: null, modality: (bare.groups.modality ?? '').toLowerCase(), modalEnd: bare.index + bare[0].length } : null;
}

/** `Đối với các xã, phường ven biển, nghiêm cấm …`, `Khuyến khích doanh nghiệp nhận …`: a unit told without being the subject. */
function toldUnit(text: string): string | null {
  const regarding = /^Đối với (?<unit>[^,;:.]{3,80}(?:, [\p{Ll}][^,;:.]{2,40})?),\s+(?=\p{Ll})/u.exec(text)?.groups?.unit;
  if (regarding !== undefined && isUnitName(regarding)) return regarding;
  const encouraged = /^Khuyến khích\s+/u.exec(text);
  const unit = encouraged && addresseeAfter(text, encouraged[0].length);
  return unit && unit.length < 80 && isUnitName(unit) ? unit : null;
}

/** Who is told: the words after the modal up to the verb. */
function addresseeAfter(text: string, from: number): string | null {
  const rest = text.slice(from, from + 400);
  const end = rest.search(/\s(?:thực hiện|triển khai|tổ chức|nghiêm túc|tập trung|quan tâm|chỉ đạo|khẩn trương|chủ động|căn cứ|phối hợp|báo cáo|gửi|xây dựng|tiếp tục|tăng cường|rà soát|nghiên cứu|có ý kiến|thông báo|là đơn vị|chủ trì|theo dõi|hướng dẫn|phổ biến|quán triệt|cử|lập|đôn đốc|kiểm tra|tham mưu|trả lời|xem xét|đẩy mạnh|cần|phải|nhận(?! khoán)|lắp|mua|trang bị|đưa|mở|dành|nộp|hỗ trợ|bố trí|hoàn thành|ban hành|đăng ký|kịp thời|giúp|quy định)(?!\p{L})|[:.]/u);
  const unit = (end < 0 ? rest : rest.slice(0, end)).replace(/[\s,]+$/u, '').replace(/^(?:(?:giao|cho|đối với)\s+)+/u, '').trim();
  return unit.length > 300 || /^(?:các|những) (?:văn bản|nội dung|nhiệm vụ|giải pháp|vấn đề)/u.test(unit) || !canBeTold(unit) ? null : cutAtVerb(unit);
}
