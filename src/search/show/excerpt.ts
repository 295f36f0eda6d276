/**
 * Chooses what to quote of a document: the clause that answers best, a window of its text, and the words that matched with
 * their real accents.
 */
import { findDates } from '../query/dates.ts';
import { findPrintedNumbers } from '../query/numbers.ts';
import type { Fragment } from '../pagefind-fragment.ts';
import { foldTerm, readSyllables, termOf } from '../text/syllables.ts';

export interface Excerpt {
  readonly text: string;
  /** Places in `text` to mark, in order, not overlapping. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** Anchor of the clause, or `null` for the document itself. */
  readonly anchor: string | null;
  /** Name of the clause: "Mục IV, khoản 3". */
  readonly label: string | null;
}

/** What a query looks for in a text. */
export interface Wanted {
  /** Accented syllables and pairs with their weight. */
  readonly terms: ReadonlyMap<string, number>;
  /** Folded ones: any accents match. */
  readonly looseTerms: ReadonlyMap<string, number>;
  /** Index keys of numbers: `#57-nq-tw`. */
  readonly numbers: readonly string[];
  /** ISO days and months. */
  readonly dates: readonly string[];
  /** Quoted phrases as terms. */
  readonly phrases: readonly (readonly string[])[];
}

const WINDOW = 240;
const NUMBER_WEIGHT = 12;

/** Head, addressees, recipients and signature: they hold the words of every letter and answer nothing. */
const FRAME = /^(?:dau\.|kinh-gui|noi-nhan|ky(?:\.|$))/u;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  /** What matched; counted once in a window. */
  readonly key: string;
}

/** @returns the best excerpt; without any match the beginning of the text */
export function findExcerpt(fragment: Fragment, wanted: Wanted): Excerpt {
  const pieces = findPieces(fragment.text, wanted);
  const segment = bestSegment(fragment, pieces);
  const inside = pieces.filter((piece) => piece.start >= segment.start && piece.end <= segment.end);
  const [from, to] = bestWindow(fragment.text, segment, inside);
  const marked = worthMarking(inside.filter((piece) => piece.start >= from && piece.end <= to));
  const lead = from > segment.start ? '… ' : '';
  const tail = to < segment.end ? ' …' : '';
  const text = fragment.text.slice(from, to).trimEnd();
  return {
    text: lead + text + tail,
    marks: joinMarks(marked.map((piece) => [piece.start - from + lead.length, Math.min(piece.end - from, text.length) + lead.length] as const), lead + text),
    anchor: segment.anchor,
    label: segment.label,
  };
}

/** Beside a whole compound the stray syllables of others ("đổi" of "đổi mới") are not marked, unless they are rare words. */
function worthMarking(pieces: readonly Piece[]): Piece[] {
  const strongest = Math.max(0, ...pieces.map((piece) => piece.weight));
  const compound = pieces.some((piece) => piece.key.includes(' '));
  return pieces.filter((piece) => (compound && !piece.key.includes(' ') ? piece.weight > 1 && piece.weight >= strongest * 0.7 : piece.weight >= strongest * 0.18));
}

function findPieces(text: string, wanted: Wanted): Piece[] {
  const pieces: Piece[] = [];
  const tokens = readSyllables(text);
  let previous = { term: '', folded: '' };
  let last: { start: number; end: number } | null = null;
  for (const token of tokens) {
    const term = termOf(token.form);
    const folded = foldTerm(term);
    const single = wanted.terms.get(term) ?? wanted.looseTerms.get(folded);
    if (single !== undefined) pieces.push({ start: token.start, end: token.end, weight: single, key: folded });
    const pair = wanted.terms.get(`${previous.term} ${term}`) ?? wanted.looseTerms.get(`${previous.folded} ${folded}`);
    if (pair !== undefined && last) pieces.push({ start: last.start, end: token.end, weight: pair, key: `${previous.folded} ${folded}` });
    previous = { term, folded };
    last = token;
  }
  if (wanted.numbers.length > 0) {
    for (const number of findPrintedNumbers(text)) if (wanted.numbers.includes(`#${number.identity}`)) pieces.push({ start: number.start, end: number.end, weight: NUMBER_WEIGHT, key: number.identity });
  }
  for (const found of wanted.dates.length > 0 ? findDates(text) : []) {
    if (wanted.dates.some((date) => found.date.startsWith(date))) pieces.push({ start: found.start, end: found.end, weight: NUMBER_WEIGHT, key: found.date });
  }
  return pieces.toSorted((a, b) => a.start - b.start);
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly anchor: string | null;
  readonly label: string | null;
}

