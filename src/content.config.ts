/** Collections: documents come through a loader of ours (nothing in them is evaluated), the site's own pages through MDX. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { contentPath } from './content-loader/content-folder.ts';
import { createDocumentsLoader, documentEntrySchema } from './content-loader/documents-loader.ts';

export const collections = {
  documents: defineCollection({ loader: createDocumentsLoader(), schema: documentEntrySchema }),
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: contentPath('pages') }),
    schema: z.object({
      title: z.string(),
      description: z.string(),
    }),
  }),
};
