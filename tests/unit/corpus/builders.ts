/** Small records with good defaults, for tests of the corpus. */
import { citationSchema, documentRecordSchema, edgeSchema, type Citation, type CitationEdge, type DocumentRecord } from '../../../src/domain/record.ts';
import type { Registry } from '../../../src/domain/registry.ts';

/** A held document: key, date and what it cites. */
export function held(key: string, date: string | null, fields: Partial<DocumentRecord> = {}): DocumentRecord {
  const [issuer = '', , number = ''] = key.split('/');
  return documentRecordSchema.parse({
    file: `${number}.txt`, sha256: 'a'.repeat(64), key, url: `/van-ban/${key}/`, number, numberRaw: number, symbol: null, type: { code: 'CV', name: 'Công văn' },
    date, place: null, issuer: { id: issuer, name: issuer }, subject: null, addressees: [], recipients: [], signature: null, inferred: [],
    citations: [], edges: [], outline: [], directives: [], targets: [], milestones: [], messages: [], ...fields,
  });
}

/** A citation with one mention whose sentence names the number. */
export function cites(key: string | null, number: string | null, relation: Citation['relation'] = 'implements', fields: Partial<Citation> = {}): Citation {
  return citationSchema.parse({
    key, number, type: { code: 'NQ', name: 'Nghị quyết' }, date: null, issuer: null, title: null, relation,
    mentions: [{ raw: `Nghị quyết số ${number}`, line: 5, column: 1, form: 'full', anchor: 'mo-dau.d1', sentence: `Thực hiện Nghị quyết số ${number}.` }],
    ...fields,
  });
}

/** A relation between two cited documents. */
export function edge(fromNumber: string, toNumber: string, relation: CitationEdge['relation'] = 'implements', line = 5): CitationEdge {
  return edgeSchema.parse({ fromNumber, toNumber, relation, line });
}

export const emptyRegistry: Registry = { documentTypes: [], organTypes: [], organs: [], provinces: [], abbreviations: [], regulations: [] };
