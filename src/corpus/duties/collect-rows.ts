/** Orders, goals and milestones of the whole corpus as rows, each with the document and clause it stands in. */
import type { DocumentRecord, Directive, Milestone, Target } from '../../domain/record.ts';
import { isAsking } from './duties.ts';
import { documentOf, type Corpus, type CorpusDocument } from '../graph/graph.ts';
import { compareNewest } from '../lists/lists.ts';

export interface DutyRow {
  readonly document: CorpusDocument;
  readonly duty: Directive;
  /** Kinds of units that must act. */
  readonly units: readonly string[];
}

export interface TargetRow {
  readonly document: CorpusDocument;
  readonly target: Target;
}

export interface MilestoneRow {
  readonly document: CorpusDocument;
  readonly milestone: Milestone;
}

export interface CorpusRows {
  /** Newest document first, then in the order of the text; so are the others. */
  readonly duties: readonly DutyRow[];
  readonly targets: readonly TargetRow[];
  readonly milestones: readonly MilestoneRow[];
}

/**
 * Collects the rows of all held documents.
 * @param readRecord whole record by key
 * @param unitsOf    kinds of units of an addressee
 */
export function collectRows(corpus: Corpus, readRecord: (key: string) => DocumentRecord, unitsOf: (name: string | null) => readonly string[]): CorpusRows {
  const duties: DutyRow[] = [];
  const targets: TargetRow[] = [];
  const milestones: MilestoneRow[] = [];
  const held = [...corpus.documents.values()].filter((document) => document.held).sort(compareNewest);
  for (const document of held) {
    const record = readRecord(document.key);
    // An order without addressee goes to those the paper is sent to.
    const sentTo = record.addressees.length > 0 ? record.addressees.join('; ') : null;
    for (const duty of record.directives) if (isAsking(duty)) duties.push({ document, duty, units: unitsOf(duty.addressee ?? sentTo) });
    for (const target of record.targets) targets.push({ document, target });
    for (const milestone of record.milestones) milestones.push({ document, milestone });
  }
  return { duties, targets, milestones };
}

/** Site-relative address of a row's clause. */
export function clauseUrl(corpus: Corpus, key: string, anchor: string | null): string {
  return `${documentOf(corpus, key).url}${anchor === null ? '' : `#${anchor}`}`;
}
