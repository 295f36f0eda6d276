/** Parameters of routes that end in a document's key. */
import type { Corpus } from '../corpus/graph/graph.ts';

// An alias and no interface: Astro's parameters have an index signature.
export type KeyParams = { readonly issuer: string; readonly year: string; readonly number: string };

/** Routes of every document, held or only cited. */
export function pathsOfAll(corpus: Corpus): { params: KeyParams }[] {
  return [...corpus.documents.keys()].map((key) => ({ params: splitKey(key) }));
}

/** Routes of held documents alone. */
export function pathsOfHeld(corpus: Corpus): { params: KeyParams }[] {
  return [...corpus.documents.values()].filter(({ held }) => held).map(({ key }) => ({ params: splitKey(key) }));
}

/** Key of a route. */
export function keyOf(params: Readonly<Record<string, string | undefined>>): string {
  return `${params['issuer']}/${params['year']}/${params['number']}`;
}

function splitKey(key: string): KeyParams {
  const [issuer = '', year = '', number = ''] = key.split('/');
  return { issuer, year, number };
}
