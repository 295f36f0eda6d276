/** A whole site of real papers and generated ones, made by the project's own commands, for asking after known items. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { contentDir } from '../lib/content-dir.ts';
import { listFiles } from '../lib/digest-files.ts';
import { runNode } from '../lib/run-child.ts';

/**
 * @param folder  emptied first
 * @param amount  documents in all; those beyond the papers are generated of their sentences
 * @param papers  folder of real texts
 * @returns folder of the built site
 * @throws Error when the site cannot be built
 */
export async function buildCorpus(folder: string, amount: number, papers: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  const content = join(folder, 'content');
  const sources = join(content, 'sources');
  mkdirSync(sources, { recursive: true });
  for (const part of ['registry', 'pages', 'site.json', 'glossary.json']) cpSync(join(contentDir(), part), join(content, part), { recursive: true });
  const files = listFiles(papers).slice(0, amount);
  for (const [index, file] of files.entries()) cpSync(file, join(sources, String(index).padStart(4, '0') + extname(file)));
  const env = { CONTENT_DIR: content, OUT_DIR: join(folder, 'site'), CACHE_DIR: join(folder, 'cache'), SITE_URL: '', BASE_PATH: '' };
  if (amount > files.length) await run(['bench-corpus', String(amount - files.length), papers, content], env);
  // A paper that needs a person does not keep the others from being asked for.
  await runNode(['scripts/import.ts'], { env });
  await run(['build'], env);
  return env.OUT_DIR;
}

async function run([script, ...args]: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const { code, output } = await runNode([`scripts/${script}.ts`, ...args], { env });
  if (code !== 0) throw new Error(`buildCorpus: unexpected end of ${script}: ${output.slice(-500)}`);
}
