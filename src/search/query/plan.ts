/** What a query was understood to ask; made by `understand`, carried out by the engine, shown to the reader as "Hiểu là". */
import type { NumberQuery } from './number-query.ts';
import type { MatchMode, TermGroup } from './terms.ts';

/** Kinds of reading that the reader can undo; the kind stands in the address (`bo=so,telex`). */
export type ReadingKind = 'so' | 'ngay' | 'telex' | 'viet-tat' | 'dia-danh' | 'loai' | 'nam' | 'co-quan' | 'trang-thai' | 'cum' | 'tru' | 'chinh-ta';

export interface Reading {
  readonly kind: ReadingKind;
  /** Vietnamese, for "Hiểu là: ...". */
  readonly text: string;
}

export interface PlanWord {
  /** As typed or decoded, lower case. */
  readonly form: string;
  /** Search term: `termOf(form)`, folded when `match` is `loose`. */
  readonly term: string;
  readonly match: MatchMode;
}

export interface PlanPhrase {
  readonly words: readonly PlanWord[];
  readonly text: string;
}

export interface PlanFilters {
  /** Type codes. */
  readonly types: readonly string[];
  readonly years: readonly number[];
  /** Folded words that the issuer's name must hold. */
  readonly issuers: readonly string[];
  readonly held: boolean | null;
}

export interface Plan {
  /** NFC, trimmed. */
  readonly query: string;
  readonly words: readonly PlanWord[];
  readonly groups: readonly TermGroup[];
  /** Places in `words` that an abbreviation, place or synonym explains. */
  readonly said: ReadonlySet<number>;
  readonly phrases: readonly PlanPhrase[];
  readonly excluded: readonly PlanPhrase[];
  readonly filters: PlanFilters;
  readonly numbers: readonly NumberQuery[];
  /** ISO days and months. */
  readonly dates: readonly string[];
  /** A year among the words ("công văn năm 2024"): documents of that year before others; `null` in long questions. */
  readonly year: number | null;
  readonly readings: readonly Reading[];
  /** The last word may still grow: nothing follows it. */
  readonly unfinished: boolean;
}
