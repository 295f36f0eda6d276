/** Reads a saved web page: the document, not the site around it. Nothing is fetched and no script runs; parse5 only reads. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { printBlocks, type Block, type Cell, type Paragraph, type Run } from './blocks.ts';
import { decodeText } from './encodings/decode.ts';
import { checkSize, note, UnreadableSource, type Reading } from './reading.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const READER = 'html/1';
const MAX_HTML_BYTES = 24 * 1024 * 1024;
const MAX_NODES = 400_000;
const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'nav', 'footer', 'aside', 'form', 'button', 'select', 'svg', 'iframe', 'object', 'embed', 'head', 'title', 'input', 'textarea', 'canvas', 'video', 'audio']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'blockquote', 'pre', 'center', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'address', 'hr', 'body', 'html', 'fieldset', 'details', 'summary', 'td', 'th', 'tr']);
// Containers that the usual portals put the paper into: vbpl.vn, vanban.chinhphu.vn, thuvienphapluat.vn, luatvietnam.vn, cổng các tỉnh.
const KNOWN_ROOTS = [
  (node: Element) => attribute(node, 'data-vbpl-content-root') !== undefined, (node: Element) => ['toanvancontent', 'divContentDoc', 'ctl00_Content_ThongTinVB_pnlDocContent'].includes(attribute(node, 'id') ?? ''),
  (node: Element) => /(?:^|\s)(?:content1|docitem-\d+|the-document-body|noidungvanban|vbpl-content|fulltext|entry-content|article-content|detail-content|content-detail)(?:\s|$)/iu.test(attribute(node, 'class') ?? ''),
];
const PAPER_WORDS = [/CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM/u, /Số\s*:?\s*\S{0,12}\s*\/|Số\s+\d+-/u, /ngày\s+\S{0,3}\s*tháng/u, /Nơi nhận|Căn cứ|Kính gửi|Điều\s+1/u];

/** @throws UnreadableSource for pages without a text */
export function readHtml(bytes: Uint8Array): Reading {
  checkSize(bytes);
  if (bytes.length > MAX_HTML_BYTES) throw new UnreadableSource('too-large', 'Trang web lưu quá lớn. Hãy chép riêng phần văn bản vào tệp Word rồi nhập lại.');
  const tree = parse(decodeHtml(bytes));
  const elements = listElements(tree.childNodes);
  if (elements.length > MAX_NODES) throw new UnreadableSource('too-large', 'Trang web lưu có quá nhiều phần tử; không đọc vì lý do an toàn. Hãy chép riêng phần văn bản vào tệp Word rồi nhập lại.');
  const body = elements.find((node) => node.tagName === 'body');
  const { root, sure } = findPaper(elements, body);
  const text = root ? printBlocks(new BlockReader().read(root)) : '';
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UnreadableSource('empty', 'Trang web lưu không có chữ của văn bản (có thể nội dung chỉ hiện khi mở trên mạng). Hãy tải tệp Word hoặc PDF của văn bản từ trang ấy.');
  const scripts = elements.some((node) => node.tagName === 'script');
  return {
    text, format: 'html', origin: 'web-page', reader: READER, pages: null, doubtful: [], confidence: null,
    notes: [
      ...(sure ? [] : [note('warning', 'paper-not-found', 'Không nhận ra phần văn bản trong trang web; đã lấy cả trang. Hãy xóa chữ của trang web (menu, quảng cáo) bằng cách nhập bản .docx.')]),
      ...(scripts ? [note('info', 'scripts', 'Trang web có mã lệnh; mã không được chạy.')] : []),
    ],
  };
}

/** The page's own word on its encoding, else what the bytes show. */
function decodeHtml(bytes: Uint8Array): string {
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]?.toLowerCase();
  if (named && !/^utf-?8$/u.test(named)) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // An encoding nobody knows: judged by its bytes like any text.
    }
  }
  return decodeText(bytes).text;
}

