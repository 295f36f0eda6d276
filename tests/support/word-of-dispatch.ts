/** A dispatch set as a clerk sets it in Word: letterhead and foot as tables of two columns without lines, the body as paragraphs. */
import { AlignmentType, BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { DispatchReading } from '../../src/dispatch/index.ts';

interface Piece { readonly region: string | null; readonly lines: readonly string[] }
interface TreeNode { readonly type: string; readonly kind?: string; readonly children?: readonly TreeNode[]; readonly position?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } } }

const RIGHT_HEAD = ['national-heading', 'place-date'];

/** Makes the .docx of what was read. @param source the text that was read */
export async function wordOfDispatch(reading: DispatchReading, source: string): Promise<Uint8Array> {
  const pieces = listPieces(reading.tree as unknown as TreeNode, source, null);
  const of = (...regions: readonly string[]): Piece[] => regions.flatMap((region) => pieces.filter((piece) => piece.region === region));
  // Of a letter the subject stands under the number; of a plan or a decision, under the name of its type.
  const leftHead = ['issuer', 'number', ...(pieces.some(({ region }) => region === 'type') ? [] : ['subject'])];
  const framed = new Set([...leftHead, ...RIGHT_HEAD, 'recipients', 'signature']);
  const body = pieces.filter(({ region }) => region === null || !framed.has(region));
  const document = new Document({
    sections: [{
      children: [
        twoColumns(of(...leftHead), of(...RIGHT_HEAD), AlignmentType.CENTER),
        ...body.flatMap((piece) => (piece.region === null ? [paragraph([piece.lines.join(' ')], AlignmentType.JUSTIFIED)] : piece.lines.map((line) => paragraph([line], piece.region === 'addressees' ? AlignmentType.LEFT : AlignmentType.CENTER)))),
        twoColumns(of('recipients'), of('signature'), AlignmentType.LEFT),
      ],
    }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Printed paragraphs in order, each with its lines and the region it stands in. */
function listPieces(node: TreeNode, source: string, region: string | null): Piece[] {
  if (node.type === 'paragraph') {
    const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
    const lines = source.slice(start.offset, end.offset).split(/\n+/u).map((line) => line.trim()).filter((line) => line !== '');
    return lines.length === 0 ? [] : [{ region, lines }];
  }
  return (node.children ?? []).flatMap((child) => listPieces(child, source, node.type === 'region' ? (node.kind ?? null) : region));
}

function twoColumns(left: readonly Piece[], right: readonly Piece[], alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (pieces: readonly Piece[]): TableCell => new TableCell({ children: pieces.length === 0 ? [new Paragraph('')] : pieces.map(({ lines }) => paragraph(lines, alignment)) });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }, rows: [new TableRow({ children: [cell(left), cell(right)] })] });
}

/** One paragraph; lines after the first stand behind a forced break. Markdown marks become bold and italic letters. */
function paragraph(lines: readonly string[], alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  let strong = false;
  let slanted = false;
  const runs = lines.flatMap((line, index) => line.split(/(\*+)/u).flatMap((part, at) => {
    if (/^\*+$/u.test(part)) {
      if (part.length !== 1) strong = !strong;
      if (part.length !== 2) slanted = !slanted;
      return [];
    }
    return [new TextRun({ text: part, bold: strong, italics: slanted, ...(index > 0 && at === 0 ? { break: 1 } : {}) })];
  }));
  return new Paragraph({ alignment, children: runs });
}
