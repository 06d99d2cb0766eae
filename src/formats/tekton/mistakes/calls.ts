import { mistakeOf, uncheckedCall, type Mistake } from '../../../delivery/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Library } from '../read/objects.ts';
import { targetOf } from '../read/tasks.ts';
import { namesOf, parametersOf } from './scope.ts';

/** What a pipeline's tasks wait for and are given that does not match what they run. */
export function callMistakes(spec: DataNode, path: string, library: Library): readonly Mistake[] {
  const names = new Set(namesOf(spec.get('tasks')));
  const tasks = [...spec.get('tasks').items(), ...spec.get('finally').items()];
  return tasks.flatMap((task) => [
    ...waits(task, names),
    ...given(task, path, library, `task \`${task.get('name').text ?? ''}\``),
  ]);
}

function waits(task: DataNode, names: ReadonlySet<string>): readonly Mistake[] {
  const after = task.get('runAfter');
  return after
    .oneOrMoreTexts()
    .filter((name) => !names.has(name))
    .map((name) =>
      mistakeOf(
        'call',
        `task \`${task.get('name').text ?? ''}\` runs after \`${name}\`, which is no task of the pipeline`,
        after.at,
      ),
    );
}

/** What a task or a run gives to what it runs. A run may give more than that takes. */
export function given(node: DataNode, path: string, library: Library, by: string): readonly Mistake[] {
  const reference = ['taskRef', 'pipelineRef'].map((key) => node.get(key)).find(({ exists }) => exists);
  if (!reference) return [];
  const target = targetOf(node, path, library);
  if (target?.kind === 'elsewhere') return [uncheckedCall(target.reason, reference.header)];
  if (!target || !('spec' in target)) return [];
  const kinds = target.kind === 'pipeline' ? ['Pipeline'] : ['Task', 'ClusterTask'];
  const specs = library.named(kinds, target.name).map(({ spec }) => spec);
  const what = `${target.kind === 'pipeline' ? 'Pipeline' : 'Task'} \`${target.name}\``;
  const isRun = !node.has('name');
  return [
    ...(isRun ? [] : strange(node, specs, `${by} gives`, what)),
    ...missing(node, specs, reference.header, `${what} requires the parameter`),
  ];
}

const givenTo = (node: DataNode): readonly DataNode[] => [
  ...node.get('params').items(),
  ...node.get('matrix', 'params').items(),
  ...node
    .get('matrix', 'include')
    .items()
    .flatMap((one) => one.get('params').items()),
];

/** Where several objects have the name, what one of them takes is right. */
function strange(
  node: DataNode,
  specs: readonly DataNode[],
  gives: string,
  what: string,
): readonly Mistake[] {
  const names = new Set(specs.flatMap(parametersOf).map((one) => one.get('name').text));
  return givenTo(node).flatMap((one) => {
    const name = one.get('name');
    return name.text === undefined || names.has(name.text)
      ? []
      : [mistakeOf('call', `${gives} \`${name.text}\`, which ${what} does not take`, name.at)];
  });
}

/** Parameters without a default that nobody gives. */
export function missing(
  node: DataNode,
  specs: readonly DataNode[],
  at: Location,
  requires: string,
): readonly Mistake[] {
  const own = new Set(givenTo(node).map((one) => one.get('name').text));
  const required = specs.map(
    (spec) =>
      new Set(parametersOf(spec).flatMap((one) => (one.has('default') ? [] : (one.get('name').text ?? [])))),
  );
  const [first, ...others] = required;
  return [...(first ?? [])]
    .filter((name) => !own.has(name) && others.every((names) => names.has(name)))
    .map((name) => mistakeOf('call', `${requires} \`${name}\``, at));
}
