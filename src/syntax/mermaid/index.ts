/** Mermaid: what flowcharts, C4 diagrams and architecture diagrams draw, and what is joined to what. No other diagrams. */
import type { Span } from '../../source/index.ts';
import { readArchitecture } from './architecture.ts';
import { readC4 } from './c4.ts';
import type { Statement } from './drawn.ts';
import { readFlowchart } from './flowchart.ts';

export { parseMermaidFile } from './document.ts';

export interface MermaidDiagram {
  readonly type: 'flowchart' | 'c4' | 'architecture';
  readonly nodes: readonly MermaidNode[];
  readonly edges: readonly MermaidEdge[];
}

export interface MermaidNode {
  readonly id: string;
  /** Its label, else its id. */
  readonly name: string;
  readonly kind: 'component' | 'person' | 'external';
  readonly span: Span;
}

export interface MermaidEdge {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

/** Reads a diagram; undefined when it is of another kind. */
export function parseMermaid(text: string): MermaidDiagram | undefined {
  const statements = statementsOf(text);
  const [first, ...rest] = statements;
  const [type] = first?.text.split(/[\s;]/, 1) ?? [];
  if (type === 'flowchart' || type === 'graph') return { type: 'flowchart', ...readFlowchart(rest) };
  if (type === 'architecture-beta' || type === 'architecture')
    return { type: 'architecture', ...readArchitecture(rest) };
  return type !== undefined && /^C4(?:Context|Container|Component|Deployment)$/.test(type)
    ? { type: 'c4', ...readC4(rest) }
    : undefined;
}

/** Lines, without front matter and comments. */
function statementsOf(text: string): readonly Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  let inFront = false;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '---' && (statements.length === 0 || inFront)) inFront = !inFront;
    else if (!inFront && trimmed !== '' && !trimmed.startsWith('%%'))
      statements.push({ text: trimmed, start: start + line.length - line.trimStart().length });
    start += line.length + 1;
  }
  return statements;
}
