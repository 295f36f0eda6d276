/** What the compiler reads of a Markdown syntax tree node: the union of all node types, loosely typed because every field is checked on use. */
export interface BodyNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly attributes?: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly BodyNode[];
  readonly position?: { readonly start: { readonly line: number; readonly offset?: number }; readonly end: { readonly offset?: number } };
}
