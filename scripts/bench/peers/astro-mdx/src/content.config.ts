import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = { documents: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: 'src/content/documents', generateId: ({ entry }) => entry.replace(/\.mdx$/u, '') }) }) };
