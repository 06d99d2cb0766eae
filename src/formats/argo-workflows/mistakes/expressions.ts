import { mistakeOf, type Mistake } from '../../../delivery/index.ts';
import { unknown } from '../../../model/index.ts';
import { textsBelow, type DataNode } from '../../data-node.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { Scope } from './scope.ts';

const EXPRESSION = /\{\{([^{}]{1,500})\}\}/g;
const PATH = /^\s*[\w-]+(?:\.[\w-]+)+\s*$/;
/** Names inside an expression of the other language. */
const INNER = /(?<![\w.])(?:inputs|workflow|steps|tasks)(?:\.\w+|\[['"][\w.-]+['"]\])+/g;
/** An expression that asks for what may be missing. */
const ASKS = /\?\.|\?\?|\bin\b/;
/** Roots as people mistype them; other texts in such brackets may belong to other tools. */
const MISTYPED =
  /^(?:input\.(?:parameters|artifacts)|workflows\.parameters|workflow\.parameter|(?:step|task)\.[\w-]+\.outputs)\./;

/** A name that is missing, and whether it is a parameter's. */
export interface MissingName {
  readonly mistake: Mistake;
  readonly parameter: string | undefined;
}

/** Names in the expressions below a node that stand for nothing. */
export function missingNames(
  node: DataNode,
  scope: Scope,
  skips: (node: DataNode) => boolean = () => false,
): readonly MissingName[] {
  return textsBelow(node, skips).flatMap((one) => {
    const text = one.text ?? '';
    if (!text.includes('{{')) return [];
    return [...text.matchAll(EXPRESSION)].flatMap(({ 0: whole, 1: body = '', index }) => {
      const found = body.startsWith('=') ? problemInside(body.slice(1), scope) : problemOf(body, scope);
      if (!found) return [];
      const { problem, parameter, open } = found;
      const at = scalarPlaces(one)({ start: index, end: index + whole.length });
      return open === undefined
        ? [{ mistake: mistakeOf('expression', problem, at), parameter }]
        : [{ mistake: { about: 'expression' as const, problem: unknown(open, at) }, parameter: undefined }];
    });
  });
}

interface Problem {
  readonly problem: string;
  readonly parameter?: string;
  /** Why it may stand for something all the same. */
  readonly open?: string | undefined;
}

function problemOf(body: string, scope: Scope): Problem | undefined {
  if (!PATH.test(body)) return undefined;
  const path = body.trim();
  if (MISTYPED.test(path)) return { problem: `\`${path}\` is no name in expressions` };
  return problemIn(path.split('.'), scope);
}

function problemInside(body: string, scope: Scope): Problem | undefined {
  if (ASKS.test(body)) return undefined;
  for (const [path] of body.matchAll(INNER)) {
    const names = path.split(/\.|\[['"]|['"]\]\.?/).filter((name) => name !== '');
    const found = problemIn(names, scope);
    if (found) return found;
  }
  return undefined;
}

function problemIn(
  [root, second = '', third = '', ...rest]: readonly string[],
  scope: Scope,
): Problem | undefined {
  if (root === 'inputs') return problemOfInput(second, third, scope);
  if (root === 'workflow' && second === 'parameters' && third !== '') return problemOfWorkflow(third, scope);
  if (root === 'steps' || root === 'tasks') return problemOfStep(root, second, [third, ...rest], scope);
  return undefined;
}

function problemOfInput(kind: string, name: string, { inputs }: Scope): Problem | undefined {
  if (!inputs) return undefined;
  if (kind !== 'parameters' && kind !== 'artifacts') return { problem: `\`inputs\` has no \`${kind}\`` };
  if (name === '' || inputs[kind].has(name)) return undefined;
  return kind === 'parameters'
    ? { problem: `the template has no parameter \`${name}\``, parameter: name }
    : { problem: `the template has no artifact \`${name}\`` };
}

function problemOfWorkflow(name: string, { workflow }: Scope): Problem | undefined {
  if (name === 'json' || workflow.parameters.has(name)) return undefined;
  const open = workflow.open && `the parameter \`${name}\` may be given ${workflow.open}`;
  return { problem: `the workflow has no parameter \`${name}\``, parameter: name, open };
}

function problemOfStep(
  root: 'steps' | 'tasks',
  name: string,
  [what, kind = '', output = '']: readonly string[],
  { beside }: Scope,
): Problem | undefined {
  // `steps.name` is the name of the step itself.
  if (beside?.root !== root || (name === 'name' && what === '')) return undefined;
  const one = root === 'steps' ? 'step' : 'task';
  if (!beside.outputs.has(name)) return { problem: `the template has no ${one} \`${name}\`` };
  const outputs = beside.outputs.get(name);
  if (!outputs || what !== 'outputs' || output === '' || output === 'main-logs') return undefined;
  if ((kind !== 'parameters' && kind !== 'artifacts') || outputs[kind].has(output)) return undefined;
  return { problem: `${one} \`${name}\` gives no ${kind.replace(/s$/, '')} \`${output}\`` };
}
