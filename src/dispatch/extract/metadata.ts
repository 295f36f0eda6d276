/**
 * Number, type, date, place, issuer, subject, signature of the dispatch itself; what the paper does not state is concluded with its evidence.
 *
 * @source domain guide 3.2 (order of inference): header, symbol, place, the acting sentence, signature, recipients
 */
import type { DocumentRecord, DocumentType, Inference, Issuer } from '../../domain/record.ts';
import type { IssuerClue, IssuerIdentity } from '../../domain/issuer-identity.ts';
import type { DocumentTypeRow, Registry } from '../../domain/registry.ts';
import { foldLetters } from '../../domain/vietnamese.ts';
import { formatPartialDate } from '../../domain/partial-date.ts';
import { isMostlyUpperCase } from '../parse/patterns/upper-case.ts';
import { readNumberLine } from '../parse/constructs/document-number-line.ts';
import { readPlaceAndDate } from '../parse/constructs/place-and-date.ts';
import type { ParsedDispatch } from '../parse/index.ts';
import { walkDrafts } from '../parse/skeleton.ts';
import { createOrganCasing } from './organ-casing.ts';
import type { Passage } from './passages.ts';

export type Metadata = Pick<DocumentRecord, 'number' | 'numberRaw' | 'symbol' | 'type' | 'date' | 'place' | 'issuer' | 'subject' | 'addressees' | 'recipients' | 'signature' | 'signatures' | 'inferred' | 'marks' | 'maybeDraft'>;

type IdentifyIssuer = (clue: IssuerClue) => IssuerIdentity | null;

const ISSUED_WITH = /[Kk][èe]m theo\s+(?<type>\p{Lu}[\p{L}\s]{3,30}?)\s+s[ốo]\s*:?\s*(?<number>\d{1,5}(?:\/\d{4})?\s?[-/]\s?[\p{Lu}][\p{L}\d\-/&]*)\s*,?\s*ng[àa]y\s+(?<day>\d{1,2})\s*(?:\/|-|\.|tháng)\s*(?<month>\d{1,2})\s*(?:\/|-|\.|năm)\s*(?<year>\d{4})/u;
const ADOPTED = /thông qua\s+(?:[^.]{0,60}?\s)?ngày\s+(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>\d{4})/u;
const ACTING = /(?:^|[;,.]\s+|\s)(?<actor>\p{Lu}[^;:.“”]{3,110}?)\s+(?:đã\s+)?(?:yêu cầu|đề nghị|ban hành|xây dựng|thông báo|hướng dẫn|báo cáo|quyết định|có ý kiến|trân trọng|tổ chức)\s/gu;

/** Makes the reader of one registry. */
export function createMetadataReader(registry: Registry, identify: IdentifyIssuer): (parsed: ParsedDispatch, passages: readonly Passage[]) => Metadata {
  const typeByCode = new Map([...registry.documentTypes].reverse().map((row) => [foldLetters(row.code), row] as const));
  const setCase = createOrganCasing(registry);
  return (parsed, passages) => {
    const inferred: Inference[] = [];
    const { header, closing } = parsed;
    const note = header.number ? null : readIssuedWithNote(passages) ?? readTitleLine(passages, registry);
    const certified = readCertification(parsed);
    const endNumber = certified?.number ?? (header.number ? null : readNumberAtEnd(parsed));
    if (note && !endNumber) inferred.push({ field: 'number', evidence: note.evidence, confidence: 'medium' });
    const number = certified?.number?.number ?? header.number?.number ?? endNumber?.number ?? note?.number ?? null;
    const symbol = certified?.number?.symbol ?? header.number?.symbol ?? endNumber?.symbol ?? note?.symbol ?? null;
    const placeAndDate = certified?.placeAndDate ?? header.placeAndDate;
    const stated = placeAndDate?.date ?? null;
    const adopted = stated === null ? readAdoptionDate(passages) : null;
    if (adopted) inferred.push({ field: 'date', evidence: adopted.evidence, confidence: 'medium' });
    const date = stated ?? adopted?.date ?? note?.date ?? null;
    const place = placeAndDate?.place ?? null;
    const type = readType(parsed, symbol, typeByCode, inferred);
    const issuer = readIssuer(parsed, passages, { symbol: number ?? symbol, place, date }, identify, setCase, inferred);
    const signature = closing.signatures[0] ?? null;
    return {
      number, numberRaw: certified?.number?.raw ?? header.number?.raw ?? endNumber?.raw ?? note?.number ?? null, symbol, type, date, place, issuer,
      subject: tidySubject(header.subject), addressees: [...header.addressees], recipients: closing.recipients.map((entry) => ({ ...entry })),
      signature: signature ? { ...signature } : null, signatures: closing.signatures.length > 1 ? closing.signatures.map((entry) => ({ ...entry })) : [], inferred, marks: [...header.marks],
      maybeDraft: number === null || date === null || date.length < 10,
    };
  };
}

