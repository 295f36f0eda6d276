/**
 * Finds every numbered citation in one passage: where it stands, its number, type, date, issuer and title, and what stands inside its title.
 *
 * @source domain guide 4.1 (grammar and title end), 4.2; samples 001 line 16 (list of five), 004 line 28 (nested)
 */
import type { DocumentTypeRow, Registry } from '../../../domain/registry.ts';
import { formatPartialDate, type PartialDate } from '../../../domain/partial-date.ts';
import { foldLetters } from '../../../domain/vietnamese.ts';
import { buildKnownMarks, buildTypePattern, DATE, ISSUER_END, ISSUER_LEAD, NUMBER, PROVISION, TITLE_LEAD, TITLE_VERB } from './patterns.ts';

export interface FoundCitation {
  /** Units of the passage: the mention itself, from type word to end of number or name. */
  readonly start: number;
  readonly end: number;
  /** Where the number itself begins. */
  readonly numberStart: number;
  /** End of everything that belongs to it: date, issuer, title. */
  readonly extent: number;
  /** Printed order, blanks out, plain scan errors mended; `null` for a law cited by name. */
  readonly number: string | null;
  readonly type: DocumentTypeRow | null;
  readonly typeName: string | null;
  readonly date: PartialDate | null;
  readonly issuer: string | null;
  readonly title: string | null;
  readonly titleStart: number;
  readonly provision: string | null;
  /** Index in the same list of the citation whose title holds this one; -1 when none. */
  readonly parent: number;
  readonly inDefinition: boolean;
  /** Member of a list whose type and issuer stand once before it. */
  readonly shared: boolean;
}

export type CitationScanner = (text: string, printed: string) => FoundCitation[];

interface Head { start: number; type: DocumentTypeRow | null; typeName: string | null; lawName: string | null; sharedIssuer: string | null; shared?: boolean }

