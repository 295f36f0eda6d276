/** Every rule, in the order of their ids. A new rule is one file, one line here and one fixture folder. */
import type { LintRule } from '../rule.ts';
import { ambiguousCitation } from './ambiguous-citation.ts';
import { citationAfterIssueDate } from './citation-after-issue-date.ts';
import { conflictingCitationDate } from './conflicting-citation-date.ts';
import { damagedFormula } from './damaged-formula.ts';
import { damagedOrganName } from './damaged-organ-name.ts';
import { documentNumberMissing } from './document-number-missing.ts';
import { duplicateSectionNumber } from './duplicate-section-number.ts';
import { handwrittenNumber } from './handwritten-number.ts';
import { headerMissing } from './header-missing.ts';
import { impossibleDate } from './impossible-date.ts';
import { inconsistentName } from './inconsistent-name.ts';
import { issueDayMissing } from './issue-day-missing.ts';
import { letterInNumber } from './letter-in-number.ts';
import { markdownResidue } from './markdown-residue.ts';
import { mixedNumberOrder } from './mixed-number-order.ts';
import { noteSpansRecipients } from './note-spans-recipients.ts';
import { overlappingPeriod } from './overlapping-period.ts';
import { pageBreakInParagraph } from './page-break-in-paragraph.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { ruinedScan } from './ruined-scan.ts';
import { signatureMissing } from './signature-missing.ts';
import { skippedSectionNumber } from './skipped-section-number.ts';
import { spaceInNumber } from './space-in-number.ts';
import { strayWordInCitation } from './stray-word-in-citation.ts';
import { suspectedScanError } from './suspected-scan-error.ts';
import { unknownIssuerSymbol } from './unknown-issuer-symbol.ts';
import { unmatchedQuotes } from './unmatched-quotes.ts';
import { unresolvedCitation } from './unresolved-citation.ts';
import { wrappedSubject } from './wrapped-subject.ts';
import { yearMismatch } from './year-mismatch.ts';

export const LINT_RULES: readonly LintRule[] = [
  ambiguousCitation,
  citationAfterIssueDate,
  conflictingCitationDate,
  damagedFormula,
  damagedOrganName,
  documentNumberMissing,
  duplicateSectionNumber,
  handwrittenNumber,
  headerMissing,
  impossibleDate,
  inconsistentName,
  issueDayMissing,
  letterInNumber,
  markdownResidue,
  mixedNumberOrder,
  noteSpansRecipients,
  overlappingPeriod,
  pageBreakInParagraph,
  placeholderLeft,
  ruinedScan,
  signatureMissing,
  skippedSectionNumber,
  spaceInNumber,
  strayWordInCitation,
  suspectedScanError,
  unknownIssuerSymbol,
  unmatchedQuotes,
  unresolvedCitation,
  wrappedSubject,
  yearMismatch,
];
