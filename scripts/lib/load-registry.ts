/** Reads the hand-kept tables of `content/registry/`; the parser itself takes them as a value and never reads files. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { registrySchema, type Registry } from '../../src/domain/registry.ts';
import { contentDir, resolveContentPath } from './content-dir.ts';

/** File of each table, in `content/registry/`: a JSON array of rows. */
export const REGISTRY_FILES: Readonly<Record<keyof Registry, string>> = {
  documentTypes: 'document-types.json',
  organTypes: 'organ-types.json',
  organs: 'organs.json',
  provinces: 'provinces.json',
  abbreviations: 'abbreviations.json',
  regulations: 'regulations.json',
};

/**
 * Loads and checks every table. A table that the content folder lacks is the repository's.
 * @param content content folder; the one of the environment by default
 * @throws Error naming file, row and field when a table is missing or breaks its schema
 */
export function loadRegistry(content: string = contentDir()): Registry {
  const entries = Object.entries(REGISTRY_FILES).map(([table, file]) => {
    const path = resolveContentPath(`registry/${file}`, content);
    return [table, readTable(table as keyof Registry, path)] as const;
  });
  return Object.fromEntries(entries) as Registry;
}

function readTable(table: keyof Registry, path: string): unknown {
  let rows: unknown;
  try {
    rows = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`loadRegistry: unexpected table ${table} in ${path}, expected a readable JSON file`, { cause: error });
  }
  const result = registrySchema.shape[table].safeParse(rows);
  if (!result.success) throw new Error(`loadRegistry: unexpected rows in ${path}\n${z.prettifyError(result.error)}`);
  return result.data;
}
