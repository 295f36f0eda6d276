/** The tables of `content/registry/` that pages need: names of organs. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { registrySchema, type Registry } from '../domain/registry.ts';
import { contentPath } from './content-folder.ts';

/** Reads organs, kinds of organ and provinces; the parser's own tables stay empty. @throws Error naming a damaged file */
export function readOrganRegistry(): Registry {
  return {
    documentTypes: [],
    abbreviations: [],
    regulations: [],
    organs: readTable('organs.json', registrySchema.shape.organs),
    organTypes: readTable('organ-types.json', registrySchema.shape.organTypes),
    provinces: readTable('provinces.json', registrySchema.shape.provinces),
  };
}

function readTable<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> {
  const file = contentPath(`registry/${name}`);
  const result = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`readOrganRegistry: unexpected rows in ${file}\n${z.prettifyError(result.error)}`);
  return result.data;
}
