/** What a rule of the lint stage is, and what it hands back. */
import type { Message } from '../../domain/record.ts';
import type { LintContext } from './context.ts';

export type Severity = Message['severity'];

/** A place in the normalized text with what is wrong there; `lintDispatch` makes a message of it. */
export interface Finding {
  /** UTF-16 offsets into `context.text`. Both the same: something is missing here, and nothing is quoted. */
  readonly start: number;
  readonly end: number;
  /** Vietnamese: what was seen, what is needed, the remedy. */
  readonly message: string;
  readonly expected?: string | null;
  /** Differs from the rule's own where the case is milder or graver. */
  readonly severity?: Severity;
  /** Offset of the other place of a contradiction. */
  readonly cause?: number;
}

/** One check, in its own file named like its `ruleId`. */
export interface LintRule {
  readonly ruleId: string;
  /** Vietnamese title of the page `/quy-tac/<ruleId>/`. */
  readonly title: string;
  /** Vietnamese paragraph for that page: what the rule sees, why it matters, what to do. */
  readonly explanation: string;
  /** Regulation the rule rests on, as cited, or where the sign was learned. */
  readonly source: string;
  readonly severity: Severity;
  readonly check: (context: LintContext) => readonly Finding[];
}
