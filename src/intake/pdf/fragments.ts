/** Words with their place on the page: what a text layer and OCR both give, and what the layout reads. Points; y counts downwards. */

export interface Fragment {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Height of the letters' font. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** 0 to 100 from OCR; `null` for a text layer. */
  readonly confidence: number | null;
}

/** A drawn line, for tables. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface PageContent {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
  readonly rules: readonly Rule[];
  /** Words of digital signatures drawn on the page. */
  readonly stamps: readonly string[];
}
