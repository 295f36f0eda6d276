/**
 * Lines that belong to the page, not to the text. Page numbers and gazette frames, which the parser knows, are kept out of the way of
 * paragraphs; a running head that stands on page after page is left out and told.
 */
import type { FlowItem, FlowLine, PageFlow } from './layout.ts';
import { median } from './rows.ts';

type LineItem = Extract<FlowItem, { kind: 'line' }>;

export interface SortedPage {
  readonly page: number;
  readonly top: readonly FlowLine[];
  readonly items: readonly FlowItem[];
  readonly bottom: readonly FlowLine[];
  /** Running heads of this page, not in the text. */
  readonly running: readonly string[];
}

/** Part of the page's height, at the top and at the foot, where running lines stand. */
const BAND = 0.09;
const PAGE_NUMBER = /^(?:[-–]\s*)?(?:(?:Trang|Page)\s*)?\d{1,4}(?:\s*\/\s*\d{1,4})?(?:\s*[-–])?$/iu;
const GAZETTE_HEAD = /CÔNG BÁO\s*\/\s*Số/u;

/** The foot of a page that a site of this project printed. */
const OWN_PRINT = /^Bản tham khảo in từ https?:\/\/\S+\/v\/[0-9a-z]{6}\//u;
/** Pages on which a line must stand before it is a running head: two papers of one form begin alike as well. Of small letters, two pages will do. */
const MIN_RUNNING = 3;
const SMALL = 0.9;

/** Takes the furniture out of the flow of every page. */
export function sortFurniture(pages: readonly PageFlow[]): SortedPage[] {
  const body = median(pages.flatMap(({ items }) => linesOf(items).map(({ line }) => line.size)));
  const repeated = findRepeated(pages, body);
  return pages.map((flow) => {
    const lines = linesOf(flow.items);
    const ownPrint = lines.findIndex(({ line }) => OWN_PRINT.test(line.text));
    const edges = { top: [] as FlowLine[], bottom: [] as FlowLine[] };
    const running: string[] = [];
    const taken = new Set<FlowItem>();
    const takeFrom = (candidates: readonly LineItem[], edge: 'top' | 'bottom'): void => {
      for (const item of candidates) {
        const own = ownPrint >= 0 && lines.indexOf(item) >= ownPrint;
        if (taken.has(item) || (!own && edgeOf(lines, item, flow.height, body) !== edge)) break;
        const known = PAGE_NUMBER.test(item.line.text.trim()) || GAZETTE_HEAD.test(item.line.text);
        if (!known && !own && !repeated.has(signature(item.line, flow.page))) break;
        taken.add(item);
        if (known) edges[edge].push(item.line);
        else running.push(item.line.text.trim());
      }
    };
    takeFrom(lines.slice(0, 3), 'top');
    takeFrom(lines.slice(-4).reverse(), 'bottom');
    return { page: flow.page, top: edges.top, items: flow.items.filter((item) => !taken.has(item)), bottom: edges.bottom.reverse(), running };
  });
}

/** Edge of the page that an item stands at. Small letters below everything else are a foot, also on a last page that is half empty. */
function edgeOf(lines: readonly LineItem[], item: LineItem, height: number, body: number): 'top' | 'bottom' | null {
  const { y, size } = item.line;
  if (y < height * BAND) return 'top';
  return y > height * (1 - BAND) || (lines.at(-1) === item && size < body * SMALL) ? 'bottom' : null;
}

/** What stands at the same edge on most pages, the page's own number aside. */
function findRepeated(pages: readonly PageFlow[], body: number): Set<string> {
  const seen = new Map<string, { count: number; small: boolean }>();
  for (const { page, height, items } of pages) {
    const lines = linesOf(items);
    const here = new Map(lines.filter((item) => edgeOf(lines, item, height, body) !== null).map(({ line }) => [signature(line, page), line.size]));
    for (const [line, size] of here) seen.set(line, { count: (seen.get(line)?.count ?? 0) + 1, small: size < body * SMALL });
  }
  return new Set([...seen].filter(([, { count, small }]) => count >= (small ? 2 : MIN_RUNNING) && count >= pages.length * 0.6).map(([line]) => line));
}

function linesOf(items: readonly FlowItem[]): LineItem[] {
  return items.filter((item) => item.kind === 'line');
}

/** `Phụ lục 1` and `Phụ lục 2` differ; `Kế hoạch tháng, trang 3` on page 3 and `..., trang 4` on page 4 do not. */
function signature({ text }: FlowLine, page: number): string {
  return text.trim().replace(/(?<![\p{L}\p{N}/])\d+(?![\p{L}\p{N}/])/gu, (digits) => (Number(digits) === page ? '#' : digits));
}
