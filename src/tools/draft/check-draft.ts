/** Reads a draft with the parser of the import and checks each citation of it. Runs in the browser's worker and in tests. */
import type { KitEntry } from '../../corpus/exports/kit-index.ts';
import { createDispatchReader } from '../../dispatch/index.ts';
import type { SyllableTable } from '../../dispatch/lint/index.ts';
import type { Citation, DocumentRecord, Message } from '../../domain/record.ts';
import type { Registry } from '../../domain/registry.ts';
import { listRegulations } from './regulations.ts';
import { createVerifier, type Verdict } from './verify.ts';

export interface DraftReport {
  readonly citations: readonly { readonly citation: Citation; readonly verdict: Verdict }[];
  readonly messages: readonly Message[];
  /** What the parser took the draft for. */
  readonly draft: Pick<DocumentRecord, 'type' | 'number' | 'date' | 'issuer' | 'subject'>;
}

/** Checks of other readers' concern: they judge a scan or a paper already issued, not a draft. */
const NOT_FOR_DRAFTS = new Set(['unresolved-citation', 'ambiguous-citation', 'document-number-missing', 'issue-day-missing', 'handwritten-number', 'page-break-in-paragraph', 'ruined-scan', 'header-missing', 'signature-missing']);

/**
 * Makes the checker; making it takes a moment, checking does not.
 * @param findRows rows of the kit in which the cited documents, and what took their place, would be
 */
export function createDraftChecker(registry: Registry, findRows: (citations: readonly Citation[]) => Promise<readonly KitEntry[]>, syllables: SyllableTable | null = null): (text: string) => Promise<DraftReport> {
  const read = createDispatchReader(registry, syllables);
  return async (text) => {
    const { record } = read(text);
    const rows = await findRows(record.citations);
    const verify = createVerifier([...rows, ...listRegulations(registry, rows)]);
    return {
      citations: record.citations.map((citation) => ({ citation, verdict: verify(citation) })),
      messages: record.messages.filter(({ ruleId }) => !NOT_FOR_DRAFTS.has(ruleId)),
      draft: { type: record.type, number: record.number, date: record.date, issuer: record.issuer, subject: record.subject },
    };
  };
}
