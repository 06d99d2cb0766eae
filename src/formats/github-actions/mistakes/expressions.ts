import type { Location } from '../../../source/index.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { DataNode } from '../../data-node.ts';
import { expressionsIn, parseExpression, type Expression } from '../read/expression.ts';
import { isLocal, type Library } from '../read/library.ts';
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
export function expressionMistakes(workflow: Workflow, library: Library): readonly Mistake[] {
  const found: Mistake[] = [];
  const { node, jobs } = workflow;
  const outside: Scope = { inputs: inputsOf(workflow) };
  for (const [key, value] of node.entries()) {
    if (key !== 'jobs' && key !== 'on' && key !== 'true') look(value, outside, found);
  }
  for (const job of jobs.values()) look(job.node, scopeOf(job, library), found);
  return found;
}

type Names = ReadonlySet<string>;

/** What there is, in small letters, as GitHub compares names; undefined where anything may be. */
interface Scope {
  readonly inputs: Names | undefined;
  readonly job?: {
    /** Steps, and jobs that are needed, with the outputs of each. */
    readonly steps: Outputs;
    readonly needs: Outputs;
    readonly matrix: Names | undefined;
  };
}

type Outputs = ReadonlyMap<string, Names | undefined>;

const namesIn = (node: DataNode): Names => new Set(node.entries().map(([name]) => name.toLowerCase()));

function scopeOf(job: Job, library: Library): Scope {
  const { node, needs, workflow } = job;
  const steps = node.get('steps').items();
  return {
    inputs: inputsOf(workflow),
    job: {
      steps: new Map(
        steps.flatMap((step) => {
          const id = step.get('id').text?.toLowerCase();
          return id === undefined ? [] : [[id, outputsOfAction(step.get('uses').text, workflow, library)]];
        }),
      ),
      needs: new Map(needs.map((id) => [id.toLowerCase(), outputsOfJob(workflow.jobs.get(id), library)])),
      matrix: cellsOf(node.get('strategy', 'matrix')),
    },
  };
}

/** Only what starts by a call or by hand has inputs; a call's text may be a map that an expression makes. */
function inputsOf({ triggers }: Workflow): Names | undefined {
  const holders = ['workflow_call', 'workflow_dispatch'].flatMap((event) => triggers.get(event) ?? []);
  return new Set(holders.flatMap((holder) => [...namesIn(holder.get('inputs'))]));
}

/** Of a job with a matrix, too, these are all. */
function outputsOfJob(job: Job | undefined, library: Library): Names | undefined {
  if (!job) return undefined;
  const outputs = job.node.get('outputs');
  if (job.uses === undefined) return !outputs.exists || outputs.isMap ? namesIn(outputs) : undefined;
  const call = library.calledBy(job)?.triggers.get('workflow_call');
  return call && namesIn(call.get('outputs'));
}

/** What an action of the tree declares; one that is no composite may set others while it runs. */
function outputsOfAction(uses: string | undefined, { root }: Workflow, library: Library): Names | undefined {
  const action = uses !== undefined && isLocal(uses) ? library.actionAt(root, uses) : undefined;
  return action?.composite ? namesIn(action.node.get('outputs')) : undefined;
}

function cellsOf(matrix: DataNode): Names | undefined {
  const include = matrix.get('include');
  const cells = include.items();
  if (matrix.exists && !matrix.isMap) return undefined;
  if ((include.exists && !include.isList) || cells.some((cell) => !cell.isMap)) return undefined;
  const names = [matrix, ...cells].flatMap((one) => one.entries().map(([name]) => name.toLowerCase()));
  return new Set(names);
}

function look(node: DataNode, scope: Scope, found: Mistake[]): void {
  if (found.length >= MOST) return;
  const { text } = node;
  if (text === undefined) {
    for (const item of node.items()) look(item, scope, found);
    for (const [, value] of node.entries()) look(value, scope, found);
    return;
  }
  const embedded = expressionsIn(text);
  const bare = node.label === 'if' && embedded.length === 0 && text !== '';
  const bodies = bare ? [{ start: 0, end: text.length, body: text }] : embedded;
  for (const { start, end, body } of bodies) {
    const problem = problemIn(parseExpression(body), scope);
    if (problem === undefined) continue;
    const at: Location = scalarPlaces(node)({ start, end });
    found.push(mistake('expression', problem, at));
  }
}

function problemIn(expression: Expression, scope: Scope): string | undefined {
  switch (expression.kind) {
    case 'path':
      return problemOfPath(expression.segments, scope);
    case 'call':
      return problemOfCall(expression.name, expression.arguments, scope);
    case 'binary':
      return problemIn(expression.left, scope) ?? problemIn(expression.right, scope);
    case 'not':
      return problemIn(expression.operand, scope);
    case 'literal':
    case 'opaque':
      return undefined;
  }
}

function problemOfPath(
  [written = '', second, third, fourth]: readonly string[],
  scope: Scope,
): string | undefined {
  const context = written.toLowerCase();
  if (context === 'infinity' || context === 'nan') return undefined;
  if (!CONTEXTS.has(context)) return `there is nothing of the name \`${written}\` in expressions`;
  if (second === undefined || second === '*') return undefined;
  const name = second.toLowerCase();
  if (PROPERTIES[context]?.has(name) === false) return `\`${context}\` has no \`${second}\``;
  if (context === 'inputs' && scope.inputs?.has(name) === false)
    return `the workflow has no input \`${second}\``;
  if (!scope.job) return undefined;
  const missing = missingIn(scope.job, context, second) ?? noPart(context, second, third);
  return (
    missing ?? (third?.toLowerCase() === 'outputs' ? noOutput(scope.job, context, second, fourth) : undefined)
  );
}

function missingIn(
  { steps, needs, matrix }: NonNullable<Scope['job']>,
  context: string,
  written: string,
): string | undefined {
  const name = written.toLowerCase();
  if (context === 'steps' && !steps.has(name)) return `no step of the job has the id \`${written}\``;
  if (context === 'matrix' && matrix?.has(name) === false) return `the job's matrix has no \`${written}\``;
  if (context === 'needs' && !needs.has(name)) return `the job does not need \`${written}\``;
  return undefined;
}

/** What is known of a step, and of a job that is needed. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  steps: ['outputs', 'outcome', 'conclusion'],
  needs: ['outputs', 'result'],
};

function noPart(context: string, id: string, part: string | undefined): string | undefined {
  const parts = Object.hasOwn(PARTS, context) ? PARTS[context] : undefined;
  if (!parts || part === undefined || part === '*' || parts.includes(part.toLowerCase())) return undefined;
  return `\`${context}.${id}\` has no \`${part}\`, but \`outputs.${part}\` it may`;
}

function noOutput(
  { steps, needs }: NonNullable<Scope['job']>,
  context: string,
  id: string,
  output: string | undefined,
): string | undefined {
  const isNeed = context === 'needs';
  const outputs = isNeed
    ? needs.get(id.toLowerCase())
    : context === 'steps'
      ? steps.get(id.toLowerCase())
      : undefined;
  if (!outputs || output === undefined || output === '*' || outputs.has(output.toLowerCase()))
    return undefined;
  return `${isNeed ? 'job' : 'the action of step'} \`${id}\` has no output \`${output}\``;
}

function problemOfCall(name: string, args: readonly Expression[], scope: Scope): string | undefined {
  const count = FUNCTIONS.get(name.toLowerCase());
  if (!count) return `there is no function \`${name}\``;
  const [least, most] = count;
  if (args.length < least || args.length > most) return `\`${name}\` does not take ${args.length} arguments`;
  for (const one of args) {
    const problem = problemIn(one, scope);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
