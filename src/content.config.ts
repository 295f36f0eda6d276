/**
 * Collections: documents come through a loader of ours (nothing in them is evaluated), the site's own pages through MDX, and what each
 * check means from the checks themselves, so that pages need not know the parser.
 */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { contentPath } from './content-loader/content-folder.ts';
import { createDocumentsLoader, documentEntrySchema } from './content-loader/documents-loader.ts';
import { LINT_RULES } from './dispatch/lint/index.ts';

export const collections = {
  documents: defineCollection({ loader: createDocumentsLoader(), schema: documentEntrySchema }),
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
