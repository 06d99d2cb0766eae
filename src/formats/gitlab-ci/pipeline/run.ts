import { directoryOf } from '../../paths.ts';
import type { Config } from '../read/config.ts';
import type { Value } from '../read/value.ts';
import { ALL } from '../rules/context.ts';
import { outcomesOf, type Outcome } from '../rules/outcome.ts';

/** A job as one kind of run sees it. */
export interface JobRun {
  readonly plan: PipelinePlan;
  readonly name: string;
  /** The kinds of pipelines it is looked at in, as a set of contexts: those of the deploy in question. */
  readonly within: number;
}

/** A pipeline whose jobs are known, with the job that triggered it. */
export interface PipelinePlan {
  readonly config: Config;
  readonly caller: JobRun | undefined;
  readonly jobs: ReadonlyMap<string, PlannedJob>;
}

export interface PlannedJob {
  readonly name: string;
  readonly value: Value;
  readonly stage: number | undefined;
  readonly stageName: string;
  readonly outcomes: readonly Outcome[];
  /** The kinds of pipelines it runs in. */
  readonly contexts: number;
  /** Jobs that it names to wait for; undefined when it waits for earlier stages. */
  readonly needs: readonly Need[] | undefined;
}

export interface Need {
  readonly job: string;
  readonly optional: boolean;
  readonly value: Value;
  /** In another pipeline or project: GitLab only takes its artifacts, or waits for its result. */
  readonly elsewhere: boolean;
}

/** All jobs of a pipeline that run in some kind of pipeline. */
export function planOf(config: Config, caller: JobRun | undefined): PipelinePlan {
  const within = caller ? caller.within : ALL;
  const stages = new Map(config.stages.map((stage, index) => [stage, index]));
  const jobs = new Map<string, PlannedJob>();
  for (const name of config.names) {
    const value = config.job(name);
    const included = within & (config.contexts.get(name) ?? ALL);
    const outcomes = outcomesOf(config, name, included, caller !== undefined);
    const contexts = outcomes.reduce((set, { context }) => set | context, 0);
    if (contexts === 0) continue;
    const stageName = value.get('stage').text ?? 'test';
    jobs.set(name, {
      name,
      value,
      stageName,
      stage: stages.get(stageName),
      outcomes,
      contexts,
      needs: needsOf(value, outcomes),
    });
  }
  return { config, caller, jobs };
}

/** A rule that holds may name others than the job does: what it waits for in any case is what all of them name. */
function needsOf(job: Value, outcomes: readonly Outcome[]): readonly Need[] | undefined {
  const own = listed(job.get('needs'));
  if (!outcomes.some(({ needs }) => needs)) return own;
  // Without any list it waits for all earlier stages, which is more.
  const lists = outcomes.flatMap((outcome) => {
    const needs = outcome.needs ? listed(outcome.needs) : own;
    return needs ? [needs] : [];
  });
  const [first = [], ...rest] = lists;
  return first.filter((need) => rest.every((list) => list.some(({ job: name }) => name === need.job)));
}

function listed(needs: Value): readonly Need[] | undefined {
  if (!needs.isList && needs.text === undefined) return undefined;
  return needs.values().flatMap((value): Need[] => {
    if (value.text !== undefined) return [{ job: value.text, optional: false, value, elsewhere: false }];
    const name = value.get('job').text ?? value.get('pipeline').text;
    if (name === undefined) return [];
    const elsewhere = value.get('pipeline').exists || value.get('project').exists;
    return [{ job: name, optional: value.get('optional').flag === true, value, elsewhere }];
  });
}

/** Does a job run in some pipeline of a kind in the set? */
export const runsIn = (job: PlannedJob, within: number): boolean => (job.contexts & within) !== 0;

/** How a job runs in the kinds of pipelines that are looked at. */
export function outcomesIn({ plan, name, within }: JobRun): readonly Outcome[] {
  const job = plan.jobs.get(name);
  return job?.outcomes.filter(({ context }) => (context & within) !== 0) ?? [];
}

/** The files' `.gitlab-ci.yml`, however deep the child pipeline is. */
export function outermostPlan(plan: PipelinePlan): PipelinePlan {
  let top = plan;
  while (top.caller) top = top.caller.plan;
  return top;
}

/** Folder of the repository that a pipeline belongs to, with a slash at its end; empty for the root. */
export function rootOf(plan: PipelinePlan): string {
  const folder = directoryOf(outermostPlan(plan).config.path);
  return folder === '' ? '' : `${folder}/`;
}
