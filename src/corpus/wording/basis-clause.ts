/**
 * The clause that states on what a dispatch rests, composed of chosen documents: ordered by rank, then date, with the marks the form asks for.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 6: "mỗi căn cứ … kiểu chữ in nghiêng, sau mỗi căn cứ phải xuống dòng, cuối dòng có dấu
 *         chấm phẩy, dòng cuối cùng kết thúc bằng dấu chấm"
 */
import { citeFirst, type Citable, type CitationForm, type CitationParts, type DateStyle } from './citation-text.ts';

/** A document chosen as basis. */
export interface BasisEntry {
  readonly document: Citable & {
    /** Order of legal force of its type, 1 highest. */
    readonly rank: number;
    /** Order of its organ, 1 highest. */
    readonly organRank: number;
    /** Absolute address. */
    readonly url: string;
  };
  /** Opening word; the usual one of the document's type when left out. */
  readonly verb?: BasisVerb | undefined;
  /** Short name defined here: `Kế hoạch số 146`; none when empty. */
  readonly alias?: string | undefined;
}

export type BasisVerb = 'Căn cứ' | 'Thực hiện' | 'Tiếp theo' | 'Theo';
/** `lines`: one basis a line, as in decisions and plans. `sentence`: one running sentence, as công văn open. */
export type BasisStyle = 'lines' | 'sentence';

export interface BasisLine extends CitationParts {
  readonly url: string;
}

/** Types that order or plan are carried out; laws, rules and decisions are grounds. */
const CARRIED_OUT = new Set(['NQ', 'CT', 'KL', 'KH', 'CTr', 'CTPH', 'CV', 'HD', 'ĐA', 'CĐ', 'TB', 'TT']);

/** The usual opening word for a document. */
export function usualVerb(document: Citable): BasisVerb {
  const code = document.type?.code ?? '';
  return CARRIED_OUT.has(code) && document.type?.name !== 'Thông tư' ? 'Thực hiện' : 'Căn cứ';
}

/** Higher legal force first, then the higher organ, then the earlier date. @returns a new list */
export function orderBasis<Entry extends BasisEntry>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.document.rank - b.document.rank || a.document.organRank - b.document.organRank
    || compare(a.document.date ?? '9999', b.document.date ?? '9999') || compare(a.document.url, b.document.url));
}

/**
 * Writes the clause, in the order given.
 * @returns one line each for `lines`; one line with all runs for `sentence`, whose opening word is that of its first entry
 */
export function composeBasis(entries: readonly BasisEntry[], options: { readonly style?: BasisStyle; readonly form?: CitationForm | undefined; readonly date?: DateStyle } = {}): BasisLine[][] {
  const runs = entries.map((entry, index): BasisLine => {
    const cited = citeFirst(entry.document, { date: options.date ?? 'long', ...(options.form === undefined ? {} : { form: options.form }) });
    const verb = entry.verb ?? usualVerb(entry.document);
    const alias = entry.alias?.trim() ? ` (sau đây gọi tắt là ${entry.alias.trim()})` : '';
    const last = index === entries.length - 1;
    const previous = entries[index - 1];
    const sameVerb = options.style === 'sentence' && previous !== undefined && (previous.verb ?? usualVerb(previous.document)) === verb;
    const opening = options.style === 'sentence' && index > 0 ? (sameVerb ? '' : `${verb.charAt(0).toLowerCase()}${verb.slice(1)} `) : `${verb} `;
    const end = last ? (options.style === 'sentence' ? ',' : '.') : ';';
    return { before: opening, name: cited.name, after: `${cited.after}${alias}${end}`, url: entry.document.url };
  });
  return options.style === 'sentence' ? (runs.length === 0 ? [] : [runs]) : runs.map((run) => [run]);
}

/** The clause as plain text, one line a paragraph. */
export function basisText(lines: readonly (readonly BasisLine[])[]): string {
  return lines.map((line) => line.map(({ before, name, after }) => before + name + after).join(' ')).join('\n');
}

/**
 * The clause as HTML that Word and LibreOffice take over: justified, italic, Times New Roman, first line 1 cm in, names as links. All but
 * the indent stands in attributes: a browser that copies by its newer way drops styles, which the policy of the page forbids.
 */
export function basisHtml(lines: readonly (readonly BasisLine[])[]): string {
  const escape = (text: string): string => text.replace(/[&<>"]/gu, (letter) => `&#${letter.codePointAt(0)};`);
  return lines.map((line) => `<p align="justify" style="text-indent:1cm"><font face="Times New Roman" size="4"><i>${line.map(({ before, name, after, url }) => `${escape(before)}<a href="${escape(url)}">${escape(name)}</a>${escape(after)}`).join(' ')}</i></font></p>`).join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
