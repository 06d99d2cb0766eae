import type { DataNode } from '../../data-node.ts';
import type { Scope } from './scope.ts';

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
    const above: Scope = { run, step: user, depth: scope.depth };
    if (given.exists) return { node: given, scope: above };
    const preset = action.node.get('inputs', name, 'default');
    return preset.exists ? { node: preset, scope: above } : undefined;
  }
  const { triggers } = run.job.workflow;
  if (run.caller) {
    const given = run.caller.job.node.get('with', name);
    const above: Scope = { run: run.caller, depth: scope.depth };
    if (given.exists) return { node: given, scope: above };
    const preset = triggers.get('workflow_call')?.get('inputs', name, 'default');
    return preset?.exists ? { node: preset, scope: above } : undefined;
  }
  const dispatched = triggers.get('workflow_dispatch')?.get('inputs', name);
  const options = dispatched?.get('options').texts();
  return dispatched && options?.length ? { node: dispatched, scope, options } : undefined;
}
