/** Documents that can be looked at beside their original, most doubtful first. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readFrontMatter } from '../../src/content-loader/front-matter.ts';
import type { Message } from '../../src/domain/record.ts';
import { loadReading, type ReadingFile } from '../intake/reading-file.ts';
import { listFiles } from '../lib/digest-files.ts';

export interface Reviewable {
  readonly key: string;
  /** Text, relative to the sources folder. */
  readonly file: string;
  readonly title: string;
  readonly messages: readonly Message[];
  /** Where the text was read from; `null` for a text received as text. */
  readonly reading: ReadingFile | null;
}

export function listReviewable(content: string): Reviewable[] {
  const folder = join(content, 'documents');
  if (!existsSync(folder)) return [];
  const entries = listFiles(folder).filter((path) => path.endsWith('.mdx')).map((path): Reviewable => {
    const { record } = readFrontMatter(readFileSync(path, 'utf8'), path);
    const key = relative(folder, path).replaceAll('\\', '/').replace(/\.mdx$/u, '');
    return { key, file: record.file, title: [record.type?.name, record.number ?? '(chưa có số)', record.subject].filter(Boolean).join(' '), messages: record.messages, reading: loadReading(join(content, 'sources'), record.file) };
  });
  return entries.sort((a, b) => doubt(b) - doubt(a) || (a.key < b.key ? -1 : 1));
}

function doubt({ messages, reading }: Reviewable): number {
  return messages.filter((message) => message.severity !== 'info').length * 3 + (reading?.doubtful.length ?? 0);
}
