/**
 * Reads the head of a dispatch: issuer, national heading, number, place and date, type and title or V/v, marks, addressees.
 * Parts are found by what they say, not by where they stand: a two-column page may have been read row by row.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I (sơ đồ bố trí); samples 001 (date before V/v), 004
 */
import type { NormalizedText } from '../normalize/index.ts';
import { foldLetters } from '../../domain/vietnamese.ts';
import { makeBlock, type Block } from './blocks.ts';
import { isFurniture, isRule } from './constructs/furniture.ts';
import { readLabel } from './constructs/label.ts';
import { isMostlyUpperCase } from './patterns/upper-case.ts';
import { readNationalHeading } from './constructs/national-heading.ts';
import { readNumberLine, type NumberLine } from './constructs/document-number-line.ts';
import { readPlaceAndDate, type PlaceAndDate } from './constructs/place-and-date.ts';
import { readTypeLine, type TypeFinder } from './constructs/type-line.ts';
import { joinMarkedLines, splitColumns, type Line } from './lines.ts';
import type { ParagraphDraft, RegionDraft } from './skeleton.ts';
import type { RegionKind } from '../tree/nodes.ts';
import type { DocumentTypeRow } from '../../domain/registry.ts';

export interface Header {
  readonly regions: readonly RegionDraft[];
  /** Index of the first line that is not part of the head. */
  readonly next: number;
  readonly number: NumberLine | null;
  readonly placeAndDate: PlaceAndDate | null;
  readonly type: DocumentTypeRow | null;
  /** Title words as printed, lines joined; `null` when none. */
  readonly subject: string | null;
  /** Lines above the number that name organs, as printed. */
  readonly issuerLines: readonly { text: string; strong: boolean }[];
  readonly authority: string | null;
  readonly heading: 'state' | 'party' | null;
  readonly marks: readonly string[];
  readonly addressees: readonly string[];
}

const SECRECY = /^(?:TUYỆT MẬT|TỐI MẬT|MẬT|DỰ THẢO(?:\s+LẦN\s+\d+)?|LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI)$/u;
const URGENCY = /^(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)(?:\s+HẸN GIỜ)?$/u;
const SUBJECT_LEAD = /^(?:V\s?\/\s?[vV]|[vV]\/\s?v)\s*[:.]?\s*/u;
const BODY_OPENER = /^(?:Căn cứ|Thực hiện|Triển khai|Theo |Xét |Để |Nhằm |Trên cơ sở|Tiếp theo|Tiếp tục|Ngày \d|Trả lời|Phúc đáp|Sau khi|Qua |Trong |Thời gian|Hiện nay|Nhân dịp|Vừa qua|Được sự|Với |Trước |Kính thưa|Từ ngày|Năm \d{4})/u;
const AUTHORITY = /^(?:thu tuong|chu tich|uy ban|hoi dong|bo truong|tong giam doc|giam doc|chu nhiem|thong doc|vien truong|hieu truong|hieu truong|bi thu|quoc hoi|chinh phu|tong lien doan|doan chu tich|ban thuong vu|ban chap hanh|tong kiem toan|chanh an|tong thanh tra|cuc truong|tong cuc truong|truong ban|ban bi thu|bo chinh tri|hoi nghi|dai hoi|bch|lien doan lao dong|so |bo )/u;
const ADDRESSEE_LEAD = /^(?:K[ií]nh\s+(?:g[ửưuữứ]i|chuyển|trình)\s*[:;,.]?|\p{Lu}[\p{L}\s]{3,90}\sđiện\s*:)\s*/u;
const MAX_HEADER_LINES = 70;
const FOLDED_LEAD = /^k.{0,2}nh\s+g[a-z]{1,4}i\s*[:;]/u;
const ORGAN_START = /^(?:(?:[IVX]+\s)?(?:uy ban|ubnd|hoi dong|hdnd|lien doan|ldld|cong doan|tong lien doan|tong cong|tong cuc|cuc |ban |van phong|dang |tinh uy|thanh uy|huyen uy|quan uy|dang uy|chi bo|truong |trung tam|cong an|hoi |mat tran|doan |vien |benh vien|phong |toa an|thanh tra|thu tuong|chinh phu|quoc hoi|chu tich|kho bac|bao hiem|ngan hang|nha xuat ban|cong ty|tap doan|chi cuc|tram |nha van hoa|dai hoc|hoc vien|tinh |thanh pho|huyen |xa |phuong |thi xa))/u;

