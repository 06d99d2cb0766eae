import type { Location } from '../../../source/index.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { DataNode } from '../../data-node.ts';
import { expressionsIn, parseExpression, type Expression } from '../read/expression.ts';
import type { Job, Workflow } from '../read/workflow.ts';
import table from './contexts.json' with { type: 'json' };
import { mistake, type Mistake } from './mistake.ts';

const CONTEXTS: ReadonlySet<string> = new Set(table.contexts);
const PROPERTIES: Readonly<Record<string, ReadonlySet<string> | undefined>> = {
  github: new Set(table.github),
  runner: new Set(table.runner),
};
const FUNCTIONS = new Map(Object.entries(table.functions) as [string, [least: number, most: number]][]);
/** Of more in one workflow nobody learns anything. */
const MOST = 50;

/** Names in expressions that stand for nothing: GitHub refuses some, and takes the others for an empty text. */
export function expressionMistakes(workflow: Workflow): readonly Mistake[] {
  const found: Mistake[] = [];
  const { node, jobs } = workflow;
  for (const [key, value] of node.entries()) {
    if (key !== 'jobs' && key !== 'on' && key !== 'true') look(value, undefined, found);
  }
  for (const job of jobs.values()) look(job.node, namesOf(job), found);
  return found;
}

/** What a job has, in small letters, as GitHub compares names. */
interface Names {
  readonly steps: ReadonlySet<string>;
  readonly needs: ReadonlySet<string>;
  /** Undefined where an expression makes the matrix. */
  readonly matrix: ReadonlySet<string> | undefined;
}

function namesOf({ node, needs }: Job): Names {
  const steps = node.get('steps').items();
  return {
    steps: new Set(steps.flatMap((step) => step.get('id').text?.toLowerCase() ?? [])),
    needs: new Set(needs.map((id) => id.toLowerCase())),
    matrix: cellsOf(node.get('strategy', 'matrix')),
  };
}

function cellsOf(matrix: DataNode): ReadonlySet<string> | undefined {
  const include = matrix.get('include');
  const cells = include.items();
  if (matrix.exists && !matrix.isMap) return undefined;
  if ((include.exists && !include.isList) || cells.some((cell) => !cell.isMap)) return undefined;
  const names = [matrix, ...cells].flatMap((one) => one.entries().map(([name]) => name.toLowerCase()));
  return new Set(names);
}

function look(node: DataNode, names: Names | undefined, found: Mistake[]): void {
  if (found.length >= MOST) return;
  const { text } = node;
  if (text === undefined) {
    for (const item of node.items()) look(item, names, found);
    for (const [, value] of node.entries()) look(value, names, found);
    return;
  }
  const embedded = expressionsIn(text);
  const bare = node.label === 'if' && embedded.length === 0 && text !== '';
  const bodies = bare ? [{ start: 0, end: text.length, body: text }] : embedded;
  for (const { start, end, body } of bodies) {
    const problem = problemIn(parseExpression(body), names);
    if (problem === undefined) continue;
    const at: Location = scalarPlaces(node)({ start, end });
    found.push(mistake('expression', problem, at));
  }
}

function problemIn(expression: Expression, names: Names | undefined): string | undefined {
  switch (expression.kind) {
    case 'path':
      return problemOfPath(expression.segments, names);
    case 'call':
      return problemOfCall(expression.name, expression.arguments, names);
    case 'binary':
      return problemIn(expression.left, names) ?? problemIn(expression.right, names);
    case 'not':
      return problemIn(expression.operand, names);
    case 'literal':
    case 'opaque':
      return undefined;
  }
}

function problemOfPath(
  [written = '', second]: readonly string[],
  names: Names | undefined,
): string | undefined {
  const context = written.toLowerCase();
  if (context === 'infinity' || context === 'nan') return undefined;
  if (!CONTEXTS.has(context)) return `there is nothing of the name \`${written}\` in expressions`;
  if (second === undefined || second === '*') return undefined;
  const name = second.toLowerCase();
  if (PROPERTIES[context]?.has(name) === false) return `\`${context}\` has no \`${second}\``;
  if (context === 'steps' && names?.steps.has(name) === false)
    return `no step of the job has the id \`${second}\``;
  if (context === 'matrix' && names?.matrix?.has(name) === false)
    return `the job's matrix has no \`${second}\``;
  if (context === 'needs' && names?.needs.has(name) === false) return `the job does not need \`${second}\``;
  return undefined;
}

function problemOfCall(
  name: string,
  args: readonly Expression[],
  names: Names | undefined,
): string | undefined {
  const count = FUNCTIONS.get(name.toLowerCase());
  if (!count) return `there is no function \`${name}\``;
  const [least, most] = count;
  if (args.length < least || args.length > most) return `\`${name}\` does not take ${args.length} arguments`;
  for (const one of args) {
    const problem = problemIn(one, names);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
