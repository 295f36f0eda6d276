/** What each check means, for people who mend documents: `registry/rules.json`, written from the rules themselves. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { contentPath } from './content-folder.ts';

const ruleSchema = z.object({
  ruleId: z.string(),
  title: z.string(),
  /** What the rule looks for and why it matters. */
  explanation: z.string(),
  remedy: z.string().nullable().default(null),
  /** Regulation it follows, as cited. */
  source: z.string().nullable().default(null),
  example: z.string().nullable().default(null),
});
export type RuleText = z.infer<typeof ruleSchema>;

/** @returns rules by id; empty while no table is there */
export function readRuleTexts(): Map<string, RuleText> {
  const file = contentPath('registry/rules.json');
  if (!existsSync(file)) return new Map();
  const result = z.array(ruleSchema).safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`readRuleTexts: unexpected rows in ${file}\n${z.prettifyError(result.error)}`);
  return new Map(result.data.map((rule) => [rule.ruleId, rule]));
}
