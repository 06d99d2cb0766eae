import { known, purposeOf, unknown, valueOf, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Activity } from '../activities/activity.ts';
import { parseExpression, expressionsIn } from '../read/expression.ts';
import type { JobRun } from '../read/run.ts';
import { scalarText, scopeOf } from '../read/scope.ts';
import { resolveShell } from '../read/shell-values.ts';
import { isOpen, resolve } from '../read/values.ts';
import { whyOpen } from './open.ts';

/** Where a job deploys to, and whether that is production. */
export interface Target {
  readonly target: Fact<string>;
  readonly production: Fact<boolean>;
}

/** Flags that name an environment whatever their value, and flags whose value may contain an environment's name. */
const NAMING = [
  '--env',
  '--environment',
  '--stage',
  '--stack',
  '--target-env',
  '--config-env',
  '--destination',
];
const TELLING = [
  '-n',
  '--namespace',
  '--context',
  '--kube-context',
  '-var-file',
  '-f',
  '--values',
  '-k',
  '--kustomize',
  '--stack-name',
  '--cluster',
  '--filename',
  '-e',
  '-s',
  '-d',
  '-c',
  '--slot',
  '-i',
  '--inventory',
  '-l',
  '--limit',
  '--project',
  '--app',
  '-a',
  '--resource-group',
  '-g',
  '--chdir',
  '-chdir',
  '--function-name',
  '--service',
  '--name',
];

/** The environments of a job: one for each value of a matrix, else one. */
export function targetsOf(run: JobRun, deploys: readonly Activity[]): readonly Target[] {
  const node = environmentNode(run);
  if (node) return fromEnvironment(node, run);
  const found = fromInputs(deploys) ?? fromFlags(deploys) ?? fromNames(run);
  const { header } = run.job.node;
  return [found ? withProduction(found) : withProduction(unknown('the job names no environment', header))];
}

/** The job's `environment`, or its `name`. */
export function environmentNode(run: JobRun): DataNode | undefined {
  const environment = run.job.node.get('environment');
  const node = environment.isMap ? environment.get('name') : environment;
  return scalarText(node) ? node : undefined;
}

function fromEnvironment(node: DataNode, run: JobRun): readonly Target[] {
  const text = scalarText(node) ?? '';
  const values = resolve(text, scopeOf(run)).filter((value) => value !== '');
  const related = run.caller && [
    { location: run.caller.job.node.get('uses').at, message: 'called from here' },
  ];
  const open = values.find(isOpen);
  if (open !== undefined) return [withProduction(unknown(whyOpen(open, run), node.at, related))];
  const [only, ...others] = values;
  if (only === undefined) return [withProduction(unknown(`\`${text}\` is empty`, node.at, related))];
  if (others.length === 0 || isMatrix(text)) {
    return values.map((value) => withProduction(known(value, node.at, related)));
  }
  return [oneOf(values, text, node.at, related)];
}

/** Each instance of a matrix deploys, so that each of its environments is a target. */
function isMatrix(text: string): boolean {
  return expressionsIn(text).every(({ body }) => {
    const expression = parseExpression(body);
    return expression.kind === 'path' && expression.segments[0] === 'matrix';
  });
}

function oneOf(
  values: readonly string[],
  text: string,
  at: Location,
  related: Fact<string>['related'],
): Target {
  const shown = values.slice(0, 8).map((value) => `\`${value}\``);
  const reason = `${text} may be ${shown.join(', ')}${values.length > shown.length ? ', …' : ''}`;
  const purposes = new Set(values.map(purposeOf));
  const same = purposes.size === 1 ? [...purposes][0] : undefined;
  const none = !purposes.has('production') && !purposes.has(undefined);
  const production = same || none ? known(same === 'production', at, related) : unknown(reason, at, related);
  return { target: unknown(reason, at, related), production };
}

function withProduction(target: Fact<string>): Target {
  const name = valueOf(target);
  if (name === undefined) return { target, production: target as Fact<never> };
  const purpose = purposeOf(name);
  if (purpose) return { target, production: known(purpose === 'production', target.at, target.related) };
  const reason = `the name \`${name}\` does not say whether it is production`;
  return { target, production: unknown(reason, target.at, target.related) };
}

function fromInputs(deploys: readonly Activity[]): Fact<string> | undefined {
  for (const { node, targets, inputs } of deploys) {
    for (const name of targets) {
      const value = inputs?.(name);
      if (value && !isOpen(value)) return known(value, node.get('with', name).at);
    }
  }
  return undefined;
}

function fromFlags(deploys: readonly Activity[]): Fact<string> | undefined {
  for (const activity of deploys) {
    const { line, at } = activity;
    if (!line) continue;
    for (const value of line.values(...NAMING)) {
      const name = closed(value, activity);
      if (name) return known(name, at);
    }
    const candidates = [...line.values(...TELLING), ...equalsValues(line.flags), ...line.words];
    for (const value of candidates) {
      const name = environmentIn(closed(value, activity) ?? '');
      if (name) return known(name, at);
    }
  }
  return undefined;
}

const equalsValues = (flags: ReadonlySet<string>): string[] =>
  [...flags].filter((flag) => flag.includes('=')).map((flag) => flag.slice(flag.indexOf('=') + 1));

function closed(text: string, { run, step }: Activity): string | undefined {
  if (!/[$`]/.test(text)) return text;
  const values = resolveShell(text, scopeOf(run, step), resolve);
  const [value] = values;
  return values.length === 1 && value !== undefined && !/[$`]/.test(value) ? value : undefined;
}

/** The part of a path or name that names an environment: `prod` of `overlays/prod/kustomization.yaml`. */
function environmentIn(text: string): string | undefined {
  if (text.length > 200 || text.includes('://') || /\s/.test(text)) return undefined;
  const parts = text
    .split(/[/\\=:,]/)
    .map((part) => part.replace(/\.(?:ya?ml|json|tfvars|env|toml|ini)$/, ''));
  const part = parts.findLast((one) => purposeOf(one) !== undefined);
  return part?.replace(/^(?:values|terraform|config|inventory)[-_.]/, '');
}

/** The environment that folders, the job, the branch or the workflow are named after. */
function fromNames(run: JobRun): Fact<string> | undefined {
  const { job } = run;
  const { workflow } = job;
  const folder = job.node.get('defaults', 'run', 'working-directory');
  const branches = workflow.triggers.get('push')?.get('branches');
  const only = branches?.isList && branches.texts().length === 1 ? branches.texts()[0] : branches?.text;
  const file = workflow.path.slice(workflow.path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  const candidates: readonly (readonly [text: string | undefined, at: Location])[] = [
    [folder.text, folder.at],
    [job.id, job.node.header],
    [job.node.get('name').text, job.node.get('name').at],
    [only, branches?.at ?? job.node.header],
    [workflow.node.get('name').text, workflow.node.get('name').at],
    [file, workflow.node.header],
  ];
  for (const [text, at] of candidates) {
    const word = text
      ?.split(/[\s/_.-]+/)
      .find((part) => purposeOf(part) !== undefined && !/^tests?$/i.test(part));
    if (word !== undefined) return known(word.toLowerCase(), at);
  }
  return undefined;
}
