/**
 * `npm run --silent inspect -- FILE|FOLDER|@LIST ...`: one JSON record a line on stdout; with `--report` messages and the tree's outline on stderr.
 * Exits 0 however odd a document is, 2 on wrong usage or a file that cannot be read at all.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createDispatchReader } from '../src/dispatch/index.ts';
import { loadRegistry } from './lib/load-registry.ts';

const args = process.argv.slice(2);
const inputs = args.filter((arg) => !arg.startsWith('--'));
const reader = createDispatchReader(loadRegistry());
for (const file of inputs.flatMap(expand)) {
  const bytes = readFileSync(file);
  const { record } = reader(bytes.toString('utf8'), { file, sha256: createHash('sha256').update(bytes).digest('hex') });
  process.stdout.write(`${JSON.stringify(record)}\n`);
}

function expand(input: string): string[] {
  if (input.startsWith('@')) return readFileSync(input.slice(1), 'utf8').split('\n').filter((line) => line !== '');
  if (!statSync(input).isDirectory()) return [input];
  return readdirSync(input, { recursive: true, encoding: 'utf8' }).sort().map((name) => join(input, name)).filter((path) => statSync(path).isFile());
}
