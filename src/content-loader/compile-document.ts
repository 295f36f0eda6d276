/** One document's file into what pages ask for: the record, the part of it that the graph reads, the HTML of the body. Nothing is evaluated. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileBody } from './compile-body.ts';
import { contentFolder } from './content-folder.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import type { DocumentRecord } from '../domain/record.ts';

/** What is to be compiled. A plain value: it is sent to threads. */
export interface CompileTask {
  readonly key: string;
  /** False leaves the body out: another shard makes its pages. */
  readonly withBody: boolean;
}

export interface CompiledDocument {
  /** JSON of the whole record. */
  readonly record: string;
  /** JSON of the record as the graph reads it. */
  readonly graph: string;
  readonly html: string | null;
}

/** The same as bytes of the pack: record, graph part and HTML one after the other. */
export interface PackedDocument {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Byte lengths; `null` for HTML that was left out. */
  readonly lengths: readonly [record: number, graph: number, html: number | null];
}

/** Absolute path of a document's file. */
export function documentPath(key: string): string {
  return join(contentFolder(), 'documents', `${key}.mdx`);
}

/** @throws Error naming the file when its record does not fit the schema, bears another key, or its body holds what the importer never writes */
export function compileDocument({ key, withBody }: CompileTask): CompiledDocument {
  const name = relative(process.cwd(), documentPath(key));
  const { record, body } = readFrontMatter(readFileSync(documentPath(key), 'utf8'), name);
  if (record.key !== key) throw new Error(`compileDocument: unexpected key ${record.key} in ${name}, expected ${key} as the file is named`);
  return { record: JSON.stringify(record), graph: JSON.stringify(leanRecord(record)), html: withBody ? compileBody(body, name) : null };
}

/** Compiles a document into bytes that another thread can take over whole. @throws see `compileDocument` */
export function packDocument(task: CompileTask): PackedDocument {
  const { record, graph, html } = compileDocument(task);
  const parts = [record, graph, html ?? ''].map((text) => encoder.encode(text));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  const [recordLength = 0, graphLength = 0, htmlLength = 0] = parts.map(({ length }) => length);
  return { bytes, lengths: [recordLength, graphLength, html === null ? null : htmlLength] };
}

const encoder = new TextEncoder();

/** HTML of a body that was left out. */
export function compileBodyOf(key: string): string {
  const path = documentPath(key);
  return compileBody(splitFrontMatter(readFileSync(path, 'utf8'), path).body, path);
}

/** Without the parts that the graph only counts: they are most of a record, and a page reads them again. */
function leanRecord(record: DocumentRecord): DocumentRecord {
  return { ...record, outline: [], milestones: [], inferred: [], corrections: [], directives: new Array<never>(record.directives.length), targets: new Array<never>(record.targets.length) };
}
