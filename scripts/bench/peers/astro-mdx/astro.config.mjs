/** Astro as its handbook has it: a collection of MDX modules, components for their elements, one page for each document. */
import { readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';

// The folder is a copy in a cache; the repository is named beside it.
const { pageParts } = JSON.parse(readFileSync('project.json', 'utf8'));

export default { integrations: [mdx()], build: { concurrency: 8 }, devToolbar: { enabled: false }, vite: { resolve: { alias: { 'virtual:page-parts': pageParts } } } };