type Column = { kind: RegionKind; gapAllowed: boolean } | null;

export function parseHeader(normalized: NormalizedText, lines: readonly Line[], findType: TypeFinder): Header {
  const joined = joinMarkedLines(normalized, lines.slice(0, MAX_HEADER_LINES * 2));
  const header = new HeaderReader(normalized, joined.map((entry) => entry.line), findType).read();
  return { ...header, next: joined.slice(0, header.next).reduce((sum, entry) => sum + entry.count, 0) };
}

class HeaderReader {
  readonly #normalized: NormalizedText;
  readonly #lines: readonly Line[];
  readonly #findType: TypeFinder;
  readonly #regions: RegionDraft[] = [];
  readonly #issuerLines: { text: string; strong: boolean }[] = [];
  readonly #marks: string[] = [];
  #number: NumberLine | null = null;
  #placeAndDate: PlaceAndDate | null = null;
  #type: DocumentTypeRow | null = null;
  #subjectParts: string[] = [];
  #authority: string | null = null;
  #heading: 'state' | 'party' | null = null;
  #addressees: string[] = [];
  #last: Column = null;
  #sawSubjectLead = false;

  constructor(normalized: NormalizedText, lines: readonly Line[], findType: TypeFinder) {
    this.#normalized = normalized;
    this.#lines = lines;
    this.#findType = findType;
  }

  read(): Header {
    let index = 0;
    const anchorLine = this.#findAnchorLine();
    for (; index < this.#lines.length && index < MAX_HEADER_LINES; index++) {
      const line = this.#lines[index];
      if (!line) break;
      if (isAddresseeLead(line.text)) {
        index = this.#readAddressees(index);
        break;
      }
      const taken = this.#readRow(index, anchorLine);
      if (taken === 0) break;
      index += taken - 1;
    }
    return {
      regions: this.#regions, next: index, number: this.#number, placeAndDate: this.#placeAndDate, type: this.#type,
      subject: this.#subjectParts.length > 0 ? this.#subjectParts.join(' ').replace(/\s+/gu, ' ').trim() : null,
      issuerLines: this.#issuerLines, authority: this.#authority, heading: this.#heading, marks: this.#marks, addressees: this.#addressees,
    };
  }

