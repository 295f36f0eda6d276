/** Opens the zip of a .docx: only the parts that are read, never more than they may weigh, nothing followed outside. */
import { unzipSync } from 'fflate';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { MAX_UNPACKED_BYTES, note, UnreadableSource, type ReadingNote } from '../reading.ts';
import { childElements } from './xml.ts';

export interface DocxPackage {
  /** Root element of a part, `null` when there is none. */
  part(path: string): XmlElement | null;
  /** Path of the part that the document refers to by an id of its relations; `null` for none and for places outside the file. */
  target(id: string): string | null;
  readonly notes: readonly ReadingNote[];
}

const WANTED = /^(?:\[Content_Types\]\.xml|word\/(?:document\d*|styles|numbering|footnotes|endnotes|header\d*|footer\d*|comments)\.xml|word\/_rels\/document\d*\.xml\.rels|_rels\/\.rels|mimetype)$/u;
/** A part that grows more than this is no text. */
const MAX_RATIO = 400;

/** @throws UnreadableSource for broken and oversized zips, and for zips that are no Word file */
export function openDocx(bytes: Uint8Array): DocxPackage {
  const names = new Set<string>();
  let total = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        names.add(name);
        if (!WANTED.test(name)) return false;
        total += originalSize;
        if (total > MAX_UNPACKED_BYTES || (originalSize > 1024 * 1024 && originalSize / Math.max(size, 1) > MAX_RATIO)) throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    throw new UnreadableSource('broken', 'Tệp Word bị hỏng hoặc tải về chưa hết (phần nén không mở được). Hãy mở bằng Word, chọn sửa tệp, lưu lại rồi nhập lại.');
  }
  // The sizes in the directory are the writer's word; what was unpacked is what counts.
  if (Object.values(files).reduce((sum, part) => sum + part.length, 0) > MAX_UNPACKED_BYTES) throw tooLarge();
  const main = mainPart(files);
  if (main === null) throw new UnreadableSource('unsupported', kindOfZip(names));
  const parsed = new Map<string, XmlElement | null>();
  const relations = files[main.replace(/^word\//u, 'word/_rels/').concat('.rels')];
  const targets = new Map(relations === undefined ? [] : childElements(parsePart(relations)).filter(({ attributes }) => attributes['TargetMode'] !== 'External').map(({ attributes }) => [attributes['Id'] ?? '', (attributes['Target'] ?? '').replace(/^(?:\/word\/|\.\/)?/u, 'word/')]));
  return {
    notes: listNotes(names, files),
    target: (id) => targets.get(id) ?? null,
    part(path) {
      const real = path === 'word/document.xml' ? main : path;
      const known = parsed.get(real);
      if (known !== undefined) return known;
      const bytesOfPart = files[real];
      const root = bytesOfPart === undefined ? null : parsePart(bytesOfPart);
      parsed.set(real, root);
      return root;
    },
  };
}

function mainPart(files: Record<string, Uint8Array>): string | null {
  return Object.keys(files).filter((name) => /^word\/document\d*\.xml$/u.test(name)).sort()[0] ?? null;
}

function parsePart(bytes: Uint8Array): XmlElement {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(utf16).decode(bytes);
  // A document type can define words by other words without end; Word never writes one.
  if (/<!DOCTYPE/u.test(text.slice(0, 2000))) throw new UnreadableSource('broken', 'Tệp Word chứa khai báo lạ (DOCTYPE) mà Word không tạo ra; không đọc vì lý do an toàn.');
  try {
    const { root } = parseXml(text, { ignoreUndefinedEntities: true });
    if (root) return root;
  } catch {
    // Told below, in words for the clerk.
  }
  throw new UnreadableSource('broken', 'Nội dung tệp Word bị hỏng (XML sai). Hãy mở bằng Word, chọn sửa tệp, lưu lại rồi nhập lại.');
}

function kindOfZip(names: ReadonlySet<string>): string {
  const has = (pattern: RegExp): boolean => [...names].some((name) => pattern.test(name));
  if (has(/^xl\//u)) return 'Đây là bảng tính Excel (.xlsx), không phải văn bản. Hãy nhập tệp văn bản mà bảng này kèm theo.';
  if (has(/^ppt\//u)) return 'Đây là tệp trình chiếu (.pptx), không phải văn bản.';
  if (has(/^content\.xml$/u)) return 'Đây là tệp OpenDocument (.odt). Hãy mở bằng LibreOffice hoặc Word, lưu lại dạng .docx rồi nhập lại.';
  return 'Đây là tệp nén (.zip), không phải tệp Word. Hãy giải nén rồi nhập từng văn bản bên trong.';
}

function listNotes(names: ReadonlySet<string>, files: Record<string, Uint8Array>): ReadingNote[] {
  const notes: ReadingNote[] = [];
  if ([...names].some((name) => /vbaProject\.bin$/u.test(name))) notes.push(note('warning', 'macros', 'Tệp Word có macro. Macro không được chạy; chỉ đọc chữ. Hãy kiểm tra nguồn gốc của tệp.'));
  if ([...names].some((name) => /^word\/(?:embeddings|activeX)\//u.test(name))) notes.push(note('info', 'embedded-objects', 'Tệp Word có đối tượng nhúng (bảng tính, tệp đính kèm). Nội dung ấy không được đọc.'));
  const relations = Object.entries(files).filter(([name]) => name.endsWith('.rels')).map(([, part]) => new TextDecoder().decode(part)).join('\n');
  if (/TargetMode="External"/u.test(relations) && /relationships\/(?:attachedTemplate|oleObject|frame|subDocument|image)"/u.test(relations.match(/<Relationship\b[^>]*TargetMode="External"[^>]*>/gu)?.join('') ?? '')) {
    notes.push(note('warning', 'external-references', 'Tệp Word trỏ tới tệp ở nơi khác (mẫu, ảnh hoặc tệp con trên mạng). Không tải gì về; phần ấy nếu có chữ thì không có ở đây.'));
  }
  return notes;
}

function tooLarge(): UnreadableSource {
  return new UnreadableSource('too-large', `Tệp Word giải nén ra lớn bất thường (hơn ${MAX_UNPACKED_BYTES / 1024 / 1024} MB chữ); không đọc vì lý do an toàn. Hãy kiểm tra nguồn gốc của tệp.`);
}
