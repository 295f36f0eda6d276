/**
 * Reads the end of a dispatch: Nơi nhận and its list, signature blocks, in whatever order the page was read.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7 and II.9; samples 000 line 36 (brace beside several recipients), 001 (signature first)
 */
import type { NormalizedText } from '../normalize/index.ts';
import { makeBlock } from './blocks.ts';
import { isFurniture, isRule } from './constructs/furniture.ts';
import { readLabel } from './constructs/label.ts';
import { isMostlyUpperCase } from './patterns/upper-case.ts';
import { isPersonName, opensSignature, readSignatureLine, stripRank } from './constructs/signature-line.ts';
import { isHeld, splitColumns, type Line } from './lines.ts';
import type { ParagraphDraft, RegionDraft } from './skeleton.ts';

export interface RecipientEntry {
  readonly name: string;
  readonly purpose: string | null;
}

export interface Signature {
  readonly capacity: string | null;
  readonly position: string | null;
  readonly name: string | null;
}

export interface Closing {
  readonly regions: readonly RegionDraft[];
  readonly recipients: readonly RecipientEntry[];
  /** One for each signer, left to right. */
  readonly signatures: readonly Signature[];
  /** Index of the first line after the end. */
  readonly next: number;
}

const RECIPIENTS_LEAD = /^N[ơo]i\s+nh[ậâa]n\s*[:;.]?\s*/iu;
const PURPOSE = /\s*\((?<purpose>(?:để|đ[êềể]|b\/?c|báo cáo|p\/?h|phối hợp|t\/?h|thực hiện|theo dõi|chỉ đạo|thay|biết|lưu|đăng|phổ biến|giám sát|triển khai|gửi|kiểm tra|tổng hợp|qua)[^()]*)\)\s*[;.,]?\s*$/iu;

/**
 * Finds where the end begins.
 * @param from first line of the body
 * @returns index of the line, `lines.length` when the paper has no end block
 */
export function findClosing(lines: readonly Line[], from: number, isAttachmentStart: (index: number) => boolean): number {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const cells = splitColumns(line);
    if (cells.some((cell) => RECIPIENTS_LEAD.test(cell.text) && cell.text.length < 110)) return retreatToSigner(lines, index, from);
    if (cells.some((cell) => opensSignature(cell.text)) && signatureFollows(lines, index)) return index;
    if (index > from && isAttachmentStart(index)) return retreatToPosition(lines, index, from);
  }
  return retreatToPosition(lines, lines.length, from);
}

/** A signature block without capacity may stand before Nơi nhận: take its lines along. */
function retreatToSigner(lines: readonly Line[], index: number, from: number): number {
  return retreatToPosition(lines, index, from);
}

function retreatToPosition(lines: readonly Line[], end: number, from: number): number {
  let start = end;
  let sawPosition = false;
  for (let index = end - 1; index >= Math.max(from + 1, end - 6); index--) {
    const line = lines[index];
    if (!line) break;
    if (isRule(line.text)) continue;
    const kinds = splitColumns(line).map((cell) => readSignatureLine(cell.text));
    if (kinds.some((kind) => kind === null) || (/[.;:,]$/u.test(line.text) && !kinds.includes('stamp'))) break;
    if (kinds.includes('position') || kinds.includes('capacity')) {
      sawPosition = true;
      start = index;
    }
  }
  return sawPosition ? start : end;
}

function signatureFollows(lines: readonly Line[], index: number): boolean {
  for (let ahead = index + 1; ahead <= index + 6; ahead++) {
    const line = lines[ahead];
    if (!line) return true;
    if (splitColumns(line).some((cell) => readSignatureLine(cell.text) !== null || RECIPIENTS_LEAD.test(cell.text))) return true;
  }
  return false;
}

interface OpenEntry {
  readonly lines: Line[];
  readonly region: RegionDraft;
}

