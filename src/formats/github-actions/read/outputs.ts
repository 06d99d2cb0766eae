import { parseShell } from '../../../syntax/shell/index.ts';
import type { DataNode } from '../../data-node.ts';
import { actionName } from './library.ts';
import { resolveShell, written } from './shell-values.ts';
import type { Scope } from './scope.ts';

type Resolve = (text: string, scope: Scope) => readonly string[];

/** Actions that hand an input on under another name: action and output → input. */
const HANDED_ON: ReadonlyMap<string, string> = new Map([
  ['aws-actions/amazon-ecs-render-task-definition task-definition', 'image'],
]);

/** What a step writes as an output: by `echo "name=value" >> $GITHUB_OUTPUT`, or handed on from an input. */
export function outputOf(
  id: string,
  name: string,
  scope: Scope,
  resolve: Resolve,
): readonly string[] | undefined {
  const siblings = scope.step?.siblings ?? scope.run.job.node.get('steps').items();
  const node = siblings.find((one) => one.get('id').text === id);
  if (!node) return undefined;
  const within = { ...scope, step: stepAt(scope, node, siblings) };
  const uses = node.get('uses').text;
  const input = uses === undefined ? undefined : HANDED_ON.get(`${actionName(uses).toLowerCase()} ${name}`);
  const handed = input === undefined ? undefined : node.get('with', input).text;
  if (handed !== undefined) return resolve(handed, within);
  const value = written(parseShell(node.get('run').text ?? ''), 'GITHUB_OUTPUT').get(name);
  return value === undefined ? undefined : resolveShell(value, within, resolve);
}

/** What the last step before appended to `GITHUB_ENV` under a name, as that step knows it. */
export function exportedOf(name: string, scope: Scope, resolve: Resolve): readonly string[] {
  const { step } = scope;
  if (!step) return [];
  const here = step.siblings.indexOf(step.node);
  for (const node of step.siblings.slice(0, Math.max(here, 0)).toReversed()) {
    const script = node.get('run').text;
    if (!script?.includes('GITHUB_ENV')) continue;
    const value = written(parseShell(script), 'GITHUB_ENV').get(name);
    if (value !== undefined)
      return resolveShell(value, { ...scope, step: stepAt(scope, node, step.siblings) }, resolve);
  }
  return [];
}

function stepAt(scope: Scope, node: DataNode, siblings: readonly DataNode[]): NonNullable<Scope['step']> {
  const { step, run } = scope;
  return { run, node, siblings, calls: step?.calls ?? [], inside: step?.inside };
}
