/** Other ways of saying parts of a query: abbreviations both ways, old and new provinces, synonyms. */
import { foldVietnamese } from '../../domain/vietnamese.ts';
import { searchStrings } from '../strings.ts';
import { foldTerm, syllablesOf, termOf } from '../text/syllables.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { PlanWord, Reading } from './plan.ts';
import { SYNONYMS } from './synonyms.ts';
import { isBareSyllable } from './telex.ts';

/** A run of the query's words and what else may stand there. */
export interface Alternative {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly others: readonly { readonly forms: readonly string[]; readonly weight: number }[];
  readonly kind: 'viet-tat' | 'dia-danh';
  /** Shown to the reader; `null` where it would state the obvious (a full form, whose abbreviation is also looked for). */
  readonly reading: Reading | null;
}

interface Saying {
  readonly forms: readonly string[];
  readonly kind: 'viet-tat' | 'dia-danh' | 'synonym';
  readonly others: readonly { readonly forms: readonly string[]; readonly weight: number }[];
  readonly text: string;
  /** Only matched when typed in capitals or with its marks, since the letters are a common syllable ("TU", "ĐU"). */
  readonly shy: boolean;
  /** Not worth telling. */
  readonly silent?: boolean;
}

/** Weight of the other form of an abbreviation, of one of several meanings, of a merged province. */
const WEIGHT = { sure: 0.8, several: 0.5, place: 0.4, synonym: 0.9 } as const;

/** @returns a finder for this vocabulary; make it once */
export function createAlternatives(vocabulary: Vocabulary): (words: readonly PlanWord[], typed: readonly string[]) => Alternative[] {
  const byFirst = new Map<string, Saying[]>();
  for (const saying of sayingsOf(vocabulary)) {
    const first = foldTerm(saying.forms[0] ?? '');
    byFirst.set(first, [...(byFirst.get(first) ?? []), saying]);
  }
  for (const sayings of byFirst.values()) sayings.sort((a, b) => b.forms.length - a.forms.length);
  return (words, typed) => {
    const found: Alternative[] = [];
    for (let index = 0; index < words.length; index++) {
      const sayings = (byFirst.get(foldTerm(words[index]?.form ?? '')) ?? []).filter((saying) => matchesAt(saying, words, typed, index));
      const length = sayings[0]?.forms.length ?? 0;
      if (length === 0) continue;
      const same = sayings.filter((saying) => saying.forms.length === length);
      const first = same[0];
      if (!first) continue;
      const kind = first.kind === 'synonym' ? 'viet-tat' : first.kind;
      found.push({ from: index, to: index + length, others: same.flatMap((saying) => saying.others), kind, reading: first.silent ? null : { kind, text: first.text } });
      index += length - 1;
    }
    return found;
  };
}

function matchesAt(saying: Saying, words: readonly PlanWord[], typed: readonly string[], at: number): boolean {
  return saying.forms.every((form, offset) => {
    const word = words[at + offset];
    if (!word || foldTerm(word.form) !== foldTerm(form)) return false;
    const letters = typed[at + offset] ?? '';
    if (saying.shy && letters !== letters.toUpperCase() && foldVietnamese(letters) === letters.toLowerCase()) return false;
    return word.match !== 'exact' || termOf(word.form) === termOf(form);
  });
}

function sayingsOf(vocabulary: Vocabulary): Saying[] {
  const { readings } = searchStrings;
  const sayings: Saying[] = [];
  const shortOf = new Map<string, { forms: string[]; full: string; shorts: string[] }>();
  for (const [short, fulls] of vocabulary.abbreviations) {
    const forms = syllablesOf(short);
    if (forms.length === 0) continue;
    const meanings = fulls.flatMap(spellings);
    const weight = fulls.length === 1 ? WEIGHT.sure : WEIGHT.several;
    const shy = forms.length === 1 && isBareSyllable(forms[0] ?? '') && foldTerm(forms[0] ?? '').length < 4;
    sayings.push({ forms, kind: 'viet-tat', others: meanings.map((full) => ({ forms: syllablesOf(full), weight })), text: readings.abbreviation(short, fulls.join(' hoặc ')), shy });
    for (const full of meanings) {
      const words = syllablesOf(full);
      if (words.length < 2 || fulls.length > 1) continue;
      const known = shortOf.get(words.join(' '));
      if (known) known.shorts.push(short);
      else shortOf.set(words.join(' '), { forms: words, full, shorts: [short] });
    }
  }
  for (const { forms, full, shorts } of shortOf.values()) {
    sayings.push({ forms, kind: 'viet-tat', others: shorts.map((short) => ({ forms: syllablesOf(short), weight: WEIGHT.sure })), text: readings.abbreviation(shorts.join(', '), full), shy: false, silent: true });
  }
  for (const [old, now] of vocabulary.places) {
    sayings.push({ forms: syllablesOf(old), kind: 'dia-danh', others: [{ forms: syllablesOf(now), weight: WEIGHT.place }], text: readings.place(old, now), shy: false });
  }
  for (const [a, b] of SYNONYMS) {
    sayings.push({ forms: syllablesOf(a), kind: 'synonym', others: [{ forms: syllablesOf(b), weight: WEIGHT.synonym }], text: readings.synonym(a, b), shy: false, silent: true });
    sayings.push({ forms: syllablesOf(b), kind: 'synonym', others: [{ forms: syllablesOf(a), weight: WEIGHT.synonym }], text: readings.synonym(b, a), shy: false, silent: true });
  }
  return sayings;
}

/** "Tổng Liên đoàn (Lao động Việt Nam)" is said with and without what stands in brackets. */
function spellings(full: string): string[] {
  if (!full.includes('(')) return [full];
  return [full.replace(/[()]/gu, ''), full.replace(/\s*\([^)]*\)\s*/gu, ' ').trim()].filter((form) => form !== '');
}