/** An appendix names the paper it came with; used when the head of the paper is lost. */
function readIssuedWithNote(passages: readonly Passage[]): { number: string; symbol: string; date: string | null; evidence: string } | null {
  for (const passage of passages) {
    if (passage.region !== 'attachment-heading') continue;
    const match = ISSUED_WITH.exec(passage.paragraph.block.text);
    if (!match?.groups) continue;
    const read = readNumberLine(`Số: ${match.groups.number ?? ''}`);
    if (!read?.number || !read.symbol) continue;
    return { number: read.number, symbol: read.symbol, date: formatPartialDate(Number(match.groups.year), Number(match.groups.month), Number(match.groups.day)), evidence: match[0] };
  }
  return null;
}

/** The title that a portal sets above a text without head: `Văn bản hợp nhất 97/VBHN-BQP ngày 24/11/2025 hợp nhất … do Bộ Quốc phòng ban hành`. */
function readTitleLine(passages: readonly Passage[], registry: Registry): { number: string; symbol: string; date: string | null; evidence: string } | null {
  const text = passages[0]?.paragraph.block.text ?? '';
  const match = /^(?<type>\p{Lu}[\p{L}\s]{3,30}?)\s+(?:số\s+)?(?<number>\d{1,5}(?:\/\d{4})?[-/]\p{Lu}[\p{L}\d\-/&]*)\s+ngày\s+(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})\s/u.exec(text);
  if (!match?.groups || !registry.documentTypes.some((row) => row.name === match.groups?.type)) return null;
  const read = readNumberLine(`Số: ${match.groups.number ?? ''}`);
  if (!read?.number || !read.symbol) return null;
  return { number: read.number, symbol: read.symbol, date: formatPartialDate(Number(match.groups.year), Number(match.groups.month), Number(match.groups.day)), evidence: match[0].trim() };
}

/** Number, place and date that stand beside `XÁC THỰC VĂN BẢN HỢP NHẤT`: those of the consolidated text, whatever its head says. */
function readCertification(parsed: ParsedDispatch): { number: ReturnType<typeof readNumberLine>; placeAndDate: ReturnType<typeof readPlaceAndDate> } | null {
  let inside = false;
  let number: ReturnType<typeof readNumberLine> = null;
  let placeAndDate: ReturnType<typeof readPlaceAndDate> = null;
  walkDrafts(parsed.nodes, (node) => {
    if (node.type !== 'paragraph') return;
    inside ||= /XÁC THỰC VĂN BẢN/u.test(node.block.text);
    if (!inside) return;
    for (const line of node.block.lines) {
      number ??= readNumberLine(line.text);
      placeAndDate ??= readPlaceAndDate(line.text);
    }
  });
  return number ? { number, placeAndDate } : null;
}

/** A consolidated text carries its number at the end, beside its certification. */
function readNumberAtEnd(parsed: ParsedDispatch): { number: string | null; symbol: string | null; raw: string } | null {
  let found: ReturnType<typeof readNumberLine> = null;
  walkDrafts(parsed.nodes, (node, ancestors) => {
    if (node.type !== 'paragraph' || ancestors.some((ancestor) => ancestor.type === 'attachment')) return;
    if (node.role === 'furniture') return;
    const read = readNumberLine(node.block.text);
    if (read?.number) found ??= read;
  });
  return found;
}

function readAdoptionDate(passages: readonly Passage[]): { date: string | null; evidence: string } | null {
  for (const passage of passages.slice(-40)) {
    const match = ADOPTED.exec(passage.paragraph.block.text);
    if (match?.groups) return { date: formatPartialDate(Number(match.groups.year), Number(match.groups.month), Number(match.groups.day)), evidence: match[0] };
  }
  return null;
}

