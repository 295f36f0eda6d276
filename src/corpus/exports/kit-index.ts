/**
 * What the writer's kit keeps of every document, held or only cited: enough to find it, to cite it, and to check a draft's citation of it.
 * One file of plain rows, fetched once; the draft itself never leaves the reader's machine.
 */
import { documentNumberIdentity } from '../../domain/document-number.ts';
import type { Registry } from '../../domain/registry.ts';
import type { Corpus, CorpusDocument } from '../graph/graph.ts';
import type { StatusClaim } from '../graph/status.ts';

export interface KitEntry {
  readonly key: string;
  readonly code: string;
  readonly number: string | null;
  readonly type: { readonly code: string; readonly name: string } | null;
  readonly date: string | null;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly title: string | null;
  readonly held: boolean;
  readonly rank: number;
  readonly organRank: number;
  /** Further identities of the number (spellings met that are not the same number written otherwise). */
  readonly numbers?: readonly string[];
  /** Further dates that citing documents give. */
  readonly dates?: readonly string[];
  /** Further titles met. */
  readonly titles?: readonly string[];
  /** Keys of documents that replace or repeal this one. */
  readonly replacedBy?: readonly string[];
  /** It no longer holds, as a hand-kept table says without naming a document of the corpus: number of what took its place, or its last day. */
  readonly ended?: string;
}

/** Order of a type that the registry does not know: last. */
const LAST_RANK = 99;

/** Rows of all documents in order of their keys. @param claimsOf what is known of a document's force */
export function collectKitIndex(corpus: Corpus, registry: Pick<Registry, 'documentTypes' | 'organs' | 'organTypes'>, claimsOf: (key: string) => readonly StatusClaim[]): KitEntry[] {
  const typeRanks = new Map(registry.documentTypes.map((row) => [row.name, row.rank]));
  const codeRanks = new Map(registry.documentTypes.map((row) => [row.code, row.rank]));
  const organRanks = new Map(registry.organs.map((row) => [row.id, row.rank]));
  const organTypeRanks = [...registry.organTypes].sort((a, b) => b.id.length - a.id.length).map((row) => [row.id, row.rank] as const);
  const organRank = (id: string): number => organRanks.get(id) ?? organTypeRanks.find(([type]) => id.startsWith(`${type}-`))?.[1] ?? LAST_RANK;
  return [...corpus.documents.values()].map((document) => {
    const over = claimsOf(document.key).filter(({ state, partly }) => !partly && (state === 'replaced' || state === 'repealed' || state === 'expired'));
    const replacedBy = [...new Set(over.flatMap(({ by }) => by ?? []))];
    const ended = replacedBy.length > 0 ? undefined : over.map(({ source, from }) => source ?? from).find((told) => told !== null);
    const rank = typeRanks.get(document.type?.name ?? '') ?? codeRanks.get(document.type?.code ?? '') ?? LAST_RANK;
    const { key, code, number, type, date, issuer, title, held } = document;
    return {
      key, code, number, type, date, issuer, title, held: held !== null, rank, organRank: organRank(issuer.id),
      ...some('numbers', otherNumbers(document)), ...some('dates', others(document.dates, date)), ...some('titles', others(document.titles, title).slice(0, 3)), ...some('replacedBy', replacedBy), ...(ended ? { ended } : {}),
    };
  });
}

function otherNumbers(document: CorpusDocument): string[] {
  const own = document.number === null ? '' : documentNumberIdentity(document.number);
  return [...new Set(document.spellings.map(({ value }) => documentNumberIdentity(value)))].filter((identity) => identity !== own && identity !== '').sort();
}

function others(values: readonly { readonly value: string }[], own: string | null): string[] {
  return values.map(({ value }) => value).filter((value) => value !== own);
}

function some<Name extends string>(name: Name, list: readonly string[]): Partial<Record<Name, readonly string[]>> {
  return list.length === 0 ? {} : ({ [name]: list } as Partial<Record<Name, readonly string[]>>);
}
