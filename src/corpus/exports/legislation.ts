/** A document as schema.org/Legislation: what search engines and the tools of the page read. */
import { printCitation, citeFirst } from '../wording/citation-text.ts';
import type { CorpusDocument } from '../graph/graph.ts';
import { nameDocument } from '../wording/short-name.ts';

export interface LegislationContext {
  /** Absolute address of a path of the site. */
  readonly absolute: (path: string) => string;
  /** Paths of the documents it rests on. */
  readonly bases: readonly string[];
  readonly changes: readonly { readonly repeals: boolean; readonly path: string }[];
  /** True when a document of the corpus replaces or repeals it. */
  readonly replaced: boolean;
}

/** Only what is known stands in it; nothing is null. */
export function describeLegislation(document: CorpusDocument, { absolute, bases, changes, replaced }: LegislationContext): Record<string, unknown> {
  const { number, type, date, issuer, title, code, url } = document;
  const repeals = changes.filter((change) => change.repeals).map(({ path }) => absolute(path));
  const amends = changes.filter((change) => !change.repeals).map(({ path }) => absolute(path));
  return {
    '@context': 'https://schema.org', '@type': 'Legislation', '@id': absolute(url), 'name': nameDocument(document), 'identifier': absolute(`/v/${code}/`),
    ...(number === null ? {} : { legislationIdentifier: number }), ...(type === null ? {} : { legislationType: type.name }), ...(date === null ? {} : { legislationDate: date }),
    'legislationPassedBy': { '@type': 'Organization', '@id': absolute(`/co-quan/${issuer.id}/`), 'name': issuer.name },
    ...(title === null ? { description: printCitation(citeFirst(document, { date: 'short' })) } : { abstract: title }),
    ...(replaced ? { legislationLegalForce: 'NotInForce' } : {}),
    ...(bases.length === 0 ? {} : { isBasedOn: bases.map(absolute) }), ...(repeals.length === 0 ? {} : { legislationRepeals: repeals }), ...(amends.length === 0 ? {} : { legislationAmends: amends }),
  };
}