function listElements(nodes: readonly Node[]): Element[] {
  const found: Element[] = [];
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('tagName' in node)) continue;
    found.push(node);
    if (found.length > MAX_NODES) break;
    for (const inner of [...node.childNodes].reverse()) stack.push(inner);
  }
  return found;
}

/** The smallest element that holds the whole paper: letterhead, number, date and body. */
function findPaper(elements: readonly Element[], body: Element | undefined): { root: Element | undefined; sure: boolean } {
  const known = KNOWN_ROOTS.flatMap((isRoot) => elements.filter(isRoot)).find((node) => textLength(node) > 200);
  if (known) return { root: known, sure: true };
  if (!body) return { root: undefined, sure: false };
  const whole = textLength(body);
  // A file that Word saved as a web page is nothing but the paper.
  if (elements.some((node) => node.tagName === 'meta' && /^(?:Generator|ProgId)$/iu.test(attribute(node, 'name') ?? '') && /Word/u.test(attribute(node, 'content') ?? ''))) return { root: body, sure: true };
  let root = body;
  for (let going = true; going;) {
    going = false;
    for (const child of root.childNodes) {
      if (!('tagName' in child) || SKIPPED.has(child.tagName) || child.tagName === 'table' || child.tagName === 'tbody') continue;
      if (holdsPaper(child) && textLength(child) > 200) {
        root = child;
        going = true;
        break;
      }
    }
  }
  const sure = holdsPaper(root) && (root !== body || textLength(root) <= whole);
  return { root, sure };
}

function holdsPaper(node: Element): boolean {
  const text = textOf(node);
  return PAPER_WORDS.filter((pattern) => pattern.test(text)).length >= (PAPER_WORDS[0]?.test(text) ? 3 : 4);
}

const texts = new WeakMap<Element, string>();
function textOf(node: Element): string {
  const known = texts.get(node);
  if (known !== undefined) return known;
  let text = '';
  const stack: Node[] = [...node.childNodes].reverse();
  for (let inner = stack.pop(); inner; inner = stack.pop()) {
    if ('value' in inner) text += inner.value;
    else if ('tagName' in inner && !SKIPPED.has(inner.tagName)) {
      if (BLOCKS.has(inner.tagName)) text += ' ';
      for (const child of [...inner.childNodes].reverse()) stack.push(child);
    }
  }
  const squeezed = text.replace(/\s+/gu, ' ');
  texts.set(node, squeezed);
  return squeezed;
}

function textLength(node: Element): number {
  return textOf(node).length;
}

function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((entry) => entry.name === name)?.value;
}

interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly upper: boolean;
  readonly centred: boolean;
}

class BlockReader {
  #blocks: Block[] = [];
  #runs: Run[] = [];
  #centred = false;
  #label: string | null = null;
  #depth = 0;

  read(root: Element): Block[] {
    this.#children(root, { bold: false, italic: false, upper: false, centred: false });
    this.#flush();
    return this.#blocks;
  }

  #children(node: Element, look: Look): void {
    if (this.#depth > 300) return;
    this.#depth++;
    for (const child of node.childNodes) {
      if ('value' in child) this.#text(child.value, look);
      else if ('tagName' in child) this.#element(child, look);
    }
    this.#depth--;
  }

