/** Clusters as boxes one below another, and the bases between them as arcs beside: legible at 360 px however many documents there are. */
import type { ClusterMap } from './clusters.ts';

export interface ClusterBox {
  readonly id: string;
  readonly y: number;
  readonly lines: readonly string[];
  readonly count: string;
  readonly height: number;
}

export interface ClusterArc {
  readonly path: string;
  readonly width: number;
  /** Count and where it is printed. */
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

export interface ClusterPicture {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly boxes: readonly ClusterBox[];
  readonly arcs: readonly ClusterArc[];
  readonly leftOut: number;
}

const BOX_WIDTH = 226;
const WIDTH = 328;
const MOST_BOXES = 9;
const MOST_ARCS = 12;

/** Letters of a line in a box, beside its count. */
const LINE_LETTERS = 23;

/** Lays out the clusters that most is between, with their strongest ties. */
export function drawClusters({ clusters, ties }: ClusterMap): ClusterPicture {
  const shown = clusters.length <= MOST_BOXES ? clusters : chooseTied(clusters, ties);
  let y = 6;
  const boxes = shown.map(({ id, name, heldCount, citedCount }): ClusterBox => {
    const lines = wrap(name, LINE_LETTERS);
    const box = { id, y, lines, count: `${heldCount + citedCount}`, height: lines.length * 17 + 16 };
    y += box.height + 14;
    return box;
  });
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const drawn = ties.filter(({ from, to }) => byId.has(from) && byId.has(to)).slice(0, MOST_ARCS);
  const most = Math.max(...drawn.map(({ count }) => count), 1);
  const order = [...byId.keys()];
  const used = new Map<string, number>();
  const arcs = drawn.map(({ from, to, count }): ClusterArc => {
    const [a, b] = [byId.get(from) as ClusterBox, byId.get(to) as ClusterBox];
    // Each end finds its own place along the edge, so that arcs do not run into one another.
    const place = (box: ClusterBox): number => {
      const index = used.get(box.id) ?? 0;
      used.set(box.id, index + 1);
      return box.y + 9 + ((index * 9) % Math.max(box.height - 16, 9));
    };
    const [y1, y2] = [place(a), place(b)];
    const reach = 22 + Math.min(Math.abs(order.indexOf(from) - order.indexOf(to)), 6) * 11;
    const x = BOX_WIDTH + reach * 0.75;
    return { path: `M${BOX_WIDTH} ${y1}C${BOX_WIDTH + reach} ${y1} ${BOX_WIDTH + reach} ${y2} ${BOX_WIDTH + 7} ${y2}`, width: Math.round((1 + (count / most) * 3) * 10) / 10, count, x: Math.round(x), y: Math.round((y1 + y2) / 2) + 4 };
  });
  return { width: WIDTH, height: Math.max(y, 40), boxWidth: BOX_WIDTH, boxes, arcs, leftOut: clusters.length - shown.length };
}

/** Of many clusters those most relied on, and those that rest on them most: the largest may have nothing to do with each other. Roots come first. */
function chooseTied(clusters: ClusterMap['clusters'], ties: ClusterMap['ties']): ClusterMap['clusters'] {
  const relied = new Map<string, number>();
  for (const { to, count } of ties) relied.set(to, (relied.get(to) ?? 0) + count);
  const byRelied = [...clusters].sort((a, b) => (relied.get(b.id) ?? 0) - (relied.get(a.id) ?? 0));
  const roots = new Set(byRelied.slice(0, Math.ceil(MOST_BOXES / 2)).map(({ id }) => id));
  const resting = new Map<string, number>();
  for (const { from, to, count } of ties) if (roots.has(to)) resting.set(from, (resting.get(from) ?? 0) + count);
  const others = clusters.filter(({ id }) => !roots.has(id)).sort((a, b) => (resting.get(b.id) ?? 0) - (resting.get(a.id) ?? 0)).slice(0, MOST_BOXES - roots.size);
  return [...byRelied.filter(({ id }) => roots.has(id)), ...others];
}

function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
}
