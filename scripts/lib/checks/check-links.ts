/** Links of a built site: each internal address must lead to a file of it, each `#…` to an id, and none may load from another host. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../digest-files.ts';
import { readHtmlPage } from '../html-page.ts';
import type { Finding } from './finding.ts';

/**
 * Checks every page of a site.
 * @param siteDir folder of the built site
 * @param basePath begins and ends with a slash
 * @param siteUrl own origin, whose absolute addresses (canonical) count as internal
 */
export function checkLinks(siteDir: string, basePath: string, siteUrl: string): Finding[] {
  const files = new Set(listFiles(siteDir).map((path) => path.slice(siteDir.length + 1).replaceAll('\\', '/')));
  const idsByFile = new Map<string, Set<string>>();
  const linksByFile = new Map<string, readonly string[]>();
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const page = readHtmlPage(readFileSync(join(siteDir, file), 'utf8'));
    idsByFile.set(file, new Set(page.ids));
    linksByFile.set(file, [...new Set(page.addresses)]);
  }
  return [...linksByFile].flatMap(([file, links]) => links.flatMap((link) => {
    const message = describeDeadLink(link, file, { basePath, siteUrl, files, idsByFile });
    return message === null ? [] : [{ check: 'dead-link', severity: 'error' as const, place: file, message }];
  }));
}

interface Site {
  readonly basePath: string;
  readonly siteUrl: string;
  readonly files: ReadonlySet<string>;
  readonly idsByFile: ReadonlyMap<string, ReadonlySet<string>>;
}

function describeDeadLink(link: string, file: string, site: Site): string | null {
  if (/^(?:mailto|tel|data):/u.test(link)) return null;
  const origin = new URL(site.siteUrl).origin;
  let url: URL;
  try {
    url = new URL(link, `${origin}${site.basePath}${pathOfFile(file)}`);
  } catch {
    return `Địa chỉ "${link}" không đọc được.`;
  }
  if (url.origin !== origin) return null;
  if (!url.pathname.startsWith(site.basePath)) return `Liên kết "${link}" ra ngoài đường dẫn ${site.basePath}.`;
  const target = decodeURIComponent(url.pathname.slice(site.basePath.length));
  const found = [target, `${target}index.html`].find((name) => site.files.has(name));
  if (found === undefined || (target !== '' && found !== target && !target.endsWith('/'))) return `Liên kết "${link}" không dẫn tới trang nào.`;
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (fragment === '' || !found.endsWith('.html') || site.idsByFile.get(found)?.has(fragment)) return null;
  return `Liên kết "${link}" không dẫn tới vị trí nào trong trang.`;
}

function pathOfFile(file: string): string {
  return file.replace(/(?:^|(?<=\/))index\.html$/u, '');
}

/** True when the folder holds a built site. */
export function isBuiltSite(siteDir: string): boolean {
  return existsSync(join(siteDir, 'index.html'));
}
