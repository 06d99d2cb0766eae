import type { DataNode } from '../../data-node.ts';
import { definitionOf, type Config, type Definition } from './config.ts';
import { bind, type Parameters } from './parameters.ts';
import type { JobRun } from './workflow.ts';

/** A step as it runs; those of commands stand in for the step that uses the command. */
export interface Step {
  readonly run: JobRun;
  /** `run`, `checkout`, `orb/command`. */
  readonly name: string;
  /** What stands below the name. */
  readonly node: DataNode;
  readonly parameters: Parameters;
  /** The orb's command that it is, when the orb is not among the files. */
  readonly orb: Extract<Definition, { kind: 'orb' }> | undefined;
}

/** Entries looked at for one job: commands that use one another twice would multiply them. */
const ENTRIES = 5_000;
const DEPTH = 20;

/** Parameters of the job itself: what the workflow gives, its matrix, and defaults. */
export function parametersOf({ definition, given, matrix }: JobRun): Parameters {
  const values = new Map(matrix);
  for (const [name, value] of matrix) values.set(name.replace('matrix.', 'parameters.'), value);
  if (definition?.kind !== 'here') return values;
  for (const [name, value] of bind(definition.node, given, matrix)) {
    if (!given.get('matrix', 'parameters', name.replace('parameters.', '')).exists) values.set(name, value);
  }
  return values;
}

/** The steps of a job, commands of the tree unfolded. */
export function stepsOf(run: JobRun): readonly Step[] {
  const steps: Step[] = [];
  const { definition, given, config } = run;
  const walk = { run, steps, left: ENTRIES };
  if (definition?.kind === 'here') {
    const parameters = parametersOf(run);
    unfold(walk, given.get('pre-steps').items(), config, run.matrix, 0);
    unfold(walk, definition.node.get('steps').items(), definition.config, parameters, 0);
    unfold(walk, given.get('post-steps').items(), config, run.matrix, 0);
  }
  return steps;
}

interface Walk {
  readonly run: JobRun;
  readonly steps: Step[];
  left: number;
}

function unfold(
  walk: Walk,
  items: readonly DataNode[],
  config: Config,
  parameters: Parameters,
  depth: number,
): void {
  if (depth > DEPTH) return;
  for (const item of items) {
    if (walk.left-- <= 0) return;
    const [entry] = item.entries();
    const name = item.text ?? entry?.[0];
    if (name === undefined) continue;
    const node = entry?.[1] ?? item;
    if (name === 'when' || name === 'unless') {
      unfold(walk, node.get('steps').items(), config, parameters, depth + 1);
      continue;
    }
    const definition = definitionOf(config, 'commands', name);
    if (definition?.kind === 'here') {
      const inner = bind(definition.node, node, parameters);
      unfold(walk, definition.node.get('steps').items(), definition.config, inner, depth + 1);
      continue;
    }
    walk.steps.push({ run: walk.run, name, node, parameters, orb: definition });
  }
}