  #element(node: Element, look: Look): void {
    const { tagName } = node;
    if (SKIPPED.has(tagName) || isHidden(node)) return;
    const own = lookOf(node, look);
    if (tagName === 'br') this.#runs.push({ text: '\n', bold: false, italic: false });
    else if (tagName === 'table') this.#table(node);
    else if (BLOCKS.has(tagName)) {
      this.#flush();
      this.#centred = own.centred;
      if (tagName === 'li') this.#label = listLabel(node);
      this.#children(node, own);
      this.#flush();
    } else this.#children(node, own);
  }

  #text(value: string, { bold, italic, upper, centred }: Look): void {
    const text = value.replace(/[\s\u00a0]+/gu, ' ');
    if (text === '') return;
    if (this.#runs.length === 0) this.#centred = centred;
    this.#runs.push({ text: upper ? text.toLocaleUpperCase('vi') : text, bold, italic });
  }

  #flush(): void {
    const runs = this.#runs;
    this.#runs = [];
    const label = this.#label;
    if (!/\S/u.test(runs.map((run) => run.text).join(''))) return;
    this.#label = null;
    const paragraph: Paragraph = { kind: 'paragraph', label, runs, centred: this.#centred, pageBreak: false };
    this.#blocks.push(paragraph);
  }

  #table(node: Element): void {
    this.#flush();
    const rows = tableRows(node).map((row) => tableCells(row));
    const ruled = /^[1-9]/u.test(attribute(node, 'border') ?? '') && !/border:\s*none/iu.test(attribute(node, 'style') ?? '') || rows.flat().some((cell) => /border(?:-\w+)?:\s*(?!none|0|initial|medium none)[^;]*(?:solid|windowtext|\dp[tx])/iu.test(attribute(cell, 'style') ?? ''));
    this.#blocks.push({ kind: 'table', ruled, rows: spreadCells(rows) });
  }
}

function lookOf(node: Element, look: Look): Look {
  const style = attribute(node, 'style') ?? '';
  const align = /text-align:\s*(\w+)/iu.exec(style)?.[1] ?? attribute(node, 'align');
  return {
    bold: /^(?:b|strong|h[1-6]|th)$/u.test(node.tagName) || /font-weight:\s*(?:bold|[6-9]00)/iu.test(style) || (look.bold && !/font-weight:\s*(?:normal|400)/iu.test(style)),
    italic: /^(?:i|em)$/u.test(node.tagName) || /font-style:\s*italic/iu.test(style) || (look.italic && !/font-style:\s*normal/iu.test(style)),
    upper: /text-transform:\s*uppercase/iu.test(style) || look.upper,
    centred: align === undefined ? look.centred || node.tagName === 'center' : /center/iu.test(align),
  };
}

function isHidden(node: Element): boolean {
  return attribute(node, 'hidden') !== undefined || /display:\s*none|visibility:\s*hidden/iu.test(attribute(node, 'style') ?? '');
}

/** `1.` of a numbered list, `-` of another. */
function listLabel(node: Element): string {
  const list = node.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '-';
  const start = Number(attribute(list, 'start') ?? 1);
  const index = list.childNodes.filter((child) => 'tagName' in child && child.tagName === 'li').indexOf(node);
  const number = Number(attribute(node, 'value') ?? start + index);
  const type = attribute(list, 'type') ?? '1';
  return type === 'a' || /lower-(?:alpha|latin)/u.test(attribute(list, 'style') ?? '') ? `${String.fromCharCode(96 + number)})` : `${number}.`;
}

function tableRows(table: Element): Element[] {
  return table.childNodes.flatMap((child) => ('tagName' in child ? (child.tagName === 'tr' ? [child] : /^(?:tbody|thead|tfoot)$/u.test(child.tagName) ? tableRows(child) : []) : []));
}

function tableCells(row: Element): Element[] {
  return row.childNodes.filter((child): child is Element => 'tagName' in child && /^t[dh]$/u.test(child.tagName));
}

/** Cells in their columns: spans leave empty cells behind them. */
function spreadCells(rows: readonly (readonly Element[])[]): Cell[][] {
  const covered = new Map<number, number>();
  return rows.map((row) => {
    const cells: Cell[] = [];
    const skip = (): void => {
      while ((covered.get(cells.length) ?? 0) > 0) {
        covered.set(cells.length, (covered.get(cells.length) ?? 0) - 1);
        cells.push({ blocks: [] });
      }
    };
    for (const cell of row) {
      skip();
      const columns = Math.min(Math.max(Number(attribute(cell, 'colspan') ?? 1) || 1, 1), 60);
      const depth = Math.min(Math.max(Number(attribute(cell, 'rowspan') ?? 1) || 1, 1), 1000);
      for (let column = 0; column < columns; column++) {
        if (depth > 1) covered.set(cells.length, depth - 1);
        cells.push({ blocks: column === 0 ? new BlockReader().read(cell) : [] });
      }
    }
    skip();
    return cells;
  });
}
