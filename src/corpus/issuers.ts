/** Organs: what each issued, what is addressed to it, what it receives a copy of. */
import { foldVietnamese } from '../domain/vietnamese.ts';
import type { CorpusDocument, CorpusIssuer } from './graph.ts';
import { compareNewest } from './lists.ts';

/**
 * Collects the organs that issued a document of the corpus, held or cited.
 * A name under Kính gửi or Nơi nhận counts only when it is an organ's full name, or that name without the place of the sender's own
 * organ ("Ban Tuyên giáo và Dân vận Tỉnh ủy" from an organ in Hưng Yên): no guess goes further.
 */
export function collectIssuers(documents: ReadonlyMap<string, CorpusDocument>): Map<string, CorpusIssuer> {
  const found = new Map<string, { name: string; held: CorpusDocument[]; cited: CorpusDocument[]; addressed: CorpusDocument[]; copied: CorpusDocument[] }>();
  for (const document of documents.values()) {
    const entry = found.get(document.issuer.id) ?? { name: document.issuer.name, held: [], cited: [], addressed: [], copied: [] };
    (document.held ? entry.held : entry.cited).push(document);
    found.set(document.issuer.id, entry);
  }
  const idOfName = new Map([...found].map(([id, { name }]) => [foldName(name), id]));
  for (const document of documents.values()) {
    if (!document.held) continue;
    for (const id of matchOrgans(document.held.addressees, document, idOfName)) found.get(id)?.addressed.push(document);
    for (const id of matchOrgans(document.held.recipients.map((recipient) => recipient.name), document, idOfName)) found.get(id)?.copied.push(document);
  }
  const keys = (list: readonly CorpusDocument[]): string[] => [...list].sort(compareNewest).map((document) => document.key);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { name, held, cited, addressed, copied }]) => [
    id,
    { id, name, issuedHeld: keys(held), issuedCited: keys(cited), addressed: keys(addressed), copied: keys(copied) },
  ]));
}

function matchOrgans(names: readonly string[], sender: CorpusDocument, idOfName: ReadonlyMap<string, string>): Set<string> {
  const place = /(?:tỉnh|thành phố) (?<name>.+)$/u.exec(sender.issuer.name)?.groups?.['name'];
  const ids = names.flatMap((name) => {
    const written = foldName(name);
    const full = place === undefined ? [written] : [written, `${written} ${foldName(place)}`];
    return full.map((candidate) => idOfName.get(candidate)).find((id) => id !== undefined && id !== sender.issuer.id) ?? [];
  });
  return new Set(ids);
}

function foldName(name: string): string {
  return foldVietnamese(name).replace(/[^a-z0-9]+/gu, ' ').trim();
}
