/** What each check means, for people who mend documents. */
import { getCollection } from 'astro:content';
import type { Message } from '../domain/record.ts';

export interface RuleText {
  readonly title: string;
  /** What the rule looks for, why it matters, what to do. */
  readonly explanation: string;
  /** Regulation it follows, or where the sign was learned. */
  readonly source: string;
  readonly severity: Message['severity'];
}

let loaded: Promise<ReadonlyMap<string, RuleText>> | undefined;

/** Texts of all rules by `ruleId`, in order of the id. */
export function readRuleTexts(): Promise<ReadonlyMap<string, RuleText>> {
  return (loaded ??= load());
}

async function load(): Promise<ReadonlyMap<string, RuleText>> {
  const entries = await getCollection('rules');
  return new Map(entries.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, data }) => [id, data]));
}
