import type { Span } from '../../source/index.ts';

interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: 'component' | 'person' | 'external';
  readonly span: Span;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

/** A statement, and where it begins. */
export interface Statement {
  readonly text: string;
  readonly start: number;
}

export interface Drawn {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** `a & b --> c & d` draws each with each: a line of text can stand for millions of arrows, which nobody draws. */
const MAX_EDGES = 20_000;

/** Gathers what is drawn; a node has the first name that it is given. */
export class Drawing {
  private readonly byId = new Map<string, Node & { readonly labelled: boolean }>();
  private readonly edges: Edge[] = [];
  private overfull = false;

  node(id: string, label: string | undefined, span: Span, kind: Node['kind'] = 'component'): void {
    const before = this.byId.get(id);
    if (before && (before.labelled || label === undefined)) return;
    this.byId.set(id, {
      id,
      name: label ?? id,
      kind,
      span: before?.span ?? span,
      labelled: label !== undefined,
    });
  }

  edge(from: string, to: string, span: Span): void {
    this.edgesBetween([from], [to], span);
  }

  /** An arrow from each to each. */
  edgesBetween(from: readonly string[], to: readonly string[], span: Span): void {
    this.overfull ||= this.edges.length + from.length * to.length > MAX_EDGES;
    if (this.overfull) return;
    for (const one of from) for (const other of to) this.edges.push({ from: one, to: other, span });
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** Nothing, where it draws more than any diagram. @param without ids of what only holds others */
  drawn(without: ReadonlySet<string> = new Set()): Drawn {
    if (this.overfull) return { nodes: [], edges: [] };
    const nodes = [...this.byId.values()].filter(({ id }) => !without.has(id));
    return { nodes: nodes.map(({ id, name, kind, span }) => ({ id, name, kind, span })), edges: this.edges };
  }
}

/** A label without quotes, marks of Markdown and line breaks of HTML: its first line. */
export function plain(label: string): string {
  const [first = ''] = label.replace(/^["'`\s]+|["'`\s]+$/g, '').split(/<br\s?\/?>|\\n|\n/i, 1);
  return first.replaceAll(/[*`]/g, '').trim();
}
