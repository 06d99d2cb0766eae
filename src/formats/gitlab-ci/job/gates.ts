import { known, unknown, type Fact } from '../../../model/index.ts';
import type { RelatedLocation } from '../../../source/index.ts';
import type { Value } from '../read/value.ts';
import type { Outcome } from '../rules/outcome.ts';
import { environmentName } from './environment.ts';
import type { Order } from '../pipeline/order.ts';
import { outcomesIn, type JobRun, type PlannedJob } from '../pipeline/run.ts';

/** Jobs that are looked at for one that someone must start. */
const JOBS = 200;

/** Which jobs a run's pipeline has before which. */
export type OrderOf = (run: JobRun) => Order;

/**
 * Must someone approve? A manual job that the pipeline waits for says so: the deploy itself, what triggers its
 * pipeline, or what it waits for. Whoever may start an optional manual job, and what a protected environment asks,
 * is set in GitLab.
 */
export function approvalOf(
  run: JobRun,
  environment: string | undefined,
  orderFor: OrderOf,
): Fact<'required' | 'none'> {
  const passed: RelatedLocation[] = [];
  let optional: Value | undefined;
  for (let up: JobRun | undefined = run; up; up = up.plan.caller) {
    const own = manual(outcomesIn(up));
    if (own?.allowed.kind === 'no') return known('required', own.at.at);
    if (own) optional ??= own.at;
    const gate = gateBefore(up, orderFor(up), passed);
    if (gate) return known('required', gate.at);
  }
  if (optional) {
    const reason =
      'a manual job that may be skipped asks nobody but those who start it, and who may do so is set outside the files (GitLab protected environments)';
    return unknown(reason, optional.at);
  }
  const { config } = run.plan;
  const job = config.job(run.name);
  const unresolved = config.unresolved(run.name);
  if (unresolved) return unknown(unresolved.reason, unresolved.at);
  const own = environmentName(job);
  if (own) {
    const name = environment ?? own.text ?? '';
    const reason = `who must approve environment \`${name}\` is set outside the files (GitLab protected environments)`;
    return unknown(reason, own.at, passed);
  }
  if (config.isPart && !run.plan.jobs.get(run.name)?.needs) {
    return unknown('pipelines that include this file are not among the files', job.header, passed);
  }
  return known('none', job.header, passed);
}

/** Every way in which it may run waits for a person. */
function manual(outcomes: readonly Outcome[]): Outcome | undefined {
  const [first] = outcomes;
  if (!first || outcomes.some(({ when }) => when !== 'manual')) return undefined;
  return outcomes.find(({ allowed }) => allowed.kind !== 'no') ?? first;
}

/** A manual job that must have been started before; one that is named in `needs` must even when it is optional. */
function gateBefore(run: JobRun, order: Order, passed: RelatedLocation[]): Value | undefined {
  const start = run.plan.jobs.get(run.name);
  const seen = new Set<PlannedJob>(start && [start]);
  for (const job of seen) {
    for (const earlier of order.before(job)) {
      if (seen.size > JOBS) return undefined;
      if (seen.has(earlier)) continue;
      seen.add(earlier);
      const found = manual(outcomesIn({ ...run, name: earlier.name }));
      if (!found) continue;
      if (found.allowed.kind === 'no' || job.needs) return found.at;
      passed.push({ location: found.at.at, message: 'nothing waits for this manual job' });
    }
  }
  return undefined;
}

/** Can two runs deploy at once, or is a running one canceled? The group of what triggers a pipeline holds for its jobs. */
export function serializedOf(run: JobRun): Fact<boolean> {
  const { config } = run.plan;
  const interruptible = config.key(run.name, 'interruptible');
  const cancels = config.top.get('workflow', 'auto_cancel', 'on_new_commit').text !== 'none';
  if (interruptible.flag === true && cancels) return known(false, interruptible.at);
  for (let up: JobRun | undefined = run; up; up = up.plan.caller) {
    const group = up.plan.config.job(up.name).get('resource_group');
    if (!group.exists || (up !== run && !waits(up))) continue;
    return known(!ONE_RUN.test(group.text ?? ''), group.at);
  }
  const unresolved = config.unresolved(run.name);
  if (unresolved) return unknown(unresolved.reason, unresolved.at);
  return known(false, config.job(run.name).header);
}

/** A group with the run's or commit's own id holds one run only. */
const ONE_RUN = /\$\{?CI_(?:PIPELINE_I?ID|JOB_ID|COMMIT_SHA|COMMIT_SHORT_SHA)\b/;

/** Does the job wait for the end of the pipeline that it triggers? */
export function waits({ plan, name }: JobRun): boolean {
  return /^(?:depend|mirror)$/.test(plan.config.job(name).get('trigger', 'strategy').text ?? '');
}
