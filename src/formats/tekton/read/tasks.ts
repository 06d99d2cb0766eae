import { scalarText, type DataNode } from '../../data-node.ts';
import type { Library, TektonObject } from './objects.ts';
import { tasksIn } from './values.ts';

/** A task of a pipeline. */
export interface PipelineTask {
  readonly name: string;
  readonly node: DataNode;
  readonly needs: readonly string[];
  /** It runs at the end, whatever happened. */
  readonly final: boolean;
  /** What must be so for it to run, as a text that two tasks share when they always run together. */
  readonly when: string;
  /** It runs only when something failed. */
  readonly onFailure: boolean;
}

/** Nobody has as many in one pipeline. */
const TASKS = 1_000;

export function readTasks(spec: DataNode): readonly PipelineTask[] {
  const tasks = spec.get('tasks').items().slice(0, TASKS);
  const last = spec.get('finally').items().slice(0, TASKS);
  return [...tasks.flatMap((node) => readTask(node, false)), ...last.flatMap((node) => readTask(node, true))];
}

function readTask(node: DataNode, final: boolean): readonly PipelineTask[] {
  const name = node.get('name').text;
  if (name === undefined) return [];
  const conditions = node.get('when').items();
  const when = conditions.map(conditionText).join(' and ');
  const needs = [
    ...node.get('runAfter').oneOrMoreTexts(),
    ...textsBelow(node.get('params')).flatMap(tasksIn),
    ...textsBelow(node.get('matrix')).flatMap(tasksIn),
    ...tasksIn(when),
    ...node
      .get('resources', 'inputs')
      .items()
      .flatMap((one) => one.get('from').oneOrMoreTexts()),
  ];
  const onFailure = final && /status\)\s+in\b/.test(when) && /\b(?:Failed|Error)\b/.test(when);
  return [{ name, node, needs: final ? [] : [...new Set(needs)], final, when, onFailure }];
}

/** `$(params.deploy) in true, yes`. */
function conditionText(condition: DataNode): string {
  const text = (key: string): string => scalarText(condition.get(key)) ?? '';
  const cel = text('cel');
  if (cel !== '') return cel;
  return `${text('input') || text('Input')} ${text('operator') || text('Operator')} ${condition.get('values').texts().join(', ')}`;
}

/** The values of parameters, and those inside lists. */
function textsBelow(params: DataNode): readonly string[] {
  const values = [...params.items(), ...params.get('params').items()].map((one) => one.get('value'));
  return values.flatMap((value) => [scalarText(value) ?? '', ...value.texts()]);
}

/** What a task or a run runs. */
export type Target =
  | {
      readonly kind: 'task' | 'pipeline';
      readonly spec: DataNode;
      readonly name: string;
      readonly path: string;
    }
  | { readonly kind: 'approval'; readonly name: string }
  /** Only its name is known, and why that is all; a task of a catalog may be known by it. */
  | { readonly kind: 'elsewhere'; readonly name: string; readonly by: string; readonly reason: string };

/** What stands behind `taskRef`, `taskSpec`, `pipelineRef`, `pipelineSpec`. */
export function targetOf(node: DataNode, from: TektonObject['path'], library: Library): Target | undefined {
  for (const kind of ['task', 'pipeline'] as const) {
    const spec = node.get(`${kind}Spec`);
    if (spec.isMap) return { kind, spec, name: kind, path: from };
    const reference = node.get(`${kind}Ref`);
    if (reference.exists) return referenced(kind, reference, from, library);
  }
  return undefined;
}

function referenced(kind: 'task' | 'pipeline', reference: DataNode, from: string, library: Library): Target {
  const resolver = reference.get('resolver').text;
  const given = (name: string): string | undefined =>
    reference
      .get('params')
      .items()
      .filter((one) => one.get('name').text === name)
      .map((one) => scalarText(one.get('value')))[0];
  const name = reference.text ?? reference.get('name').text ?? given('name') ?? '';
  if (reference.get('kind').text === 'ApprovalTask') return { kind: 'approval', name };
  const group = reference.get('apiVersion').text ?? 'tekton.dev/';
  if (!group.startsWith('tekton.dev/')) {
    const custom = `${reference.get('kind').text ?? kind} \`${name}\``;
    return { kind: 'elsewhere', name, by: name, reason: `${custom} is a kind of task that is not read` };
  }
  const kinds = kind === 'pipeline' ? ['Pipeline'] : ['Task', 'ClusterTask'];
  const bundle = reference.get('bundle').text;
  if (bundle === undefined && (resolver === undefined || resolver === 'cluster')) {
    const found = library.find(from, kinds, name);
    if (found) return { kind, spec: found.spec, name, path: found.path };
    return { kind: 'elsewhere', name, by: name, reason: `${kind} \`${name}\` is not among the files` };
  }
  const url = given('url') ?? given('bundle') ?? bundle;
  const path = given('pathInRepo');
  const by = name || (path ?? url ?? resolver ?? '');
  const own = by.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  return {
    kind: 'elsewhere',
    name: own,
    by,
    reason: `${kind} \`${by}\` comes from ${resolver === undefined ? 'a bundle' : `the resolver \`${resolver}\``}`,
  };
}

/** Specs of what an object runs, in the order of the file. */
export function runBy({ spec, path, kind }: TektonObject, library: Library): readonly DataNode[] {
  const holders: readonly DataNode[] = [
    ...(kind.endsWith('Run') ? [spec] : []),
    ...[spec, spec.get('pipelineSpec')].flatMap((one) => [
      ...one.get('tasks').items(),
      ...one.get('finally').items(),
    ]),
  ];
  return holders.flatMap((holder) => {
    const target = targetOf(holder, path, library);
    return target && 'spec' in target ? [target.spec] : [];
  });
}

/** Specs of the steps that the tasks in an object take from others. */
export function usedSteps({ spec, path }: TektonObject, library: Library): readonly DataNode[] {
  const pipelines = [spec, spec.get('pipelineSpec')];
  const tasks = pipelines.flatMap((one) => [...one.get('tasks').items(), ...one.get('finally').items()]);
  const specs = [spec, spec.get('taskSpec'), ...tasks.map((task) => task.get('taskSpec'))];
  return specs.flatMap((one) =>
    one
      .get('steps')
      .items()
      .flatMap((step) => library.find(path, ['StepAction'], step.get('ref', 'name').text ?? '')?.spec ?? []),
  );
}
