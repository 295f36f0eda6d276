/** One page of a PDF to fragments: the text layer, words drawn by stamps and form fields, drawn lines, and what pictures cover. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Fragment, PageContent, Rule } from './fragments.ts';
import type { PdfModule } from './open.ts';

export interface PageReading extends PageContent {
  /** Part of the page that pictures cover, 0 to 1. */
  readonly pictures: number;
  /** True when the text layer is not drawn: an OCR layer behind a picture. */
  readonly hidden: boolean;
  /** Words that fields and stamps draw into the page, also in `fragments`: a number or a day filled in after scanning. */
  readonly filledIn: readonly Fragment[];
  /** Letters set sideways, left out. */
  readonly sideways: number;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Words of a digital signature's drawing. */
const STAMP = /(?:Ký bởi|Người ký|Ký số bởi|Được ký bởi|Cơ quan|Tổ chức|Đơn vị|Email|Thời gian ký|Ngày ký|Signature|Digitally signed|Chữ ký)\s*[:.]?/iu;
/** Pages drawn by more steps than this are drawings; their text layer is read without fonts and lines. */
const MAX_OPERATIONS = 200_000;

export async function readPage(page: PDFPageProxy, pdfjs: PdfModule): Promise<PageReading> {
  const viewport = page.getViewport({ scale: 1 });
  const toPage = viewport.transform as unknown as Matrix;
  const operations = await page.getOperatorList();
  const drawn = operations.fnArray.length > MAX_OPERATIONS ? EMPTY_DRAWING : followDrawing(operations, pdfjs, toPage, viewport.width * viewport.height);
  const content = await page.getTextContent();
  const looks = await readLooks(page, content.items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])));
  const fragments: Fragment[] = [];
  let sideways = 0;
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    const matrix = multiply(toPage, item.transform as unknown as Matrix);
    const size = Math.hypot(matrix[2], matrix[3]);
    // A wide blank is a gap between columns; a narrow one, in a tightly set line, is all that parts two words.
    if (item.str.trim() === '' && item.width > size) continue;
    if (Math.abs(matrix[1]) > Math.abs(matrix[0]) * 0.2 || matrix[0] < 0) {
      sideways += item.str.trim().length;
      continue;
    }
    const look = looks.get(item.fontName) ?? PLAIN;
    fragments.push({ text: item.str, x: matrix[4], y: matrix[5], width: item.width * Math.hypot(toPage[0], toPage[1]), size: size || 10, ...look, confidence: null });
  }
  return { page: page.pageNumber, width: viewport.width, height: viewport.height, fragments: [...dropShadows(fragments), ...drawn.fragments], filledIn: drawn.fragments, rules: drawn.rules, stamps: drawn.stamps, pictures: Math.min(1, drawn.pictures), hidden: drawn.hidden > 0 && drawn.shown === 0, sideways };
}

interface Drawing {
  readonly fragments: Fragment[];
  readonly rules: Rule[];
  readonly stamps: string[];
  pictures: number;
  hidden: number;
  shown: number;
}

const EMPTY_DRAWING: Drawing = { fragments: [], rules: [], stamps: [], pictures: 0, hidden: 0, shown: 1 };

/** Follows the drawing of a page for what the text layer does not tell. */
function followDrawing(operations: { fnArray: readonly number[]; argsArray: readonly unknown[] }, { OPS }: PdfModule, toPage: Matrix, area: number): Drawing {
  const drawing: Drawing = { fragments: [], rules: [], stamps: [], pictures: 0, hidden: 0, shown: 0 };
  const stack: Matrix[] = [];
  let matrix = toPage;
  let text: Matrix = IDENTITY;
  let size = 10;
  let renderMode = 0;
  let annotation: { words: { text: string; matrix: Matrix; size: number }[] } | null = null;
  operations.fnArray.forEach((operation, index) => {
    const args = operations.argsArray[index] as readonly unknown[] | null;
    switch (operation) {
      case OPS.save: stack.push(matrix); break;
      case OPS.restore: matrix = stack.pop() ?? toPage; break;
      case OPS.transform: matrix = multiply(matrix, args as unknown as Matrix); break;
      case OPS.paintFormXObjectBegin:
        stack.push(matrix);
        if (isMatrix(args?.[0])) matrix = multiply(matrix, args[0]);
        break;
      case OPS.paintFormXObjectEnd: matrix = stack.pop() ?? toPage; break;
      case OPS.beginAnnotation:
        stack.push(matrix);
        matrix = toPage;
        if (isMatrix(args?.[2])) matrix = multiply(matrix, args[2]);
        if (isMatrix(args?.[3])) matrix = multiply(matrix, args[3]);
        annotation = { words: [] };
        break;
      case OPS.endAnnotation:
        matrix = stack.pop() ?? toPage;
        if (annotation) placeAnnotation(annotation.words, drawing);
        annotation = null;
        break;
      case OPS.setFont: size = Number(args?.[1] ?? 10); break;
      case OPS.setTextRenderingMode: renderMode = Number(args?.[0] ?? 0); break;
      case OPS.beginText: text = IDENTITY; break;
      case OPS.setTextMatrix: text = asMatrix(args) ?? IDENTITY; break;
      case OPS.moveText: text = multiply(text, [1, 0, 0, 1, Number(args?.[0] ?? 0), Number(args?.[1] ?? 0)]); break;
      case OPS.showText: {
        if (renderMode === 3) drawing.hidden++;
        else drawing.shown++;
        if (annotation) annotation.words.push({ text: glyphText(args?.[0]), matrix: multiply(matrix, text), size });
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject: drawing.pictures += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) / area; break;
      case OPS.constructPath: addRules(args, matrix, OPS, drawing.rules); break;
      default: break;
    }
  });
  return drawing;
}

