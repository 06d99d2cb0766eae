import { scalarText } from '../../data-node.ts';
import type { RelatedLocation } from '../../../source/index.ts';
import { expressionsIn, parseExpression, type Expression } from '../read/expression.ts';
import { boundInput, isStartersText } from '../read/inputs.ts';
import { exportedOf, outputOf } from '../read/outputs.ts';
import { environmentVariable, follows, type Scope } from '../read/scope.ts';
import { resolve } from '../read/values.ts';
import { foreignFilesOf, readsForeignFile } from './foreign-files.ts';
import { writesOutsidersText } from './outsiders-outputs.ts';
import untrusted from './untrusted.json' with { type: 'json' };

/** Someone's text in the value of an expression, and the place it comes from when that is another one. */
export interface Untrusted {
  readonly path: string;
  /** Whose it is: an outsider's, or of those who may start the workflow. */
  readonly by: 'outsider' | 'starter';
  readonly via: RelatedLocation | undefined;
}

const PATHS: readonly (readonly string[])[] = untrusted.map((path) => path.split('.'));
/** Functions whose result is no text of their arguments. */
const TESTS = new Set([
  'contains',
  'startswith',
  'endswith',
  'success',
  'failure',
  'always',
  'cancelled',
  'hashfiles',
]);

/** Does what an outsider controls, or who starts the workflow, flow into an expression's value? */
export function untrustedIn(expression: Expression, scope: Scope): Untrusted | undefined {
  switch (expression.kind) {
    case 'path':
      return ofPath(expression.segments, scope);
    case 'call': {
      const name = expression.name.toLowerCase();
      if (TESTS.has(name)) return undefined;
      return firstOf(expression.arguments, (one) => {
        const whole = name === 'tojson' && one.kind === 'path' && holdsUntrusted(one.segments);
        return whole ? outsiders(one.segments) : untrustedIn(one, scope);
      });
    }
    case 'binary':
      if (expression.operator === '||') {
        return untrustedIn(expression.left, scope) ?? untrustedIn(expression.right, scope);
      }
      return expression.operator === '&&' ? untrustedIn(expression.right, scope) : undefined;
    case 'literal':
    case 'not':
    case 'opaque':
      return undefined;
  }
}

function firstOf<T>(items: readonly T[], find: (item: T) => Untrusted | undefined): Untrusted | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

function outsiders(segments: readonly string[]): Untrusted {
  return { path: segments.join('.'), by: 'outsider', via: undefined };
}

function ofPath(segments: readonly string[], scope: Scope): Untrusted | undefined {
  const lower = segments.map((segment) => segment.toLowerCase());
  if (PATHS.some((path) => path.length === lower.length && isPrefix(lower, path))) return outsiders(segments);
  if (isStartersText(lower, scope)) return { path: segments.join('.'), by: 'starter', via: undefined };
  const [context, name, part, output] = segments;
  if (name === undefined || !follows(scope)) return undefined;
  if (part === 'outputs' && output !== undefined && segments.length === 4)
    return throughOutput(context, name, output, scope);
  if (context === 'matrix') return throughMatrix(name, scope);
  if (segments.length !== 2) return undefined;
  if (context === 'env') {
    const node = environmentVariable(name, scope);
    return node ? throughNode(node, scope) : throughTexts(exportedOf(name, scope, resolve), scope);
  }
  if (context !== 'inputs') return undefined;
  const bound = boundInput(name, scope);
  return bound && !bound.options ? throughNode(bound.node, bound.scope) : undefined;
}

/** An axis of the matrix whose values, or whose cells that are added, hold an outsider's text. */
function throughMatrix(axis: string, scope: Scope): Untrusted | undefined {
  const matrix = scope.run.job.node.get('strategy', 'matrix');
  const own = matrix.get(axis);
  const cells = matrix
    .get('include')
    .items()
    .map((cell) => cell.get(axis));
  return firstOf([own, ...own.items(), ...cells], (node) =>
    throughNode(node, { ...scope, depth: scope.depth + 1 }),
  );
}

/** What a step of the job, or a job that is needed, writes as an output. */
function throughOutput(
  context: string | undefined,
  id: string,
  output: string,
  scope: Scope,
): Untrusted | undefined {
  if (context === 'steps') {
    if (writesOutsidersText(id, output, scope)) return outsiders([context, id, 'outputs', output]);
    return throughTexts(outputOf(id, output, scope, resolve) ?? [], scope);
  }
  const job = context === 'needs' ? scope.run.job.workflow.jobs.get(id) : undefined;
  if (!job) return undefined;
  return throughNode(job.node.get('outputs', output), {
    run: { ...scope.run, job },
    depth: scope.depth,
    budget: scope.budget,
  });
}

/** What a command makes of a text may be clean, as far as the files tell; a text that is handed on is not. */
function throughTexts(texts: readonly string[], scope: Scope): Untrusted | undefined {
  const deeper = { ...scope, depth: scope.depth + 1 };
  return firstOf(texts, (text) =>
    /\$\(|`/.test(text)
      ? fromForeignFile(text, scope)
      : firstOf(expressionsIn(text), ({ body }) => untrustedIn(parseExpression(body), deeper)),
  );
}

/** A file of the run that started the workflow, where nobody looks at what it brings. */
function fromForeignFile(text: string, { run }: Scope): Untrusted | undefined {
  const files = foreignFilesOf(run);
  const isForeign = files?.unguarded.value === true && readsForeignFile(text, files);
  return isForeign ? { path: 'an artifact', by: 'outsider', via: undefined } : undefined;
}

/** A variable or input hands on what its own expressions hold. */
function throughNode(node: ReturnType<typeof environmentVariable>, scope: Scope): Untrusted | undefined {
  const text = node && scalarText(node);
  if (!node || !text?.includes('${{')) return undefined;
  const deeper = { ...scope, depth: scope.depth + 1 };
  return firstOf(expressionsIn(text), ({ body }) => {
    const found = untrustedIn(parseExpression(body), deeper);
    return (
      found && {
        path: found.path,
        by: found.by,
        via: { location: node.at, message: `its value comes from \`${found.path}\`` },
      }
    );
  });
}

/** `toJSON(github.event)` holds every untrusted text below it. */
function holdsUntrusted(segments: readonly string[]): boolean {
  const lower = segments.map((segment) => segment.toLowerCase());
  return PATHS.some((path) => lower.length <= path.length && isPrefix(lower, path));
}

function isPrefix(segments: readonly string[], path: readonly string[]): boolean {
  return segments.every((segment, index) => {
    const expected = path[index];
    return segment === expected || segment === '*' || expected === '*';
  });
}
