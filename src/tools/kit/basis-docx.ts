/** The clause as a Word file, in the type of Nghị định 30: Times New Roman 14, italic, justified, first line 1 cm in. Loaded only when asked for. */
import { AlignmentType, convertMillimetersToTwip, Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import type { BasisLine } from '../../corpus/wording/basis-clause.ts';

/** @returns bytes of a `.docx` file; the names of the documents are links */
export async function makeBasisDocx(lines: readonly (readonly BasisLine[])[], title: string): Promise<Blob> {
  const document = new Document({
    title,
    creator: '',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } } } },
    sections: [{
      properties: { page: { size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) }, margin: { top: convertMillimetersToTwip(20), bottom: convertMillimetersToTwip(20), left: convertMillimetersToTwip(30), right: convertMillimetersToTwip(15) } } },
      children: lines.map((line) => new Paragraph({
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: convertMillimetersToTwip(10) },
        spacing: { after: 120 },
        children: line.flatMap(({ before, name, after, url }, index) => [
          new TextRun({ text: (index > 0 ? ' ' : '') + before, italics: true }),
          new ExternalHyperlink({ link: url, children: [new TextRun({ text: name, italics: true })] }),
          new TextRun({ text: after, italics: true }),
        ]),
      })),
    }],
  });
  return Packer.toBlob(document);
}
