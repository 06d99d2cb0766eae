import type { DataNode } from '../../data-node.ts';
import { submittedBy, templateOf, type Holder, type Library } from '../read/workflow.ts';

type Names = ReadonlySet<string>;

/** What a template gives, by name. */
export interface Outputs {
  readonly parameters: Names;
  readonly artifacts: Names;
}

/** What expressions may name in a place. */
export interface Scope {
  /** Inputs of the template around it. */
  readonly inputs: Outputs | undefined;
  /** What runs beside it in its template, with its outputs where those are known. */
  readonly beside:
    | {
        readonly root: 'steps' | 'tasks';
        readonly outputs: ReadonlyMap<string, Outputs | undefined>;
      }
    | undefined;
  readonly workflow: {
    readonly parameters: Names;
    /** By whom others may be given, where that is so. */
    readonly open: string | undefined;
  };
}

/** The names of the entries of a list. */
export const namesOf = (list: DataNode): readonly string[] =>
  list.items().flatMap((one) => one.get('name').text ?? []);

/** Places in a template that run others: its steps, the tasks of its graph. */
export function callsIn(template: DataNode): readonly DataNode[] {
  const groups = template.get('steps').items();
  const tasks = template.get('dag', 'tasks').items();
  return groups.length > 0 ? groups.flatMap((group) => (group.isList ? group.items() : [group])) : tasks;
}

/** What expressions outside of templates may name. */
export function workflowScope(holder: Holder, library: Library): Scope {
  const submitted = submittedBy(holder, library);
  const specs = [holder.spec, ...(submitted ? [submitted.spec] : [])];
  const parameters = new Set(specs.flatMap((spec) => namesOf(spec.get('arguments', 'parameters'))));
  return {
    inputs: undefined,
    beside: undefined,
    workflow: { parameters, open: openBy(holder, submitted, parameters) },
  };
}

function openBy(holder: Holder, submitted: Holder | undefined, parameters: Names): string | undefined {
  const { kind, spec } = holder;
  if (spec.has('workflowTemplateRef') && !submitted) return 'by what `workflowTemplateRef` names';
  const isPart = kind.endsWith('WorkflowTemplate') && spec.get('entrypoint').text === undefined;
  if (isPart) return 'by the workflows that run the template';
  return parameters.size === 0 ? 'when it is submitted' : undefined;
}

/** Inside a template. */
export function templateScope(outer: Scope, template: DataNode, holder: Holder, library: Library): Scope {
  const calls = callsIn(template);
  const outputs = new Map(
    calls.map((call) => {
      const found = templateOf(call, holder, library);
      const given = 'node' in found ? outputsOf(found.node.get('outputs')) : undefined;
      return [call.get('name').text ?? '', given] as const;
    }),
  );
  return {
    ...outer,
    inputs: outputsOf(template.get('inputs')),
    beside:
      calls.length === 0 ? undefined : { root: template.get('steps').isList ? 'steps' : 'tasks', outputs },
  };
}

function outputsOf(node: DataNode): Outputs {
  return {
    parameters: new Set(namesOf(node.get('parameters'))),
    artifacts: new Set(namesOf(node.get('artifacts'))),
  };
}
