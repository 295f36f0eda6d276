/** Which pages of a site stand for all: one or two of every kind, so that a large corpus does not make the tests slow. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../../scripts/lib/read-corpus.ts';
import { listPages, readPage, type BuiltSite } from './site.ts';

export interface PageSample {
  /** `van-ban/<key> (held)`, `co-quan/*`. */
  readonly kind: string;
  /** Address inside the site, without base path or leading slash: `van-ban/`. */
  readonly path: string;
}

/** The first and the heaviest page of every kind; pages that only lead elsewhere are left out. */
export function samplePages(site: BuiltSite): PageSample[] {
  const { graph } = readCorpus(site.contentDir);
  const kindOf = (path: string): string => {
    for (const { key, held } of graph.documents.values()) if (path.includes(`/${key}/`)) return `${path.replace(key, '<key>')} (${held === null ? 'cited' : 'held'})`;
    const [folder, ...rest] = path.split('/');
    return rest.length > 1 ? [folder, ...rest.slice(0, -1).map(() => '*')].join('/') : path;
  };
  const pages = listPages(site).filter((path) => !/http-equiv="?refresh/iu.test(readPage(site, path)));
  const weigh = (path: string): number => statSync(join(site.dir, path)).size;
  return [...Map.groupBy(pages, kindOf)].flatMap(([kind, paths]) => {
    const heaviest = [...paths].sort((a, b) => weigh(b) - weigh(a))[0];
    return [...new Set([paths[0], heaviest])].map((path) => ({ kind, path: (path ?? '').replace(/(?:^|(?<=\/))index\.html$/u, '') }));
  });
}
