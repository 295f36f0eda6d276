/**
 * The lint stage: what a person should look at in one dispatch. Each rule stands in `rules/`, named by its `ruleId`, and has a
 * page of its own. Rules report; only `scripts/report/` prints.
 */
import type { DocumentRecord, Message } from '../../domain/record.ts';
import type { Registry } from '../../domain/registry.ts';
import type { NormalizedText } from '../normalize/index.ts';
import type { DispatchTree } from '../tree/nodes.ts';
import { createLintContext, type LintContext } from './context.ts';
import type { Finding, LintRule } from './rule.ts';
import { LINT_RULES } from './rules/index.ts';
import type { SyllableTable } from './syllables/syllable-table.ts';

export { LINT_RULES } from './rules/index.ts';
export { readSyllableTable, type SyllableTable } from './syllables/syllable-table.ts';
export type { LintRule } from './rule.ts';

/**
 * Runs every rule over a reading.
 * @param input `normalized` saves normalizing again; `syllables` is `null` where the learned table is not at hand: words are then not judged
 * @returns messages in source order; for one place and rule only one
 */
export function lintDispatch(input: { source: string; tree: DispatchTree; record: DocumentRecord; registry: Registry; syllables: SyllableTable | null; normalized?: NormalizedText }): Message[] {
  const context = createLintContext(input);
  const messages = LINT_RULES.flatMap((rule) => rule.check(context).map((finding) => toMessage(rule, finding, context)));
  const seen = new Set<string>();
  return messages
    .filter((message) => { const id = `${message.ruleId} ${message.line}:${message.column}`; return seen.has(id) ? false : seen.add(id); })
    .sort((a, b) => a.line - b.line || a.column - b.column || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0));
}

function toMessage(rule: LintRule, finding: Finding, context: LintContext): Message {
  const point = pointAt(finding.start, context);
  const cause = finding.cause === undefined ? null : pointAt(finding.cause, context);
  return {
    ruleId: rule.ruleId, severity: finding.severity ?? rule.severity, line: point.line, column: point.column, message: finding.message,
    actual: finding.end > finding.start ? context.slice(finding.start, finding.end) : null, expected: finding.expected ?? null,
    anchor: context.passageAt(finding.start)?.anchor ?? null,
    cause: cause && { line: cause.line, column: cause.column, anchor: context.passageAt(finding.cause ?? 0)?.anchor ?? null },
  };
}

function pointAt(offset: number, context: LintContext): { line: number; column: number } {
  const { toSource, lines } = context.normalized;
  return lines.pointAt(toSource[Math.min(Math.max(offset, 0), toSource.length - 1)] ?? 0);
}
