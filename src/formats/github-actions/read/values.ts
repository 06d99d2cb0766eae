import { scalarText, type DataNode } from '../../data-node.ts';
import { expressionsIn, parseExpression, type Expression } from './expression.ts';
import { boundInput, matrixValues } from './inputs.ts';
import { outputOf } from './outputs.ts';
import { environmentVariable, follows, type Scope } from './scope.ts';

/** Possible values of one text; more are cut, since they only name examples in a reason. */
const OPTIONS = 256;

/** The texts that a text with expressions may become; what the files do not tell stays as `${{ path }}`. */
export function resolve(text: string, scope: Scope): readonly string[] {
  if (!text.includes('${{') || !follows(scope)) return [text];
  let texts: string[] = [''];
  let at = 0;
  for (const { start, end, body } of expressionsIn(text)) {
    const before = text.slice(at, start);
    const values = evaluate(parseExpression(body), body, scope);
    texts = texts.flatMap((head) => values.map((value) => head + before + value)).slice(0, OPTIONS);
    at = end;
  }
  const tail = text.slice(at);
  return [...new Set(texts.map((head) => head + tail))];
}

export const isOpen = (text: string): boolean => text.includes('${{');

/** The values that an expression may have. */
export function evaluate(expression: Expression, body: string, scope: Scope): readonly string[] {
  switch (expression.kind) {
    case 'literal':
      return [expression.text];
    case 'path':
      return pathValues(expression.segments, scope);
    case 'binary':
      if (expression.operator === '&&') return evaluate(expression.right, body, scope);
      if (expression.operator !== '||') break;
      return [...evaluate(expression.left, body, scope), ...evaluate(expression.right, body, scope)]
        .filter((text) => text !== '')
        .slice(0, OPTIONS);
    case 'call':
      if (expression.name.toLowerCase() === 'format') return formatValues(expression.arguments, body, scope);
      break;
    case 'not':
    case 'opaque':
  }
  return [`\${{ ${body.trim()} }}`];
}

function formatValues(args: readonly Expression[], body: string, scope: Scope): readonly string[] {
  const [template, ...rest] = args.map((one) => evaluate(one, body, scope)[0] ?? '');
  return [(template ?? '').replace(/\{(\d)\}/g, (whole, index: string) => rest[Number(index)] ?? whole)];
}

function pathValues(segments: readonly string[], scope: Scope): readonly string[] {
  const [context, first, second, third] = segments;
  const deeper = { ...scope, depth: scope.depth + 1 };
  const values =
    first === undefined ? undefined : contextValues(context, [first, second, third], segments, deeper);
  return values ?? [`\${{ ${segments.join('.')} }}`];
}

function contextValues(
  context: string | undefined,
  [first, second, third]: readonly [string, string | undefined, string | undefined],
  segments: readonly string[],
  scope: Scope,
): readonly string[] | undefined {
  const output = second === 'outputs' ? third : undefined;
  switch (context ?? '') {
    case 'env':
      return follow(environmentVariable(first, scope), scope);
    case 'matrix':
      return matrixValues(scope.run.job, segments.slice(1));
    case 'inputs':
      return inputValues(first, scope);
    case 'github':
      return first === 'event' && second === 'inputs' && third !== undefined
        ? inputValues(third, scope)
        : undefined;
    case 'steps':
      return output === undefined ? undefined : outputOf(first, output, scope, resolve);
    case 'needs':
      return output === undefined ? undefined : neededOutput(first, output, scope);
    default:
      return undefined;
  }
}

function neededOutput(id: string, output: string, scope: Scope): readonly string[] | undefined {
  const job = scope.run.job.workflow.jobs.get(id);
  return (
    job &&
    follow(job.node.get('outputs', output), {
      run: { ...scope.run, job },
      depth: scope.depth,
      budget: scope.budget,
    })
  );
}

function follow(node: DataNode | undefined, scope: Scope): readonly string[] | undefined {
  const text = node && scalarText(node);
  return text === undefined ? undefined : resolve(text, scope);
}

function inputValues(name: string, scope: Scope): readonly string[] | undefined {
  const bound = boundInput(name, scope);
  if (!bound) return undefined;
  if (bound.options) return bound.options;
  return follow(bound.node, bound.scope);
}
