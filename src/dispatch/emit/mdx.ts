/**
 * From tree and record to the document's MDX file: YAML front matter, then the source's words in a handful of elements.
 * The body is built as mdast and written by remark, never pasted together, so braces, tags and `import` of a dispatch stay letters.
 */
import type { Root, RootContent, PhrasingContent, TableRow as MdastRow } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement, MdxJsxAttribute } from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import type { DocumentRecord } from '../../domain/record.ts';
import type { Block, DispatchTree, Inline, Paragraph, Table, Text } from '../tree/nodes.ts';

const processor = unified().use(remarkMdx).use(remarkGfm, { tablePipeAlign: false, tableCellPadding: true }).use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', resourceLink: true }).freeze();

/** Prints the whole file. Same record and tree, same bytes. Ends with a line feed. */
export function emitMdx(record: DocumentRecord, tree: DispatchTree): string {
  const root: Root = { type: 'root', children: tree.children.flatMap((block) => writeBlock(block, record)) };
  return `---\n${stringify(record, { lineWidth: 0, aliasDuplicateObjects: false })}---\n\n${processor.stringify(root)}`;
}

function writeBlock(block: Block, record: DocumentRecord): RootContent[] {
  switch (block.type) {
    case 'paragraph': return [writeParagraph(block, record)];
    case 'table': return [writeTable(block, record)];
    case 'region': return [flow('Region', { anchor: block.anchor, kind: block.kind }, block.children.flatMap((child) => writeBlock(child, record)))];
    case 'attachment': return [flow('Attachment', { anchor: block.anchor, kind: block.kind }, block.children.flatMap((child) => writeBlock(child, record)))];
    case 'clause': return [flow('Clause', { anchor: block.anchor, kind: block.kind, label: block.label, depth: String(block.depth) }, block.children.flatMap((child) => writeBlock(child, record)))];
  }
}

const PARAGRAPH_ELEMENT = { text: 'Para', heading: 'Heading', line: 'Line', furniture: 'Furniture' } as const;

function writeParagraph(paragraph: Paragraph, record: DocumentRecord): RootContent {
  const children = writeInline(paragraph.children, record);
  return flow(PARAGRAPH_ELEMENT[paragraph.role], { anchor: paragraph.role === 'text' ? paragraph.anchor : null }, [{ type: 'paragraph', children }]);
}

function writeTable(table: Table, record: DocumentRecord): RootContent {
  const width = Math.max(1, ...table.children.map((row) => row.children.length));
  const rows: MdastRow[] = table.children.map((row) => ({
    type: 'tableRow',
    children: Array.from({ length: width }, (_, index) => ({ type: 'tableCell', children: writeInline(row.children[index]?.children ?? [], record) })),
  }));
  return flow('Table', { anchor: table.anchor }, [{ type: 'table', children: rows }]);
}

/** Leaves to phrasing content. A join of lines prints as one blank, a page break as its own mark and a blank. */
function writeInline(nodes: readonly Inline[], record: DocumentRecord): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  nodes.forEach((node, index) => {
    if (node.type === 'text') content.push(...writeText(node, record));
    else if (node.type === 'seam') content.push(...(node.kind === 'page' ? [inline('PageBreak', {}, [])] : []), { type: 'text', value: ' ' });
    else if (node.type === 'label') content.push(inline('Label', {}, writeTexts(node.children, record)), ...(index < nodes.length - 1 ? [{ type: 'text' as const, value: startsWithBlank(nodes[index + 1]) ? '' : ' ' }] : []));
    else if (node.type === 'reference') content.push(inline('Ref', { to: node.target }, writeTexts(node.children, record)));
    else content.push(inline('Cite', { n: String(node.citation), m: String(node.mention), doc: record.citations[node.citation]?.key ?? null }, writeTexts(node.children, record)));
  });
  return mergeTexts(content);
}

function startsWithBlank(node: Inline | undefined): boolean {
  return node?.type === 'text' && /^\s/u.test(node.value);
}

function writeTexts(texts: readonly Text[], record: DocumentRecord): PhrasingContent[] {
  return texts.flatMap((text) => writeText(text, record));
}

function writeText(text: Text, record: DocumentRecord): PhrasingContent[] {
  let content: PhrasingContent[] = [{ type: 'text', value: text.value }];
  if (text.correction !== undefined) content = [inline('Mark', { to: record.corrections[text.correction]?.correction ?? '', n: String(text.correction) }, content)];
  if (text.emphasis) content = [inline('i', {}, content)];
  if (text.strong) content = [inline('b', {}, content)];
  return content;
}

function mergeTexts(content: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of content) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else if (node.type !== 'text' || node.value !== '') merged.push(node.type === 'text' ? { ...node } : node);
  }
  return merged;
}

function flow(name: string, attributes: Record<string, string | null>, children: readonly RootContent[]): MdxJsxFlowElement {
  return { type: 'mdxJsxFlowElement', name, attributes: writeAttributes(attributes), children: children as MdxJsxFlowElement['children'] };
}

function inline(name: string, attributes: Record<string, string | null>, children: readonly PhrasingContent[]): MdxJsxTextElement {
  return { type: 'mdxJsxTextElement', name, attributes: writeAttributes(attributes), children: [...children] };
}

function writeAttributes(attributes: Record<string, string | null>): MdxJsxAttribute[] {
  return Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [{ type: 'mdxJsxAttribute' as const, name, value }]));
}
