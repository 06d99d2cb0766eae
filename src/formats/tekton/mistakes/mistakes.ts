import type { Mistake } from '../../../delivery/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Library, TektonObject } from '../read/objects.ts';
import { targetOf } from '../read/tasks.ts';
import { callMistakes, given, missing } from './calls.ts';
import { missingNames, type MissingName } from './expressions.ts';
import { namesOf, NOTHING, within, withinTask, type Scope } from './scope.ts';

/** What Tekton refuses in an object, or what is missing when it runs, and the parameters that do not exist. */
export interface Mistakes {
  readonly all: readonly Mistake[];
  readonly parameters: readonly string[];
}

/** Of more in one object nobody learns anything. */
const MOST = 50;
/** Pipelines inside pipelines; nobody has as many. */
const DEPTH = 10;

export function mistakesOf(object: TektonObject, library: Library): Mistakes {
  const names = missingIn(object, library).slice(0, MOST);
  const calls = callsIn(object, library);
  const elsewhere = new Map(
    calls.map((one) => {
      const { value, at } = one.problem;
      return [typeof value === 'string' ? `${value} ${at?.span.start ?? 0}` : value.unknown, one];
    }),
  );
  return {
    all: [...[...elsewhere.values()].slice(0, MOST), ...names.map(({ mistake }) => mistake)],
    parameters: [...new Set(names.flatMap(({ parameter }) => parameter ?? []))],
  };
}

function missingIn({ kind, spec, path, trigger }: TektonObject, library: Library): readonly MissingName[] {
  const params = new Set(namesOf(trigger?.node.get('params') ?? spec.get('\0')));
  const outer: Scope = trigger ? { ...NOTHING, params, triggerParams: params } : NOTHING;
  switch (kind) {
    case 'Task':
    case 'ClusterTask':
    case 'StepAction':
      return inTask(spec, outer);
    case 'Pipeline':
      return inPipeline(spec, outer, path, library, 0);
    case 'TaskRun':
    case 'PipelineRun':
      return inRun(spec, within(outer, spec), path, library);
    default:
      return [];
  }
}

/** What is written inside a run has the parameters of the run, too; of its own it has those of what starts it. */
function inRun(spec: DataNode, scope: Scope, path: string, library: Library): readonly MissingName[] {
  const anything: Scope = { ...NOTHING, triggerParams: scope.triggerParams };
  return spec.entries().flatMap(([key, node]) => {
    if (key === 'taskSpec') return inTask(node, scope);
    if (key === 'pipelineSpec') return inPipeline(node, scope, path, library, 0);
    return missingNames(node, anything).filter(({ mistake }) => isOfTrigger(mistake));
  });
}

const isOfTrigger = ({ problem }: Mistake): boolean =>
  typeof problem.value === 'string' && problem.value.endsWith(' of the trigger');

function inTask(spec: DataNode, outer: Scope): readonly MissingName[] {
  const scope = withinTask(outer, spec);
  return spec.entries().flatMap(([key, node]) => (key === 'params' ? [] : missingNames(node, scope)));
}

function inPipeline(
  spec: DataNode,
  outer: Scope,
  path: string,
  library: Library,
  depth: number,
): readonly MissingName[] {
  if (depth > DEPTH) return [];
  const tasks = [...spec.get('tasks').items(), ...spec.get('finally').items()];
  const results = new Map(
    tasks.map((task) => [task.get('name').text ?? '', resultsOf(task, path, library)] as const),
  );
  const scope: Scope = { ...within(outer, spec), tasks: results };
  return spec.entries().flatMap(([key, node]) => {
    if (key === 'params') return [];
    if (key !== 'tasks' && key !== 'finally') return missingNames(node, scope);
    return node.items().flatMap((task) =>
      task.entries().flatMap(([name, part]) => {
        if (name === 'taskSpec') return inTask(part, scope);
        if (name === 'pipelineSpec') return inPipeline(part, scope, path, library, depth + 1);
        return missingNames(part, scope);
      }),
    );
  });
}

/** The results of what a task runs; where several objects have its name, those of all of them. */
function resultsOf(task: DataNode, path: string, library: Library): ReadonlySet<string> | undefined {
  const target = targetOf(task, path, library);
  if (!target || !('spec' in target)) return undefined;
  const kinds = target.kind === 'pipeline' ? ['Pipeline'] : ['Task', 'ClusterTask'];
  const others = task.has(`${target.kind}Ref`) ? library.named(kinds, target.name) : [];
  return new Set(
    [target.spec, ...others.map(({ spec }) => spec)].flatMap((spec) => namesOf(spec.get('results'))),
  );
}

function callsIn({ kind, spec, path, node }: TektonObject, library: Library): readonly Mistake[] {
  if (kind === 'Pipeline') return callMistakes(spec, path, library);
  if (kind !== 'PipelineRun' && kind !== 'TaskRun') return [];
  const embedded = ['pipelineSpec', 'taskSpec'].map((key) => spec.get(key)).find(({ isMap }) => isMap);
  const at = embedded?.header ?? node.header;
  return [
    ...given(spec, path, library, ''),
    ...missing(spec, embedded ? [embedded] : [], at, 'nothing gives the parameter'),
    ...callMistakes(spec.get('pipelineSpec'), path, library),
  ];
}
