/** Answers for document numbers in a question: who bears the number, who cites it, what is nearest when nobody bears it. */
import type { Hit, NumberAnswer } from './answer.ts';
import { yearOfDay, type Head } from './index/site-index.ts';
import type { SiteFiles } from './index/site-files.ts';
import type { TermStore } from './index/term-store.ts';
import { CERTAIN, matchNumbers, NEAR_BEST, numberParts, type NumberedDocument, type NumberMatch } from './query/number-match.ts';
import type { NumberQuery } from './query/number-query.ts';
import { numberKey, splitYearOff } from './query/numbers.ts';
import type { Plan } from './query/plan.ts';
import { termsOfRun, type TermGroup } from './query/terms.ts';
import { CITES_SCORE, NUMBER_SCORE, unitePostings } from './rank/score.ts';
import { searchStrings } from './strings.ts';
import { syllablesOf, termOf } from './text/syllables.ts';

export interface FoundNumber {
  readonly number: NumberQuery;
  readonly answer: NumberAnswer;
  /** Those of the documents that bear it best. */
  readonly best: ReadonlySet<number>;
}

/** Words beside a number from which on the words, not the number, are the question. */
const LONG_TEXT = 6;
/** What words beside a number can weigh, and the score from which on they weigh it. */
const BESIDE_SCORE = 200;
const CLEAR_WORDS = 40;
/** More than that. */
const BEST_SCORE = 300;
const NEAREST = 5;

export class NumberLookup {
  private readonly head: Head;
  private readonly files: SiteFiles;
  private readonly store: TermStore;
  /** Printed numbers of the documents met so far. */
  private readonly printed = new Map<number, string[]>();

  constructor(head: Head, files: SiteFiles, store: TermStore) {
    this.head = head;
    this.files = files;
    this.store = store;
  }

  async find(plan: Plan): Promise<FoundNumber[]> {
    return Promise.all(plan.numbers.map(async (number) => {
      const unfinished = /[\p{L}\p{N}]$/u.test(plan.query) && plan.query.endsWith(number.text);
      const rows = await this.rowsOf(number);
      const matches = this.matches(number, rows, unfinished);
      if (matches.length === 0) {
        const apart = yearApart(number);
        if (apart) matches.push(...this.matches(apart, await this.rowsOf(apart), unfinished));
      }
      const documents = [...new Set(matches.map((match) => match.row.document))];
      const nearest = documents.length > 0 ? [] : await this.nearest(number, rows);
      const best = new Set(matches.filter(({ score }) => score > (matches[0]?.score ?? 0) - NEAR_BEST).map(({ row }) => row.document));
      return { number, answer: { text: number.text, documents, nearest }, best };
    }));
  }

  private matches(number: NumberQuery, rows: readonly NumberedDocument[], unfinished: boolean): NumberMatch[] {
    return matchNumbers(number, rows, unfinished).filter((match) => match.score >= CERTAIN - 1);
  }

  /** "số 57-NQ/TW": as printed where known, else as typed. */
  print({ number, answer }: FoundNumber): string {
    const printed = [...new Set(answer.documents.flatMap((document) => this.printed.get(document) ?? []))];
    return searchStrings.readings.number(printed.length === 0 ? number.text : printed.slice(0, 3).join(', '));
  }

  /** Index keys of the numbers that an answer found. */
  keysOf(answer: NumberAnswer): string[] {
    return [...new Set(answer.documents.flatMap((document) => this.printed.get(document) ?? []))].map(numberKey);
  }

  /** Lifts the documents that bear a number, then those that cite it; inside a sentence a number is one more word, if a weighty one. */
  async addScores(plan: Plan, numbers: readonly FoundNumber[], scores: Float32Array, reasons: Map<number, Hit['reason']>): Promise<void> {
    if (isSentence(plan, numbers)) {
      const top = scores.reduce((most, score) => Math.max(most, score), 0);
      for (const { answer } of numbers) for (const document of answer.documents) scores[document] = (scores[document] ?? 0) + top * 0.25;
      return;
    }
    for (const { answer, best } of numbers) {
      // Words beside the number ("310 ban tuyên giáo") decide between documents that bear it.
      const weights = answer.documents.map((document) => scores[document] ?? 0);
      const most = weights.reduce((max, weight) => Math.max(max, weight), CLEAR_WORDS);
      const beside = weights.map((weight) => (weight / most) * BESIDE_SCORE);
      const entries = await this.store.get(this.keysOf(answer));
      for (const variants of entries.values()) {
        const { documents, frequencies } = unitePostings(variants);
        documents.forEach((document, index) => {
          scores[document] = (scores[document] ?? 0) + CITES_SCORE + Math.min(5, frequencies[index] ?? 0);
          reasons.set(document, 'cites');
        });
      }
      answer.documents.forEach((document, index) => {
        scores[document] = NUMBER_SCORE + (best.has(document) ? BEST_SCORE : 0) + (beside[index] ?? 0) + Math.max(0, 50 - index);
        reasons.set(document, 'number');
      });
    }
  }

