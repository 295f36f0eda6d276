/** Lines that belong to the page, not to the text: page numbers, running heads, the words of digital signatures. */
import type { FlowItem, FlowLine, PageFlow } from './layout.ts';

export interface SortedPage {
  readonly page: number;
  readonly top: readonly FlowLine[];
  readonly items: readonly FlowItem[];
  readonly bottom: readonly FlowLine[];
}

/** Part of the page's height, at the top and at the foot, where running lines stand. */
const BAND = 0.09;
const PAGE_NUMBER = /^(?:[-–]\s*)?(?:(?:Trang|Page)\s*)?\d{1,4}(?:\s*\/\s*\d{1,4})?(?:\s*[-–])?$/iu;
const GAZETTE_HEAD = /CÔNG BÁO\s*\/\s*Số/u;

/** Takes the furniture out of the flow of every page. */
export function sortFurniture(pages: readonly PageFlow[]): SortedPage[] {
  const repeated = findRepeated(pages);
  return pages.map(({ page, height, items }) => {
    const lines = items.filter((item) => item.kind === 'line');
    const takes = (item: FlowItem, edge: 'top' | 'bottom'): boolean => {
      if (item.kind !== 'line') return false;
      const { line } = item;
      const inBand = edge === 'top' ? line.y < height * BAND : line.y > height * (1 - BAND);
      return inBand && (PAGE_NUMBER.test(line.text.trim()) || GAZETTE_HEAD.test(line.text) || repeated.has(signature(line)));
    };
    const top: FlowLine[] = [];
    const bottom: FlowLine[] = [];
    const taken = new Set<FlowItem>();
    for (const item of lines.slice(0, 3)) {
      if (!takes(item, 'top')) break;
      top.push(item.line);
      taken.add(item);
    }
    for (const item of lines.slice(-3).reverse()) {
      if (taken.has(item) || !takes(item, 'bottom')) break;
      bottom.unshift(item.line);
      taken.add(item);
    }
    return { page, top, items: items.filter((item) => !taken.has(item)), bottom };
  });
}

/** What stands at the same place on several pages, numbers aside. */
function findRepeated(pages: readonly PageFlow[]): Set<string> {
  const seen = new Map<string, number>();
  for (const { height, items } of pages) {
    const lines = items.flatMap((item) => (item.kind === 'line' && (item.line.y < height * BAND || item.line.y > height * (1 - BAND)) ? [signature(item.line)] : []));
    for (const line of new Set(lines)) seen.set(line, (seen.get(line) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count >= 2 && count >= pages.length * 0.4).map(([line]) => line));
}

function signature(line: FlowLine): string {
  return `${line.text.replace(/\d+/gu, '0').trim()} ${Math.round(line.y / 8)}`;
}
