/**
 * Writes a dispatch that cites documents of the world, in the forms that real papers use and with the mistakes that they hold, and keeps
 * what each citation truly means.
 */
import { pick, type Random } from './random.ts';
import type { Organ, WorldDocument } from './world.ts';

/** How a citation is written. */
export const CITING_FORMS = ['full', 'untitled', 'relative organ', 'no organ', 'undated by number of law', 'undated with title', 'undated, spoken of', 'undated, bare', 'misread letter', 'group left out',
  'other separators', 'TƯ', 'other board', 'wrong day', 'misread digit'] as const;
export type CitingForm = (typeof CITING_FORMS)[number];

export type Enough = 'alone' | 'when known' | 'never';

export interface TrueCitation {
  /** What stands in the text from the number on: finds the citation among those read. */
  readonly printedNumber: string;
  readonly form: CitingForm;
  readonly to: WorldDocument;
  /** What the paper says of it: enough by itself, enough when the corpus knows the document otherwise, or never enough. */
  readonly enough: Enough;
}

export interface WrittenDispatch {
  readonly document: WorldDocument;
  readonly text: string;
  readonly citations: readonly TrueCitation[];
}

/** Writes one dispatch. @param known documents that it may cite, older than itself */
export function writeDispatch(random: Random, document: WorldDocument, known: readonly WorldDocument[]): WrittenDispatch {
  const citations: TrueCitation[] = [];
  const sentences: string[] = [];
  const used = new Set<string>();
  const amount = 2 + Math.floor(random() * 4);
  for (let index = 0; index < amount * 3 && citations.length < amount; index++) {
    const to = chooseCited(random, document, known);
    if (!to || to.key === document.key) continue;
    const written = writeCitation(random, document, to);
    // Two citations of one serial in one paper could not be told apart when scoring.
    if (used.has(serialOf(written.number)) || serialOf(written.number) === serialOf(document.number)) continue;
    used.add(serialOf(written.number));
    citations.push({ printedNumber: written.number, form: written.form, to, enough: written.enough });
    sentences.push(written.sentence);
  }
  return { document, citations, text: writeText(document, sentences) };
}

/** Mostly of the own place and of the centre; now and then of anywhere. */
function chooseCited(random: Random, document: WorldDocument, known: readonly WorldDocument[]): WorldDocument | undefined {
  for (let attempt = 0; attempt < 30; attempt++) {
    // Recent ones are cited more, as in life.
    const other = known[Math.floor(Math.sqrt(random()) * known.length)];
    if (!other || other.date >= document.date) continue;
    const near = other.organ.level === 'central' || other.organ.place === document.organ.place || random() < 0.08;
    if (near) return other;
  }
  return undefined;
}

interface Written { readonly sentence: string; readonly number: string; readonly form: CitingForm; readonly enough: Enough }

function writeCitation(random: Random, from: WorldDocument, to: WorldDocument): Written {
  const chance = random();
  const day = printDate(random, to.date);
  const type = to.type.name;
  const centralParty = /\/TW$/u.test(to.number);
  const comma = /^\d+-/u.test(to.number) ? ',' : '';
  const organ = centralParty || to.organ.relativeName === null ? to.organ.name : to.organ.name;
  const full = (number: string, title = true, name: string | null = organ, date: string | null = day): string =>
    `${type} số ${number}${date === null ? '' : `${comma} ngày ${date}`}${name === null ? '' : ` của ${name}`}${title ? ` về ${to.type.code === 'CV' ? 'việc ' : ''}${to.title}` : ''}`;
  const sentence = (citation: string): string => `${pick(random, ['Căn cứ', 'Thực hiện', 'Triển khai thực hiện'])} ${citation};`;
  const give = (form: CitingForm, citation: string, number: string, enough: Enough = 'alone'): Written => ({ form, sentence: sentence(citation), number, enough });

  if (chance < 0.42) return give('full', full(to.number), to.number);
  if (chance < 0.54) return give('untitled', full(to.number, false), to.number);
  if (chance < 0.66) return isSamePlace(from.organ, to.organ) && isSameTime(from, to) && to.organ.relativeName ? give('relative organ', full(to.number, random() < 0.5, to.organ.relativeName), to.number) : give('full', full(to.number), to.number);
  if (chance < 0.7) return isSamePlace(from.organ, to.organ) && isSameTime(from, to) && from.organ.level === 'province' ? give('no organ', full(to.number, false, null), to.number) : give('untitled', full(to.number, false), to.number);
  if (chance < 0.75) return /^\d+\/\d{4}\//u.test(to.number) ? give('undated by number of law', full(to.number, false, random() < 0.5 ? organ : null, null), to.number) : give('full', full(to.number), to.number);
  if (chance < 0.79) return give('undated with title', full(to.number, true, organ, null), to.number, 'when known');
  if (chance < 0.82) return { form: 'undated, spoken of', number: to.number, enough: 'never', sentence: `Để ${to.title}, các đơn vị bám sát ${full(to.number, false, null, null)};` };
  if (chance < 0.85) return give('undated, bare', full(to.number, false, null, null), to.number, 'never');
  if (chance < 0.89) {
    const misread = misreadLetter(random, to.number);
    return misread === null ? give('full', full(to.number), to.number) : give('misread letter', full(misread), misread, 'when known');
  }
  if (chance < 0.91) return /-CTCĐ$|-CSPL$|-QHLĐ$|-VHXH$/u.test(to.number) ? give('group left out', full(to.number.replace(/-[^-]+$/u, '')), to.number.replace(/-[^-]+$/u, ''), 'when known') : give('full', full(to.number), to.number);
  if (chance < 0.945) return give('other separators', ...otherwiseSeparated(random, to.number, full));
  if (chance < 0.955) return centralParty ? give('TƯ', full(to.number.replace('TW', 'TƯ')), to.number.replace('TW', 'TƯ')) : give('full', full(to.number), to.number);
  if (chance < 0.965) return centralParty ? give('other board', full(to.number, random() < 0.7, 'Ban Chấp hành Trung ương Đảng'), to.number, 'when known') : give('full', full(to.number), to.number);
  if (chance < 0.985) return give('wrong day', full(to.number, true, organ, shiftDay(to.date)), to.number, 'when known');
  const digit = misreadDigit(random, to.number);
  return give('misread digit', full(digit), digit, 'never');
}

