import type { Diagram, DiagramEdge, DiagramGroup, DiagramNode } from './diagram.ts';

type NodeOptions = Partial<Pick<DiagramNode, 'lines' | 'shape' | 'strong' | 'group'>>;

/** A diagram that is being made: things by keys of the caller's choice, each once, in the order in which they came. */
export interface Sketch {
  /** Gives the id; a key that there is already keeps what it has. */
  node(key: string, name: string, options?: NodeOptions): string;
  group(key: string, name: string): string;
  has(key: string): boolean;
  /** Between keys that there are; equal ones are drawn once. */
  edge(from: string, to: string, options?: { readonly label?: string; readonly dashed?: boolean }): void;
  done(about: Pick<Diagram, 'id' | 'title' | 'lead'>): Diagram;
}

export function sketch(): Sketch {
  const nodes = new Map<string, DiagramNode>();
  const groups = new Map<string, DiagramGroup>();
  const edges = new Map<string, DiagramEdge>();
  return {
    node: (key, name, { lines = [], shape = 'box', strong = false, group } = {}) => {
      const id = nodes.get(key)?.id ?? `n${nodes.size + 1}`;
      const node = { id, name, lines, shape, strong, ...(group !== undefined && { group }) };
      if (!nodes.has(key)) nodes.set(key, node);
      return id;
    },
    group: (key, name) => {
      const group = groups.get(key) ?? { id: `g${groups.size + 1}`, name };
      groups.set(key, group);
      return group.id;
    },
    has: (key) => nodes.has(key),
    edge: (from, to, { label, dashed = false } = {}) => {
      const [start, end] = [nodes.get(from), nodes.get(to)];
      if (!start || !end) return;
      const edge = { from: start.id, to: end.id, ...(label !== undefined && { label }), dashed };
      edges.set(JSON.stringify(edge), edge);
    },
    done: (about) => {
      const inhabited = new Set([...nodes.values()].map(({ group }) => group));
      return {
        ...about,
        nodes: [...nodes.values()],
        edges: [...edges.values()],
        groups: [...groups.values()].filter(({ id }) => inhabited.has(id)),
      };
    },
  };
}
