import * as library from '@dagrejs/dagre';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its middle. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** What we use of dagre's graphs. */
interface Graph {
  setGraph(options: Readonly<Record<string, unknown>>): void;
  setNode(id: string, size: Pick<Box, 'width' | 'height'> | Readonly<Record<string, never>>): void;
  setParent(id: string, parent: string): void;
  setEdge(from: string, to: string, label: Readonly<Record<string, unknown>>, name: string): void;
  node(id: string): Box;
  edge(from: string, to: string, name: string): Box & { readonly points: readonly Point[] };
}

interface Dagre {
  readonly Graph: new (options: { readonly compound: boolean; readonly multigraph: boolean }) => Graph;
  layout(graph: Graph): void;
}

/** The package's own types name files without their endings, so that the compiler does not find them. */
export const dagre: Dagre = library;
