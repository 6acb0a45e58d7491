/** The lineage as data and as a drawing: who descends from whom, and how many origins count. */
import { Graph, layout } from '@dagrejs/dagre';

import type { LineageEdge as Edge, Origin, OutsideOrigin, ReportCard, SourcedClaim } from '../app/nodes';

export type { Edge };

export interface LineageNode {
  id: string;
  /** `outside` is a report that is not in the case; where its name is empty, nobody is named. */
  sort: 'report' | 'outside';
  label: string;
  name: string;
  published: string | null;
}

export interface Tie extends Edge {
  key: string;
}

export interface LineageModel {
  nodes: LineageNode[];
  ties: Tie[];
  /** Reports with no tie to any other. */
  alone: LineageNode[];
}

export function tieKey(edge: { from: string; to: string; kind: string }): string {
  return `${edge.from}~${edge.to}~${edge.kind}`;
}

/** Reports and outside origins that are tied, the ties, and the reports that stand alone. */
export function lineageOf(
  edges: readonly Edge[],
  reports: readonly ReportCard[],
  outside: readonly OutsideOrigin[],
  labels: ReadonlyMap<string, string>,
): LineageModel {
  const tied = new Set(edges.flatMap((one) => [one.from, one.to]));
  const told = reports.map((one) => ({
    id: one.id,
    sort: 'report' as const,
    label: labels.get(one.id) ?? '',
    name: one.publisher ?? one.file,
    published: one.published?.interval?.start ?? null,
  }));
  const beyond = outside.map((one) => ({
    id: one.id,
    sort: 'outside' as const,
    label: '?',
    name: one.name,
    published: null,
  }));
  return {
    nodes: [...beyond, ...told].filter((one) => tied.has(one.id)),
    ties: edges.map((one) => ({ ...one, key: tieKey(one) })),
    alone: told.filter((one) => !tied.has(one.id)),
  };
}

/** Reports that a drawing can hold so that it can still be followed. */
export const MOST_NODES = 80;

/**
 * The part of a large lineage that is drawn: what is selected with all that it is tied to, then the
 * reports with most ties. A small one is drawn whole.
 */
export function followable(model: LineageModel, selected: string | null, most = MOST_NODES): LineageModel {
  if (model.nodes.length <= most) return model;
  const ties = new Map<string, number>();
  for (const one of model.ties.flatMap((tie) => [tie.from, tie.to])) ties.set(one, (ties.get(one) ?? 0) + 1);
  const near = model.ties.filter((one) => [one.from, one.to, one.ref].includes(selected ?? ''));
  const first = near.flatMap((one) => [one.from, one.to]);
  const rest = [...model.nodes].sort((a, b) => (ties.get(b.id) ?? 0) - (ties.get(a.id) ?? 0)).map((one) => one.id);
  const kept = new Set([...new Set([...first, ...rest])].slice(0, most));
  return {
    nodes: model.nodes.filter((one) => kept.has(one.id)),
    ties: model.ties.filter((one) => kept.has(one.from) && kept.has(one.to)),
    alone: model.alone,
  };
}

export interface PlacedNode extends LineageNode {
  x: number;
  y: number;
}

export interface PlacedTie {
  key: string;
  tie: Tie;
  points: Spot[];
  path: string;
  /** Where its word stands. */
  x: number;
  y: number;
  /** Direction at its end, in degrees, for the head of an arrow; null where none is known. */
  end: { x: number; y: number; angle: number } | null;
}

export interface Drawing {
  width: number;
  height: number;
  nodes: PlacedNode[];
  ties: PlacedTie[];
}

export const NODE = { width: 190, height: 50 };

/** Lay out the graph: what was first on the left, or at the top where there is little room. */
export function drawn(model: LineageModel, upright: boolean): Drawing {
  const whole: Drawing = { width: 0, height: 0, nodes: [], ties: [] };
  // What hangs together is laid out by itself, so that little room is enough for much.
  for (const part of partsOf(model)) {
    const one = laidOut(part, upright);
    const down = whole.height === 0 ? 0 : whole.height + GAP;
    whole.nodes.push(...one.nodes.map((node) => ({ ...node, y: node.y + down })));
    whole.ties.push(...one.ties.map((tie) => movedDown(tie, down)));
    whole.width = Math.max(whole.width, one.width);
    whole.height = down + one.height;
  }
  return whole;
}

