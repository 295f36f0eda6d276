/** Sets texts of dispatches in the forms that clerks hold them in: Word, PDF with text, web page, and plain text of two encodings. */
import { GlobalFonts, PDFDocument } from '@napi-rs/canvas';
import { Document, Packer, Paragraph, TextRun } from 'docx';

export interface MixedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const FORMS = [setWord, setUtf8, setWebPage, setUtf16, setPdf];
const FAMILY = 'Paper';
const FONT = 'node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf';
/** Sheet of A4 with its margin, and the distance of two lines, in points. */
const [WIDTH, HEIGHT, MARGIN, LEADING] = [595, 842, 60, 17] as const;

/** One file of each form in turn. @param index from 0 */
export async function setFile(text: string, index: number): Promise<MixedFile> {
  const { extension, bytes } = await (FORMS[index % FORMS.length] ?? setUtf8)(text);
  return { name: `van-ban-${String(index + 1).padStart(4, '0')}.${extension}`, bytes };
}

interface Form { readonly extension: string; readonly bytes: Uint8Array }

async function setWord(text: string): Promise<Form> {
  const document = new Document({ sections: [{ children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] })) }] });
  return { extension: 'docx', bytes: new Uint8Array(await Packer.toBuffer(document)) };
}

function setUtf8(text: string): Form {
  return { extension: 'txt', bytes: Buffer.from(text) };
}

function setUtf16(text: string): Form {
  return { extension: 'txt', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') };
}

function setWebPage(text: string): Form {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return { extension: 'html', bytes: Buffer.from(`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Văn bản</title></head><body><nav>Trang chủ</nav><main>${escaped.split('\n').map((line) => `<p>${line}</p>`).join('\n')}</main></body></html>`) };
}

function setPdf(text: string): Form {
  GlobalFonts.registerFromPath(FONT, FAMILY);
  const document = new PDFDocument({ title: 'Văn bản' });
  let context = document.beginPage(WIDTH, HEIGHT);
  let y = MARGIN;
  for (const line of text.split('\n')) {
    context.font = `13px ${FAMILY}`;
    for (const row of wrap(line, (words) => context.measureText(words).width)) {
      if (y > HEIGHT - MARGIN) {
        document.endPage();
        context = document.beginPage(WIDTH, HEIGHT);
        context.font = `13px ${FAMILY}`;
        y = MARGIN;
      }
      context.fillText(row, MARGIN, y);
      y += LEADING;
    }
  }
  document.endPage();
  return { extension: 'pdf', bytes: new Uint8Array(document.close()) };
}

function wrap(line: string, measure: (words: string) => number): string[] {
  const rows: string[] = [];
  for (const word of line.split(' ')) {
    const last = rows.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= WIDTH - 2 * MARGIN) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}
