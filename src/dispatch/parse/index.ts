/**
 * From normalized text to the structure of a dispatch. Total: any text gives a structure, every line stands in it once, in order.
 */
import type { Registry } from '../../domain/registry.ts';
import type { NormalizedText } from '../normalize/index.ts';
import { AnchorGiver } from './anchors.ts';
import { createAttachmentFinder, isIssuedWithLine, type AttachmentStart } from './attachments.ts';
import { assembleBlocks, makeBlock, type Block } from './blocks.ts';
import { placeBlocks } from './body.ts';
import { findClosing, parseClosing, type Closing } from './closing.ts';
import { isRule } from './constructs/furniture.ts';
import { readLabel } from './constructs/label.ts';
import { isMostlyUpperCase } from './patterns/upper-case.ts';
import { createTypeFinder, readTypeLine, type TypeFinder } from './constructs/type-line.ts';
import { parseHeader, type Header } from './header.ts';
import { joinLoneOpeners, readLines, type Line } from './lines.ts';
import type { AttachmentDraft, NodeDraft, ParagraphDraft, RegionDraft } from './skeleton.ts';

export interface ParsedDispatch {
  readonly normalized: NormalizedText;
  readonly header: Header;
  readonly closing: Closing;
  /** Everything in source order. */
  readonly nodes: readonly NodeDraft[];
}

