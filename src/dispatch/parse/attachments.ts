/**
 * Finds where a text issued with the document (`QUY CHẾ … (Ban hành kèm theo Quyết định số …)`) or an appendix (`PHỤ LỤC II`) begins.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, phần IV (phụ lục kèm theo)
 */
import { foldLetters } from '../../domain/vietnamese.ts';
import { isMostlyUpperCase } from './patterns/upper-case.ts';
import { readTypeLine, type TypeFinder } from './constructs/type-line.ts';
import type { Line } from './lines.ts';

export interface AttachmentStart {
  readonly kind: 'issued-text' | 'appendix';
  /** Number printed on an appendix: `ii`, `1`; empty when none. */
  readonly id: string;
}

const ISSUED_WITH = /^\W*(?:ban hanh\s+)?k[eè]m theo\s|^\W*(?:ban hanh|cong bo|phe duyet)\s+kem theo/u;
const APPENDIX = /^phu luc(?:\s+(?:so\s+)?(?<id>[ivx]{1,5}|\d{1,3}[a-z]?|[a-h]))?(?:\s*[.:/-].*|\s*)$/u;

/** @returns a test for line indexes, with its answers kept */
export function createAttachmentFinder(lines: readonly Line[], findType: TypeFinder): (index: number) => AttachmentStart | null {
  const known = new Map<number, AttachmentStart | null>();
  return (index) => {
    const cached = known.get(index);
    if (cached !== undefined) return cached;
    const found = readAttachmentStart(lines, index, findType);
    known.set(index, found);
    return found;
  };
}

function readAttachmentStart(lines: readonly Line[], index: number, findType: TypeFinder): AttachmentStart | null {
  const line = lines[index];
  if (!line || line.text.length > 120) return null;
  const folded = foldLetters(line.text.trim());
  const appendix = APPENDIX.exec(folded);
  if (appendix && (isMostlyUpperCase(line.text) || /^Phụ lục/u.test(line.text)) && line.text.length < 60) {
    const id = appendix.groups?.id ?? '';
    return { kind: 'appendix', id: /^\d+$/u.test(id) ? String(Number(id)) : id };
  }
  if (!isMostlyUpperCase(line.text) || followsAppendixLine(lines, index)) return null;
  const type = readTypeLine(line.text, findType);
  const listing = /^(?:danh muc|danh sach|bieu|mau so|mau|bang|noi dung|de cuong|phan cong|tong hop)/u.test(folded);
  if (!type && !listing) return null;
  for (let ahead = index + 1; ahead <= index + 9; ahead++) {
    const next = lines[ahead];
    if (!next) return null;
    const text = foldLetters(next.text);
    if (ISSUED_WITH.test(text)) return { kind: type ? 'issued-text' : 'appendix', id: '' };
    if (/^(?:dieu|chuong|i|1)\s?[.:]?\s/u.test(text)) return null;
  }
  return null;
}

/** The title under `PHỤ LỤC II` is its own, not the start of another appendix. */
function followsAppendixLine(lines: readonly Line[], index: number): boolean {
  for (let before = index - 1; before >= Math.max(0, index - 4); before--) {
    const text = lines[before]?.text ?? '';
    if (APPENDIX.test(foldLetters(text.trim()))) return true;
    if (!isMostlyUpperCase(text)) return false;
  }
  return false;
}

/** True for the line `(Ban hành kèm theo Quyết định số …)`, which ends the heading of an attachment. */
export function isIssuedWithLine(text: string): boolean {
  return ISSUED_WITH.test(foldLetters(text));
}
