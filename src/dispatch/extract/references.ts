/**
 * References of a dispatch to itself or to one of its parts: `Công văn này`, `mục 1 của Công văn này`, `khoản 2 Điều 5 Quy chế này`.
 *
 * @source domain guide 4.1 (self, internal provision)
 */
import type { Block } from '../parse/blocks.ts';
import type { CitationSpan } from './citations/index.ts';
import type { Passage } from './passages.ts';

export interface ReferenceSpan {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  /** Anchor in this document; `null` for the whole document. */
  readonly target: string | null;
}

const TYPE_WORD = '(?:Công văn|Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Thông báo|Hướng dẫn|Quy chế|Quy định|Thông tư|Nghị định|Luật|Bộ luật|Chương trình|Kết luận|Văn bản|Công điện|Tờ trình|Báo cáo|Đề án|Điều lệ|Pháp lệnh)';
const SELF = new RegExp(String.raw`(?:(?:điểm\s+(?<point>[a-zđ])\s+)?(?:khoản\s+(?<clause>\d+)\s+)?(?:Điều\s+(?<article>\d+[a-zđ]?)|[Mm]ục\s+(?<section>[IVX]+(?:\.\d+)*|\d+(?:\.\d+)*)|[Pp]hần\s+(?<part>[IVX]+))\s*,?\s*(?:của\s+)?)?(?<self>${TYPE_WORD}\s+này)(?!\p{L})`, 'gu');
const INTERNAL = new RegExp(String.raw`(?:điểm\s+(?<point>[a-zđ])\s+)?(?:khoản\s+(?<clause>\d+)\s+)?(?:Điều\s+(?<article>\d+[a-zđ]?))(?!\s*(?:,|và)?\s*(?:của\s+)?(?:${TYPE_WORD}|\d))(?!\p{L}|\.)`, 'gu');

/**
 * @param anchors every anchor of the document: a reference to a part that does not exist gets no target
 */
export function findReferences(passages: readonly Passage[], citations: readonly CitationSpan[], anchors: ReadonlySet<string>): ReferenceSpan[] {
  const spans: ReferenceSpan[] = [];
  const citationsOf = Map.groupBy(citations, (span) => span.block);
  for (const passage of passages) {
    if (passage.region !== null && passage.region !== 'basis') continue;
    const { block } = passage.paragraph;
    const taken = (citationsOf.get(block) ?? []).map(({ start, end }) => ({ start, end }));
    const prefix = passage.ancestors.find((ancestor) => ancestor.type === 'attachment')?.anchor;
    for (const pattern of [SELF, INTERNAL]) {
      for (const match of block.text.matchAll(pattern)) {
        const start = match.index;
        const end = start + match[0].length;
        if (start < passage.paragraph.labelLength || taken.some((other) => start < other.end && other.start < end)) continue;
        const target = readTarget(match.groups ?? {}, prefix, anchors);
        if (pattern === INTERNAL && target === null) continue;
        taken.push({ start, end });
        spans.push({ block, start, end, target });
      }
    }
  }
  return spans;
}

function readTarget(groups: Record<string, string | undefined>, prefix: string | undefined, anchors: ReadonlySet<string>): string | null {
  const { point, clause, article, section, part } = groups;
  const stem = article ? [`dieu-${article.replace('đ', 'dd')}`, clause, clause ? point?.replace('đ', 'dd') : undefined].filter(Boolean).join('.')
    : section ? `muc-${section.toLowerCase()}` : part ? `phan-${part.toLowerCase()}` : null;
  if (stem === null) return null;
  const candidates = prefix ? [`${prefix}.${stem}`, stem] : [stem, `kem-theo.${stem}`];
  return candidates.find((candidate) => anchors.has(candidate)) ?? null;
}
