import { displayWidth } from '../../reporters/parts/index.ts';
import type { Diagram, DiagramEdge, DiagramGroup, DiagramNode } from '../diagram.ts';
import { dagre, type Box, type Point } from './dagre.ts';
import { linesOf } from './label.ts';

/** Letters of 13 units are about so wide in the fonts of systems; wider ones than the widest would leave their box. */
const LETTER = 6.7;
/** Bold ones are wider by this. */
const BOLD = 1.25;
export const LINE_HEIGHT = 17;
export const PADDING = 11;
/** Room above what stands in a group, for the group's name. */
const HEADING = 24;

export type Direction = 'LR' | 'TB';

export interface PlacedNode {
  readonly node: DiagramNode;
  readonly name: readonly string[];
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  readonly edge: DiagramEdge;
  readonly points: readonly Point[];
  readonly label?: {
    readonly lines: readonly string[];
    readonly x: number;
    readonly y: number;
    readonly width: number;
  };
}

export interface PlacedGroup {
  readonly group: DiagramGroup;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly groups: readonly PlacedGroup[];
}

/** Places for everything in a diagram; corners are upper left ones. */
export function placed(diagram: Diagram, direction: Direction): Picture {
  const graph = new dagre.Graph({ compound: true, multigraph: true });
  graph.setGraph({
    rankdir: direction,
    nodesep: diagram.groups.length > 0 ? 28 + HEADING : 28,
    ranksep: 52,
    edgesep: 14,
    marginx: 12,
    marginy: 12,
  });
  const boxes = new Map(diagram.nodes.map((node) => [node.id, boxOf(node)]));
  for (const { id } of diagram.groups) graph.setNode(id, {});
  for (const { node, width, height } of boxes.values()) {
    graph.setNode(node.id, { width, height });
    if (node.group !== undefined) graph.setParent(node.id, node.group);
  }
  const labels = diagram.edges.map(({ label }) => (label === undefined ? [] : linesOf(label, 22)));
  diagram.edges.forEach(({ from, to }, index) => {
    const lines = labels[index] ?? [];
    const size = { width: widthOf(lines) + (lines.length > 0 ? 8 : 0), height: lines.length * LINE_HEIGHT };
    graph.setEdge(from, to, { ...size, labelpos: 'c' }, String(index));
  });
  dagre.layout(graph);

  const nodes = [...boxes.values()].map((box) => ({
    ...box,
    ...cornerOf(graph.node(box.node.id)),
  }));
  const groups = diagram.groups.map((group) => {
    const { x, y, width, height } = cornerOf(graph.node(group.id));
    return {
      group,
      x,
      y: y - HEADING,
      width: Math.max(width, widthOf([group.name]) + 2 * PADDING),
      height: height + HEADING,
    };
  });
  const edges = diagram.edges.map((edge, index): PlacedEdge => {
    const { points, x, y, width } = graph.edge(edge.from, edge.to, String(index));
    const lines = labels[index] ?? [];
    return { edge, points, ...(lines.length > 0 && { label: { lines, x, y, width } }) };
  });
  return framed({ nodes, edges, groups });
}

function cornerOf({ x, y, width, height }: Box): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function boxOf(node: DiagramNode): Omit<PlacedNode, 'x' | 'y'> {
  const name = linesOf(node.name);
  const lines = node.lines.flatMap((line) => linesOf(line));
  const slope = node.shape === 'gate' || node.shape === 'state' ? 10 : 0;
  return {
    node,
    name,
    lines,
    width: Math.max(widthOf(name) * BOLD, widthOf(lines), 56) + 2 * (PADDING + slope),
    height: (name.length + lines.length) * LINE_HEIGHT + 2 * PADDING + (node.shape === 'store' ? 8 : 0),
  };
}

function widthOf(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => displayWidth(line) * LETTER));
}

/** Moves everything so that nothing is left of or above the picture's edge. */
function framed(picture: Omit<Picture, 'width' | 'height'>): Picture {
  const boxes = [...picture.nodes, ...picture.groups];
  const bends = picture.edges.flatMap(({ points }) => points);
  const left = Math.min(...boxes.map(({ x }) => x), ...bends.map(({ x }) => x)) - 8;
  const top = Math.min(...boxes.map(({ y }) => y), ...bends.map(({ y }) => y)) - 8;
  const right = Math.max(
    ...boxes.map(({ x, width }) => x + width),
    ...bends.map(({ x }) => x),
    ...picture.edges.flatMap(({ label }) => (label ? [label.x + label.width / 2] : [])),
  );
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height), ...bends.map(({ y }) => y));
  const move = <T extends Point>(one: T): T => ({
    ...one,
    x: one.x - left,
    y: one.y - top,
  });
  return {
    width: right - left + 8,
    height: bottom - top + 8,
    nodes: picture.nodes.map(move),
    groups: picture.groups.map(move),
    edges: picture.edges.map(({ edge, points, label }) => ({
      edge,
      points: points.map(move),
      ...(label && { label: move(label) }),
    })),
  };
}