  /** Last line of the head that is surely one (number, date, type, V/v); lines before it may be organs. -1 when the head is lost. */
  #findAnchorLine(): number {
    let anchor = -1;
    for (let index = 0; index < Math.min(this.#lines.length, 45); index++) {
      const line = this.#lines[index];
      if (!line) break;
      if (anchor >= 0 && (index > anchor + 14 || BODY_OPENER.test(line.text) || /^N[ơo]i nhận/u.test(line.text) || ['article', 'chapter', 'part', 'section'].includes(readLabel(line.text)?.style ?? ''))) break;
      if (isAddresseeLead(line.text)) return Math.max(anchor, index);
      const cells = splitColumns(line);
      if (cells.some((cell) => readNumberLine(cell.text) || readPlaceAndDate(cell.text) || SUBJECT_LEAD.test(cell.text) || readNationalHeading(cell.text)
        || (readTypeLine(cell.text, this.#findType) && isMostlyUpperCase(cell.text)))) anchor = index;
    }
    return anchor;
  }

  /** Reads one printed row. @returns lines taken, 0 when the head ends before it */
  #readRow(index: number, anchorLine: number): number {
    const line = this.#lines[index];
    if (!line) return 0;
    if (isRule(line.text) || isFurniture(line, this.#lines[index - 1], this.#lines[index + 1])) {
      if (index > anchorLine && !this.#bodyFollowsTitle(index)) return this.#last === null ? 0 : this.#furniture(line);
      return this.#furniture(line);
    }
    const joined = this.#readJoinedDate(index);
    if (joined > 0) return joined;
    const cells = splitColumns(line);
    let placed = false;
    for (const cell of cells) {
      const kind = this.#classify(cell, index, anchorLine, cells.length > 1);
      if (kind === null && !placed) return 0;
      this.#place(kind ?? 'unplaced', cell);
      placed = true;
    }
    return 1;
  }

  /** A date broken over two or three lines: `Hà Nội, ngày 20` / `tháng 11 năm 2025`. */
  #readJoinedDate(index: number): number {
    const first = this.#lines[index];
    if (!first || this.#placeAndDate || readPlaceAndDate(first.text) || readNationalHeading(first.text)) return 0;
    const words: string[] = [first.text];
    for (let count = 2; count <= 3; count++) {
      const next = this.#lines[index + count - 1];
      if (!next || next.blanksBefore > 0) return 0;
      words.push(next.text);
      const date = readPlaceAndDate(words.join(' '));
      if (!date) continue;
      this.#placeAndDate = date;
      this.#open('place-date', 'dau.dia-danh-ngay', null).children.push(this.#paragraph(makeBlock(this.#normalized, this.#lines.slice(index, index + count), 'text')));
      this.#last = { kind: 'place-date', gapAllowed: false };
      return count;
    }
    return 0;
  }

  #classify(cell: Line, index: number, anchorLine: number, inColumns: boolean): RegionKind | null {
    const { text } = cell;
    if (SECRECY.test(text)) return 'secrecy';
    if (URGENCY.test(text)) return 'urgency';
    if (readNationalHeading(text) && index <= anchorLine) return 'national-heading';
    if (!this.#number && readNumberLine(text)) return 'number';
    if (!this.#placeAndDate && readPlaceAndDate(text)) return 'place-date';
    if (!this.#type && !this.#sawSubjectLead && (SUBJECT_LEAD.test(text) || this.#isPartySubject(cell))) return 'subject';
    if (!this.#type && !this.#sawSubjectLead && readTypeLine(text, this.#findType) && (isMostlyUpperCase(text) || this.#isEmphasised(cell))) return 'type';
    if (this.#last?.kind === 'subject' && this.#continuesSubject(cell, index, inColumns)) return 'subject';
    if (this.#last?.kind === 'type' && !BODY_OPENER.test(text)) return readLabel(text)?.style === 'article' ? null : 'subject';
    if (this.#number === null && !this.#type && this.#isEmphasised(cell) && readTypeLine(text.replace(/\s+S[Ốố].*$/u, ''), this.#findType)) return 'type';
    if (this.#subjectParts.length > 0 && this.#authority === null && this.#isAuthority(text, index)) return 'enacting';
    if (this.#last?.kind === 'enacting' && isMostlyUpperCase(text) && !BODY_OPENER.test(text) && !readLabel(text)) return 'enacting';
    if (index <= anchorLine && !this.#type && !BODY_OPENER.test(text) && text.length < 120) {
      const organ = isMostlyUpperCase(text) || (text.split(' ').length <= 12 && (ORGAN_START.test(foldLetters(text)) || /^(?:Bộ|Sở)\s/u.test(text)));
      if (organ && (this.#last?.kind === 'issuer' || this.#last?.kind === 'national-heading' || (this.#last?.kind === 'unplaced' && !this.#namesIssuerAboveNumber()) || this.#last === null || inColumns)) return 'issuer';
      return isMostlyUpperCase(text) && !this.#number ? 'issuer' : this.#sawSubjectLead ? 'subject' : 'unplaced';
    }
    if (index < anchorLine && this.#regions.every((region) => region.kind === 'unplaced')) return 'unplaced';
    return index <= anchorLine && text.length < 120 && !BODY_OPENER.test(text) ? 'unplaced' : null;
  }

  /** The issuer stands above its number: what follows scraps below both is a stamp (`CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ` / `ĐẾN`). */
  #namesIssuerAboveNumber(): boolean {
    return this.#number !== null && this.#issuerLines.length > 0;
  }

  #continuesSubject(cell: Line, index: number, inColumns: boolean): boolean {
    const { text } = cell;
    if (this.#subjectParts.length === 0) return true;
    const last = this.#subjectParts.at(-1) ?? '';
    if (this.#sawSubjectLead) {
      if (cell.blanksBefore > 0 && !/^\p{Ll}|^\d/u.test(text)) return false;
      return !BODY_OPENER.test(text) && !/[.;:]$/u.test(last) && (inColumns || text.length < 90);
    }
    if (this.#isAuthority(text, index) || BODY_OPENER.test(text) || /[.;:]$/u.test(last)) return false;
    if (readLabel(text) && readLabel(text)?.style !== 'bullet') return false;
    const titleUpper = isMostlyUpperCase(last) || /^\p{Lu}$/u.test(last.trim());
    if (cell.blanksBefore > 0) return /^\p{Ll}/u.test(text) || (titleUpper && isMostlyUpperCase(text) && this.#subjectParts.length < 6) || (this.#isEmphasised(cell) && text.length < 110 && !/[.;:]$/u.test(text));
    if (titleUpper !== isMostlyUpperCase(text)) return /^\p{Ll}|^[-–]/u.test(text) || (/^\(/u.test(text) && text.length < 120) || (text.length < 90 && !/[.;:]$/u.test(text) && this.#isEmphasised(cell));
    return text.length < 160;
  }

  #isAuthority(text: string, index: number): boolean {
    if (!isMostlyUpperCase(text) || !AUTHORITY.test(foldLetters(text))) return false;
    for (let ahead = index + 1; ahead <= index + 4; ahead++) {
      const next = this.#lines[ahead];
      if (!next) return false;
      if (/^(?:Căn cứ|Xét|Theo|Thực hiện)\s/u.test(next.text)) return true;
      if (!isMostlyUpperCase(next.text) && !isRule(next.text)) return false;
    }
    return false;
  }

  /** A Party letter has no `V/v`: `về việc …` in italics stands under its number. */
  #isPartySubject(cell: Line): boolean {
    return this.#number !== null && /^CV\//u.test(this.#number.symbol ?? '') && /^[Vv]ề\s+\p{Ll}/u.test(cell.text) && cell.text.length < 120;
  }

  #isEmphasised(cell: Line): boolean {
    return (this.#normalized.emphasis[cell.start] ?? 0) > 0 && (this.#normalized.emphasis[cell.end - 1] ?? 0) > 0;
  }

  #bodyFollowsTitle(index: number): boolean {
    return this.#subjectParts.length > 0 && index < this.#lines.length;
  }

  #place(kind: RegionKind, cell: Line): void {
    const block = makeBlock(this.#normalized, [cell], 'text');
    const paragraph = this.#paragraph(block, kind === 'subject' ? (SUBJECT_LEAD.exec(block.text)?.[0].length ?? 0) : 0);
    if (kind === 'national-heading') {
      this.#heading ??= readNationalHeading(cell.text);
      this.#open(kind, 'dau.quoc-hieu', null).children.push(paragraph);
    } else if (kind === 'number') {
      this.#number = readNumberLine(cell.text);
      this.#open(kind, 'dau.so', null).children.push(paragraph);
    } else if (kind === 'place-date') {
      this.#placeAndDate = readPlaceAndDate(cell.text);
      this.#open(kind, 'dau.dia-danh-ngay', null).children.push(paragraph);
    } else if (kind === 'type') {
      const read = readTypeLine(cell.text, this.#findType);
      this.#type = read?.row ?? null;
      this.#open(kind, 'dau.ten-loai', block.printed).children.push(paragraph);
      if (read?.rest) this.#subjectParts.push(block.printed.slice(block.printed.length - read.rest.length));
    } else if (kind === 'subject') {
      const lead = SUBJECT_LEAD.exec(block.text)?.[0] ?? '';
      if (lead && this.#subjectParts.length === 0) this.#sawSubjectLead = true;
      this.#placeSubject(cell, paragraph);
      this.#subjectParts.push(block.printed.slice(lead.length));
    } else if (kind === 'secrecy' || kind === 'urgency') {
      this.#marks.push(cell.text);
      this.#open(kind, kind === 'secrecy' ? 'dau.do-mat' : 'dau.do-khan', null).children.push(paragraph);
    } else if (kind === 'issuer') {
      this.#issuerLines.push({ text: block.printed, strong: ((this.#normalized.emphasis[cell.start] ?? 0) & 1) > 0 });
      this.#open(kind, 'dau.co-quan', null).children.push(paragraph);
    } else if (kind === 'enacting') {
      this.#authority = this.#authority === null ? block.printed : `${this.#authority} ${block.printed}`;
      this.#open(kind, null, null).children.push(paragraph);
    } else {
      this.#open('unplaced', null, null).children.push(paragraph);
    }
    this.#last = { kind, gapAllowed: false };
  }

  /** Lines of one title are one paragraph, unless another part of the head stands between them. */
  #placeSubject(cell: Line, paragraph: ParagraphDraft): void {
    const region = this.#open('subject', 'dau.trich-yeu', this.#sawSubjectLead ? 'V/v' : null);
    const last = region.children.at(-1);
    if (last && last.role === 'line') region.children[region.children.length - 1] = { ...last, block: makeBlock(this.#normalized, [...last.block.lines, cell], 'text') };
    else region.children.push(paragraph);
  }

  #furniture(line: Line): number {
    const block = makeBlock(this.#normalized, [line], 'furniture');
    const region = this.#regions.at(-1) ?? this.#open('unplaced', null, null);
    region.children.push({ type: 'paragraph', anchor: null, role: 'furniture', block, labelLength: 0 });
    return 1;
  }

  #paragraph(block: Block, labelLength = 0): ParagraphDraft {
    return { type: 'paragraph', anchor: null, role: 'line', block, labelLength };
  }

  /** The region to write into: the open one of this kind, or a new one, whose anchor is given once. */
  #open(kind: RegionKind, anchor: string | null, label: string | null): RegionDraft {
    const last = this.#regions.at(-1);
    if (last?.kind === kind) return last;
    const region: RegionDraft = { type: 'region', kind, anchor: anchor !== null && this.#regions.some((other) => other.anchor === anchor) ? null : anchor, label, children: [] };
    this.#regions.push(region);
    return region;
  }

  /** Reads `Kính gửi:` and its list. @returns index of the first line after it */
  #readAddressees(start: number): number {
    const region = this.#open('addressees', 'kinh-gui', 'Kính gửi:');
    const entries: Line[][] = [];
    // Rules between the entries, each with the number of entries before it.
    const rules: { line: Line; before: number }[] = [];
    let index = start;
    for (; index < this.#lines.length; index++) {
      const line = this.#lines[index];
      if (!line) break;
      const previous = entries.at(-1)?.at(-1);
      if (index > start && this.#endsAddressees(line, previous, entries)) break;
      if (isRule(line.text)) {
        rules.push({ line, before: entries.length });
        continue;
      }
      const bullet = readLabel(line.text)?.style === 'bullet' || readLabel(line.text)?.style === 'plus';
      const continues = index > start && !bullet && previous && rules.at(-1)?.before !== entries.length && line.blanksBefore === 0 && !/[;.:]$/u.test(previous.text) && !isLoneLead(previous.text);
      if (continues) entries.at(-1)?.push(line);
      else entries.push([line]);
    }
    entries.forEach((entry, place) => {
      for (const rule of rules) if (rule.before === place) this.#furniture(rule.line);
      const block = makeBlock(this.#normalized, entry, 'text');
      const lead = (ADDRESSEE_LEAD.exec(block.text) ?? FOLDED_LEAD.exec(foldLetters(block.text)))?.[0].length ?? 0;
      const bullet = lead === 0 ? (readLabel(block.text)?.length ?? 0) : lead + (readLabel(block.text.slice(lead))?.length ?? 0);
      region.children.push({ type: 'paragraph', anchor: null, role: 'line', block, labelLength: bullet });
      const name = block.printed.slice(bullet).replace(/[\s;.,:]+$/u, '').trim();
      if (name !== '' && !/^\(?(?:Đ\/c|Địa chỉ|Mã số thuế|MST)\s*[.:]?/u.test(name)) this.#addressees.push(name);
    });
    for (const rule of rules) if (rule.before === entries.length) this.#furniture(rule.line);
    return index;
  }

  #endsAddressees(line: Line, previous: Line | undefined, entries: readonly (readonly Line[])[]): boolean {
    const { text } = line;
    const label = readLabel(text);
    if (label?.style === 'bullet' || label?.style === 'plus') return previous !== undefined && /\.$/u.test(previous.text) && text.length > 160;
    if (BODY_OPENER.test(text) || (label && label.style !== 'letter')) return true;
    if (previous && /[.]$/u.test(previous.text) && entries.length > 0 && !isLoneLead(previous.text)) return true;
    if (text.length > 110) return true;
    if (previous && line.blanksBefore > 0) return !/[;:]$/u.test(previous.text) && entries.length > 0 && !isLoneLead(previous.text);
    return false;
  }
}

/** `Kính gửi:`, also as a bad scan has it (`Kinh grri:`). */
function isAddresseeLead(text: string): boolean {
  return ADDRESSEE_LEAD.test(text) || (text.length < 60 && FOLDED_LEAD.test(foldLetters(text)));
}

/** `Kính gửi:` alone on its line. */
function isLoneLead(text: string): boolean {
  return ADDRESSEE_LEAD.exec(`${text} `)?.[0].trim() === text.trim();
}