function readType(parsed: ParsedDispatch, symbol: string | null, typeByCode: ReadonlyMap<string, DocumentTypeRow>, inferred: Inference[]): DocumentType | null {
  const { header } = parsed;
  const consolidated = /^VBHN/u.test(symbol ?? '') ? typeByCode.get('vbhn') : undefined;
  if (consolidated) return { code: consolidated.code, name: consolidated.name };
  if (header.type) return { code: header.type.code, name: header.type.name };
  const subjectRegion = header.regions.find((region) => region.kind === 'subject');
  const coded = typeByCode.get(foldLetters(symbol?.split(/[-/]/u)[0] ?? ''));
  const letter = { code: 'CV', name: 'Công văn' };
  if (subjectRegion?.label === 'V/v') {
    inferred.push({ field: 'type', evidence: 'V/v', confidence: 'high' });
    return letter;
  }
  if (coded) {
    inferred.push({ field: 'type', evidence: symbol ?? '', confidence: 'medium' });
    return { code: coded.code, name: coded.name };
  }
  if (symbol !== null || header.addressees.length > 0) {
    inferred.push({ field: 'type', evidence: symbol ?? 'Kính gửi', confidence: 'medium' });
    return letter;
  }
  return null;
}

function readIssuer(parsed: ParsedDispatch, passages: readonly Passage[], clue: { symbol: string | null; place: string | null; date: string | null }, identify: IdentifyIssuer, setCase: ReturnType<typeof createOrganCasing>, inferred: Inference[]): Issuer | null {
  const organs = joinIssuerLines(parsed.header.issuerLines);
  const printed = [organs.slice(-1), organs.slice(-2), organs.slice(-3)].map((parts) => parts.join(' ')).filter((name, index, all) => name !== '' && all.indexOf(name) === index);
  const identified = printed.map((name) => ({ name, found: identify({ name, symbol: clue.symbol, place: clue.place, date: clue.date }) }));
  const best = placeBelow(organs, clue, identify) ?? identified.find(({ found }) => found !== null && found.confidence !== 'low') ?? identified.find(({ found }) => found !== null);
  const contradicted = best?.found ? readContradictedIssuer(best.found, passages, clue, identify) : null;
  if (contradicted) {
    inferred.push({ field: 'issuer', evidence: contradicted.evidence, confidence: 'medium' });
    return { id: contradicted.found.id, name: contradicted.found.name };
  }
  if (best?.found) return { id: best.found.id, name: isMostlyUpperCase(best.name) ? setCase(best.name, best.found.name) : best.name.replace(/\s+/gu, ' ').trim() };
  for (const actor of listActors(passages)) {
    const found = identify({ name: actor, symbol: null, place: clue.place, date: clue.date });
    const bySymbol = identify({ symbol: clue.symbol, place: clue.place, date: clue.date });
    if (!found || found.confidence === 'low' || (bySymbol && bySymbol.system !== found.system)) continue;
    inferred.push({ field: 'issuer', evidence: clue.place ? `${actor} …; ${clue.place}` : actor, confidence: found.confidence });
    return { id: found.id, name: found.name };
  }
  const bySymbol = identify({ symbol: clue.symbol, place: clue.place, date: clue.date });
  if (!bySymbol) return null;
  inferred.push({ field: 'issuer', evidence: [clue.symbol, clue.place].filter((part) => part !== null).join('; '), confidence: bySymbol.confidence === 'high' ? 'medium' : 'low' });
  return { id: bySymbol.id, name: bySymbol.name };
}

/** Without a line of place and date the committee above says where an organ is: `UBND TỈNH KIÊN GIANG` / `SỞ Y TẾ`. */
function placeBelow(organs: readonly string[], clue: { symbol: string | null; place: string | null; date: string | null }, identify: IdentifyIssuer): { name: string; found: IssuerIdentity } | null {
  const [above, name] = organs.slice(-2);
  if (clue.place !== null || above === undefined || name === undefined) return null;
  const alone = identify({ name, symbol: clue.symbol, place: null, date: clue.date });
  const place = alone?.relative && alone.resolvedPlace === null ? (identify({ name: above, symbol: null, place: null, date: clue.date })?.resolvedPlace ?? null) : null;
  const found = place === null ? null : identify({ name, symbol: clue.symbol, place, date: clue.date });
  return found && found.resolvedPlace !== null ? { name, found } : null;
}

/**
 * A portal may print another organ above the paper (`CHÍNH PHỦ` above `131/2025/TT-BCA`). Two witnesses outweigh it: the symbol,
 * and the body where that organ acts (`Bộ trưởng Bộ Công an ban hành`) while the printed one does not.
 */
