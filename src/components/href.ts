/**
 * Address of a page of this site under the base path the site is built for (`BASE_PATH`).
 * @param path site-relative, beginning with a slash: `/van-ban/`
 */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/u, '') + path;
}
