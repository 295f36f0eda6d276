/** Regulations on paperwork that the hand-kept table knows: a draft may cite one that no document of the corpus cites yet. */
import type { KitEntry } from '../../corpus/exports/kit-index.ts';
import { documentNumberIdentity } from '../../domain/document-number.ts';
import type { Registry } from '../../domain/registry.ts';

/** Rows for the verifier, without those that the corpus has under the same number and day. They have no page, so their code is empty. */
export function listRegulations({ regulations, documentTypes, organs }: Registry, index: readonly KitEntry[]): KitEntry[] {
  const nameOf = (number: string, date: string | null): string => `${documentNumberIdentity(number)} ${date ?? ''}`;
  const known = new Set(index.flatMap(({ number, date }) => (number === null ? [] : [nameOf(number, date)])));
  const keyOf = (id: string): string => `quy-dinh/${id}`;
  return regulations.filter(({ number, date }) => !known.has(nameOf(number, date))).map(({ id, number, title, issuer, date, replacedBy, inForceUntil }) => {
    const type = documentTypes.filter(({ name }) => title.startsWith(`${name} `)).sort((a, b) => b.name.length - a.name.length)[0];
    const next = regulations.find((row) => row.id === replacedBy);
    return {
      key: keyOf(id), code: '', number, type: type ? { code: type.code, name: type.name } : null, date, issuer: { id: organs.find(({ name }) => name === issuer)?.id ?? 'khong-ro', name: issuer },
      title: type ? title.slice(type.name.length + 1) : title, held: false, rank: type?.rank ?? 99, organRank: 99, ...(inForceUntil === null ? {} : { ended: next?.number ?? inForceUntil }),
    };
  });
}
