/** Hand-kept tables of `content/registry/` about the corpus as a whole. A table that is not there is empty. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { knownStatusSchema, organGroupSchema, topicSchema, unitKindSchema } from '../domain/corpus-tables.ts';
import { registrySchema } from '../domain/registry.ts';
import { contentPath } from './content-folder.ts';

export interface CorpusTables {
  readonly unitKinds: z.infer<typeof unitKindSchema>[];
  readonly organGroups: z.infer<typeof organGroupSchema>[];
  readonly topics: z.infer<typeof topicSchema>[];
  readonly knownStatuses: z.infer<typeof knownStatusSchema>[];
  readonly regulations: z.infer<typeof registrySchema.shape.regulations>;
}

/** Reads the tables. @throws Error naming a damaged file */
export function readCorpusTables(): CorpusTables {
  return {
    unitKinds: readTable('unit-kinds.json', z.array(unitKindSchema)),
    organGroups: readTable('organ-groups.json', z.array(organGroupSchema)),
    topics: readTable('topics.json', z.array(topicSchema)),
    knownStatuses: readTable('document-status.json', z.array(knownStatusSchema)),
    regulations: readTable('regulations.json', registrySchema.shape.regulations),
  };
}

function readTable<Row>(name: string, schema: z.ZodType<Row[]>): Row[] {
  const file = contentPath(`registry/${name}`);
  if (!existsSync(file)) return [];
  const result = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`readCorpusTables: unexpected rows in ${file}\n${z.prettifyError(result.error)}`);
  return result.data;
}
