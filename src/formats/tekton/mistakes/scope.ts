import type { DataNode } from '../../data-node.ts';

type Names = ReadonlySet<string>;

/** What expressions may name in a place. */
export interface Scope {
  readonly params: Names;
  readonly workspaces: Names;
  /** Of the task; undefined where no task is around. */
  readonly results: Names | undefined;
  readonly steps: Names | undefined;
  /** Tasks of the pipeline with the names of their results, which are not known of every task. */
  readonly tasks: ReadonlyMap<string, Names | undefined> | undefined;
  /** Of the template of a trigger. */
  readonly triggerParams: Names | undefined;
}

const NONE: Names = new Set();

export const NOTHING: Scope = {
  params: NONE,
  workspaces: NONE,
  results: undefined,
  steps: undefined,
  tasks: undefined,
  triggerParams: undefined,
};

/** The names of the entries of a list. */
export function namesOf(list: DataNode): readonly string[] {
  return list.items().flatMap((one) => one.get('name').text ?? []);
}

/** The parameters that a task or pipeline declares; in old versions below `inputs`. */
export function parametersOf(spec: DataNode): readonly DataNode[] {
  return [...spec.get('params').items(), ...spec.get('inputs', 'params').items()];
}

/** What a run, a pipeline or a task adds to what is around it: what is written inside others has the names of these, too. */
export function within(outer: Scope, spec: DataNode): Scope {
  return {
    ...outer,
    params: new Set([...outer.params, ...parametersOf(spec).flatMap((one) => one.get('name').text ?? [])]),
    workspaces: new Set([...outer.workspaces, ...namesOf(spec.get('workspaces'))]),
  };
}

/** Inside a task. */
export function withinTask(outer: Scope, spec: DataNode): Scope {
  return {
    ...within(outer, spec),
    results: new Set(namesOf(spec.get('results'))),
    steps: new Set(namesOf(spec.get('steps'))),
  };
}
