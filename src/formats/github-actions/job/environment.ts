import { targetAmong, targetOf, type Naming, type Target } from '../../../delivery/index.ts';
import { known, unknown } from '../../../model/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { expressionsIn, parseExpression } from '../read/expression.ts';
import type { JobRun } from '../read/run.ts';
import { scopeOf } from '../read/scope.ts';
import { isOpen, resolve } from '../read/values.ts';
import { whyOpen } from './variables.ts';

/** The job's `environment`, or its `name`. */
export function environmentNode(run: JobRun): DataNode | undefined {
  const environment = run.job.node.get('environment');
  const node = environment.isMap ? environment.get('name') : environment;
  return scalarText(node) ? node : undefined;
}

/** The environment as the job writes it. */
export function environmentOf({ job }: JobRun): Naming | undefined {
  const environment = job.node.get('environment');
  if (!environment.exists) return undefined;
  return { text: environment.text ?? environment.get('name').text ?? '', at: environment.at };
}

/** The environments that a job names: one for each value of a matrix. */
export function environmentsOf(run: JobRun): readonly Target[] {
  const node = environmentNode(run);
  if (!node) return [];
  const text = scalarText(node) ?? '';
  const values = resolve(text, scopeOf(run)).filter((value) => value !== '');
  const related = run.caller && [
    { location: run.caller.job.node.get('uses').at, message: 'called from here' },
  ];
  const open = values.find(isOpen);
  if (open !== undefined) return [targetOf(unknown(whyOpen(open, run), node.at, related))];
  const [only, ...others] = values;
  if (only === undefined) return [targetOf(unknown(`\`${text}\` is empty`, node.at, related))];
  if (others.length === 0 || isMatrix(text)) {
    return values.map((value) => targetOf(known(value, node.at, related)));
  }
  return [targetAmong(values, text, node.at, related)];
}

/** Each instance of a matrix deploys, so that each of its environments is a target. */
function isMatrix(text: string): boolean {
  return expressionsIn(text).every(({ body }) => {
    const expression = parseExpression(body);
    return expression.kind === 'path' && expression.segments[0] === 'matrix';
  });
}

/** Names that speak of an environment where the job names none. */
export function tellingNames({ job }: JobRun): readonly (readonly [string | undefined, Naming['at']])[] {
  const { workflow } = job;
  const folder = job.node.get('defaults', 'run', 'working-directory');
  const branches = workflow.triggers.get('push')?.get('branches');
  const only = branches?.isList && branches.texts().length === 1 ? branches.texts()[0] : branches?.text;
  const file = workflow.path.slice(workflow.path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  return [
    [folder.text, folder.at],
    [job.id, job.node.header],
    [job.node.get('name').text, job.node.get('name').at],
    [only, branches?.at ?? job.node.header],
    [workflow.node.get('name').text, workflow.node.get('name').at],
    [file, workflow.node.header],
  ];
}
