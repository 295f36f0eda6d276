/**
 * Places blocks under their labels: phần, chương, mục, điều, I, 1, 1.1, a, -, +. Total: a block that fits nowhere becomes a paragraph.
 *
 * @source domain guide section 5, rules 1 to 4; samples 002 (two `VI.`), 002 line 110 (paragraph that closes an item)
 */
import type { Block } from './blocks.ts';
import type { Label, LabelStyle } from './constructs/label.ts';
import { isMostlyUpperCase } from './patterns/upper-case.ts';
import type { AnchorGiver } from './anchors.ts';
import type { ClauseDraft, NodeDraft, ParagraphDraft, TableDraft } from './skeleton.ts';

/** Natural order of label styles, outermost first. Bullets rank by nesting. */
const RANK: Record<LabelStyle, number> = {
  part: 0, chapter: 1, section: 2, subsection: 3, article: 4, 'letter-upper': 5, roman: 6, arabic: 7, 'decimal-2': 8, 'decimal-3': 9,
  'decimal-4': 10, 'arabic-parenthesis': 11, letter: 12, 'roman-lower': 13, bullet: 14, plus: 15,
};

interface OpenClause {
  readonly node: ClauseDraft;
  readonly label: Label;
  readonly rank: number;
  /** True once the clause holds a bullet list or deeper clauses. */
  hasList: boolean;
}

const CLOSING_FORMULA = /^(?:Trên đây là|Đề nghị|Yêu cầu|Nhận được|Ban Thường vụ .{0,80}(?:đề nghị|yêu cầu)|.{0,90}\s(?:đề nghị|yêu cầu)\s.{0,200}(?:thực hiện|triển khai|báo cáo)|Căn cứ (?:nội dung|hướng dẫn|Kế hoạch|Công văn)|Trong quá trình|Quá trình (?:thực hiện|triển khai)|Nếu (?:có|phát sinh)|Mọi (?:vướng mắc|thông tin)|Nếu có|(?:Nghị quyết|Quyết định|Chỉ thị|Quy định|Hướng dẫn|Kế hoạch|Công văn|Thông tư|Nghị định|Luật|Kết luận) này (?:được|đã|có hiệu lực|phổ biến|có))/u;

export interface BodyOptions {
  /** Put before every anchor: `kem-theo.`, `phu-luc-ii.`; empty for the body itself. */
  readonly prefix: string;
  /** Anchor stem of paragraphs before the first label: `mo-dau`. */
  readonly lead: string;
  /** Whether final formulas move to `ket`. */
  readonly hasClosing: boolean;
}

/** Builds the nodes of one body. Blocks come out in their order. */
export function placeBlocks(blocks: readonly Block[], anchors: AnchorGiver, options: BodyOptions): NodeDraft[] {
  return new BodyBuilder(blocks, anchors, options).build();
}

class BodyBuilder {
  readonly #blocks: readonly Block[];
  readonly #anchors: AnchorGiver;
  readonly #options: BodyOptions;
  readonly #root: NodeDraft[] = [];
  #stack: OpenClause[] = [];
  readonly #hasArticles: boolean;
  /** Blocks inside a quotation of provisions: their labels belong to another text. */
  readonly #quoted: ReadonlySet<number>;
  /** For each block the label of the next one that has a label. */
  readonly #labelsAfter: readonly (Label | null)[];
  #sawLabel = false;

  constructor(blocks: readonly Block[], anchors: AnchorGiver, options: BodyOptions) {
    this.#blocks = blocks;
    this.#anchors = anchors;
    this.#options = options;
    this.#hasArticles = blocks.some((block) => block.label?.style === 'article');
    this.#quoted = findQuotedBlocks(blocks);
    this.#labelsAfter = listLabelsAfter(blocks);
  }

