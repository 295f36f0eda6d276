/** How far a text can be vouched for: what a machine recognised from a picture, the same machine cannot vouch for. */
import type { DocumentRecord } from '../domain/record.ts';
import type { TextOrigin } from './reading.ts';

/** A person's word wins; a text without error or warning was checked by the program. */
export function proofreadingOf({ messages }: Pick<DocumentRecord, 'messages'>, origin: TextOrigin, byPerson = false): DocumentRecord['proofreading'] {
  if (byPerson) return 'person';
  if (origin === 'ocr' || origin === 'pdf-hidden-text') return 'raw';
  return messages.some((message) => message.severity !== 'info') ? 'raw' : 'machine';
}
