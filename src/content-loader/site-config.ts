/** `content/site.json`: everything a second union would change about the site itself. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { contentPath } from './content-folder.ts';

export const siteSchema = z.object({
  /** Name of the site in the masthead, for instance `Căn Cứ`. */
  name: z.string().min(1),
  /** One line under the name. */
  tagline: z.string().min(1),
  /** Who publishes the site. */
  union: z.string().min(1),
  /** One or two sentences for search engines and the home page. */
  description: z.string().min(1),
  /** Absolute address of the site's root, without the base path; `SITE_URL` wins over it. */
  baseUrl: z.url(),
  contact: z.object({
    /** Address for mistakes in a text and removal requests. */
    email: z.email(),
    office: z.string().nullable().default(null),
    phone: z.string().nullable().default(null),
  }),
  /** Three real queries under the search line of the home page. */
  exampleQueries: z.array(z.string()).max(5).default([]),
});
export type Site = z.infer<typeof siteSchema>;

let known: { readonly file: string; readonly site: Site } | undefined;

/**
 * Reads and checks the site description in use; once in a build, since every page asks twice.
 * @throws Error naming the file, and the field, expected and received, when it does not fit
 */
export function readSite(): Site {
  const file = contentPath('site.json');
  if (known?.file === file && !import.meta.env?.DEV) return known.site;
  const result = siteSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  known = { file, site: result.data };
  return result.data;
}
