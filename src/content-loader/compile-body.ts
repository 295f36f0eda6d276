/**
 * Turns the body of a document's MDX file into HTML without evaluating anything: the file is parsed to a syntax tree, and only the
 * elements listed here are written. Expressions, ESM, raw HTML, unknown elements, unknown attributes and Markdown constructs that the
 * importer never writes stop the build. Text is escaped, so the only tags and comments in the result are ours.
 *
 * Source words stand in leaf elements marked `data-source-text`, in order; nothing editorial stands inside them.
 * Two kinds of place are left for the page to finish, because they depend on the whole corpus:
 * `<a data-citation="n.m">` (link and state) and `<!--@anchor-->` (address and notes in the margin). An item without a heading and its first
 * paragraph begin at one place, so they share one: `<!--@item paragraph-->`.
 */
import { mdxToMdast } from 'satteri';
import { splitNumbers } from '../corpus/wording/split-numbers.ts';
import { groupRegions } from './group-regions.ts';
import { escapeAttribute, escapeText } from './escape-html.ts';
import type { BodyNode } from './body-node.ts';

/** Part of every entry's digest: raise it when the HTML of an unchanged document changes. */
export const COMPILER_VERSION = 5;

/**
 * Compiles a document body.
 * @param body MDX without front matter
 * @param name file name for messages
 * @returns HTML with places left for citations and notes
 * @throws Error naming file, line and what was seen, when the body holds anything outside the whitelist
 */
export function compileBody(body: string, name: string): string {
  const tree = parse(body, name);
  const context: Context = { name, headings: 0 };
  return writeBlocks(tree.children ?? [], context);
}

interface Context {
  readonly name: string;
  /** Number of open clauses and attachments around that have a heading. */
  readonly headings: number;
  /** True inside a line of a region, where the label is set apart (`Nơi nhận:`); elsewhere an element would only be weight. */
  readonly inLine?: boolean;
  /** Anchor of the clause whose heading is being written. */
  readonly clause?: string;
  /** Anchor of the item without heading that begins with the paragraph being written. */
  readonly item?: string;
}

