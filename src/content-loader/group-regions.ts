/**
 * Neighbouring regions that the paper sets beside each other get one box: the letterhead (organ left, motto right) and the closing
 * (Nơi nhận left, signature right). Only the box is ours; the order of the words stays the source's.
 */
import type { BodyNode } from './body-node.ts';

const LETTERHEAD = new Set(['issuer', 'national-heading', 'number', 'place-date', 'type', 'subject', 'secrecy', 'urgency']);
const CLOSING = new Set(['recipients', 'signature']);

export interface RegionGroup {
  /** Class names of the box, or `null` for nodes that stand alone. */
  readonly className: string | null;
  readonly nodes: readonly BodyNode[];
}

/** Splits a list of blocks into runs: letterheads, closings, and everything else. */
export function groupRegions(nodes: readonly BodyNode[]): RegionGroup[] {
  const groups: { part: Part; nodes: BodyNode[] }[] = [];
  for (const node of nodes) {
    const part = partOf(node);
    const last = groups.at(-1);
    if (last && last.part === part) last.nodes.push(node);
    else groups.push({ part, nodes: [node] });
  }
  return groups.map(({ part, nodes: members }) => ({ className: classNameOf(part, members), nodes: members }));
}

type Part = 'letterhead' | 'closing' | 'other';

function partOf(node: BodyNode): Part {
  const kind = node.name === 'Region' ? kindOf(node) : '';
  return LETTERHEAD.has(kind) ? 'letterhead' : CLOSING.has(kind) ? 'closing' : 'other';
}

/** A paper with a type line (KẾ HOẠCH) centres its subject; a công văn sets it under the number. */
function classNameOf(part: Part, members: readonly BodyNode[]): string | null {
  if (part === 'other') return null;
  if (part === 'closing') return 'closing';
  return members.some((member) => kindOf(member) === 'type') ? 'letterhead letterhead-named' : 'letterhead letterhead-letter';
}

function kindOf(node: BodyNode): string {
  const value = node.attributes?.find((attribute) => attribute.name === 'kind')?.value;
  return typeof value === 'string' ? value : '';
}
