/** Plan and files → diagrams: things and connections, then Mermaid text or a picture of them. Only layout is a library's. */
import type { Subject } from '../model/index.ts';
import type { Statements } from '../plan/index.ts';
import { componentsDiagram } from './draw/components.ts';
import { environmentsDiagram } from './draw/environments.ts';
import { networkDiagram } from './draw/network.ts';
import { pipelineDiagram } from './draw/pipeline.ts';
import type { Diagram, DiagramId } from './diagram.ts';

export { whyNotDrawn } from './diagram.ts';
export type { Diagram, DiagramId } from './diagram.ts';
export { mermaidOf } from './mermaid.ts';
export { DIAGRAM_STYLE } from './svg/style.ts';
export { drawingOf, svgOf } from './svg/svg.ts';

/** All four, by their id. */
export function diagramsOf(
  plan: Statements,
  subjects: readonly Subject[],
): Readonly<Record<DiagramId, Diagram>> {
  return {
    network: networkDiagram(plan, subjects),
    components: componentsDiagram(plan, subjects),
    environments: environmentsDiagram(plan, subjects),
    pipeline: pipelineDiagram(plan, subjects),
  };
}
