import type { DataNode } from '../../data-node.ts';
import { definitionOf, type Config, type Definition } from './config.ts';
import { runs } from './condition.ts';
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
  /** What decides whether it runs, where the files do not tell the answer. */
  readonly condition: DataNode | undefined;
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
    const outside = { config, parameters: run.matrix, condition: undefined, depth: 0 };
    unfold(walk, given.get('pre-steps').items(), outside);
    unfold(walk, definition.node.get('steps').items(), { ...outside, config: definition.config, parameters });
    unfold(walk, given.get('post-steps').items(), outside);
  }
  return steps;
}

interface Walk {
  readonly run: JobRun;
  readonly steps: Step[];
  left: number;
}

/** Where entries stand: what their names mean, and what decides whether they run. */
interface Place {
  readonly config: Config;
  readonly parameters: Parameters;
  readonly condition: DataNode | undefined;
  readonly depth: number;
}

function unfold(walk: Walk, items: readonly DataNode[], place: Place): void {
  if (place.depth > DEPTH) return;
  const { config, parameters } = place;
  const deeper = { ...place, depth: place.depth + 1 };
  for (const item of items) {
    if (walk.left-- <= 0) return;
    const [entry] = item.entries();
    const name = item.text ?? entry?.[0];
    if (name === undefined) continue;
    const node = entry?.[1] ?? item;
    if (name === 'when' || name === 'unless') {
      const asked = node.get('condition');
      const answer = runs(name, asked, parameters);
      if (answer === false) continue;
      const condition = answer ? place.condition : (place.condition ?? asked);
      unfold(walk, node.get('steps').items(), { ...deeper, condition });
      continue;
    }
    const definition = definitionOf(config, 'commands', name);
    if (definition?.kind === 'here') {
      const inner = { config: definition.config, parameters: bind(definition.node, node, parameters) };
      unfold(walk, definition.node.get('steps').items(), { ...deeper, ...inner });
      continue;
    }
    walk.steps.push({ run: walk.run, name, node, parameters, orb: definition, condition: place.condition });
  }
}

/** The script of a step; `deploy` is a `run` of older configurations. */
export function commandOf({ name, node }: Step): DataNode | undefined {
  if (name !== 'run' && name !== 'deploy') return undefined;
  const command = node.text === undefined ? node.get('command') : node;
  return command.text === undefined ? undefined : command;
}

/** Where a step finds its variables, the nearest first: its own, and those of its job. */
export function environmentsAround({
  node,
  run: { definition },
}: Pick<Step, 'node' | 'run'>): readonly DataNode[] {
  const job = definition?.kind === 'here' ? [definition.node] : [];
  return [node, ...job].map((holder) => holder.get('environment'));
}
