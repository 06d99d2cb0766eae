import type { Subject, SubjectKind } from '../../model/index.ts';
import type { Statements } from '../../plan/index.ts';
import type { Diagram, NodeShape } from '../diagram.ts';
import { sketch, type Sketch } from '../sketch.ts';

const SHAPES: Readonly<Record<string, NodeShape>> = {
  database: 'store',
  'object-store': 'store',
  queue: 'store',
  cache: 'store',
  external: 'external',
};

/** Kinds of subjects that a plan would call components. */
const COMPONENTS: readonly SubjectKind[] = ['workload', 'database', 'object-store', 'queue', 'cache'];

/** Components, how critical they are, what they hold, and what they cannot work without. */
export function componentsDiagram(plan: Statements, subjects: readonly Subject[]): Diagram {
  const drawing = sketch();
  const about = { id: 'components', title: 'Components and what they depend on' } as const;
  const items = plan.items(['architecture', 'components']);
  if (items.length === 0) {
    drawFound(drawing, subjects);
    const lead =
      'The plan names no components. These are the workloads and stores in the files; what they depend on is not known.';
    return drawing.done({ ...about, lead });
  }
  for (const item of items) {
    const name = plan.text([...item, 'name']).value;
    if (name === null) continue;
    const kind = plan.text([...item, 'kind']).value ?? 'service';
    const data = plan.text([...item, 'dataClass']).value;
    const criticality = plan.text([...item, 'criticality']).value;
    drawing.node(name, name, {
      lines: [
        [kind, ...(criticality === null ? [] : [criticality])].join(', '),
        ...(data === null ? [] : [`${data} data`]),
      ],
      shape: SHAPES[kind] ?? 'box',
      strong: criticality === 'critical',
    });
  }
  for (const item of items) {
    const name = plan.text([...item, 'name']).value;
    for (const other of plan.texts([...item, 'dependsOn']).value) drawing.edge(name ?? '', other);
  }
  const lead =
    'Components as the plan states them. An arrow leads to what a component cannot work without; a thick line marks what is critical.';
  return drawing.done({ ...about, lead });
}

/** One of a name and kind: the same workload stands in the files once for each environment. */
function drawFound(drawing: Sketch, subjects: readonly Subject[]): void {
  for (const { kind, name } of subjects)
    if (COMPONENTS.includes(kind))
      drawing.node(`${kind} ${name}`, name, { lines: [kind], shape: SHAPES[kind] ?? 'box' });
}
