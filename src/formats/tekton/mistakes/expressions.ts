import { mistakeOf, type Mistake } from '../../../delivery/index.ts';
import { textsBelow, type DataNode } from '../../data-node.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { Scope } from './scope.ts';

const EXPRESSION = /\$?\$\(([^()\n]{1,200})\)/g;
const NAMED = String.raw`(?:\.([\w.-]+)|\[["']([^"'\]]+)["']\])`;
const PARAM = new RegExp(String.raw`^(?:inputs\.)?(tt\.)?params${NAMED}(?:\[(?:\*|\d+)\])?$`);
const TASK = new RegExp(String.raw`^tasks\.([\w-]+)\.(results|status|reason|outputs|\w+)${NAMED}?`);
const WORKSPACE = /^workspaces\.([\w-]+)\.(?:path|bound|claim|volume)$/;
const RESULT = /^results(?:\.([\w-]+)|\[["']([^"'\]]+)["']\])\.path$/;
const STEP = /^steps\.([\w-]+)\.(?:outputs|results|exitCode)\b/;

/** A name that is missing, and whether it is a parameter's. */
export interface MissingName {
  readonly mistake: Mistake;
  readonly parameter: string | undefined;
}

/** Names in the expressions below a node that stand for nothing. */
export function missingNames(node: DataNode, scope: Scope): readonly MissingName[] {
  return textsBelow(node, ({ label }) => label === 'description').flatMap((one) => {
    const text = one.text ?? '';
    if (!text.includes('$(') || one.label === 'description') return [];
    return [...text.matchAll(EXPRESSION)].flatMap(({ 0: whole, 1: body = '', index }) => {
      // `$$(…)` is how a text says that it means none.
      const found = whole.startsWith('$$') ? undefined : problemIn(body.trim(), scope);
      if (!found) return [];
      const at = scalarPlaces(one)({ start: index, end: index + whole.length });
      return [{ mistake: mistakeOf('expression', found.problem, at), parameter: found.parameter }];
    });
  });
}

interface Problem {
  readonly problem: string;
  readonly parameter?: string;
}

function problemIn(body: string, scope: Scope): Problem | undefined {
  const param = PARAM.exec(body);
  if (param) return problemOfParam(param, scope);
  const [, task, what, bare, quoted] = TASK.exec(body) ?? [];
  if (task !== undefined) return problemOfTask(task, what, bare?.replace(/\..*$/, '') ?? quoted, scope);
  const [, workspace] = WORKSPACE.exec(body) ?? [];
  if (workspace !== undefined)
    return isMissing(workspace, scope.workspaces)
      ? { problem: `there is no workspace \`${workspace}\`` }
      : undefined;
  const [, plain, inQuotes] = RESULT.exec(body) ?? [];
  const result = plain ?? inQuotes;
  if (result !== undefined)
    return isMissing(result, scope.results) ? { problem: `the task has no result \`${result}\`` } : undefined;
  const [, step] = STEP.exec(body) ?? [];
  const name = step?.replace(/^step-/, '');
  if (step === undefined || name === undefined || name.startsWith('unnamed')) return undefined;
  const missing = isMissing(step, scope.steps) && isMissing(name, scope.steps);
  return missing ? { problem: `the task has no step \`${name}\`` } : undefined;
}

const isMissing = (name: string, names: ReadonlySet<string> | undefined): boolean =>
  names?.has(name) === false;

/** `$(params.image.tag)` is a part of the parameter `image`, or a parameter with a point in its name. */
function problemOfParam(
  [, trigger, bare, quoted]: readonly (string | undefined)[],
  { params, triggerParams }: Scope,
): Problem | undefined {
  const name = bare ?? quoted ?? '';
  const names = trigger === undefined ? params : triggerParams;
  const first = bare?.replace(/\..*$/, '') ?? name;
  if (!names || names.has(name) || names.has(first)) return undefined;
  return {
    problem: `there is no parameter \`${name}\`${trigger === undefined ? '' : ' of the trigger'}`,
    parameter: name,
  };
}

function problemOfTask(
  task: string,
  what: string | undefined,
  result: string | undefined,
  { tasks }: Scope,
): Problem | undefined {
  if (!tasks) return undefined;
  if (!tasks.has(task)) return { problem: `the pipeline has no task \`${task}\`` };
  if (what !== 'results' || result === undefined || !isMissing(result, tasks.get(task))) return undefined;
  return { problem: `task \`${task}\` gives no result \`${result}\`` };
}
