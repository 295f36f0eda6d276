/**
 * Collections: the site's own pages through MDX, and what each check means from the checks themselves, so that pages need not know the
 * parser. The documents are no collection: the store would be bundled anew for each changed one (`content-loader/documents.ts`).
 */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { contentPath } from './content-loader/content-folder.ts';
import { LINT_RULES } from './dispatch/lint/index.ts';

export const collections = {
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: contentPath('pages') }),
    schema: z.object({
      title: z.string(),
      description: z.string(),
    }),
  }),
  rules: defineCollection({
    loader: () => LINT_RULES.map(({ ruleId, title, explanation, source, severity }) => ({ id: ruleId, title, explanation, source, severity })),
    schema: z.object({
      title: z.string(),
      explanation: z.string(),
      source: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
    }),
  }),
};
