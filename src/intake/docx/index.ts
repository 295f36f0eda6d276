/**
 * Reads a .docx in the browser and in Node: document.xml with the numbers of its lists, tables, footnotes, text boxes.
 *
 * `mammoth` was tried and not taken: it makes `<ol>` of numbered paragraphs, so that the printed `a)` and `II.` are lost, leaves out
 * text boxes' place and page breaks, and knows nothing of the old Vietnamese fonts.
 */
import type { XmlElement } from '@rgrove/parse-xml';
import { printBlocks, type Block, type Cell, type Paragraph, type Run } from '../blocks.ts';
import { decodeFontText, fontEncoding, type LegacyEncoding } from '../encodings/legacy.ts';
import { checkSize, note, UnreadableSource, type Reading, type ReadingNote } from '../reading.ts';
import { createNumbering, type NumberingCounter } from './numbering.ts';
import { openDocx, type DocxPackage } from './package.ts';
import { createStyles, hasLines, mergeLooks, readList, readLook, type Look, type Styles } from './styles.ts';
import { child, childElements, textOf, value } from './xml.ts';

const READER = 'docx/1';
/** Tables in tables in tables: deeper ones are made to exhaust the reader. */
const MAX_DEPTH = 24;

/**
 * @throws UnreadableSource for files that are broken, oversized or no Word file
 */
export function readDocx(bytes: Uint8Array): Reading {
  checkSize(bytes);
  const docx = openDocx(bytes);
  const body = child(docx.part('word/document.xml'), 'w:body');
  if (!body) throw new UnreadableSource('broken', 'Tệp Word không có phần nội dung. Hãy mở bằng Word, lưu lại rồi nhập lại.');
  const reader = new BodyReader(createStyles(docx.part('word/styles.xml')), createNumbering(docx.part('word/numbering.xml')));
  const blocks = reader.blocks(body, 0);
  const footnotes = reader.footnotes(docx.part('word/footnotes.xml'), 'footnote').concat(reader.footnotes(docx.part('word/endnotes.xml'), 'endnote'));
  const margins = readMargins(docx, body, reader);
  const text = printBlocks([...(holdsLetterhead(printBlocks(blocks)) ? [] : margins.first), ...blocks, ...footnotes]);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UnreadableSource('empty', reader.pictures > 0 ? 'Tệp Word chỉ có ảnh, không có chữ. Hãy lưu thành PDF rồi nhập bản PDF để máy nhận dạng chữ.' : 'Tệp Word trống, không có chữ nào. Hãy kiểm tra lại tệp nguồn.');
  return { text, format: 'docx', origin: 'word', reader: READER, pages: reader.pages > 1 ? reader.pages : null, notes: [...docx.notes, ...reader.notes(), ...tellMargins(margins, text)], doubtful: [], confidence: null };
}

/** Words at the edges of Word's pages. */
interface Margins {
  /** Head of the first page when the letterhead stands there. */
  readonly first: Block[];
  /** Lines of all heads and feet. */
  readonly lines: readonly string[];
}

const LETTERHEAD = /^\**(?:Số\s*:|CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM)/mu;

function holdsLetterhead(text: string): boolean {
  return LETTERHEAD.test(text.slice(0, 3000));
}

function readMargins(docx: DocxPackage, body: XmlElement, reader: BodyReader): Margins {
  const sections = [...childElements(body).flatMap((element) => child(child(element, 'w:pPr'), 'w:sectPr') ?? []), ...childElements(body).filter(({ name }) => name === 'w:sectPr')];
  const read = (reference: XmlElement): Block[] => {
    const path = docx.target(reference.attributes['r:id'] ?? '');
    const part = path === null ? null : docx.part(path);
    return part ? reader.blocks(part, 1) : [];
  };
  const [opening] = sections;
  const kind = child(opening, 'w:titlePg') ? 'first' : 'default';
  const head = childElements(opening).find((entry) => entry.name === 'w:headerReference' && (entry.attributes['w:type'] ?? 'default') === kind);
  const first = head ? read(head) : [];
  const lines = sections.flatMap((section) => childElements(section).filter(({ name }) => /^w:(?:header|footer)Reference$/u.test(name))).flatMap((reference) => printBlocks(read(reference)).split('\n'));
  return { first: holdsLetterhead(printBlocks(first)) ? first : [], lines: [...new Set(lines.map((line) => line.trim()).filter((line) => /\p{L}{2}/u.test(line)))] };
}

function tellMargins({ lines }: Margins, text: string): ReadingNote[] {
  const left = lines.filter((line) => !text.includes(line));
  return left.length === 0 ? [] : [note('info', 'running-heads', `Đầu trang hoặc cuối trang Word có chữ “${left.join(' / ').slice(0, 200)}”; không lấy vào văn bản.`)];
}

