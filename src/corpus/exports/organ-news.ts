/** What is new for one organ, roles kept apart, newest first. */
import { nameDocument } from '../wording/document-name.ts';
import { documentOf, type Corpus, type CorpusDocument, type CorpusIssuer } from '../graph/graph.ts';

export interface OrganNews {
  readonly role: 'issued' | 'addressed' | 'copied';
  readonly document: CorpusDocument;
  readonly name: string;
  /** Whole day: a paper without a day stands on the first of its month or year. */
  readonly date: string;
}

/** Held documents that the organ issued, is addressed in, or gets a copy of; one that it gets in two roles stands under both. */
export function listOrganNews(corpus: Corpus, issuer: CorpusIssuer): OrganNews[] {
  const roles = [['issued', issuer.issuedHeld], ['addressed', issuer.addressed], ['copied', issuer.copied]] as const;
  return roles.flatMap(([role, keys]) => keys.map((key): OrganNews => {
    const document = documentOf(corpus, key);
    const date = document.date ?? '1970';
    return { role, document, name: nameDocument(document), date: date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01` };
  })).sort((a, b) => (a.date === b.date ? (`${a.document.key} ${a.role}` < `${b.document.key} ${b.role}` ? -1 : 1) : a.date < b.date ? 1 : -1));
}