/** Reads from `start` up to an attachment or the end of the text. */
export function parseClosing(normalized: NormalizedText, lines: readonly Line[], start: number, isAttachmentStart: (index: number) => boolean): Closing {
  const regions: RegionDraft[] = [];
  const open = (kind: 'recipients' | 'signature' | 'unplaced', anchor: string | null, label: string | null): RegionDraft => {
    const last = regions.at(-1);
    if (last?.kind === kind) return last;
    const region: RegionDraft = { type: 'region', kind, anchor: regions.some((other) => other.anchor === anchor) ? null : anchor, label, children: [] };
    regions.push(region);
    return region;
  };
  const recipientTexts: string[] = [];
  const signatureCells: { cell: Line; kind: 'capacity' | 'position' | 'name' | 'stamp' | 'other' }[] = [];
  let entry: OpenEntry | null = null;
  let inRecipients = false;
  let index = start;
  const closeEntry = (): void => {
    if (!entry) return;
    const block = makeBlock(normalized, entry.lines, 'text');
    const lead = RECIPIENTS_LEAD.exec(block.text)?.[0].length ?? 0;
    const labelLength = lead + (readLabel(block.text.slice(lead))?.length ?? 0);
    entry.region.children.push({ type: 'paragraph', anchor: null, role: 'line', block, labelLength });
    const words = block.printed.slice(labelLength).trim();
    if (words !== '') recipientTexts.push(...(lead > 0 ? words.split(/;\s+/u) : [words]));
    entry = null;
  };
  for (; index < lines.length; index++) {
    let line = lines[index];
    if (!line || (index > start && isAttachmentStart(index))) break;
    const next = lines[index + 1];
    if (next && isHeld(normalized, line, next) && !isMostlyUpperCase(line.text) && isPersonName(`${line.text} ${next.text}`)) {
      line = { ...line, text: `${line.text} ${next.text}`, end: next.end };
      index++;
    }
    if (isRule(line.text) || isFurniture(line, lines[index - 1], lines[index + 1])) {
      closeEntry();
      const region = regions.at(-1) ?? open('unplaced', null, null);
      region.children.push(lineOf(normalized, line, 'furniture'));
      continue;
    }
    if (/^\[\d{1,2}\]\s|^\(\*\)\s/u.test(line.text) && regions.length > 0) break;
    if (signatureCells.some((item) => item.kind === 'name') && line.text.length > 90 && readSignatureLine(line.text) === null && !/^[-+*•]/u.test(line.text) && !inRecipients) break;
    for (const cell of splitInlineSignature(line)) {
      const lead = RECIPIENTS_LEAD.test(cell.text);
      const kind = readSignatureLine(cell.text);
      const bullet = readLabel(cell.text)?.style;
      const isItem = bullet === 'bullet' || bullet === 'plus';
      if (lead || (inRecipients && isItem)) {
        closeEntry();
        inRecipients = true;
        entry = { lines: [cell], region: open('recipients', 'noi-nhan', 'Nơi nhận:') };
      } else if (kind !== null && !(kind === 'name' && inRecipients && entry && signatureCells.length === 0 && !isPersonLine(cell, entry)) && !(kind === 'position' && entry && continuesRecipient(entry, cell))) {
        closeEntry();
        signatureCells.push({ cell, kind });
        open('signature', 'ky', null).children.push(lineOf(normalized, cell, 'line'));
        if (!cell.continuesRow && kind !== 'stamp' && !line.text.includes('   ')) inRecipients = inRecipients && lines[index + 1] !== undefined && /^[-+*•]/u.test(lines[index + 1]?.text ?? '');
      } else if (inRecipients && entry) {
        if (/[;.]$/u.test(entry.lines.at(-1)?.text ?? '') || cell.blanksBefore > 0) {
          closeEntry();
          if (isMostlyUpperCase(cell.text)) {
            signatureCells.push({ cell, kind: 'other' });
            open('signature', 'ky', null).children.push(lineOf(normalized, cell, 'line'));
          } else {
            entry = { lines: [cell], region: open('recipients', 'noi-nhan', null) };
          }
        } else {
          (entry as OpenEntry).lines.push(cell);
        }
      } else if (signatureCells.length > 0 && (isMostlyUpperCase(cell.text) || isItem) && cell.text.length < 80) {
        if (isItem && regions.some((region) => region.kind === 'recipients')) {
          inRecipients = true;
          entry = { lines: [cell], region: open('recipients', 'noi-nhan', null) };
        } else {
          signatureCells.push({ cell, kind: 'other' });
          open('signature', 'ky', null).children.push(lineOf(normalized, cell, 'line'));
        }
      } else {
        closeEntry();
        open('unplaced', null, null).children.push(lineOf(normalized, cell, 'line'));
      }
    }
  }
  closeEntry();
  return { regions, recipients: readRecipients(recipientTexts), signatures: readSignatures(signatureCells), next: index };
}

/** `Nơi nhận: KT. GIÁM ĐỐC` on one row: the scan left too small a gap to see two columns. */
function splitInlineSignature(line: Line): Line[] {
  return splitColumns(line).flatMap((cell) => {
    const lead = RECIPIENTS_LEAD.exec(cell.text)?.[0];
    if (!lead || lead.length >= cell.text.length) return [cell];
    const rest = cell.text.slice(lead.length);
    if (readSignatureLine(rest) !== 'capacity' && readSignatureLine(rest) !== 'position') return [cell];
    return [
      { ...cell, text: lead.trimEnd(), end: cell.start + lead.trimEnd().length },
      { ...cell, text: rest, start: cell.start + lead.length, continuesRow: true, blanksBefore: 0 },
    ];
  });
}