  build(): NodeDraft[] {
    const closingFrom = this.#options.hasClosing ? this.#findClosingFormula() : this.#blocks.length;
    for (let index = 0; index < this.#blocks.length; index++) {
      const block = this.#blocks[index];
      if (!block) continue;
      if (index === closingFrom) this.#stack = [];
      if (block.kind === 'table-row' || block.kind === 'table-rule') index = this.#placeTable(index);
      else if (block.kind === 'furniture') this.#container().push(this.#paragraph(block, null, 'furniture'));
      else if (index >= closingFrom) this.#placeClosing(block);
      else if (this.#quoted.has(index)) this.#placeQuoted(block);
      else if (this.#titlesLabelBefore(block, index)) this.#container().push(this.#paragraph(block, null, 'heading'));
      else if (block.label && this.#accepts(block.label, block)) this.#placeClause(block, block.label, index);
      else this.#placeParagraph(block, index);
    }
    return this.#root;
  }

  /** Index of the first of the final unlabelled blocks that say the closing formula. */
  #findClosingFormula(): number {
    let first = this.#blocks.length;
    for (let index = this.#blocks.length - 1; index >= 0; index--) {
      const block = this.#blocks[index];
      if (!block || block.kind === 'furniture') continue;
      if (block.kind !== 'text' || (block.label && block.label.style !== 'bullet')) break;
      if (block.label) break;
      first = index;
    }
    const lastText = this.#blocks.findLastIndex((block) => block.kind === 'text');
    for (let index = first; index < this.#blocks.length; index++) {
      const block = this.#blocks[index];
      if (block?.kind !== 'text') continue;
      const formula = (CLOSING_FORMULA.test(block.text) && !this.#isTitle(this.#blocks[index - 1]) && !(block.blanksBefore === 0 && this.#blocks[index - 1]?.label)) || (/\.\/\.?$/u.test(block.text) && !this.#hasArticles);
      if (formula && (index > 0 || block !== this.#blocks[lastText])) return index;
    }
    return this.#blocks.length;
  }

  /** `Điều 2. Hiệu lực`: what follows is its text, whatever it says. */
  #isTitle(block: Block | undefined): boolean {
    return block?.label?.style === 'article' && !/[.;:]$/u.test(block.text);
  }

  #placeClosing(block: Block): void {
    this.#root.push(this.#paragraph(block, this.#anchors.next(`${this.#options.prefix}ket`, 'd'), 'text'));
  }

  /** A number is a label only when it can go on a sequence: it opens one (1, a, I) or follows an open sibling. */
  #accepts(label: Label, block: Block): boolean {
    if (label.style === 'bullet' || label.style === 'plus') return true;
    const sibling = this.#openSibling(label);
    if (label.style === 'arabic' || label.style === 'arabic-parenthesis') {
      if (label.ordinal === 1) return true;
      if (sibling) return label.ordinal <= sibling.label.ordinal + 4 || block.blanksBefore > 0;
      return label.ordinal <= 3 || (block.blanksBefore > 0 && label.ordinal <= 30);
    }
    if (label.style === 'letter') return label.ordinal <= 2 || (sibling !== undefined && label.ordinal <= sibling.label.ordinal + 4) || label.ordinal === 30;
    if (label.style === 'roman') return label.ordinal <= 3 || sibling !== undefined || isMostlyUpperCase(block.text.slice(label.length));
    return true;
  }

  #openSibling(label: Label): OpenClause | undefined {
    return this.#stack.findLast((open) => sameList(open.label, label));
  }

  #placeClause(block: Block, label: Label, index: number): void {
    this.#popFor(label, block, index);
    const parent = this.#stack.at(-1);
    const anchor = this.#anchorFor(label, parent);
    const depth = this.#stack.length + 1;
    const kind = label.style === 'arabic' && parent?.label.style === 'article' ? 'clause' : label.kind;
    const node: ClauseDraft = { type: 'clause', kind, anchor, label: block.printed.slice(0, label.length).trim(), depth, children: [] };
    this.#container().push(node);
    if (parent) parent.hasList = true;
    this.#stack.push({ node, label, rank: RANK[label.style], hasList: false });
    this.#sawLabel = true;
    if (label.style === 'bullet' || label.style === 'plus') node.children.push(this.#paragraph(block, null, 'text', label.length));
    else if (this.#isHeading(block, label, index)) node.children.push(this.#paragraph(block, null, 'heading', label.length));
    else node.children.push(this.#paragraph(block, this.#anchors.next(anchor, 'd'), 'text', label.length));
  }

  /** Closes clauses until `label` may stand under what remains. */
  #popFor(label: Label, block: Block, index: number): void {
    const siblingAt = this.#stack.findLastIndex((open) => sameList(open.label, label));
    const previous = this.#previousText(index);
    const opensList = label.ordinal === 1 && previous?.text.endsWith(':') === true;
    if (siblingAt >= 0 && !(label.ordinal === 1 && opensList && (this.#stack[siblingAt]?.label.ordinal ?? 0) >= 1 && RANK[label.style] < 14 && siblingAt < this.#stack.length - 1 && label.style !== 'roman')) {
      const decimal = this.#decimalParent(label);
      this.#stack.length = decimal >= 0 ? decimal + 1 : siblingAt;
      return;
    }
    const decimal = this.#decimalParent(label);
    if (decimal >= 0) {
      this.#stack.length = decimal + 1;
      return;
    }
    if (label.style === 'bullet' || label.style === 'plus') {
      const top = this.#stack.at(-1);
      const nested = top && (top.label.style === 'bullet' || top.label.style === 'plus') && (opensList || label.style === 'plus' || this.#moreIndented(block, index));
      if (!nested) while (this.#stack.at(-1)?.label.style === 'bullet' || this.#stack.at(-1)?.label.style === 'plus') this.#stack.pop();
      return;
    }
    const rank = RANK[label.style];
    while (this.#stack.length > 0 && (this.#stack.at(-1)?.rank ?? 0) >= rank) {
      if (opensList && this.#stack.at(-1)?.label.style === 'letter' && rank >= RANK.arabic) break;
      this.#stack.pop();
    }
  }

  #moreIndented(block: Block, index: number): boolean {
    const previous = this.#previousText(index);
    return previous !== undefined && (block.lines[0]?.indent ?? 0) > (previous.lines[0]?.indent ?? 0) + 1;
  }

  #previousText(index: number): Block | undefined {
    for (let before = index - 1; before >= 0; before--) if (this.#blocks[before]?.kind === 'text') return this.#blocks[before];
    return undefined;
  }

  /** Stack index of the item whose number is the start of `3.1.`; -1 when `label` is no decimal or its parent is not open. */
  #decimalParent(label: Label): number {
    if (!label.style.startsWith('decimal-')) return -1;
    const stem = label.id.slice(0, label.id.lastIndexOf('.'));
    return this.#stack.findLastIndex((open) => open.label.id === stem);
  }

  #anchorFor(label: Label, parent: OpenClause | undefined): string {
    const { prefix } = this.#options;
    const parentAnchor = parent?.node.anchor ?? '';
    if (label.style === 'bullet') return this.#anchors.next(parentAnchor || `${prefix}${this.#leadStem()}`, 'g');
    if (label.style === 'plus') return this.#anchors.next(parentAnchor || `${prefix}${this.#leadStem()}`, 'c');
    if (label.style === 'article' || label.style === 'part' || label.style === 'chapter') return this.#anchors.unique(prefix + label.id);
    if (label.style === 'section' || label.style === 'subsection') return this.#anchors.unique(parentAnchor ? `${parentAnchor}.${label.id}` : prefix + label.id);
    const part = label.style.startsWith('decimal-') && parent && label.id.startsWith(`${parent.label.id}.`) ? label.id.slice(parent.label.id.length + 1) : label.id;
    return this.#anchors.unique(parentAnchor ? `${parentAnchor}.${part}` : `${prefix}muc-${part}`);
  }

  #leadStem(): string {
    return this.#options.lead;
  }

  /** "1. Mục đích" is a heading; "1. Tiếp tục đẩy mạnh …" is running text. */
  #isHeading(block: Block, label: Label, index: number): boolean {
    const text = block.text.slice(label.length).trim();
    if (text === '') return true;
    if (['part', 'chapter', 'section', 'subsection', 'letter-upper'].includes(label.style)) return true;
    const words = text.split(' ').length;
    if (label.style === 'roman') return isMostlyUpperCase(text) || (!/[.;]$/u.test(text) && words <= 40);
    if (/(?:như sau|sau đây|sau)\s*:$/u.test(text)) return false;
    if (/:$/u.test(text)) return words <= (/^(?:Giao|Đề nghị|Đối với)\s/u.test(text) ? 12 : 7) && !/^(?:Căn cứ|Thực hiện|Tổ chức|Yêu cầu)\s/u.test(text);
    if (/[.;,]$/u.test(text)) return isMostlyUpperCase(text) && words <= 25;
    if (isMostlyUpperCase(text)) return true;
    if (words > 32) return false;
    return this.#hasContentBelow(index, label);
  }

  #hasContentBelow(index: number, label: Label): boolean {
    const next = this.#nextBlock(index);
    if (!next) return false;
    if (next.kind !== 'text') return true;
    if (!next.label) return true;
    if (sameList(next.label, label)) return label.style === 'article';
    return RANK[next.label.style] > RANK[label.style] || (next.label.ordinal === 1 && !this.#stack.some((open) => next.label && sameList(open.label, next.label)));
  }

  #nextBlock(index: number): Block | undefined {
    for (let after = index + 1; after < this.#blocks.length; after++) if (this.#blocks[after]?.kind !== 'furniture') return this.#blocks[after];
    return undefined;
  }

  #placeParagraph(block: Block, index: number): void {
    this.#popForParagraph(index);
    const parent = this.#stack.at(-1);
    const stem = parent?.node.anchor ?? `${this.#options.prefix}${this.#sawLabel && !this.#stack.length ? 'ket' : this.#leadStem()}`;
    this.#container().push(this.#paragraph(block, this.#anchors.next(stem, 'd'), 'text'));
  }

  /** An unlabelled paragraph after bullets goes on with the item around them, unless the point's own letters go on after it. */
  #popForParagraph(index: number): void {
    const hadBullets = this.#stack.some((open) => open.label.style === 'bullet' || open.label.style === 'plus');
    while (this.#stack.at(-1)?.label.style === 'bullet' || this.#stack.at(-1)?.label.style === 'plus') this.#stack.pop();
    const next = this.#labelsAfter[index] ?? null;
    const top = this.#stack.at(-1);
    if (!top || !['letter', 'roman-lower', 'arabic-parenthesis'].includes(top.label.style)) return;
    const goesOn = next && sameList(next, top.label) && next.ordinal === top.label.ordinal + 1;
    const headingOnly = top.node.children.length === 1 && top.node.children[0]?.type === 'paragraph' && top.node.children[0].role === 'heading';
    if (goesOn || (headingOnly && !hadBullets)) return;
    while (['letter', 'roman-lower', 'arabic-parenthesis'].includes(this.#stack.at(-1)?.label.style ?? '')) this.#stack.pop();
  }

  /** A quoted provision is a paragraph of the clause that quotes it, whatever label it opens with. */
  #placeQuoted(block: Block): void {
    while (this.#stack.at(-1)?.label.style === 'plus') this.#stack.pop();
    const stem = this.#stack.at(-1)?.node.anchor ?? `${this.#options.prefix}${this.#options.lead}`;
    this.#container().push(this.#paragraph(block, this.#anchors.next(stem, 'd'), 'text'));
  }

  /** `Chương I` alone on its line: the title stands on the next. */
  #titlesLabelBefore(block: Block, index: number): boolean {
    const top = this.#stack.at(-1);
    const before = this.#previousText(index);
    if (!top || block.label || !before?.label || before.label !== top.label || before.text.length > before.label.length) return false;
    return ['part', 'chapter', 'section', 'subsection'].includes(top.label.style) && (isMostlyUpperCase(block.text) || (block.text.length < 120 && !/[.;:]$/u.test(block.text)));
  }

  #placeTable(start: number): number {
    let end = start;
    const rows: ParagraphDraft[][] = [];
    const rules: Block[] = [];
    while (this.#blocks[end]?.kind === 'table-row' || this.#blocks[end]?.kind === 'table-rule') {
      const block = this.#blocks[end];
      if (block?.kind === 'table-row') rows.push([this.#paragraph(block, null, 'line')]);
      else if (block) rules.push(block);
      end++;
    }
    if (rows.length === 0) {
      for (const rule of rules) this.#container().push(this.#paragraph(rule, null, 'furniture'));
      return end - 1;
    }
    const anchor = this.#anchors.next(this.#stack.at(-1)?.node.anchor ?? `${this.#options.prefix}${this.#leadStem()}`, 'b');
    const table: TableDraft = { type: 'table', anchor, rows, rules };
    this.#container().push(table);
    return end - 1;
  }

  #container(): NodeDraft[] {
    return this.#stack.at(-1)?.node.children ?? this.#root;
  }

  #paragraph(block: Block, anchor: string | null, role: ParagraphDraft['role'], labelLength = 0): ParagraphDraft {
    return { type: 'paragraph', anchor, role, block, labelLength };
  }
}

/** For each block the next label that is no bullet: it tells whether the points around a paragraph go on after it. */
function listLabelsAfter(blocks: readonly Block[]): (Label | null)[] {
  const after: (Label | null)[] = [];
  let next: Label | null = null;
  for (let index = blocks.length - 1; index >= 0; index--) {
    after[index] = next;
    const block = blocks[index];
    if (block?.kind === 'text' && block.label && block.label.style !== 'bullet' && block.label.style !== 'plus') next = block.label;
  }
  return after;
}

/** Most blocks that one quotation may hold; a longer one is a quotation mark that was lost. */
const MAX_QUOTED_BLOCKS = 80;

/** Indexes of the blocks of a quotation that opens at the start of a block with a label and is closed in a later one. */
function findQuotedBlocks(blocks: readonly Block[]): Set<number> {
  const quoted = new Set<number>();
  let leadIn = '';
  let read = 0;
  for (let index = 0; index < blocks.length; index++) {
    const text = blocks[index]?.text ?? '';
    for (; read < index; read++) if (blocks[read]?.kind === 'text') leadIn = blocks[read]?.text ?? '';
    if (!/^[“"](?:\p{Lu}|\d|[a-zđ]\)|[-+]\s)/u.test(text) || closesQuote(text) || !/:$/u.test(leadIn)) continue;
    // A quotation that opens with plain words (a footnote over a page break) holds no articles of its own.
    const quotesProvisions = /^[“"](?:Điều|Chương|Mục|\d|[a-zđ]\))/u.test(text);
    let end = index + 1;
    while (end < blocks.length && end - index < MAX_QUOTED_BLOCKS && !closesQuote(blocks[end]?.text ?? '') && !/^“/u.test(blocks[end]?.text ?? '')) end++;
    if (end >= blocks.length || end - index >= MAX_QUOTED_BLOCKS || !closesQuote(blocks[end]?.text ?? '')) continue;
    if (!quotesProvisions && blocks.slice(index, end + 1).some((block) => ['article', 'section', 'chapter', 'part'].includes(block.label?.style ?? ''))) continue;
    for (let inside = index; inside <= end; inside++) quoted.add(inside);
    index = end;
  }
  return quoted;
}

function closesQuote(text: string): boolean {
  return /[”"][.;,]*$/u.test(text);
}

/** Labels of one look are one list: `1.` and `1)` are two lists, `-` and `•` too. */
function sameList(a: Label, b: Label): boolean {
  return a.style === b.style && (a.style === 'bullet' ? a.glyph === b.glyph : true);
}