function otherwiseSeparated(random: Random, number: string, full: (number: string) => string): [citation: string, number: string] {
  const other = otherSeparators(random, number);
  return [full(other), other];
}

function serialOf(number: string): string {
  return (/^\d+/u.exec(number)?.[0] ?? '').replace(/^0+/u, '');
}

function isSamePlace(a: Organ, b: Organ): boolean {
  return a.place !== null && a.place === b.place && (a.level === b.level || a.level === 'province');
}

/** A relative name means the organ of the cited document's own day; a paper of the new province names the old one in full. */
function isSameTime(from: WorldDocument, to: WorldDocument): boolean {
  return from.organ.until === to.organ.until || from.organ.from === to.organ.from;
}

/** One letter of the symbol lost or changed, or Đ read as D. */
function misreadLetter(random: Random, number: string): string | null {
  if (number.includes('Đ') && random() < 0.5) return number.replace(/Đ(?!.*Đ)/u, 'D');
  const group = /(?:LĐLĐ|UBND|CTCĐ|CSPL|QHLĐ|VHXH)(?!.*(?:LĐLĐ|UBND|CTCĐ|CSPL|QHLĐ|VHXH))/u.exec(number);
  if (!group) return null;
  const letters = [...group[0]];
  const at = Math.floor(random() * letters.length);
  if (random() < 0.5 && at > 0) letters.splice(at, 1);
  else letters[at] = pick(random, ['B', 'E', 'P', 'R', 'G'].filter((letter) => letter !== letters[at]));
  return number.slice(0, group.index) + letters.join('') + number.slice(group.index + group[0].length);
}

function otherSeparators(random: Random, number: string): string {
  const parts = number.split(/[-/]/u);
  if (random() < 0.5 && parts.length === 3 && !/^\d{4}$/u.test(parts[1] ?? '')) return number.includes('/') && number.indexOf('/') < number.indexOf('-') ? `${parts[0]}-${parts[1]}/${parts[2]}` : `${parts[0]}/${parts[1]}-${parts[2]}`;
  return number.replace(/^0+(?=\d)/u, '').replace(/-(?=\p{Lu})/u, '- ');
}

function misreadDigit(random: Random, number: string): string {
  const serial = number.match(/^\d+/u)?.[0] ?? '';
  const at = Math.floor(random() * serial.length);
  const digit = (Number(serial[at]) + 1 + Math.floor(random() * 8)) % 10;
  return `${serial.slice(0, at)}${at === 0 && digit === 0 ? 9 : digit}${serial.slice(at + 1)}${number.slice(serial.length)}`;
}

function printDate(random: Random, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return random() < 0.2 ? `${Number(day)} tháng ${Number(month)} năm ${year}` : `${day}/${Number(month)}/${year}`;
}

function shiftDay(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${String(Number(day) < 15 ? Number(day) + 10 : Number(day) - 10).padStart(2, '0')}/${Number(month)}/${year}`;
}

function writeText({ organ, type, number, date, title }: WorldDocument, sentences: readonly string[]): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const letter = type.code === 'CV';
  return [
    ...organ.head,
    `Số: ${number}`,
    ...(letter ? [`V/v ${title}`] : []),
    '',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    '',
    `${organ.placeLine}, ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`,
    '',
    ...(letter ? [] : [type.name.toUpperCase(), title.charAt(0).toUpperCase() + title.slice(1), '']),
    ...(letter ? ['Kính gửi: Các đơn vị trực thuộc', ''] : []),
    ...sentences,
    '',
    `${organ.name} yêu cầu các đơn vị nghiêm túc triển khai thực hiện các nội dung sau:`,
    '',
    '1. Tổ chức quán triệt, tuyên truyền đến cán bộ, đoàn viên và người lao động.',
    '',
    '2. Báo cáo kết quả thực hiện về cơ quan ban hành văn bản này./.',
    '',
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT.',
    '',
  ].join('\n');
}
