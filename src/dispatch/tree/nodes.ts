/**
 * The dispatch tree: plain unist nodes, JSON only. Lines and columns count from 1, offsets from 0 in UTF-16 units, `end` is
 * exclusive; every position points into the SOURCE file. A node the program made has no position.
 *
 * Leaves are `text` nodes. In order, their source slices with the blanks and Markdown marks between them give back the source.
 */

export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Position {
  readonly start: Point;
  readonly end: Point;
}

interface Node {
  readonly type: string;
  readonly position?: Position;
}

/** A run of source words. `value` is the source slice in NFC, inner line breaks and page seams as one blank, Markdown marks taken away. */
export interface Text extends Node {
  readonly type: 'text';
  readonly value: string;
  /** Printed bold / italic (Markdown `**`, `*` in the source). */
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  /** Index into the record's `corrections` when an editor corrected these words. */
  readonly correction?: number;
}

/** A mention of a document (viện dẫn). */
export interface CitationNode extends Node {
  readonly type: 'citation';
  /** Index into the record's `citations`, and of the mention inside it. */
  readonly citation: number;
  readonly mention: number;
  readonly form: string;
  readonly children: readonly Text[];
}

/** A reference to this same document or one of its parts ("mục 1 của Công văn này"). */
export interface ReferenceNode extends Node {
  readonly type: 'reference';
  /** Anchor in this document, or `null` for the whole document. */
  readonly target: string | null;
  readonly children: readonly Text[];
}

/** The printed label at the start of a line: "1.", "a)", "-", "Điều 5.", "V/v", "Kính gửi:", "Nơi nhận:". */
export interface Label extends Node {
  readonly type: 'label';
  readonly children: readonly Text[];
}

/** A wrapped line or page break inside a paragraph that the reader joined; stands between two leaves. */
export interface Seam extends Node {
  readonly type: 'seam';
  readonly kind: 'line' | 'page';
}

export type Inline = Text | CitationNode | ReferenceNode | Label | Seam;

/** A paragraph, heading line, header line, list entry: whatever is set as one block. Unrecognised text finds shelter here. */
export interface Paragraph extends Node {
  readonly type: 'paragraph';
  /** Anchor of its own (`muc-1.d1`), or `null` when it is the label line of the node around it, or a line of a region. */
  readonly anchor: string | null;
  /** `heading`: the title line of the clause around it. `furniture`: page number, running header, rule of dashes. `marker`: a lone brace or note. */
  readonly role: 'text' | 'heading' | 'line' | 'furniture';
  readonly children: readonly Inline[];
}

/** Kinds of region: parts of the paper outside the numbered body. */
export type RegionKind = 'issuer' | 'national-heading' | 'number' | 'place-date' | 'type' | 'subject' | 'secrecy' | 'urgency' | 'addressees'
  | 'basis' | 'enacting' | 'recipients' | 'signature' | 'footnote' | 'attachment-heading' | 'unplaced';

/** A part of header or end: `dau.so`, `kinh-gui`, `can-cu`, `noi-nhan`, `ky`, `ghi-chu.1`. */
export interface Region extends Node {
  readonly type: 'region';
  readonly kind: RegionKind;
  /** `null` when the same region continues (a signature in two places). */
  readonly anchor: string | null;
  readonly children: readonly Block[];
}

export type ClauseKind = 'part' | 'chapter' | 'section' | 'subsection' | 'article' | 'clause' | 'item' | 'point' | 'bullet' | 'plus';

/** A labelled unit with everything below it (phần, chương, mục, điều, khoản, điểm, gạch đầu dòng). */
export interface Clause extends Node {
  readonly type: 'clause';
  readonly kind: ClauseKind;
  readonly anchor: string;
  /** As printed: "IV.", "3.1.", "a)", "Điều 5.", "-". */
  readonly label: string;
  readonly depth: number;
  /** Heading words, or `null` when running text follows the label. */
  readonly title: string | null;
  /** First child: the paragraph of the label line (role `heading`, or `text` with its own anchor). */
  readonly children: readonly Block[];
}

export interface TableCell extends Node {
  readonly type: 'cell';
  readonly children: readonly Inline[];
}

export interface TableRow extends Node {
  readonly type: 'row';
  /** `muc-1.b1.r2`. */
  readonly anchor: string;
  readonly children: readonly TableCell[];
}

/** A GFM table of the source. The first row is the header. */
export interface Table extends Node {
  readonly type: 'table';
  readonly anchor: string;
  readonly children: readonly TableRow[];
}

/** A text issued with the document or an appendix, with its own parts: `kem-theo`, `phu-luc-ii`. */
export interface Attachment extends Node {
  readonly type: 'attachment';
  readonly kind: 'issued-text' | 'appendix';
  readonly anchor: string;
  readonly title: string | null;
  readonly children: readonly Block[];
}

export type Block = Paragraph | Region | Clause | Table | Attachment;

export interface DispatchTree extends Node {
  readonly type: 'dispatch';
  readonly children: readonly Block[];
}
