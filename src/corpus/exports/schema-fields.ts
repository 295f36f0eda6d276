/** The fields of a JSON Schema as rows of a dictionary. */

export interface FieldRow {
  readonly name: string;
  /** Vietnamese, for instance `chuỗi hoặc null`, `danh sách`. */
  readonly type: string;
  readonly meaning: string;
  /** Closed list of values, when there is one. */
  readonly values: readonly string[] | null;
}

interface SchemaNode {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

const TYPES: Readonly<Record<string, string>> = { string: 'chuỗi', integer: 'số nguyên', number: 'số', boolean: 'đúng/sai', null: 'null', array: 'danh sách', object: 'nhóm' };

/**
 * Top-level fields in the order of the schema.
 * @param meanings Vietnamese words for every field; a test finds a field that has none
 */
export function listFields(schema: unknown, meanings: Readonly<Record<string, string>>): FieldRow[] {
  return Object.entries((schema as SchemaNode).properties ?? {}).map(([name, node]) => {
    return { name, type: nameType(node), meaning: meanings[name] ?? '', values: node.enum ? node.enum.map(String) : null };
  });
}

function nameType(node: SchemaNode): string {
  if (node.anyOf) return [...new Set(node.anyOf.map(nameType))].join(' hoặc ');
  if (node.type === 'array' && node.items) return `danh sách ${nameType(node.items)}`;
  return TYPES[node.type ?? ''] ?? node.type ?? '';
}