const BASIS = /^(?:Căn cứ|Xét|Theo|Thực hiện|Trên cơ sở|Sau khi|Thi hành|C[aăãâ]n c[\p{Ll}'&]{1,4})\s/u;
const ENACTING = /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|LUẬT|PHÁP LỆNH|NGHỊ ĐỊNH|THÔNG TƯ|HƯỚNG DẪN|CÔNG BỐ|BAN HÀNH)\s*:?$/u;

/** Makes a parser over the types of a registry. */
export function createParser(registry: Registry): (normalized: NormalizedText) => ParsedDispatch {
  const findType = createTypeFinder(registry.documentTypes);
  return (normalized) => parse(normalized, findType);
}

function parse(normalized: NormalizedText, findType: TypeFinder): ParsedDispatch {
  const lines = joinLoneOpeners(readLines(normalized));
  const anchors = new AnchorGiver();
  const attachmentAt = createAttachmentFinder(lines, findType);
  const header = parseHeader(normalized, lines, findType);
  const isStart = (index: number): boolean => index > header.next && attachmentAt(index) !== null;
  const closingStart = findClosing(lines, header.next, isStart);
  const closing = parseClosing(normalized, lines, closingStart, isStart);
  const body = parseBody(normalized, lines.slice(header.next, closingStart), anchors);
  const nodes = [...header.regions, ...body, ...closing.regions, ...parseAttachments(normalized, lines, closing.next, anchors, attachmentAt, findType)];
  return { normalized, header, closing, nodes };
}

function parseBody(normalized: NormalizedText, lines: readonly Line[], anchors: AnchorGiver): NodeDraft[] {
  const blocks = assembleBlocks(normalized, lines);
  const basisCount = countBasis(blocks);
  const nodes: NodeDraft[] = basisCount > 0 ? [makeBasis(blocks.slice(0, basisCount))] : [];
  let from = basisCount;
  const enacting: ParagraphDraft[] = [];
  while (from < blocks.length && (blocks[from]?.kind === 'furniture' || ENACTING.test(blocks[from]?.text ?? ''))) {
    const block = blocks[from];
    if (block) enacting.push({ type: 'paragraph', anchor: null, role: block.kind === 'furniture' ? 'furniture' : 'line', block, labelLength: 0 });
    from++;
  }
  if (enacting.length > 0) nodes.push({ type: 'region', kind: 'enacting', anchor: null, label: null, children: enacting });
  return [...nodes, ...placeBlocks(blocks.slice(from), anchors, { prefix: '', lead: 'mo-dau', hasClosing: true })];
}

/** Number of blocks at the start that are a list of bases: each ends with `;`, the last with `.`, `,` or `:`. */
function countBasis(blocks: readonly Block[]): number {
  let count = 0;
  let lists = 0;
  for (const block of blocks) {
    if (block.kind === 'furniture') {
      count++;
      continue;
    }
    if (block.kind !== 'text' || (block.label && block.label.style !== 'bullet')) break;
    const text = block.label ? block.text.slice(block.label.length) : block.text;
    if (!BASIS.test(text) && !(lists > 0 && /;$/u.test(blocks[count - 1]?.text ?? '') && /^(?:Nghị định|Thông tư|Luật|Bộ luật|Quyết định|Nghị quyết|Pháp lệnh)\s/u.test(text) && /[;.,]$/u.test(text))) break;
    if (/\sban hành\s+(?:Quyết định|Thông tư|Nghị định|Nghị quyết|Chỉ thị|Quy định|Quy chế|Kế hoạch)\s[^;]*[.:]$/u.test(text) && !/^Theo đề nghị/u.test(text) && lists > 0) break;
    if (/\s(?:yêu cầu|đề nghị|như sau)\s?[^;]*:$/u.test(text) && !/[;]$/u.test(text)) break;
    if (!/[;.,:]$/u.test(text) && text.length > 500) break;
    if (/;$/u.test(text)) lists++;
    else if (lists === 0 && !nextIsBasisOrEnacting(blocks, count + 1)) break;
    count++;
  }
  while (count > 0 && blocks[count - 1]?.kind === 'furniture') count--;
  return lists > 0 || count > 1 || (count === 1 && nextIsEnacting(blocks, 1)) ? count : 0;
}

function nextIsBasisOrEnacting(blocks: readonly Block[], at: number): boolean {
  const next = blocks.slice(at).find((block) => block.kind !== 'furniture');
  return next !== undefined && (/^(?:Căn cứ|Xét|Theo đề nghị)\s/u.test(next.text) || ENACTING.test(next.text));
}

function nextIsEnacting(blocks: readonly Block[], at: number): boolean {
  const next = blocks.slice(at).find((block) => block.kind !== 'furniture');
  return next !== undefined && (ENACTING.test(next.text) || next.label?.style === 'article');
}

function makeBasis(blocks: readonly Block[]): RegionDraft {
  const local = new AnchorGiver();
  return {
    type: 'region', kind: 'basis', anchor: 'can-cu', label: null,
    children: blocks.map((block) => ({
      type: 'paragraph', anchor: block.kind === 'furniture' ? null : local.next('can-cu', 'd'), role: block.kind === 'furniture' ? 'furniture' : 'text',
      block, labelLength: block.label?.length ?? 0,
    })),
  };
}

function parseAttachments(normalized: NormalizedText, lines: readonly Line[], from: number, anchors: AnchorGiver, attachmentAt: (index: number) => AttachmentStart | null, findType: TypeFinder): NodeDraft[] {
  const nodes: NodeDraft[] = [];
  let index = from;
  const firstStart = findStart(index);
  const notes = countFootnotes(lines, index, firstStart);
  if (notes > 0) for (const note of placeFootnotes(normalized, lines.slice(index, index + notes), anchors)) nodes.push(note);
  index += notes;
  const rest = firstStart > index ? placeBlocks(assembleBlocks(normalized, lines.slice(index, firstStart)), anchors, { prefix: '', lead: 'khac', hasClosing: false }) : [];
  for (const node of rest) nodes.push(node);
  index = firstStart;
  const counts = new Map<string, number>();
  while (index < lines.length) {
    const start = attachmentAt(index);
    const end = findStart(index + 1);
    nodes.push(parseAttachment(normalized, lines.slice(index, end), start ?? { kind: 'appendix', id: '' }, anchors, counts, findType));
    index = end;
  }
  return nodes;

  function findStart(at: number): number {
    for (let candidate = at; candidate < lines.length; candidate++) if (attachmentAt(candidate)) return candidate;
    return lines.length;
  }
}

function parseAttachment(normalized: NormalizedText, lines: readonly Line[], start: AttachmentStart, anchors: AnchorGiver, counts: Map<string, number>, findType: TypeFinder): AttachmentDraft {
  const stem = start.kind === 'issued-text' ? 'kem-theo' : start.id === '' ? 'phu-luc' : `phu-luc-${start.id}`;
  const count = (counts.get(stem) ?? 0) + 1;
  counts.set(stem, count);
  const anchor = anchors.unique(count === 1 ? stem : `${stem}-${count}`);
  const headingLines = countHeadingLines(lines);
  const heading = lines.slice(0, headingLines);
  const regions = placeHeading(normalized, heading, anchor, start, findType);
  const body = placeBlocks(assembleBlocks(normalized, lines.slice(headingLines)), anchors, { prefix: `${anchor}.`, lead: 'mo-dau', hasClosing: false });
  const title = heading.filter((line) => !isRule(line.text) && !isIssuedWithLine(line.text)).map((line) => line.text).join(' ') || null;
  return { type: 'attachment', kind: start.kind, anchor, title, children: [...regions, ...body] };
}

/** Type line, title and `(Kèm theo …)` of an attachment; type and title of an issued text have anchors of their own. */
function placeHeading(normalized: NormalizedText, lines: readonly Line[], anchor: string, start: AttachmentStart, findType: TypeFinder): RegionDraft[] {
  const regions: RegionDraft[] = [];
  const put = (kind: RegionDraft['kind'], at: string | null, line: Line): void => {
    const furniture = isRule(line.text);
    const paragraph: ParagraphDraft = { type: 'paragraph', anchor: null, role: furniture ? 'furniture' : 'line', block: makeBlock(normalized, [line], furniture ? 'furniture' : 'text'), labelLength: 0 };
    const last = regions.at(-1);
    if (last && (last.kind === kind || furniture)) last.children.push(paragraph);
    else regions.push({ type: 'region', kind, anchor: at !== null && regions.some((region) => region.anchor === at) ? null : at, label: kind === 'type' ? line.text : null, children: [paragraph] });
  };
  let issued = false;
  for (const line of lines) {
    issued ||= isIssuedWithLine(line.text);
    if (start.kind === 'appendix' || issued) put('attachment-heading', null, line);
    else if (regions.length === 0 && readTypeLine(line.text, findType)) put('type', `${anchor}.dau.ten-loai`, line);
    else put('subject', `${anchor}.dau.trich-yeu`, line);
  }
  return regions;
}

/** The title lines and `(Kèm theo …)` of an attachment. */
function countHeadingLines(lines: readonly Line[]): number {
  for (let index = 0; index < Math.min(lines.length, 14); index++) {
    if (!isIssuedWithLine(lines[index]?.text ?? '')) continue;
    let end = index + 1;
    while (end < lines.length && end < index + 6 && !/\)\W*$/u.test(lines[end - 1]?.text ?? '') && !/^---/u.test(lines[end]?.text ?? '')) end++;
    return end;
  }
  let count = 1;
  while (count < Math.min(lines.length, 8)) {
    const line = lines[count];
    if (!line || readLabel(line.text) || !(isMostlyUpperCase(line.text) || isRule(line.text))) break;
    count++;
  }
  return count;
}