function readContradictedIssuer(printed: IssuerIdentity, passages: readonly Passage[], clue: { symbol: string | null; place: string | null; date: string | null }, identify: IdentifyIssuer): { found: IssuerIdentity; evidence: string } | null {
  const found = identify({ symbol: clue.symbol, place: clue.place, date: clue.date });
  if (!found || found.confidence === 'low' || found.id === printed.id) return null;
  const actors = listActors(passages).map((actor) => ({ actor, id: identify({ name: actor, symbol: null, place: clue.place, date: clue.date })?.id }));
  const witness = actors.find(({ id }) => id === found.id);
  return witness && !actors.some(({ id }) => id === printed.id) ? { found, evidence: `${clue.symbol ?? ''}; ${witness.actor}` } : null;
}

/** Who orders, asks or issues in the sentences of the body, nearest to the beginning first. */
function listActors(passages: readonly Passage[]): string[] {
  const actors: string[] = [];
  for (const passage of passages) {
    if (passage.region !== null && passage.region !== 'basis') continue;
    for (const match of passage.paragraph.block.text.matchAll(ACTING)) {
      const actor = (match.groups?.actor ?? '').split(/[,;]\s+/u).at(-1) ?? '';
      if (/^\p{Lu}/u.test(actor) && actor.split(' ').length <= 14) actors.push(actor.replace(/^(?:Căn cứ|Thực hiện|Trên cơ sở|Nhận được)\s.*$/u, '').trim());
    }
    if (actors.length > 12) break;
  }
  return actors.filter((actor) => actor !== '');
}

const CONTINUES = /^(?:tinh|thanh pho|tp|huyen|quan|xa|phuong|thi xa|thi tran|dac khu|va|cac|viet nam|cua|ve|nha nuoc|khoa|nhan dan|lao dong|khu|so \d|trung uong|quoc gia|cong nghiep|xa hoi)(?![a-z])/u;
const INCOMPLETE = /(?:^uy ban nhan(?: dan)?|^hoi dong nhan dan|^lien doan lao dong|^uy ban mat tran to quoc(?: viet nam)?|^ban chap hanh|^dang uy|^dang bo|^cong doan|^bo$|^truong(?: thpt| thcs| tieu hoc| dai hoc| cao dang)?|^so|^ban quan ly|^trung tam|^ban chi dao|[-,]|^bo .*|\svà|\sva|^uy ban)$/u;

/** Organs of the head block, outermost first; a line that only goes on (TỈNH …, VÀ …) belongs to the one before. The last is the issuer. */
function joinIssuerLines(lines: readonly { text: string; strong: boolean }[]): string[] {
  const organs: string[] = [];
  for (const line of lines) {
    const text = line.text.replace(/[*_]+/gu, '').replace(/^VĂN BẢN HỢP NHẤT\s*-?\s*/u, '').trim();
    if (!/\p{L}{2}/u.test(text) || /^(?:SAO Y|BẢN SAO|CÔNG BÁO|VĂN BẢN PHÁP LUẬT|VĂN BẢN QUY PHẠM)/u.test(text)) continue;
    const folded = foldLetters(text);
    const previous = organs.at(-1);
    const before = previous === undefined ? '' : foldLetters(previous);
    const goesOn = previous !== undefined && ((CONTINUES.test(folded) && !/^(?:bo|so)\s/u.test(before.split(' ').slice(-1)[0] ?? '')) || (INCOMPLETE.test(before) && !/^bo .*/u.test(before)) || /[-,]$/u.test(before) || /\s(?:va|cua|ve)$/u.test(before));
    if (goesOn) organs[organs.length - 1] = `${previous} ${text}`;
    else organs.push(text);
  }
  const last = organs.at(-1);
  if (last && /^(?:VĂN PHÒNG|THANH TRA|CƠ QUAN VĂN PHÒNG|HỘI ĐỒNG THI ĐUA.*)$/u.test(last) && organs.length > 1) organs.push(`${last} ${organs.at(-2)}`);
  return organs;
}

function tidySubject(subject: string | null): string | null {
  const text = subject?.replace(/^(?:V\/v|[Vv]ề việc|VỀ VIỆC|[Vv]ề|VỀ)[\s:]+/u, '').replace(/[\s.;:]+$/u, '').trim();
  return text ? text : null;
}