const GAP = 10;

/** The graph cut into what hangs together, in the order of the nodes. */
function partsOf(model: LineageModel): LineageModel[] {
  const group = new Map(model.nodes.map((one) => [one.id, one.id]));
  const root = (id: string): string => {
    let at = id;
    for (let up = group.get(at); up !== undefined && up !== at; up = group.get(at)) at = up;
    return at;
  };
  const ties = model.ties.filter((one) => group.has(one.from) && group.has(one.to));
  for (const tie of ties) group.set(root(tie.to), root(tie.from));
  const roots = [...new Set(model.nodes.map((one) => root(one.id)))];
  return roots.map((id) => ({
    nodes: model.nodes.filter((one) => root(one.id) === id),
    ties: ties.filter((one) => root(one.from) === id),
    alone: [],
  }));
}

function laidOut(model: LineageModel, upright: boolean): Drawing {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: upright ? 'TB' : 'LR',
    nodesep: upright ? 12 : 22,
    ranksep: upright ? 62 : 92,
    marginx: 4,
    marginy: 6,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of model.nodes) graph.setNode(node.id, { ...NODE });
  for (const tie of model.ties) graph.setEdge(tie.from, tie.to, { width: 70, height: 18 }, tie.key);
  layout(graph);
  const nodes = model.nodes.map((node) => ({ ...node, ...middle(graph.node(node.id)) }));
  const ties = model.ties.flatMap((tie) => {
    const edge = graph.edge(tie.from, tie.to, tie.key) as { points?: Spot[] } | undefined;
    return edge?.points ? [{ tie, points: edge.points }] : [];
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { width, height, nodes, ties: ties.map(({ tie, points }) => placed(tie, points)) };
}

function movedDown(one: PlacedTie, down: number): PlacedTie {
  const points = one.points.map((spot) => ({ x: spot.x, y: spot.y + down }));
  return placed(one.tie, points);
}

export interface Spot {
  x: number;
  y: number;
}

function middle(spot: Partial<Spot>): Spot {
  return { x: spot.x ?? 0, y: spot.y ?? 0 };
}

function placed(tie: Tie, points: Spot[]): PlacedTie {
  const half = points[Math.floor((points.length - 1) / 2)] ?? { x: 0, y: 0 };
  const last = points.at(-1) ?? half;
  const before = points.at(-2) ?? half;
  const angle = (Math.atan2(last.y - before.y, last.x - before.x) * 180) / Math.PI;
  const end = tie.direction === 'known' ? { ...last, angle } : null;
  return { key: tie.key, tie, points, path: smooth(points), x: half.x, y: half.y, end };
}

/** A line through points whose corners are rounded by curves between the middles of its parts. */
function smooth(points: readonly Spot[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const at = (one: Spot): string => `${one.x.toFixed(1)} ${one.y.toFixed(1)}`;
  const parts = [`M${at(first)}`];
  rest.forEach((one, number) => {
    const next = rest[number + 1];
    parts.push(
      next ? `Q${at(one)} ${at({ x: (one.x + next.x) / 2, y: (one.y + next.y) / 2 })}` : `L${at(one)}`,
    );
  });
  return parts.join('');
}

export interface Counted extends Omit<SourcedClaim, 'origins'> {
  origins: Origin[];
}

/** Claims with the origins that they lead back to; where most reports shrink to fewest, first. */
export function countedOnce(claims: readonly SourcedClaim[], origins: readonly Origin[]): Counted[] {
  const byId = new Map(origins.map((one) => [one.id, one]));
  const rows = claims.map((one) => ({ ...one, origins: one.origins.flatMap((id) => byId.get(id) ?? []) }));
  const gap = (one: Counted): number => one.reports.length - one.independent;
  return rows.sort((a, b) => gap(b) - gap(a) || b.reports.length - a.reports.length);
}