  private async rowsOf(number: NumberQuery): Promise<NumberedDocument[]> {
    return this.rows(number.serial === null ? `s:${number.symbols.join('-')}` : `n:${number.serial}`);
  }

  private async rows(key: string): Promise<NumberedDocument[]> {
    const { columns, types } = this.head;
    const rows = await this.files.numbers(key);
    for (const [document, number] of rows) this.printed.set(document, [...new Set([...(this.printed.get(document) ?? []), number])]);
    return rows.map(([document, number]) => ({
      document,
      number,
      typeCode: types[(columns.types[document] ?? 0) - 1]?.[0] ?? '',
      year: yearOfDay(columns.dates[document] ?? 0),
      held: columns.held[document] === 1,
      citedBy: columns.citedBy[document] ?? 0,
    }));
  }

  /** Same serial with another symbol, then the same symbol with the closest serials. */
  private async nearest(number: NumberQuery, sameSerial: readonly NumberedDocument[]): Promise<[number, string][]> {
    const sameSymbol = number.symbols.length > 0 ? await this.rows(`s:${number.symbols.join('-')}`) : [];
    const serial = Number.parseInt(number.serial ?? '0', 10);
    const distance = (row: NumberedDocument): number => Math.abs(Number.parseInt(numberParts(row.number).serial ?? '0', 10) - serial);
    const rows = [...sameSerial, ...sameSymbol.toSorted((a, b) => distance(a) - distance(b))];
    if (rows.length < 3 && number.serial !== null) {
      const slips = await Promise.all(slipsOf(number.serial).map(async (slip) => this.rows(`n:${slip}`)));
      rows.push(...slips.flat().filter((row) => number.symbols.length === 0 || numberParts(row.number).symbols.some((symbol) => number.symbols.includes(symbol))));
    }
    return [...new Map(rows.map((row) => [row.document, row.number] as [number, string]))].slice(0, NEAREST);
  }
}

/** Many words, and not the citation of a document, which begins with its type and number. */
function isSentence(plan: Plan, numbers: readonly FoundNumber[]): boolean {
  return plan.words.length >= LONG_TEXT && !numbers.some(({ number, best }) => number.start === 0 && number.symbols.length > 0 && best.size > 0);
}

/** `12026ttbca`: nobody bears 12026, but 1/2026. */
function yearApart(number: NumberQuery): NumberQuery | null {
  const apart = number.year === null && number.serial !== null ? splitYearOff(number.serial) : null;
  return apart && { ...number, ...apart };
}

/** The letters of a number are looked for as words when nobody bears it, or when it stands inside a sentence. */
export function numbersAsWords(plan: Plan, numbers: readonly FoundNumber[]): TermGroup[] {
  return numbers.filter(({ answer }) => isSentence(plan, numbers) || answer.documents.length === 0).map(({ number }) => ({
    alternatives: [{ terms: [...termsOfRun(syllablesOf(number.text).map((form) => ({ term: termOf(form), match: 'loose' as const }))), { key: numberKey(number.text), match: 'loose', weight: 3 }], weight: 1 }],
  }));
}

/** Serials that a slip of the finger or eye turns into the typed one. */
function slipsOf(serial: string): string[] {
  const slips = new Set<string>();
  const value = Number.parseInt(serial, 10);
  for (const step of [1, -1, 2, -2]) if (value + step > 0) slips.add(String(value + step));
  for (let at = 0; at + 1 < serial.length; at++) slips.add(serial.slice(0, at) + serial.charAt(at + 1) + serial.charAt(at) + serial.slice(at + 2));
  if (serial.length > 1) for (let at = 0; at < serial.length; at++) slips.add(serial.slice(0, at) + serial.slice(at + 1));
  slips.delete(serial);
  return [...slips].filter((slip) => /^[1-9]\d*$/u.test(slip)).slice(0, 10);
}
