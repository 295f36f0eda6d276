/** What the origin of a text says about its record: which marks are the paper's own, how far the text can be vouched for. */
import type { DocumentRecord } from '../domain/record.ts';
import type { TextOrigin } from './reading.ts';

/** Formats whose bold and italic letters the reader itself writes as Markdown marks. */
const SET_IN_TYPE: ReadonlySet<TextOrigin> = new Set(['word', 'web-page', 'pdf-text']);

/**
 * Finishes a record for a text of some origin: marks that stand for the paper's bold and italic letters are no residue of a converter.
 * @param byPerson true when a person read the whole text against the paper
 */
export function judgeRecord(record: DocumentRecord, origin: TextOrigin, byPerson = false): DocumentRecord {
  const judged = SET_IN_TYPE.has(origin) ? { ...record, messages: record.messages.filter(({ ruleId }) => ruleId !== 'markdown-residue') } : record;
  return { ...judged, proofreading: proofreadingOf(judged, origin, byPerson) };
}

/** A person's word wins; what a machine recognised from a picture, it cannot vouch for; a text without error or warning was checked by the program. */
function proofreadingOf({ messages }: DocumentRecord, origin: TextOrigin, byPerson: boolean): DocumentRecord['proofreading'] {
  if (byPerson) return 'person';
  if (origin === 'ocr' || origin === 'pdf-hidden-text') return 'raw';
  return messages.some((message) => message.severity !== 'info') ? 'raw' : 'machine';
}
