import { targetOf, type Naming, type Target } from '../../../delivery/index.ts';
import { known, purposeOf, unknown } from '../../../model/index.ts';
import type { Value } from '../read/value.ts';
import { resolveText, VARIABLE } from '../read/variables.ts';
import type { JobRun } from '../pipeline/run.ts';

/** The name of a job's environment as it is written. */
export function environmentName(job: Value): Value | undefined {
  const environment = job.get('environment');
  const name = environment.isMap ? environment.get('name') : environment;
  return name.text ? name : undefined;
}

/** What the job does with its environment: only `start` deploys to it. */
export function actionOf(job: Value): string {
  return job.get('environment', 'action').text ?? 'start';
}

/** The environment that a job deploys to, as it writes it. */
export function environmentOf(job: Value): Naming | undefined {
  const name = environmentName(job);
  return name && actionOf(job) === 'start' ? { text: name.text ?? '', at: name.at } : undefined;
}

/** The environments that a job names: one for each value of a matrix. */
export function environmentsOf(run: JobRun): readonly Target[] {
  const job = run.plan.config.job(run.name);
  const name = environmentName(job);
  if (!name) return [];
  const tier = job.get('environment', 'deployment_tier');
  const texts = resolveText(name.text ?? '', run);
  return texts.map((text) => withTier(targetFor(text, name), tier));
}

function targetFor(text: string, name: Value): Target {
  const at = name.at;
  if (text.search(VARIABLE) < 0) return targetOf(known(text, at));
  const [, variable = ''] = /\$\{?(\w+)/.exec(text) ?? [];
  const reason = `\`${text}\` is named after \`${variable}\`, which is known only when the pipeline runs`;
  const target = unknown(reason, at);
  // GitLab groups `review/my-branch` under `review`: such names say what they are for before the variable.
  const purpose = purposeOf(text.slice(0, text.search(VARIABLE)));
  return { target, production: purpose ? known(purpose === 'production', at) : unknown(reason, at) };
}

/** `deployment_tier` says what an environment is for, whatever its name. */
function withTier(target: Target, tier: Value): Target {
  const { text } = tier;
  if (text === undefined || text.includes('$') || text === 'other') return target;
  return { ...target, production: known(text === 'production', tier.at) };
}
