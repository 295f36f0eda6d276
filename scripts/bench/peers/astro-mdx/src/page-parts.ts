/** The parts of a page, from the front matter of the collection; once in a build. */
import { getCollection } from 'astro:content';
import { createPageParts } from 'virtual:page-parts';
import { baseUrl, registry } from '../project.json';

export { printDate, printLink, printWords } from 'virtual:page-parts';

const entries = await getCollection('documents');
export const entriesByKey = new Map(entries.map((entry) => [entry.data.key, entry]));
export const parts = createPageParts(entries.map(({ data }) => withDays(data)), registry, baseUrl);

/** Astro reads days of the front matter as points in time. */
function withDays(value) {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(withDays);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withDays(inner)]));
}