function bestSegment(fragment: Fragment, pieces: readonly Piece[]): Segment {
  const { anchors, text } = fragment;
  // The title already stands above the excerpt.
  const titleEnd = fragment.title !== '' && text.startsWith(fragment.title) ? Math.min(text.length, fragment.title.length + 1) : 0;
  const starts = [{ id: null, label: null, offset: anchors.length > 0 ? 0 : titleEnd }, ...anchors];
  const opening = Math.max(0, anchors.findIndex((anchor) => !FRAME.test(anchor.id)));
  let best: Segment = { start: anchors[opening]?.offset ?? titleEnd, end: anchors[opening + 1]?.offset ?? text.length, anchor: anchors[opening]?.id ?? null, label: anchors[opening]?.label ?? null };
  let bestScore = 0;
  let next = 0;
  starts.forEach((anchor, index) => {
    const end = starts[index + 1]?.offset ?? text.length;
    const seen = new Map<string, number>();
    let extra = 0;
    for (; next < pieces.length && (pieces[next]?.start ?? 0) < end; next++) {
      const piece = pieces[next];
      if (!piece) break;
      if (piece.start < anchor.offset) continue;
      if (seen.has(piece.key)) extra += piece.weight * 0.05;
      else seen.set(piece.key, piece.weight);
    }
    const sum = [...seen.values()].reduce((total, weight) => total + weight, 0) + Math.min(extra, 2);
    // The title stands above the excerpt anyway; long paragraphs gather words by their length alone.
    const place = index === 0 && anchors.length > 0 ? 0.3 : anchor.id !== null && FRAME.test(anchor.id) ? 0.75 : 1;
    const score = (sum * place) / (1 + Math.max(0, end - anchor.offset - 600) / 6000);
    if (score > bestScore) {
      bestScore = score;
      best = { start: anchor.offset, end, anchor: anchor.id, label: anchor.label };
    }
  });
  return best;
}

function bestWindow(text: string, segment: Segment, pieces: readonly Piece[]): [number, number] {
  if (segment.end - segment.start <= WINDOW * 1.25) return [segment.start, trimEnd(text, segment.end)];
  let best = segment.start;
  let bestScore = -1;
  for (const [index, first] of pieces.entries()) {
    const seen = new Map<string, number>();
    for (let at = index; at < pieces.length; at++) {
      const piece = pieces[at];
      if (!piece || piece.end > first.start + WINDOW - 30) break;
      seen.set(piece.key, Math.max(seen.get(piece.key) ?? 0, piece.weight));
    }
    const score = [...seen.values()].reduce((sum, weight) => sum + weight, 0);
    if (score > bestScore + 1e-6) {
      bestScore = score;
      best = first.start;
    }
  }
  let from = Math.max(segment.start, best - 40);
  if (from - segment.start < 50) from = segment.start;
  const to = Math.min(segment.end, from + WINDOW);
  return [wordStart(text, from, segment.start), to === segment.end ? trimEnd(text, to) : wordEnd(text, to, segment.end)];
}

function wordStart(text: string, at: number, lowest: number): number {
  const blank = text.lastIndexOf(' ', at);
  return at === lowest || blank < lowest ? lowest : blank + 1;
}

function wordEnd(text: string, at: number, highest: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 || blank > highest ? highest : blank;
}

function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && text.charAt(at - 1) === ' ') at--;
  return at;
}

/** Neighbouring marks become one, so a compound is marked as a whole. */
function joinMarks(marks: readonly (readonly [number, number])[], text: string): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && (start <= last[1] || /^ $/u.test(text.slice(last[1], start)))) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