function isPersonLine(cell: Line, entry: OpenEntry): boolean {
  return isPersonName(cell.text) && (/[;.]$/u.test(entry.lines.at(-1)?.text ?? '') || cell.blanksBefore > 0 || cell.indent > (entry.lines[0]?.indent ?? 0) + 20);
}

function continuesRecipient(entry: OpenEntry, cell: Line): boolean {
  return !/[;.:]$/u.test(entry.lines.at(-1)?.text ?? '') && cell.blanksBefore === 0 && !cell.continuesRow && !isMostlyUpperCase(cell.text);
}

function lineOf(normalized: NormalizedText, line: Line, role: 'line' | 'furniture'): ParagraphDraft {
  return { type: 'paragraph', anchor: null, role, block: makeBlock(normalized, [line], role === 'line' ? 'text' : 'furniture'), labelLength: 0 };
}

/** Recipients with their purposes; a brace line gives its note to all before it but "Như trên". `Lưu: …` is no recipient. */
function readRecipients(texts: readonly string[]): RecipientEntry[] {
  const recipients: { name: string; purpose: string | null }[] = [];
  for (const text of texts) {
    const purpose = PURPOSE.exec(text)?.groups?.purpose?.trim() ?? null;
    const name = text.replace(PURPOSE, '').replace(/[\s;.,:]+$/u, '').trim();
    if (/^L[ưu]u\b|^L[ưu]u\s*:/iu.test(name)) continue;
    if (!/\p{L}/u.test(name.replace(PURPOSE, ''))) {
      for (const recipient of recipients) if (!/^Như\s/iu.test(recipient.name)) recipient.purpose ??= purpose ?? readBraceNote(text);
      continue;
    }
    recipients.push({ name, purpose });
  }
  return recipients;
}

function readBraceNote(text: string): string | null {
  return /\(([^()]+)\)/u.exec(text)?.[1] ?? null;
}

/** Groups capacity, position and name lines into signers. Two names make two signers. */
function readSignatures(items: readonly { cell: Line; kind: string }[]): Signature[] {
  const names = items.filter((item) => item.kind === 'name');
  const columns = names.length > 1 ? new Set(names.map((item) => item.cell.index)).size < names.length : false;
  if (columns) return readParallelSigners(items);
  const signers: Signature[] = [];
  let capacity: string[] = [];
  let position: string[] = [];
  for (const { cell, kind } of items) {
    if (kind === 'capacity') {
      if (position.length > 0) position = [];
      capacity.push(cell.text);
    } else if (kind === 'position') {
      position.push(cell.text);
    } else if (kind === 'other' && (capacity.length > 0 || position.length > 0)) {
      (position.length > 0 ? position : capacity).push(cell.text);
    } else if (kind === 'name') {
      signers.push({ capacity: joinWords(capacity), position: joinWords(position), name: tidyName(cell.text) });
      capacity = [];
      position = [];
    }
  }
  if (capacity.length > 0 || position.length > 0) signers.push({ capacity: joinWords(capacity), position: joinWords(position), name: null });
  return signers;
}

function readParallelSigners(items: readonly { cell: Line; kind: string }[]): Signature[] {
  const names = items.filter((item) => item.kind === 'name').sort((a, b) => a.cell.indent - b.cell.indent);
  return names.map((name) => {
    const centre = name.cell.indent + name.cell.text.length / 2;
    const own = items.filter((item) => item.kind !== 'name' && item.kind !== 'stamp' && nearest(names, item.cell) === name && Math.abs(item.cell.indent + item.cell.text.length / 2 - centre) < 60);
    return {
      capacity: joinWords(own.filter((item) => item.kind === 'capacity').map((item) => item.cell.text)),
      position: joinWords(own.filter((item) => item.kind !== 'capacity').map((item) => item.cell.text)),
      name: tidyName(name.cell.text),
    };
  });
}

function nearest(names: readonly { cell: Line; kind: string }[], cell: Line): { cell: Line; kind: string } | undefined {
  const centre = cell.indent + cell.text.length / 2;
  return [...names].sort((a, b) => Math.abs(a.cell.indent + a.cell.text.length / 2 - centre) - Math.abs(b.cell.indent + b.cell.text.length / 2 - centre))[0];
}

function joinWords(parts: readonly string[]): string | null {
  return parts.length > 0 ? parts.join(' ').replace(/\s+/gu, ' ').replace(/[\s,]+$/u, '') : null;
}

function tidyName(text: string): string {
  return stripRank(text.replace(/[\s.,]+$/u, '').trim());
}
