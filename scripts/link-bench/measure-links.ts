/** Compares the links of a corpus with what its citations truly mean. */
import type { Corpus } from '../../src/corpus/graph/graph.ts';
import type { DocumentRecord } from '../../src/domain/record.ts';
import type { CitingForm, TrueCitation, WrittenDispatch } from './write-dispatch.ts';

export interface LinkCount {
  citations: number;
  decidable: number;
  /** Links to the document meant. */
  right: number;
  /** Of them those whose paper says enough. */
  rightDecidable: number;
  /** Links to another document. */
  wrong: number;
  /** Leads to a page that only this misspelling has made: neither held, nor truly cited by anybody, so nothing but these very words stands there. */
  ownPage: number;
  ambiguous: number;
  unknown: number;
  /** The reader did not see the citation. */
  unread: number;
}

export interface LinkMeasure extends LinkCount {
  readonly precision: number;
  readonly recall: number;
  readonly byForm: ReadonlyMap<CitingForm, LinkCount>;
  /** Wrong links and missed ones, in words, to look at. */
  readonly wrongs: readonly string[];
  readonly misses: readonly string[];
}

/**
 * @param records by true key of the citing document
 */
export function measureLinks(dispatches: readonly WrittenDispatch[], records: ReadonlyMap<string, DocumentRecord>, corpus: Corpus): LinkMeasure {
  const told = new Set(dispatches.flatMap(({ document, citations }) => [document.key, ...citations.map(({ to }) => to.key)]));
  const plainlyKnown = new Set(dispatches.flatMap(({ document, citations }) => [document.key, ...citations.filter(({ enough }) => enough === 'alone').map(({ to }) => to.key)]));
  const total = emptyCount();
  const byForm = new Map<CitingForm, LinkCount>();
  const wrongs: string[] = [];
  const misses: string[] = [];
  for (const { document, citations } of dispatches) {
    const record = records.get(document.key);
    for (const citation of citations) {
      const count = byForm.get(citation.form) ?? emptyCount();
      byForm.set(citation.form, count);
      const decidable = citation.enough === 'alone' || (citation.enough === 'when known' && plainlyKnown.has(citation.to.key));
      const outcome = judge(citation, record, corpus, told);
      for (const counted of [count, total]) {
        counted.citations++;
        if (decidable) counted.decidable++;
        counted[outcome.kind]++;
        if (outcome.kind === 'right' && decidable) counted.rightDecidable++;
      }
      const text = `${document.key}: ${citation.form}, ${citation.printedNumber} of ${citation.to.key}, ${citation.to.date}: ${outcome.kind} ${outcome.found}`;
      if (outcome.kind === 'wrong') wrongs.push(text);
      else if (outcome.kind !== 'right' && decidable) misses.push(text);
    }
  }
  return { ...total, precision: total.right / Math.max(total.right + total.wrong, 1), recall: total.rightDecidable / Math.max(total.decidable, 1), byForm, wrongs, misses };
}

function judge(citation: TrueCitation, record: DocumentRecord | undefined, corpus: Corpus, told: ReadonlySet<string>): { kind: Exclude<keyof LinkCount, 'citations' | 'decidable' | 'rightDecidable'>; found: string } {
  const serial = serialOf(citation.printedNumber);
  const index = record?.citations.findIndex(({ number }) => number !== null && serialOf(number) === serial) ?? -1;
  const resolution = record && index !== -1 ? corpus.resolutions.get(record.key)?.[index] : undefined;
  if (!resolution) return { kind: 'unread', found: record?.citations.map(({ number }) => number).join(' ') ?? 'no record' };
  if (resolution.state === 'ambiguous') return { kind: 'ambiguous', found: `${record?.citations[index]?.key} ${resolution.candidates.join(' ')}` };
  if (resolution.state === 'unknown') return { kind: 'unknown', found: String(record?.citations[index]?.key) };
  if (resolution.key === citation.to.key) return { kind: 'right', found: '' };
  return { kind: told.has(resolution.key) ? 'wrong' : 'ownPage', found: resolution.key };
}

function serialOf(number: string): string {
  return (/^\d+[a-z]?/u.exec(number.trim())?.[0] ?? number).replace(/^0+(?=\d)/u, '');
}

function emptyCount(): LinkCount {
  return { citations: 0, decidable: 0, right: 0, rightDecidable: 0, wrong: 0, ownPage: 0, ambiguous: 0, unknown: 0, unread: 0 };
}