interface OpenParagraph {
  readonly runs: Run[];
  readonly boxes: Block[];
  pageBreak: boolean;
}

class BodyReader {
  readonly #styles: Styles;
  readonly #numbering: NumberingCounter;
  readonly #footnotes: { kind: 'footnote' | 'endnote'; id: string; mark: string }[] = [];
  readonly #seen = { deleted: 0, inserted: 0, hidden: 0, white: 0, comments: 0, equations: 0, chunks: 0 };
  readonly #encodings = new Set<LegacyEncoding>();
  #fieldDepth = 0;
  #inInstruction: number[] = [];
  pictures = 0;
  pages = 1;

  constructor(styles: Styles, numbering: NumberingCounter) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  blocks(parent: XmlElement, depth: number): Block[] {
    if (depth > MAX_DEPTH) throw new UnreadableSource('broken', 'Tệp Word có bảng lồng nhau bất thường; không đọc vì lý do an toàn.');
    return childElements(parent).flatMap((element): Block[] => {
      switch (element.name) {
        case 'w:p': return this.#paragraph(element, depth);
        case 'w:tbl': return [this.#table(element, depth)];
        case 'w:sdt': return this.blocks(child(element, 'w:sdtContent') ?? element, depth + 1);
        case 'w:altChunk':
          this.#seen.chunks++;
          return [];
        case 'w:ins':
        case 'w:moveTo':
        case 'w:customXml':
        case 'w:smartTag': return this.blocks(element, depth + 1);
        case 'mc:AlternateContent': return this.blocks(chosen(element), depth + 1);
        default: return [];
      }
    });
  }

  /** Paragraphs of the notes that the text refers to, after the text, each behind its mark. */
  footnotes(root: XmlElement | null, kind: 'footnote' | 'endnote'): Block[] {
    return this.#footnotes.filter((entry) => entry.kind === kind).flatMap(({ id, mark }) => {
      const element = childElements(root).find((entry) => entry.attributes['w:id'] === id);
      const blocks = element ? this.blocks(element, 1) : [];
      const [first, ...rest] = blocks;
      return first?.kind === 'paragraph' ? [{ ...first, centred: false, label: mark }, ...rest] : blocks;
    });
  }

  notes(): ReadingNote[] {
    const { deleted, inserted, hidden, white, comments, equations, chunks } = this.#seen;
    return [
      ...[...this.#encodings].map((encoding) => note('warning', 'legacy-font', `Một phần chữ dùng phông cũ ${encoding === 'tcvn3' ? 'TCVN3 (.VnTime)' : 'VNI'}; đã đổi sang Unicode. Hãy so lại với bản gốc.`)),
      ...(deleted + inserted > 0 ? [note('warning', 'tracked-changes', `Tệp Word còn sửa đổi chưa duyệt (${inserted} chỗ thêm, ${deleted} chỗ xóa). Đã lấy chữ thêm, bỏ chữ xóa. Hãy kiểm tra có đúng bản ban hành không.`)] : []),
      ...(hidden > 0 ? [note('warning', 'hidden-text', `Tệp Word có ${hidden} đoạn chữ ẩn; không lấy, vì không in ra giấy.`)] : []),
      ...(white > 0 ? [note('warning', 'white-text', `Tệp Word có ${white} đoạn chữ màu trắng; đã lấy, dù trên giấy trắng không thấy. Hãy kiểm tra với bản in.`)] : []),
      ...(chunks > 0 ? [note('warning', 'embedded-parts', `Tệp Word có ${chunks} phần chèn nguyên từ tệp khác; không đọc được. Hãy mở bằng Word, lưu lại rồi nhập lại.`)] : []),
      ...(comments > 0 ? [note('info', 'comments', `Tệp Word có ${comments} ghi chú bên lề; không lấy.`)] : []),
      ...(equations > 0 ? [note('warning', 'equations', `Tệp Word có ${equations} công thức; chỉ lấy chữ và số trong đó.`)] : []),
      ...(this.pictures > 0 ? [note('info', 'pictures', `Tệp Word có ${this.pictures} hình; chữ trong hình (nếu có) không được đọc.`)] : []),
    ];
  }

  #paragraph(element: XmlElement, depth: number): Block[] {
    const properties = child(element, 'w:pPr');
    const style = this.#styles.paragraph(value(properties, 'w:pStyle'));
    const open: OpenParagraph = { runs: [], boxes: [], pageBreak: child(properties, 'w:pageBreakBefore') !== undefined };
    if (open.pageBreak) this.pages++;
    this.#inline(element, style.look, open, depth);
    const alignment = value(properties, 'w:jc');
    const text = open.runs.map((run) => run.text).join('');
    const paragraph: Paragraph = {
      kind: 'paragraph', runs: open.runs, pageBreak: open.pageBreak,
      // An empty numbered paragraph prints its number, yet nobody means it.
      label: text.trim() === '' ? null : this.#label(properties, style),
      centred: alignment === undefined ? style.centred === true : alignment === 'center',
    };
    return [paragraph, ...open.boxes];
  }

  #label(properties: XmlElement | undefined, style: ReturnType<Styles['paragraph']>): string | null {
    const own = readList(properties);
    const styleId = value(properties, 'w:pStyle');
    const linked = styleId === undefined ? null : this.#numbering.ofStyle(styleId);
    const listId = own?.listId ?? style.list?.listId;
    if (listId === undefined || listId === '0') return null;
    return this.#numbering.next(listId, own?.level ?? (own ? 0 : (style.list?.level ?? (linked?.listId === listId ? linked.level : 0))));
  }

  #inline(parent: XmlElement, look: Look, open: OpenParagraph, depth: number): void {
    if (depth > MAX_DEPTH * 2) return;
    for (const element of childElements(parent)) {
      switch (element.name) {
        case 'w:r': this.#run(element, look, open, depth); break;
        case 'w:del':
        case 'w:moveFrom': this.#seen.deleted++; break;
        case 'w:ins':
        case 'w:moveTo':
          this.#seen.inserted++;
          this.#inline(element, look, open, depth + 1);
          break;
        case 'w:sdt': this.#inline(child(element, 'w:sdtContent') ?? element, look, open, depth + 1); break;
        case 'mc:AlternateContent': this.#inline(chosen(element), look, open, depth + 1); break;
        case 'w:commentRangeStart': this.#seen.comments++; break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.#seen.equations++;
          open.runs.push({ text: equationText(element), bold: false, italic: false });
          break;
        case 'w:hyperlink':
        case 'w:smartTag':
        case 'w:fldSimple':
        case 'w:dir':
        case 'w:bdo':
        case 'w:customXml': this.#inline(element, look, open, depth + 1); break;
        default: break;
      }
    }
  }

  #run(element: XmlElement, paragraphLook: Look, open: OpenParagraph, depth: number): void {
    const properties = child(element, 'w:rPr');
    const look = mergeLooks(mergeLooks(paragraphLook, this.#styles.run(value(properties, 'w:rStyle'))), readLook(properties));
    const text = this.#runText(element, open, look, depth);
    if (text === '') return;
    if (look.hidden) {
      this.#seen.hidden++;
      return;
    }
    if (value(properties, 'w:color')?.toUpperCase() === 'FFFFFF' && text.trim() !== '') this.#seen.white++;
    const encoding = fontEncoding(look.font);
    if (encoding) this.#encodings.add(encoding);
    const decoded = encoding && look.font ? decodeFontText(text, look.font) : text;
    open.runs.push({ text: look.caps ? decoded.toLocaleUpperCase('vi') : decoded, bold: look.bold === true, italic: look.italic === true });
  }

  #runText(element: XmlElement, open: OpenParagraph, look: Look, depth: number): string {
    let text = '';
    for (const part of childElements(element)) {
      switch (part.name) {
        case 'w:fldChar': this.#field(part.attributes['w:fldCharType']); break;
        case 'w:lastRenderedPageBreak':
          this.pages++;
          open.pageBreak = true;
          break;
        case 'w:br':
          if (part.attributes['w:type'] === 'page') open.pageBreak = true;
          text += '\n';
          break;
        case 'w:cr': text += '\n'; break;
        case 'w:tab': text += '    '; break;
        case 'w:noBreakHyphen': text += '-'; break;
        case 'w:sym': text += symbol(part); break;
        case 'w:t': if (this.#inInstruction.length === 0) text += textOf(part); break;
        case 'w:footnoteReference': text += this.#footnote('footnote', part); break;
        case 'w:endnoteReference': text += this.#footnote('endnote', part); break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object': this.#drawing(part, open, depth); break;
        case 'mc:AlternateContent':
          for (const inner of childElements(chosen(part))) this.#drawing(inner, open, depth);
          break;
        default: break;
      }
    }
    return look.hidden ? text.trim() : text;
  }

  /** A field's instruction (`PAGE`, `HYPERLINK "..."`) is not printed; its result is. */
  #field(type: string | undefined): void {
    if (type === 'begin') this.#inInstruction.push(++this.#fieldDepth);
    else if (type === 'separate') this.#inInstruction = this.#inInstruction.filter((depth) => depth !== this.#fieldDepth);
    else if (type === 'end') {
      this.#inInstruction = this.#inInstruction.filter((depth) => depth !== this.#fieldDepth);
      this.#fieldDepth = Math.max(0, this.#fieldDepth - 1);
    }
  }

  #footnote(kind: 'footnote' | 'endnote', element: XmlElement): string {
    const mark = element.attributes['w:customMarkFollows'] ? '' : `[${this.#footnotes.length + 1}]`;
    this.#footnotes.push({ kind, id: element.attributes['w:id'] ?? '', mark: mark || '[*]' });
    return mark;
  }

  /** Text boxes come after the paragraph that holds them; pictures are counted. */
  #drawing(element: XmlElement, open: OpenParagraph, depth: number): void {
    if (depth > MAX_DEPTH) return;
    if (element.name === 'w:txbxContent') {
      open.boxes.push(...this.blocks(element, depth + 1));
      return;
    }
    if (/^(?:pic:pic|v:imagedata)$/u.test(element.name)) this.pictures++;
    if (element.name === 'mc:AlternateContent') for (const inner of childElements(chosen(element))) this.#drawing(inner, open, depth + 1);
    else for (const inner of childElements(element)) this.#drawing(inner, open, depth + (element.name.startsWith('wpg:') ? 1 : 0));
  }

  #table(element: XmlElement, depth: number): Block {
    const properties = child(element, 'w:tblPr');
    const standing = tableRows(element).filter((row) => {
      const change = childElements(child(row, 'w:trPr')).find(({ name }) => name === 'w:del' || name === 'w:ins')?.name;
      if (change === 'w:del') this.#seen.deleted++;
      if (change === 'w:ins') this.#seen.inserted++;
      return change !== 'w:del';
    });
    const rows = standing.map((row) => this.#row(row, depth));
    const ruled = hasLines(child(properties, 'w:tblBorders')) || this.#styles.isRuledTable(value(properties, 'w:tblStyle'))
      || tableRows(element).some((row) => tableCells(row).some((cell) => hasLines(child(child(cell, 'w:tcPr'), 'w:tcBorders'))));
    return { kind: 'table', rows, ruled };
  }

  #row(row: XmlElement, depth: number): Cell[] {
    const before = Number(value(child(row, 'w:trPr'), 'w:gridBefore') ?? 0);
    const cells: Cell[] = Array.from({ length: Math.min(before, 60) }, () => ({ blocks: [] }));
    for (const cell of tableCells(row)) {
      const properties = child(cell, 'w:tcPr');
      const merged = child(properties, 'w:vMerge');
      const covered = merged !== undefined && merged.attributes['w:val'] !== 'restart';
      cells.push({ blocks: covered ? [] : this.blocks(cell, depth + 1) });
      for (let span = Math.min(Number(value(properties, 'w:gridSpan') ?? 1), 60); span > 1; span--) cells.push({ blocks: [] });
    }
    return cells;
  }
}