function parse(body: string, name: string): BodyNode {
  try {
    return mdxToMdast(body, { features: { gfm: { footnotes: false }, frontmatter: false } }) as unknown as BodyNode;
  } catch (error) {
    throw new Error(`compileBody: unreadable MDX in ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function writeBlocks(nodes: readonly BodyNode[], context: Context): string {
  let html = '';
  for (const group of groupRegions(nodes.flatMap(unwrapParagraph))) {
    const inner = group.nodes.map((node) => writeBlock(node, context)).join('');
    html += group.className === null ? inner : `<div class="${group.className}">${inner}</div>`;
  }
  return html;
}

/** A block element alone on its line may be parsed as inline content of a paragraph; white space between elements says nothing. */
function unwrapParagraph(node: BodyNode): readonly BodyNode[] {
  if (node.type !== 'paragraph') return [node];
  return (node.children ?? []).filter((child) => child.type !== 'text' || (child.value ?? '').trim() !== '');
}

function writeBlock(node: BodyNode, context: Context): string {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') throw unexpected(node, context, 'a block element of the whitelist');
  const write = BLOCKS[node.name ?? ''];
  if (!write) throw unexpected(node, context, `one of ${Object.keys(BLOCKS).join(', ')}`);
  return write(node, context);
}

type Writer = (node: BodyNode, context: Context) => string;

const BLOCKS: Readonly<Record<string, Writer>> = {
  Region(node, context) {
    const { anchor, kind } = readAttributes(node, context, ['anchor', 'kind']);
    const inner = writeBlocks(node.children ?? [], context);
    return `<div${idOf(anchor)} class="region region-${token(kind, node, context)}">${inner}${slot(anchor)}</div>`;
  },
  Clause(node, context) {
    const { anchor, kind } = readAttributes(node, context, ['anchor', 'kind', 'label', 'depth']);
    const blocks = (node.children ?? []).flatMap(unwrapParagraph);
    const headed = blocks.some(({ name }) => name === 'Heading');
    const tag = headed ? 'section' : 'div';
    const inside: Context = { ...context, headings: context.headings + (headed ? 1 : 0), ...(anchor === undefined ? {} : { clause: anchor }) };
    const [first, ...rest] = blocks;
    // Item and first paragraph begin at one place.
    const shared = !headed && first?.name === 'Para' && anchor !== undefined;
    const inner = shared ? writeBlock(first, { ...inside, item: anchor }) + writeBlocks(rest, inside) : writeBlocks(blocks, inside);
    return `<${tag}${idOf(anchor)} class="clause clause-${token(kind, node, context)}">${inner}${headed || shared ? '' : slot(anchor)}</${tag}>`;
  },
  Attachment(node, context) {
    const { anchor, kind } = readAttributes(node, context, ['anchor', 'kind']);
    const inner = writeBlocks(node.children ?? [], { ...context, headings: context.headings + 1, ...(anchor === undefined ? {} : { clause: anchor }) });
    return `<section${idOf(anchor)} class="attachment attachment-${token(kind, node, context)}">${inner}</section>`;
  },
  Heading(node, context) {
    readAttributes(node, context, []);
    const tag = `h${Math.min(6, Math.max(2, context.headings + 1))}`;
    const leaf = `<${tag} data-source-text>${writeLeaf(node, context)}</${tag}>`;
    return context.clause === undefined ? leaf : `<div class="provision provision-heading">${leaf}${slot(context.clause)}</div>`;
  },
  Para(node, context) {
    const { anchor } = readAttributes(node, context, ['anchor']);
    return `<div${idOf(anchor)} class="provision"><p data-source-text>${writeLeaf(node, context)}</p>${slot(context.item, anchor)}</div>`;
  },
  Line(node, context) {
    readAttributes(node, context, []);
    return `<p class="line" data-source-text>${writeLeaf(node, { ...context, inLine: true })}</p>`;
  },
  Furniture(node, context) {
    readAttributes(node, context, []);
    return `<p class="furniture" data-source-text>${writeLeaf(node, context)}</p>`;
  },
  Table(node, context) {
    const { anchor } = readAttributes(node, context, ['anchor']);
    const tables = node.children ?? [];
    const table = tables[0];
    if (tables.length !== 1 || table?.type !== 'table') throw unexpected(node, context, 'exactly one table inside Table');
    return `<div${idOf(anchor)} class="provision table-frame" tabindex="0">${writeTable(table, anchor, context)}${slot(anchor)}</div>`;
  },
};

function writeTable(table: BodyNode, anchor: string | undefined, context: Context): string {
  const rows = (table.children ?? []).map((row, index) => {
    // The header row has no anchor; data rows count from 1.
    const id = anchor === undefined || index === 0 ? '' : ` id="${escapeAttribute(`${anchor}.r${index}`)}"`;
    const cells = (row.children ?? []).map((cell) => {
      const inner = writeInlines(cell, context);
      const tag = index === 0 && inner.trim() !== '' ? 'th' : 'td';
      return `<${tag} data-source-text>${inner}</${tag}>`;
    });
    return `<tr${id}>${cells.join('')}</tr>`;
  });
  return `<table><thead>${rows[0] ?? ''}</thead><tbody>${rows.slice(1).join('')}</tbody></table>`;
}

/** Inline content of a leaf; the parser wraps it in paragraphs when it stands on lines of its own. */
function writeLeaf(node: BodyNode, context: Context): string {
  return writeInlines(node, context).trim();
}

function writeInlines(node: BodyNode, context: Context): string {
  let html = '';
  let before: BodyNode | undefined;
  for (const child of node.children ?? []) {
    if (before && isApart(before, child)) html += ' ';
    html += child.type === 'paragraph' ? writeInlines(child, context) : writeInline(child, context);
    before = child;
  }
  return html;
}

/** MDX drops the blank between elements that fill a line of their own (`<b>ỦY BAN NHÂN DÂN</b> <b>XÃ EA KNỐP</b>`); their places in the file still tell it. */
function isApart(before: BodyNode, after: BodyNode): boolean {
  if (before.type === 'text' || after.type === 'text') return false;
  const end = before.position?.end.offset;
  const start = after.position?.start.offset;
  return before.type === 'paragraph' || after.type === 'paragraph' || (end !== undefined && start !== undefined && start > end);
}

function writeInline(node: BodyNode, context: Context): string {
  if (node.type === 'text') return writeText(node.value ?? '');
  if (node.type === 'strong') return `<b>${writeInlines(node, context)}</b>`;
  if (node.type === 'emphasis') return `<i>${writeInlines(node, context)}</i>`;
  if (node.type === 'break') return '<br>';
  if (node.type === 'link' && isBareAddress(node)) return writeInlines(node, context);
  const element = node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement' ? INLINES[node.name ?? ''] : undefined;
  if (!element) throw unexpected(node, context, `text or one of ${Object.keys(INLINES).join(', ')}`);
  return element(node, context);
}

/** Escaped text; document numbers and dates are kept on one line by an element of ours, no letter is added. */
function writeText(text: string): string {
  return splitNumbers(text).map((run) => (run.together ? `<span class="nowrap">${escapeText(run.text)}</span>` : escapeText(run.text))).join('');
}

const INLINES: Readonly<Record<string, Writer>> = {
  b: (node, context) => writePlain('b', node, context),
  i: (node, context) => writePlain('i', node, context),
  Label(node, context) {
    readAttributes(node, context, []);
    const inner = writeInlines(node, context);
    return context.inLine ? `<span class="label">${inner}</span>` : inner;
  },
  Cite(node, context) {
    const { n, m } = readAttributes(node, context, ['n', 'm', 'doc']);
    if (!isIndex(n) || !isIndex(m)) throw unexpected(node, context, 'whole numbers in n and m');
    return `<a data-citation="${n}.${m}">${writeInlines(node, context)}</a>`;
  },
  Ref(node, context) {
    const { to } = readAttributes(node, context, ['to']);
    const inner = writeInlines(node, context);
    return to === undefined ? inner : `<a class="reference" href="#${escapeAttribute(to)}">${inner}</a>`;
  },
  PageBreak(node, context) {
    readAttributes(node, context, []);
    return '<span class="page-break"></span>';
  },
  Mark(node, context) {
    const { to = '', n } = readAttributes(node, context, ['to', 'n']);
    if (!isIndex(n)) throw unexpected(node, context, 'a whole number in n');
    // The corrected words are no words of the source: they stand in an attribute, and the sheet shows one or the other.
    return `<span class="correction" data-correction="${escapeAttribute(to)}">${writeInlines(node, context)}</span><ins data-to="${escapeAttribute(to)}"></ins>`;
  },
};

function writePlain(tag: string, node: BodyNode, context: Context): string {
  readAttributes(node, context, []);
  return `<${tag}>${writeInlines(node, context)}</${tag}>`;
}

/** A bare `www.congdoan.vn` or mail address in the text: the parser sees a link, the page prints its letters and links nothing. */
function isBareAddress(node: BodyNode): boolean {
  const text = (node.children ?? []).map((child) => child.value ?? '').join('');
  return [text, `http://${text}`, `https://${text}`, `mailto:${text}`].includes(node.url ?? '');
}

/** The attributes of an element, all plain strings and all expected. */
function readAttributes<Name extends string>(node: BodyNode, context: Context, allowed: readonly Name[]): Partial<Record<Name, string>> {
  const values: Partial<Record<Name, string>> = {};
  for (const attribute of node.attributes ?? []) {
    const name = allowed.find((candidate) => candidate === attribute.name);
    if (attribute.type !== 'mdxJsxAttribute' || name === undefined) throw unexpected(node, context, `only attributes ${allowed.join(', ') || '(none)'}`);
    if (typeof attribute.value !== 'string') throw unexpected(node, context, `a plain string in ${name}`);
    values[name] = attribute.value;
  }
  return values;
}

function token(kind: string | undefined, node: BodyNode, context: Context): string {
  if (!kind || !/^[a-z][a-z-]*$/u.test(kind)) throw unexpected(node, context, 'a kind of small letters and hyphens');
  return kind;
}

function isIndex(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,5}$/u.test(text);
}

function idOf(anchor: string | undefined): string {
  return anchor === undefined ? '' : ` id="${escapeAttribute(anchor)}"`;
}

/** Place for the link to a provision, the first of the anchors, and the notes beside it. */
function slot(...anchors: (string | undefined)[]): string {
  const known = anchors.filter((anchor) => anchor !== undefined);
  for (const anchor of known) if (!/^[a-z0-9.~-]+$/u.test(anchor)) throw new Error(`compileBody: unexpected anchor ${JSON.stringify(anchor)}, expected small letters, digits, ".", "~" and "-"`);
  return known.length === 0 ? '' : `<!--@${known.join(' ')}-->`;
}

function unexpected(node: BodyNode, context: Context, expected: string): Error {
  const seen = node.name === undefined || node.name === null ? node.type : `<${node.name}> (${node.type})`;
  const attributes = (node.attributes ?? []).map((attribute) => attribute.name ?? '{…}').join(' ');
  return new Error(`compileBody: unexpected ${seen}${attributes && ` with ${attributes}`} in ${context.name}:${node.position?.start.line ?? '?'}, expected ${expected}`);
}