/** Makes the scanner of one registry. Linear: each pattern looks at a bounded stretch. */
export function createCitationScanner(registry: Registry): CitationScanner {
  const typePattern = buildTypePattern(registry);
  const typeBefore = new RegExp(String.raw`(?<![\p{L}]|phap\s)(?<type>${typePattern})(?<glue>(?:\s+(?:cua|lien tich|hanh dong|lien nganh|phoi hop))?\s+(?:s[o06&]{1,2}\s*:?\s*)?|\s*\(so\s*|(?:\s+(?:thanh tra|tham tra|kiem tra|giam sat|tham dinh|khao sat|cong tac|tong the|chung|ca biet|ket luan|chi dao))+\s+so\s*:?\s*)$`, 'u');
  const lawBefore = /(?<![\p{L}])(?<type>Bộ luật|Luật|Pháp lệnh|Bộ Luật)\s+(?<name>\p{Lu}[^;.()“”:\d]{2,140}?)\s*,?\s+(?:số\s*:?\s*)$/u;
  // các Nghị định của Chính phủ: số 78/2025/NĐ-CP …; số 79/2025/NĐ-CP … (type and issuer stand once, before the list)
  const sharedLead = new RegExp(String.raw`(?:cac|nhung)\s+(?<type>${typePattern})(?:\s+cua\s+(?<issuer>[^:;.]{2,80}?))?\s*:\s*(?:-\s*)?(?:so\s*:?\s*)?$`, 'du');
  const listGlue = /^\s*(?:,|;|và|hoặc|,\s*và|-)\s*(?:số\s*:?\s*)?$/u;
  const nextType = new RegExp(String.raw`,\s+(?:va\s+)?(?:cac\s+)?(?:${typePattern})\s+(?:so\s+)?\d`, 'u');
  // … về thực hiện Nghị quyết … và Chương trình hành động số 10-CTr/TU ngày …; …, tiếp theo Công văn số …: a citation beside the first, not inside its title
  const sibling = new RegExp(String.raw`\s+va\s+(?=(?:${typePattern})\s+(?:so\s+)?\d\S*,?\s+ngay\s)|,\s+(?=(?:tiep theo|can cu|thuc hien|theo|tren co so)\s+(?:${typePattern})\s)`, 'u');
  const ends: TitleEnds = { nextType, sibling };
  const types = new Map(registry.documentTypes.flatMap((row) => [row.name, ...row.variations].map((name) => [foldLetters(name).replace(/\s+/gu, ' '), row] as const)).reverse());
  const typeByCode = new Map([...registry.documentTypes].reverse().map((row) => [foldLetters(row.code), row] as const));
  const marks = buildKnownMarks(registry);

  return function scan(text, printed) {
    const found: FoundCitation[] = [];
    // Farthest end of any citation up to this place.
    const reach: number[] = [];
    const folded = foldLetters(text);
    for (const match of text.matchAll(NUMBER)) {
      const numberStart = match.index;
      const numberEnd = numberStart + match[0].length;
      const head = readHead(text, folded, numberStart, found.findLast((other) => other.parent < 0) ?? found.at(-1));
      const symbol = match.groups?.symbol ?? '';
      if (!acceptsSymbol(symbol, head, match.groups?.serial ?? '')) continue;
      const tail = readTail(text, folded, printed, numberEnd, ends);
      const number = mendNumber(match[0]);
      const symbolType = typeByCode.get(foldLetters(symbol.split(/[-/]/u)[0] ?? ''));
      let parent = found.length - 1;
      while (parent >= 0 && (reach[parent] ?? 0) > numberStart && !holds(found[parent], head.start, numberStart)) parent--;
      if ((reach[parent] ?? 0) <= numberStart) parent = -1;
      const before = text.slice(Math.max(0, head.start - 160), head.start);
      const proposer = tail.issuer ?? readProposer(before, printed, head.start) ?? head.sharedIssuer;
      found.push({
        start: head.start, end: numberEnd, numberStart, extent: tail.end, number, type: head.type ?? symbolType ?? null, typeName: head.typeName,
        date: tail.date, issuer: proposer, title: tail.title ?? head.lawName, titleStart: tail.titleStart,
        provision: PROVISION.exec(before)?.[0].trim() ?? null, parent,
        shared: head.shared === true,
        inDefinition: /(?:gọi (?:tắt|chung)?\s?(?:là|tắt:)|viết tắt(?: là)?|gọi là)\s*:?\s*[“"]?\s*$/u.test(before),
      });
      reach.push(Math.max(reach.at(-1) ?? 0, tail.end));
    }
    return shareIssuers(found, text);
  };

  function readHead(text: string, folded: string, at: number, previous: FoundCitation | undefined): Head {
    const from = Math.max(0, at - 60);
    const typed = typeBefore.exec(folded.slice(from, at));
    const name = typed?.groups ? text.slice(from + typed.index, from + typed.index + (typed.groups.type ?? '').length) : '';
    if (typed && !/^(?:luật|lệnh)$/u.test(name)) {
      return { start: from + typed.index, type: types.get(foldLetters(name).replace(/\s+/gu, ' ')) ?? null, typeName: name, lawName: null, sharedIssuer: null };
    }
    const from190 = Math.max(0, at - 190);
    const wide = text.slice(from190, at);
    for (const start of lawStarts(wide)) {
      const law = lawBefore.exec(wide.slice(start));
      if (!law?.groups || law.index !== 0) continue;
      const name = law.groups.type ?? '';
      return { start: from190 + start, type: types.get(foldLetters(name)) ?? null, typeName: name, lawName: `${name} ${law.groups.name ?? ''}`.trim(), sharedIssuer: null };
    }
    if (previous && previous.end <= at && (listGlue.test(text.slice(previous.end, at)) || (previous.extent <= at && previous.typeName !== null && previous.title === null && listGlue.test(text.slice(previous.extent, at))) || (previous.shared && /[;,]\s*(?:và\s+)?(?:Luật\s+)?số\s*:?\s*$/u.test(text.slice(Math.max(previous.end, at - 12), at))))) {
      return { start: at, type: previous.type, typeName: previous.typeName, lawName: null, sharedIssuer: previous.shared ? previous.issuer : null, shared: previous.shared };
    }
    const listFrom = Math.max(0, at - 160);
    const list = sharedLead.exec(folded.slice(listFrom, at));
    if (list?.groups) {
      const issuerAt = list.indices?.groups?.issuer;
      const name = list.groups.type ?? '';
      return { start: at, type: types.get(name.replace(/\s+/gu, ' ')) ?? null, typeName: name, lawName: null, sharedIssuer: issuerAt ? text.slice(listFrom + issuerAt[0], listFrom + issuerAt[1]).trim() : null, shared: true };
    }
    return { start: at, type: null, typeName: null, lawName: null, sharedIssuer: null };
  }

  /** A number must look like one: known marks when no type word stands before it; never a plain word after a slash. */
  function acceptsSymbol(symbol: string, head: Head, serial: string): boolean {
    const parts = symbol.split(/[-/.+]/u).map((part) => part.trim());
    const first = parts[0] ?? '';
    if (/^\p{Lu}\p{Ll}{2,}$/u.test(first) && !['TTr', 'CTr', 'TTg'].includes(first)) return false;
    if (head.typeName !== null) return true;
    if (/[A-D]$/u.test(serial)) return false;
    const known = parts.some((part) => marks.has(foldLetters(part)));
    return known && (parts.length > 1 || /^QH\d+$|^[A-ZĐ]{3,}$/u.test(first)) && parts.every((part) => !/^\p{Lu}\p{Ll}{2,}$/u.test(part));
  }

  /** Blanks out; `D` for `Đ` in a mark that is known only with `Đ`. */
  function mendNumber(raw: string): string {
    return raw.replace(/\s+/gu, '').replace(/\p{L}[\p{L}&]*/gu, (part) => {
      const right = marks.get(foldLetters(part));
      return right !== undefined && right !== part && right.length === part.length && /D/u.test(part) && sameButD(part, right) ? right : part;
    });
  }
}

/** True when a mention lies inside the title of `other`. */
function holds(other: FoundCitation | undefined, start: number, numberStart: number): boolean {
  return other !== undefined && other.titleStart >= 0 && other.titleStart <= start && numberStart < other.extent;
}

function sameButD(scanned: string, right: string): boolean {
  return [...scanned].every((letter, index) => letter === right[index] || (letter === 'D' && right[index] === 'Đ'));
}

/** `695/TCHQ-GSQL ngày …, 4032/TCHQ-GSQL ngày … và 1238/GSQL-GQ2 ngày … của Tổng cục Hải quan`: one issuer after the list means all. */
function shareIssuers(found: readonly FoundCitation[], text: string): FoundCitation[] {
  const result = [...found];
  for (let index = result.length - 2; index >= 0; index--) {
    const item = result[index];
    const next = result[index + 1];
    if (!item || !next || item.issuer !== null || next.issuer === null || item.title !== null || item.type !== next.type) continue;
    if (next.start === next.numberStart && /^\s*(?:,|và|,\s*và|;)\s*(?:số\s*)?$/u.test(text.slice(item.extent, next.start))) result[index] = { ...item, issuer: next.issuer };
  }
  return result;
}

/** Where a law's name may begin, nearest to the number first. */
function lawStarts(text: string): number[] {
  return [...text.matchAll(/(?<![\p{L}])(?:Bộ luật|Bộ Luật|Luật|Pháp lệnh)\s+\p{Lu}/gu)].map((match) => match.index).reverse();
}

interface Tail { end: number; date: PartialDate | null; issuer: string | null; title: string | null; titleStart: number }

/** Patterns of the next citation, which end a title. */
interface TitleEnds { readonly nextType: RegExp; readonly sibling: RegExp }

function readTail(text: string, folded: string, printed: string, numberEnd: number, ends: TitleEnds): Tail {
  let at = numberEnd;
  let date: PartialDate | null = null;
  let issuer: string | null = null;
  for (let round = 0; round < 3; round++) {
    const dated = date === null ? DATE.exec(folded.slice(at, at + 70)) : null;
    if (dated?.groups) {
      date = formatPartialDate(Number(dated.groups.year), Number(dated.groups.month), Number(dated.groups.day));
      at += dated[0].length;
      continue;
    }
    const issued: { name: string; end: number } | null = issuer === null ? readIssuer(text, printed, at) : null;
    if (!issued) break;
    issuer = issued.name;
    at = issued.end;
  }
  const title = readTitle(text, folded, printed, at, ends, date !== null || issuer !== null);
  return { end: title?.end ?? at, date, issuer, title: title?.text ?? null, titleStart: title?.start ?? -1 };
}

/** `Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số …`: who proposed stands before the paper. */
function readProposer(before: string, printed: string, at: number): string | null {
  const from = Math.max(before.lastIndexOf('của '), before.lastIndexOf('Của '));
  const match = from < 0 ? null : /(?:của|Của)\s+(?<who>\p{Lu}[^;.()“”:]{3,110}?)\s+tại\s+(?:các\s+)?$/u.exec(before.slice(from));
  const who = match?.groups?.who;
  if (!match || !who) return null;
  const start = at - before.length + from + match.index + match[0].indexOf(who);
  return printed.slice(start, start + who.length);
}

function readIssuer(text: string, printed: string, at: number): { name: string; end: number } | null {
  const lead = ISSUER_LEAD.exec(text.slice(at, at + 12));
  if (!lead) return null;
  const start = at + lead[0].length;
  if (!/^\p{Lu}/u.test(text.slice(start))) return null;
  const window = text.slice(start, start + 200);
  let end = ISSUER_END.exec(window)?.index ?? window.length;
  // Ban Chỉ đạo Nhà nước về Du lịch: what the board is about is part of its name
  if (/Ban Chỉ đạo[^,]*$/u.test(window.slice(0, end)) && /^\s+về\s+\p{Lu}/u.test(window.slice(end))) end += 4 + (ISSUER_END.exec(window.slice(end + 4))?.index ?? 0);
  for (let comma = window.indexOf(','); comma >= 0 && comma < end; comma = window.indexOf(',', comma + 1)) {
    if (/^,\s+(?:Chủ nhiệm|\p{Lu}[\p{L}\s]{1,30}\s+và\s+\p{Lu})/u.test(window.slice(comma, comma + 50)) && !/^,\s+(?:Ủy ban|UBND|Ban|Sở|Bộ|Liên đoàn|Công đoàn|Đảng ủy)\s/u.test(window.slice(comma))) continue;
    end = comma;
    break;
  }
  const name = printed.slice(start, start + end).replace(/[\s,.-]+$/u, '').trim();
  return name === '' || name.split(' ').length > 24 ? null : { name, end: start + end };
}

/** Ends of a title, in the order of the domain guide: definition, semicolon, full stop, closing quote, next citation, a new subject that acts. */
function readTitle(text: string, folded: string, printed: string, at: number, { nextType, sibling }: TitleEnds, described: boolean): { text: string; start: number; end: number } | null {
  const window = text.slice(at, at + 700);
  const lead = TITLE_LEAD.exec(window) ?? (described ? TITLE_VERB.exec(window) : null);
  if (!lead) return null;
  const start = at + lead[0].length;
  const rest = text.slice(start, start + 600);
  const foldedRest = folded.slice(start, start + 600);
  const quoted = /^[“"]/u.test(rest);
  const ends = [
    rest.search(/\s*\((?:sau đây|gọi|viết tắt|sau gọi|dưới đây|kèm|Công văn|có |đính kèm|bản |được |đã )/u),
    rest.search(/;/u),
    rest.search(/\.(?=\s+[\p{Lu}“-]|\s*$|\/)/u),
    quoted ? rest.search(/(?<=.)[”"]/u) : unmatchedClosing(rest),
    foldedRest.search(nextType),
    foldedRest.search(sibling),
    rest.search(/,\s+\p{Lu}[^,;.“”]{1,80}?\s(?:yêu cầu|đề nghị|ban hành|xây dựng|thông báo|hướng dẫn|triển khai|báo cáo|trân trọng|có ý kiến|quyết định|kính|tổ chức|đã|nhận thấy|trả lời)\s/u),
    rest.search(/,\s+(?:các|toàn thể|mỗi|từng)\s+[\p{Ll}\s]{3,60}?\s(?:xây dựng|tổ chức|thực hiện|triển khai|phối hợp|báo cáo|căn cứ|tập trung|cần|phải|chủ động|tiếp tục|quán triệt)\s/u),
    rest.search(/\s+bằng các hình thức|,?\s+cụ thể như sau|\s+như sau\s?:|:\s*$|,\s+(?:nhằm|trong đó|theo đó|đồng thời|tập trung|nay)\s/u),
    rest.search(/(?<=[”"]),\s+\p{Ll}|,\s+với\s+(?:các|những|một số)\s+(?:nội dung|nhiệm vụ|mục tiêu|yêu cầu)/u),
    rest.search(/\s+(?:yêu cầu|đề nghị)\s+(?:các|Thủ trưởng|Ủy ban|Sở)/u),
  ].filter((end) => end >= 0);
  const length = Math.min(rest.length, ...ends);
  const title = printed.slice(start, start + length).replace(/^[“"]/u, '').replace(/[\s,:.”"]+$/u, '').trim();
  return title === '' ? null : { text: title, start, end: start + length };
}

/** Index of a closing quote or bracket that nothing opened, or -1. */
function unmatchedClosing(text: string): number {
  let quotes = 0;
  let brackets = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    if (unit === '“') quotes++;
    else if (unit === '(') brackets++;
    else if (unit === '”' && --quotes < 0) return index;
    else if (unit === ')' && --brackets < 0) return index;
  }
  return -1;
}
