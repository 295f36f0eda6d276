/** What styles say about a paragraph and its letters; a style stands on another, direct formatting stands on styles. */
import type { XmlElement } from '@rgrove/parse-xml';
import { child, childElements, toggle, value } from './xml.ts';

export interface Look {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly caps?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  /** Font of Latin letters: `.VnTime` and `VNI-Times` are not Unicode. */
  readonly font?: string | undefined;
}

export interface ParagraphStyle {
  readonly look: Look;
  readonly centred?: boolean | undefined;
  readonly list?: { readonly listId: string | undefined; readonly level: number | undefined } | undefined;
}

export interface Styles {
  paragraph(id: string | undefined): ParagraphStyle;
  run(id: string | undefined): Look;
  /** True when a table style draws lines. */
  isRuledTable(id: string | undefined): boolean;
}

/** @param root `w:styles`, or `null` */
export function createStyles(root: XmlElement | null): Styles {
  const byId = new Map(childElements(root).filter(({ name }) => name === 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const defaults = readLook(child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
  const standard = [...byId].find(([, style]) => style.attributes['w:type'] === 'paragraph' && /^(?:1|true)$/u.test(style.attributes['w:default'] ?? ''))?.[0];
  /** Styles from the base up. */
  const chain = (id: string | undefined): XmlElement[] => {
    const found: XmlElement[] = [];
    for (let at = id; at !== undefined && found.length < 20;) {
      const style = byId.get(at);
      if (!style) break;
      found.unshift(style);
      at = value(style, 'w:basedOn');
    }
    return found;
  };
  return {
    paragraph(id) {
      const styles = chain(id ?? standard);
      const lists = styles.map((style) => readList(child(style, 'w:pPr'))).filter((list) => list !== undefined);
      const alignment = styles.map((style) => value(child(style, 'w:pPr'), 'w:jc')).filter((jc) => jc !== undefined).at(-1);
      return {
        look: styles.reduce((look, style) => mergeLooks(look, readLook(child(style, 'w:rPr'))), defaults),
        centred: alignment === undefined ? undefined : alignment === 'center',
        list: lists.length === 0 ? undefined : lists.reduce((list, more) => ({ listId: more.listId ?? list.listId, level: more.level ?? list.level })),
      };
    },
    run: (id) => chain(id).reduce((look, style) => mergeLooks(look, readLook(child(style, 'w:rPr'))), {} as Look),
    isRuledTable: (id) => chain(id).some((style) => hasLines(child(child(style, 'w:tblPr'), 'w:tblBorders'))),
  };
}

/** @param properties `w:rPr` */
export function readLook(properties: XmlElement | undefined): Look {
  const fonts = child(properties, 'w:rFonts')?.attributes;
  return {
    bold: toggle(properties, 'w:b'), italic: toggle(properties, 'w:i'), caps: toggle(properties, 'w:caps'), hidden: toggle(properties, 'w:vanish'),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
  };
}

/** The second look where it says something, else the first. */
export function mergeLooks(base: Look, over: Look): Look {
  return { bold: over.bold ?? base.bold, italic: over.italic ?? base.italic, caps: over.caps ?? base.caps, hidden: over.hidden ?? base.hidden, font: over.font ?? base.font };
}

/** @param properties `w:pPr` */
export function readList(properties: XmlElement | undefined): { listId: string | undefined; level: number | undefined } | undefined {
  const list = child(properties, 'w:numPr');
  if (!list) return undefined;
  const level = value(list, 'w:ilvl');
  return { listId: value(list, 'w:numId'), level: level === undefined ? undefined : Number(level) };
}

/** @param borders `w:tblBorders` or `w:tcBorders` */
export function hasLines(borders: XmlElement | undefined): boolean {
  return childElements(borders).some((border) => !/^(?:nil|none)$/u.test(border.attributes['w:val'] ?? 'none'));
}
