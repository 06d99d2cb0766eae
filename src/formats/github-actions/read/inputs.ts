import { scalarText, type DataNode } from '../../data-node.ts';
import { expressionsIn } from './expression.ts';
import { type Scope } from './scope.ts';
import type { Job } from './workflow.ts';

/** What an input stands for: a text in the caller's scope, or one of several choices. */
export interface BoundInput {
  readonly node: DataNode;
  readonly scope: Scope;
  readonly options?: readonly string[];
}

/** Follows `inputs.<name>` to what the caller gives, to its default, or to the choices of a started workflow. */
export function boundInput(name: string, scope: Scope): BoundInput | undefined {
  const { run, step } = scope;
  if (step?.inside) {
    const { action, user } = step.inside;
    const given = user.node.get('with', name);
    const above: Scope = { ...scope, step: user };
    if (given.exists) return { node: given, scope: above };
    const preset = action.node.get('inputs', name, 'default');
    return preset.exists ? { node: preset, scope: above } : undefined;
  }
  const { triggers } = run.job.workflow;
  if (run.caller) {
    const given = run.caller.job.node.get('with', name);
    const above: Scope = { run: run.caller, depth: scope.depth, budget: scope.budget };
    if (given.exists) return { node: given, scope: above };
    const preset = triggers.get('workflow_call')?.get('inputs', name, 'default');
    return preset?.exists ? { node: preset, scope: above } : undefined;
  }
  const dispatched = triggers.get('workflow_dispatch')?.get('inputs', name);
  const options = dispatched?.get('options').texts();
  return dispatched && options?.length ? { node: dispatched, scope, options } : undefined;
}

/** Types of inputs that hold no text of one's own; an environment's name must exist. */
const BOUND = new Set(['boolean', 'choice', 'environment', 'number']);

/** Is a path, in small letters, a text that those write who start the workflow by hand or through the API? */
export function isStartersText(
  [context, name, part, input]: readonly string[],
  { run, step }: Scope,
): boolean {
  const { triggers } = run.job.workflow;
  const isEvent = context === 'github' && name === 'event';
  if (isEvent && part === 'client_payload') return triggers.has('repository_dispatch');
  const asked = isEvent && part === 'inputs' ? input : context === 'inputs' ? name : undefined;
  if (asked === undefined || (context === 'inputs' && (step?.inside || run.caller))) return false;
  // Whoever calls it from elsewhere gives its inputs, too.
  const called = context === 'inputs' && run.library.callersOf(run.job.workflow).length === 0;
  const events = called ? ['workflow_dispatch', 'workflow_call'] : ['workflow_dispatch'];
  const declared = events.flatMap((event) => triggers.get(event)?.get('inputs').entries() ?? []);
  const found = declared.find(([one]) => one.toLowerCase() === asked)?.[1];
  return found !== undefined && !BOUND.has(found.get('type').text ?? 'string');
}

/** All values of `matrix.<path>` over a job's instances; undefined when the matrix is computed while the workflow runs. */
export function matrixValues(job: Job, path: readonly string[]): readonly string[] | undefined {
  const matrix = job.node.get('strategy', 'matrix');
  const [axis, ...rest] = path;
  if (!matrix.isMap || axis === undefined) return undefined;
  const cells = [
    ...matrix.get(axis).items(),
    ...matrix
      .get('include')
      .items()
      .map((item) => item.get(axis)),
  ];
  const values = cells.flatMap((cell) => textOf(cell, rest));
  if (values.length === 0 || values.some((value) => expressionsIn(value).length > 0)) return undefined;
  return [...new Set(values)];
}

function textOf(cell: DataNode, rest: readonly string[]): readonly string[] {
  const text = scalarText(rest.length > 0 ? cell.get(...rest) : cell);
  return text === undefined ? [] : [text];
}