const FOOTNOTE = /^\[?(?<id>\d{1,2}|\*)\]?\s?[.)]?\s+(?=\S)/u;

/** Footnotes after the end: lines that begin with `[1]` or `1 `, in sequence. */
function countFootnotes(lines: readonly Line[], from: number, to: number): number {
  if (!/^\[\d{1,2}\]\s|^\(\*\)\s|^\d{1,2}\s+\p{Lu}/u.test(lines[from]?.text ?? '')) return 0;
  return to - from;
}

function placeFootnotes(normalized: NormalizedText, lines: readonly Line[], anchors: AnchorGiver): RegionDraft[] {
  const regions: RegionDraft[] = [];
  for (const line of lines) {
    const id = FOOTNOTE.exec(line.text)?.groups?.id;
    const paragraph: ParagraphDraft = { type: 'paragraph', anchor: null, role: 'line', block: makeBlock(normalized, [line], 'text'), labelLength: id ? (FOOTNOTE.exec(line.text)?.[0].length ?? 0) : 0 };
    const last = regions.at(-1);
    if (id || !last) regions.push({ type: 'region', kind: 'footnote', anchor: anchors.unique(`ghi-chu.${id === '*' ? 'sao' : (id ?? String(regions.length + 1))}`), label: id ? `[${id}]` : null, children: [paragraph] });
    else last.children.push(paragraph);
  }
  return regions;
}