/** The newest way a drawing is written; the fallback says the same again. */
function chosen(alternate: XmlElement): XmlElement {
  return child(alternate, 'mc:Choice') ?? child(alternate, 'mc:Fallback') ?? alternate;
}

function tableRows(table: XmlElement): XmlElement[] {
  return childElements(table).flatMap((entry) => (entry.name === 'w:tr' ? [entry] : /^w:(?:sdt|ins|customXml)$/u.test(entry.name) ? tableRows(child(entry, 'w:sdtContent') ?? entry) : []));
}

function tableCells(row: XmlElement): XmlElement[] {
  return childElements(row).flatMap((entry) => (entry.name === 'w:tc' ? [entry] : /^w:(?:sdt|customXml)$/u.test(entry.name) ? tableCells(child(entry, 'w:sdtContent') ?? entry) : []));
}

function equationText(element: XmlElement): string {
  return element.name === 'm:t' ? textOf(element) : childElements(element).map(equationText).join('');
}

// Signs that forms use, as the symbol fonts hold them.
const SYMBOLS: Readonly<Record<string, string>> = { F0FE: '☑', F0A8: '☐', F06F: '☐', F0FC: '✓', F0E0: '→', F0B7: '•', F0A7: '▪', F02D: '-' };

function symbol(element: XmlElement): string {
  const code = (element.attributes['w:char'] ?? '').toUpperCase();
  return SYMBOLS[code] ?? (/^F0[2-7]/u.test(code) ? String.fromCharCode(Number.parseInt(code, 16) - 0xf000) : '•');
}
