import { known, purposeOf, unknown, valueOf, type Fact } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { Activity, Job, Target, Variables } from '../pipeline/pipeline.ts';
import { isOpen } from './version.ts';

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

/** The environments of a job: those that it names, else the one that its commands or names speak of. */
export function targetsOf(job: Job, deploys: readonly Activity[]): readonly Target[] {
  const stated = job.environments();
  if (stated.length > 0) return stated;
  for (const found of [fromInputs(deploys, job.variables), fromFlags(deploys, job.variables)]) {
    if (found.length > 0) return eachPurposeOnce(found).map(targetOf);
  }
  return [targetOf(fromNames(job) ?? unknown('the job names no environment', job.header))];
}

/** Commands that deploy to staging and to production, one after the other or as a condition says, deploy to both. */
function eachPurposeOnce(found: readonly Named[]): readonly Named[] {
  const byPurpose = new Map<string | undefined, Named>();
  for (const one of found) {
    const purpose = purposeOf(one.value);
    if (!byPurpose.has(purpose)) byPurpose.set(purpose, one);
  }
  if (byPurpose.size > 1) byPurpose.delete(undefined);
  return [...byPurpose.values()];
}

/** A name that is known. */
type Named = Fact<string> & { readonly value: string };

/** A target whose name tells whether it is production. */
export function targetOf(target: Fact<string>): Target {
  const name = valueOf(target);
  if (name === undefined) return { target, production: target as Fact<never> };
  const purpose = purposeOf(name);
  if (purpose) return { target, production: known(purpose === 'production', target.at, target.related) };
  const reason = `the name \`${name}\` does not say whether it is production`;
  return { target, production: unknown(reason, target.at, target.related) };
}

/** A target that is one of several, as the text says that is written. */
export function targetAmong(
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

function fromInputs(deploys: readonly Activity[], variables: Variables): readonly Named[] {
  const named = deploys.flatMap(({ targets }) => targets());
  return named.flatMap(({ text, at }) =>
    text !== '' && text.search(variables.pattern) < 0 ? [{ value: text, at }] : [],
  );
}

/** The environment that each command's flags and words speak of. */
function fromFlags(deploys: readonly Activity[], variables: Variables): readonly Named[] {
  return deploys.flatMap((activity) => {
    const value = nameIn(activity, variables);
    return value === undefined ? [] : [{ value, at: activity.at }];
  });
}

function nameIn(activity: Activity, variables: Variables): string | undefined {
  const { line } = activity;
  if (!line) return undefined;
  for (const value of line.values(...NAMING)) {
    const name = closedText(value, activity, variables);
    if (name) return name;
  }
  const candidates = [...line.values(...TELLING), ...equalsValues(line.flags), ...line.words];
  for (const value of candidates) {
    const name = environmentIn(closedText(value, activity, variables) ?? '');
    if (name) return name;
  }
  return undefined;
}

const equalsValues = (flags: ReadonlySet<string>): string[] =>
  [...flags].filter((flag) => flag.includes('=')).map((flag) => flag.slice(flag.indexOf('=') + 1));

function closedText(text: string, { resolve }: Activity, variables: Variables): string | undefined {
  if (!isOpen(text, variables)) return text;
  const values = resolve(text);
  const [value] = values;
  return values.length === 1 && value !== undefined && !isOpen(value, variables) ? value : undefined;
}

/** The part of a path or name that names an environment: `prod` of `overlays/prod/kustomization.yaml`. */
function environmentIn(text: string): string | undefined {
  if (text.length > 200 || text.includes('://') || /\s/.test(text)) return undefined;
  const parts = text
    .split(/[/\\=:,]/)
    .map((part) => part.replace(/\.(?:ya?ml|json|tfvars|tfplan|env|toml|ini)$/, ''));
  const part = parts.findLast((one) => purposeOf(one) !== undefined);
  return part?.replace(/^(?:values|terraform|config|inventory)[-_.]/, '');
}

/** The environment that folders, the job, the branch or the pipeline are named after. */
function fromNames({ telling }: Job): Fact<string> | undefined {
  for (const [text, at] of telling) {
    const word = text
      ?.split(/[\s/_.-]+/)
      .find((part) => purposeOf(part) !== undefined && !/^tests?$/i.test(part));
    if (word !== undefined) return known(word.toLowerCase(), at);
  }
  return undefined;
}
