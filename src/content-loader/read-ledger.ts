/** The ledger of published addresses, for redirects, tombstones and short codes of released documents. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerFileSchema, mergeLedgerFiles, type Ledger } from '../domain/ledger.ts';
import { contentFolder } from './content-folder.ts';

/** Reads `permalinks/` of the content folder in use; empty before the first release. */
export function readPublishedLedger(): Ledger {
  const folder = join(contentFolder(), 'permalinks');
  const files = existsSync(folder) ? globSync('*/*.json', { cwd: folder }).sort() : [];
  return mergeLedgerFiles(files.map((file) => ledgerFileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))));
}
