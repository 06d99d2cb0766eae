import { mistakeOf, type Job, type Mistake } from '../../../delivery/index.ts';
import { ALL } from '../rules/context.ts';
import { orderOf } from './order.ts';
import { runsIn, type PipelinePlan, type PlannedJob } from './run.ts';

/** Names of jobs that are there to be started by whoever agrees. */
const ASKS = /approv|confirm|sign-?off|(?:^|[-_ ])(?:gate|hold|go-live)(?:$|[-_ ])/i;

/**
 * Manual jobs that are named an approval, do nothing themselves, and may be skipped: what comes after starts without
 * them, unless it names them in `needs` (https://docs.gitlab.com/ci/jobs/job_control/#types-of-manual-jobs).
 */
export function approvalMistakes(plan: PipelinePlan, jobs: readonly Job[]): readonly Mistake[] {
  const { config } = plan;
  if (config.isPart || config.unseen.length > 0) return [];
  const asking = [...plan.jobs.values()].filter(({ name }) => ASKS.test(name));
  if (asking.length === 0) return [];
  const needed = new Set([...plan.jobs.values()].flatMap(({ needs = [] }) => needs.map(({ job }) => job)));
  const idle = new Set(jobs.flatMap((job) => (ASKS.test(job.id) && doesNothing(job) ? [job.id] : [])));
  const order = orderOf(plan, ALL);
  return asking.flatMap((job) => {
    const optional = optionalOf(job);
    if (!optional || needed.has(job.name) || !idle.has(job.name)) return [];
    if (!order.after(job).some((later) => runsIn(later, job.contexts))) return [];
    const problem = `what comes after \`${job.name}\` starts without it, since it may be skipped`;
    return [mistakeOf('approval', problem, optional.at)];
  });
}

const doesNothing = ({ environment, elsewhere, activities }: Job): boolean =>
  !environment && !elsewhere && activities().length === 0;

/** What makes each of its runs manual and optional. */
function optionalOf({ outcomes }: PlannedJob): PlannedJob['value'] | undefined {
  const found = outcomes.map(({ when, allowed }) =>
    when === 'manual' && (allowed.kind === 'optional' || allowed.kind === 'yes') ? allowed.value : undefined,
  );
  return found.every((one) => one !== undefined) ? found[0] : undefined;
}