function isMatrix(value: unknown): value is Matrix {
  return value !== null && typeof value === 'object' && 'length' in value && value.length === 6;
}

/** `setTextMatrix` carries six numbers or one array of them. */
function asMatrix(args: readonly unknown[] | null): Matrix | null {
  const inner = args?.[0];
  const found = isMatrix(inner) ? inner : isMatrix(args) ? args : null;
  return found ? [Number(found[0]), Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4]), Number(found[5])] : null;
}

function glyphText(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return '';
  return (glyphs as readonly unknown[]).map((glyph) => (typeof glyph === 'number' ? (glyph < -250 ? ' ' : '') : ((glyph as { unicode?: string } | null)?.unicode ?? ''))).join('');
}

/** A number or a day set by a field belongs into its line; the words of a signature do not. */
function placeAnnotation(words: readonly { text: string; matrix: Matrix; size: number }[], drawing: Drawing): void {
  const whole = words.map(({ text }) => text).join(' ').replace(/\s+/gu, ' ').trim();
  if (whole === '') return;
  if (STAMP.test(whole) || whole.length > 60) {
    drawing.stamps.push(...whole.split(/\s(?=(?:Người ký|Email|Cơ quan|Tổ chức|Đơn vị|Thời gian ký|Ngày ký|Digitally signed|Date|Reason|Location)\s*:)/u));
    return;
  }
  for (const { text, matrix, size } of words) {
    if (text.trim() === '') continue;
    const height = size * Math.hypot(matrix[2], matrix[3]);
    drawing.fragments.push({ text, x: matrix[4], y: matrix[5], width: text.length * height * 0.48, size: height || 10, bold: false, italic: false, confidence: null });
  }
}

/** Thin filled boxes and strokes, level or upright, of a visible length. */
function addRules(args: readonly unknown[] | null, matrix: Matrix, OPS: PdfModule['OPS'], rules: Rule[]): void {
  const operation = args?.[0];
  if (operation === OPS.endPath || operation === OPS.clip || operation === OPS.eoClip) return;
  const data = (args?.[1] as readonly unknown[] | undefined)?.[0];
  if (data === null || typeof data !== 'object') return;
  const path = Array.from(Object.values(data as Record<string, number>));
  const isStroke = operation === OPS.stroke || operation === OPS.closeStroke || operation === OPS.fillStroke || operation === OPS.eoFillStroke;
  let current: [number, number] = [0, 0];
  let points: [number, number][] = [];
  const finish = (): void => {
    if (points.length > 1) addPathRules(points, isStroke, rules);
    points = [];
  };
  for (let at = 0; at < path.length;) {
    const kind = path[at++];
    if (kind === 0) finish();
    if (kind === 4) {
      if (points[0]) points.push(points[0]);
      finish();
      continue;
    }
    const count = kind === 2 ? 6 : kind === 3 ? 4 : 2;
    current = apply(matrix, path[at + count - 2] ?? 0, path[at + count - 1] ?? 0);
    points.push(current);
    at += count;
  }
  finish();
}

function addPathRules(points: readonly [number, number][], isStroke: boolean, rules: Rule[]): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box: Rule = { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
  const thin = Math.min(box.x2 - box.x1, box.y2 - box.y1) < 2.5;
  if (thin) {
    if (Math.max(box.x2 - box.x1, box.y2 - box.y1) > 6) rules.push(box);
    return;
  }
  if (!isStroke) return;
  points.slice(1).forEach(([x, y], index) => {
    const [px, py] = points[index] ?? [x, y];
    const side: Rule = { x1: Math.min(x, px), y1: Math.min(y, py), x2: Math.max(x, px), y2: Math.max(y, py) };
    if (Math.min(side.x2 - side.x1, side.y2 - side.y1) < 1 && Math.max(side.x2 - side.x1, side.y2 - side.y1) > 6) rules.push(side);
  });
}

/** Letters drawn twice a hair apart, to look bold, are one. */
function dropShadows(fragments: readonly Fragment[]): Fragment[] {
  const seen = new Map<string, Fragment[]>();
  return fragments.filter((fragment) => {
    const twins = seen.get(fragment.text) ?? [];
    if (fragment.text.trim().length > 0 && twins.some((twin) => Math.abs(twin.x - fragment.x) < 1.2 && Math.abs(twin.y - fragment.y) < 1.2)) return false;
    seen.set(fragment.text, [...twins.slice(-20), fragment]);
    return true;
  });
}

const PLAIN = { bold: false, italic: false };
/** Longest wait for a font of the page, in milliseconds; its look is then taken for plain. */
const FONT_WAIT = 400;

/** Looks of the fonts by their names; pdf.js hands fonts over some time after the drawing. */
async function readLooks(page: PDFPageProxy, fontNames: readonly string[]): Promise<Map<string, { bold: boolean; italic: boolean }>> {
  const looks = new Map<string, { bold: boolean; italic: boolean }>();
  for (const fontName of new Set(fontNames)) {
    const font = await new Promise<{ name?: string; bold?: boolean; italic?: boolean; black?: boolean } | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), FONT_WAIT);
      page.commonObjs.get(fontName, (found: unknown) => {
        clearTimeout(timer);
        resolve(found as { name?: string });
      });
    });
    const name = font?.name ?? '';
    looks.set(fontName, { bold: font?.bold === true || font?.black === true || /bold|black|heavy|demi/iu.test(name), italic: font?.italic === true || /italic|oblique/iu.test(name) });
  }
  return looks;
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1], a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3], a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5]];
}

function apply(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}
