/** What checks read from a page of HTML: its ids, its links, its source words. Parsed as browsers do. */
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type HtmlNode = DefaultTreeAdapterTypes.Node;
type HtmlElement = DefaultTreeAdapterTypes.Element;

export interface HtmlPage {
  /** Every id, in order; twice when it stands twice. */
  readonly ids: readonly string[];
  /** Every address the page points to or loads: `href`, `src`, each of `srcset`, of a refresh. */
  readonly addresses: readonly string[];
  /** Joined text of the elements marked `data-source-text`. */
  readonly sourceText: string;
  /** Content-Security-Policy given as meta, or `null`. */
  readonly policy: string | null;
  /** Script and style text inside the page, and attributes that run script (`onclick`). */
  readonly inlineCode: readonly string[];
  /** All elements, for checks of one test. */
  readonly elements: readonly HtmlElement[];
}

/** Reads a whole page. */
export function readHtmlPage(html: string): HtmlPage {
  return collect(parse(html));
}

/** Reads a piece of a page. */
export function readHtmlFragment(html: string): HtmlPage {
  return collect(parseFragment(html));
}

/** Value of an attribute, or `null` when the element has none. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** Text inside a node, in order. */
export function textOf(node: HtmlNode): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return childrenOf(node).map(textOf).join('');
}

/** Letters and digits alone (Unicode L and N, after NFC): what must be equal between a source and its page. */
export function lettersAndDigits(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
}

function collect(root: HtmlNode): HtmlPage {
  const elements: HtmlElement[] = [];
  const visit = (node: HtmlNode): void => {
    if ('attrs' in node) elements.push(node);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(root);
  return {
    elements,
    ids: elements.flatMap((element) => attributeOf(element, 'id') ?? []),
    addresses: elements.flatMap(readAddresses),
    sourceText: elements.filter((element) => attributeOf(element, 'data-source-text') !== null).map(textOf).join('\n'),
    policy: readPolicy(elements),
    inlineCode: elements.flatMap(readInlineCode),
  };
}

function readAddresses(element: HtmlElement): string[] {
  const own = ['href', 'src', 'action', 'poster', 'data'].flatMap((name) => attributeOf(element, name) ?? []);
  const sets = (attributeOf(element, 'srcset') ?? '').split(',').map((entry) => entry.trim().split(/\s+/u)[0] ?? '').filter(Boolean);
  const refresh = attributeOf(element, 'http-equiv')?.toLowerCase() === 'refresh' ? /url=(.+)$/iu.exec(attributeOf(element, 'content') ?? '')?.[1] : undefined;
  return [...own, ...sets, ...(refresh === undefined ? [] : [refresh.trim()])];
}

function readPolicy(elements: readonly HtmlElement[]): string | null {
  const meta = elements.find((element) => element.tagName === 'meta' && attributeOf(element, 'http-equiv')?.toLowerCase() === 'content-security-policy');
  return meta ? attributeOf(meta, 'content') : null;
}

function readInlineCode(element: HtmlElement): string[] {
  const handlers = element.attrs.filter(({ name }) => name.startsWith('on') || name === 'style').map(({ name, value }) => `${name}="${value}"`);
  const isCode = element.tagName === 'style' || (element.tagName === 'script' && attributeOf(element, 'src') === null && !isData(attributeOf(element, 'type')));
  return isCode ? [...handlers, textOf(element)] : handlers;
}

/** `application/ld+json` and the like are data, never run. */
function isData(type: string | null): boolean {
  return type !== null && /json/u.test(type);
}

function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}
