/** Text of a Word file: its paragraphs, a line each, tables row by row. Nothing is run, fetched or shown. */
import { strFromU8, unzipSync } from 'fflate';

/** Largest `document.xml` that is unpacked, in bytes: a draft is a thousand times smaller. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * @param bytes a `.docx` file
 * @returns `null` when it is no Word file (an old `.doc`, a PDF renamed, a damaged zip)
 */
export function readDocx(bytes: Uint8Array): string | null {
  try {
    const files = unzipSync(bytes, { filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= MAX_BYTES });
    const xml = files['word/document.xml'];
    return xml === undefined ? null : readDocumentXml(strFromU8(xml));
  } catch {
    return null;
  }
}

/** Paragraphs of `word/document.xml`; deleted text of tracked changes and field codes are left out. */
export function readDocumentXml(xml: string): string {
  const lines: string[] = [];
  let line = '';
  let inText = false;
  let skip = 0;
  for (const token of xml.matchAll(/<(?<close>\/?)(?<name>[\w:]+)(?<attributes>[^>]*?)(?<empty>\/?)>|(?<text>[^<]+)/gu)) {
    const { close, name = '', empty, text } = token.groups ?? {};
    if (text !== undefined) {
      if (inText && skip === 0) line += decodeEntities(text);
    } else if (name === 'w:t') inText = !close && !empty;
    else if (/^w:(?:del|instrText|delText)$|^mc:Fallback$/u.test(name) && !empty) skip += close ? -1 : 1;
    else if (name === 'w:tab') line += '\t';
    else if (name === 'w:br' || name === 'w:cr') line += '\n';
    else if (name === 'w:noBreakHyphen') line += '-';
    else if (name === 'w:p' && (close || empty)) {
      lines.push(line);
      line = '';
    }
  }
  return [...lines, line].join('\n').trim();
}

function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#x(?<hex>[\da-f]+)|#(?<decimal>\d+)|(?<name>\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null;
    return code !== null ? (code <= 0x10ffff ? String.fromCodePoint(code) : '') : (named[name ?? ''] ?? whole);
  });
}
