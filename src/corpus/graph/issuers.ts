/** Organs: what each issued, what is addressed to it, what it receives a copy of. */
import { createIssuerIdentifier } from '../../domain/issuer-identity.ts';
import type { Registry } from '../../domain/registry.ts';
import type { CorpusDocument, CorpusIssuer } from './graph.ts';
import { labelIssuer } from '../wording/issuer-label.ts';
import { createOrganNames } from '../wording/organ-name.ts';
import { compareNewest } from '../lists/lists.ts';

/**
 * Collects the organs that issued a document of the corpus, held or cited.
 * A name under Kính gửi or Nơi nhận counts for one of them only when the name leads to that organ with certainty, leaning on the
 * sender for the place ("Ban Tuyên giáo và Dân vận Tỉnh ủy" from an organ in Hưng Yên).
 */
export function collectIssuers(documents: ReadonlyMap<string, CorpusDocument>, registry: Registry): Map<string, CorpusIssuer> {
  const found = new Map<string, { names: Map<string, number>; held: CorpusDocument[]; cited: CorpusDocument[]; addressed: CorpusDocument[]; copied: CorpusDocument[] }>();
  for (const document of documents.values()) {
    const entry = found.get(document.issuer.id) ?? { names: new Map(), held: [], cited: [], addressed: [], copied: [] };
    entry.names.set(document.issuer.name, (entry.names.get(document.issuer.name) ?? 0) + 1);
    (document.held ? entry.held : entry.cited).push(document);
    found.set(document.issuer.id, entry);
  }
  const identify = createIssuerIdentifier(registry);
  const idsOf = (names: readonly string[], sender: CorpusDocument): Set<string> => {
    const ids = names.map((name) => {
      const identity = identify({ name, date: sender.date, own: { id: sender.issuer.id, name: sender.issuer.name } });
      return identity?.confidence === 'high' ? identity.id : null;
    });
    return new Set(ids.filter((id) => id !== null && id !== sender.issuer.id) as string[]);
  };
  for (const document of documents.values()) {
    if (!document.held) continue;
    for (const id of idsOf(document.held.addressees, document)) found.get(id)?.addressed.push(document);
    for (const id of idsOf(document.held.recipients.map((recipient) => recipient.name), document)) found.get(id)?.copied.push(document);
  }
  const keys = (list: readonly CorpusDocument[]): string[] => [...list].sort(compareNewest).map((document) => document.key);
  const organName = createOrganNames(registry);
  /** The name by its id, else the one that most of its papers bear. */
  const nameOf = (id: string, names: ReadonlyMap<string, number>): string => {
    const written = [...names].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
    return labelIssuer({ id, name: organName(id, written, id.endsWith('-cu') ? '2025-01-01' : null) ?? written[0] ?? id });
  };
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { names, held, cited, addressed, copied }]) => [
    id,
    { id, name: nameOf(id, names), issuedHeld: keys(held), issuedCited: keys(cited), addressed: keys(addressed), copied: keys(copied) },
  ]));
}
