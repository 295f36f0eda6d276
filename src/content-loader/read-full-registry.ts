/** Every table of `content/registry/`, for the tools that run the parser in the reader's browser. */
import { readFileSync } from 'node:fs';
import { registrySchema, type Registry } from '../domain/registry.ts';
import { contentPath } from './content-folder.ts';

const FILES: Readonly<Record<keyof Registry, string>> = {
  documentTypes: 'document-types.json', organTypes: 'organ-types.json', organs: 'organs.json', provinces: 'provinces.json', abbreviations: 'abbreviations.json', regulations: 'regulations.json',
};

/** @throws ZodError naming table, row and field when a table breaks its schema */
export function readFullRegistry(): Registry {
  return registrySchema.parse(Object.fromEntries(Object.entries(FILES).map(([table, file]) => [table, JSON.parse(readFileSync(contentPath(`registry/${file}`), 'utf8')) as unknown])));
}
