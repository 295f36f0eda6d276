/** JSON Schemas of the downloads, made from the schemas that the program itself checks with. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { z } from 'zod';
import { href } from '../../../components/href.ts';
import { indexSchema, manifestSchema, oembedSchema } from '../../../domain/exports.ts';
import { documentRecordSchema } from '../../../domain/record.ts';
import { registrySchema } from '../../../domain/registry.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = { 'van-ban': documentRecordSchema, 'index': indexSchema, 'manifest': manifestSchema, 'oembed': oembedSchema, 'so-tay': registrySchema };

export const getStaticPaths = (() => Object.keys(SCHEMAS).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, site }) => {
  const name = params['name'] ?? '';
  const schema = z.toJSONSchema(SCHEMAS[name] ?? z.never());
  return new Response(`${JSON.stringify({ $id: new URL(href(`/du-lieu/luoc-do/${name}.json`), site).href, ...schema }, null, 2)}\n`, { headers: { 'Content-Type': 'application/schema+json; charset=utf-8' } });
};
