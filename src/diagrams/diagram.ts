/** What a diagram is about; the names under which the plan document shows them. */
export type DiagramId = 'network' | 'components' | 'environments' | 'pipeline';

/**
 * `store` keeps data, `external` is somebody else's, `gate` stops what passes it, `state` is neither thing nor person:
 * the internet, a way back.
 */
export type NodeShape = 'box' | 'store' | 'external' | 'gate' | 'state';

export interface DiagramNode {
  /** Ours, `n1`: a name from the files never becomes an id. */
  readonly id: string;
  readonly name: string;
  /** What else there is to say of it, a few words a line. */
  readonly lines: readonly string[];
  readonly shape: NodeShape;
  /** The plan says that much depends on it. */
  readonly strong: boolean;
  /** Id of the group that it stands in. */
  readonly group?: string;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** Not the usual way: what happens when something fails. */
  readonly dashed: boolean;
}

export interface DiagramGroup {
  readonly id: string;
  readonly name: string;
}

/** Things and what connects them, before anybody has decided how that looks. */
export interface Diagram {
  readonly id: DiagramId;
  readonly title: string;
  /** Sentences that tell where it comes from and what it leaves out. */
  readonly lead: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  readonly groups: readonly DiagramGroup[];
}

/** What viewers of Mermaid draw at most; a picture of more is no help to people either. */
const MOST_NODES = 500;
const MOST_EDGES = 500;

/** Why a diagram is not drawn, a sentence; undefined when it is. */
export function whyNotDrawn({ nodes, edges }: Diagram): string | undefined {
  if (nodes.length === 0) return 'Neither the plan nor the files say anything that could be drawn.';
  if (nodes.length <= MOST_NODES && edges.length <= MOST_EDGES) return undefined;
  return `Too many to draw: ${nodes.length} things and ${edges.length} connections, of which at most ${MOST_NODES} each are drawn.`;
}
