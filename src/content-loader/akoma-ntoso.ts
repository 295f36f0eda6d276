/**
 * A held document as Akoma Ntoso 3.0 (OASIS LegalDocML): letterhead as preface, numbered parts as hierarchical containers with their anchors
 * as eId, closing as conclusions. Made of the compiled body, so the words and their order are those of the page.
 *
 * @source Akoma Ntoso 1.0 part 2, XML schema 3.0: http://docs.oasis-open.org/legaldocml/ns/akn/3.0
 */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { documentOf, type Corpus, type CorpusDocument } from '../corpus/graph/graph.ts';
import { nameDocument } from '../corpus/wording/short-name.ts';
import type { DocumentRecord } from '../domain/record.ts';
import { slugify } from '../domain/vietnamese.ts';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Begins the ids of references: an anchor of the text (`can-cu`, `nguon`) never holds an underscore. */
const REFERENCE = 'ref__';

export interface AkomaNtosoInput {
  readonly corpus: Corpus;
  readonly document: CorpusDocument;
  readonly record: DocumentRecord;
  /** Compiled body with places left for citations. */
  readonly html: string;
  /** Absolute address of a path of the site. */
  readonly absolute: (path: string) => string;
}

/** @returns the whole XML file */
export function writeAkomaNtoso(input: AkomaNtosoInput): string {
  const links = (input.corpus.resolutions.get(input.document.key) ?? []).map((resolution) => (resolution.state === 'held' || resolution.state === 'cited' ? input.absolute(documentOf(input.corpus, resolution.key).url) : null));
  const blocks = flatten(parseFragment(input.html).childNodes);
  // Only regions at the two ends leave the body, so that every word keeps its place.
  const isRegion = (block: HtmlElement): boolean => hasClass(block, 'region') || hasClass(block, 'furniture');
  let start = 0;
  while (start < blocks.length && isRegion(blocks[start] as HtmlElement)) start++;
  let end = blocks.length;
  while (end > start && isRegion(blocks[end - 1] as HtmlElement)) end--;
  const writer = new BodyWriter(links);
  const preface = blocks.slice(0, start).map((block) => writer.writeRegion(block)).join('');
  const body = blocks.slice(start, end).map((block) => writer.writeBlock(block)).join('');
  const conclusions = blocks.slice(end).map((block) => writer.writeRegion(block)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n<doc name="${attribute(slugify(input.document.type?.name ?? 'van-ban'))}" contains="originalVersion">\n${writeMeta(input)}${preface === '' ? '' : `<preface>${preface}</preface>\n`}<mainBody>${body || '<p/>'}</mainBody>\n${conclusions === '' ? '' : `<conclusions>${conclusions}</conclusions>\n`}</doc>\n</akomaNtoso>\n`;
}

function writeMeta({ document, record, absolute }: AkomaNtosoInput): string {
  const { issuer, number, date, key } = document;
  const work = `/akn/vn/doc/${key}`;
  const day = date === null ? '0001-01-01' : `${date}-01-01`.slice(0, 10).replace(/^(\d{4}-\d{2})-01-01$/u, '$1-01');
  const level = (kind: string, path: string, rest: string): string => `<${kind}><FRBRthis value="${attribute(`${path}/!main`)}"/><FRBRuri value="${attribute(path)}"/><FRBRdate date="${day}" name="${date === null ? 'khong-ro' : date.length === 10 ? 'ban-hanh' : 'ban-hanh-khong-ro-ngay'}"/><FRBRauthor href="#${REFERENCE}${attribute(issuer.id)}"/>${rest}</${kind}>\n`;
  return `<meta>\n<identification source="#${REFERENCE}can-cu">\n${level('FRBRWork', work, `<FRBRcountry value="vn"/>${number === null ? '' : `<FRBRnumber value="${attribute(number)}"/>`}<FRBRname value="${attribute(nameDocument(document))}"/>`)}${level('FRBRExpression', `${work}/vie@`, '<FRBRlanguage language="vie"/>')}${level('FRBRManifestation', `${work}/vie@.xml`, '<FRBRformat value="application/akn+xml"/>')}</identification>\n`
    + `<references source="#${REFERENCE}can-cu"><original eId="${REFERENCE}nguon" href="${attribute(absolute(document.url))}" showAs="${attribute(record.file)} sha256:${record.sha256}"/><TLCOrganization eId="${REFERENCE}${attribute(issuer.id)}" href="${attribute(absolute(`/co-quan/${issuer.id}/`))}" showAs="${attribute(issuer.name)}"/><TLCOrganization eId="${REFERENCE}can-cu" href="${attribute(absolute('/'))}" showAs="Căn Cứ"/></references>\n</meta>\n`;
}

/** Writes blocks; citation links are looked up by their index. */
class BodyWriter {
  readonly #links: readonly (string | null)[];

  constructor(links: readonly (string | null)[]) {
    this.#links = links;
  }

  /** A part of the letterhead or the closing: a container with one paragraph a line. */
  writeRegion(element: HtmlElement): string {
    const lines = leaves(element).map((leaf) => `<p>${this.#inline(leaf.childNodes)}</p>`).join('');
    return `<container name="${attribute(kindOf(element, 'region-') ?? 'furniture')}"${eId(element)}>${lines || '<p/>'}</container>\n`;
  }

  writeBlock(element: HtmlElement): string {
    const clause = kindOf(element, 'clause-') ?? kindOf(element, 'attachment-');
    if (hasClass(element, 'region')) return this.#leafContainer(element, kindOf(element, 'region-') ?? 'region');
    if (clause === null) return hasClass(element, 'table-frame') ? this.#table(element) : this.#leafContainer(element, 'paragraph');
    const children = flatten(element.childNodes);
    const heading = children[0] && hasClass(children[0], 'provision-heading') ? children[0] : null;
    const inner = children.slice(heading ? 1 : 0).map((child) => this.writeBlock(child)).join('');
    const title = heading ? `<heading>${leaves(heading).map((leaf) => this.#inline(leaf.childNodes)).join(' ')}</heading>` : '';
    return `<hcontainer name="${attribute(clause)}"${eId(element)}>${title}${inner || '<content><p/></content>'}</hcontainer>\n`;
  }

  #leafContainer(element: HtmlElement, name: string): string {
    const lines = leaves(element).map((leaf) => `<p>${this.#inline(leaf.childNodes)}</p>`).join('');
    return `<hcontainer name="${attribute(name)}"${eId(element)}><content>${lines || '<p/>'}</content></hcontainer>\n`;
  }

  #table(element: HtmlElement): string {
    const rows = descend(element, 'tr').map((row) => `<tr${eId(row)}>${row.childNodes.filter(isElement).map((cell) => `<${cell.tagName}><p>${this.#inline(cell.childNodes)}</p></${cell.tagName}>`).join('')}</tr>`).join('');
    return `<hcontainer name="table"${eId(element)}><content>${rows === '' ? '<p/>' : `<table>${rows}</table>`}</content></hcontainer>\n`;
  }

  #inline(nodes: readonly HtmlNode[]): string {
    return nodes.map((node) => {
      if (node.nodeName === '#text') return text((node as DefaultTreeAdapterTypes.TextNode).value);
      if (!isElement(node)) return '';
      const inner = this.#inline(node.childNodes);
      if (node.tagName === 'b' || node.tagName === 'i') return `<${node.tagName}>${inner}</${node.tagName}>`;
      if (node.tagName === 'br') return '<br/>';
      const citation = attributeOf(node, 'data-citation');
      const href = citation === null ? attributeOf(node, 'href') : (this.#links[Number(citation.split('.')[0])] ?? null);
      return node.tagName === 'a' && href !== null ? `<ref href="${attribute(href)}">${inner}</ref>` : inner;
    }).join('');
  }
}

/** Blocks without the boxes that only set them beside each other. */
function flatten(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.filter(isElement).flatMap((element) => (hasClass(element, 'letterhead') || hasClass(element, 'closing') ? flatten(element.childNodes) : [element]));
}

/** Elements that hold source words, in order. */
function leaves(element: HtmlElement): HtmlElement[] {
  if (attributeOf(element, 'data-source-text') !== null) return [element];
  return element.childNodes.filter(isElement).flatMap(leaves);
}

function descend(element: HtmlElement, tag: string): HtmlElement[] {
  return element.childNodes.filter(isElement).flatMap((child) => (child.tagName === tag ? [child] : descend(child, tag)));
}

function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? null;
}

function hasClass(element: HtmlElement, name: string): boolean {
  return (attributeOf(element, 'class') ?? '').split(' ').includes(name);
}

function kindOf(element: HtmlElement, prefix: string): string | null {
  return (attributeOf(element, 'class') ?? '').split(' ').find((name) => name.startsWith(prefix))?.slice(prefix.length) ?? null;
}

function eId(element: HtmlElement): string {
  const id = attributeOf(element, 'id');
  return id === null ? '' : ` eId="${attribute(id)}"`;
}

/** Characters that XML forbids, even as references, are left out: a source may hold any. */
function text(value: string): string {
  return value.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>]/gu, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] ?? letter);
}

function attribute(value: string): string {
  return text(value).replace(/"/gu, '&quot;').replace(/\s+/gu, ' ');
}
