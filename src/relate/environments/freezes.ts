import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type DeployJobFacts,
  type Fact,
  type FreezeFacts,
  type PlanTimelineFacts,
} from '../../model/index.ts';
import { environmentNamed, type Plan } from '../../plan/index.ts';
import { firstRunBetween } from '../../syntax/cron/index.ts';

type Freeze = PlanTimelineFacts['freezes'][number];

/** The plan's freezes for the environment that a job deploys to, with what a schedule would do in them. */
export function freezesOf(
  job: DeployJobFacts,
  target: string,
  plan: Plan | undefined,
): readonly FreezeFacts[] {
  return freezesFor(target, job.production.value === true, plan).map(({ from, to, ...freeze }) => ({
    from,
    to,
    scheduled: scheduledIn({ from, to, ...freeze }, job),
  }));
}

/** The plan's freezes for an environment, which are those of production where they name none. */
export function freezesFor(
  target: string | undefined,
  production: boolean,
  plan: Plan | undefined,
): readonly Freeze[] {
  if (!plan) return [];
  const stated = plan.subjects.flatMap((one) => (one.kind === 'plan' ? one.facts.timeline.freezes : []));
  const name = target === undefined ? undefined : environmentNamed(plan, target)?.name;
  return stated.filter(({ environments }) => {
    const named = valueOf(environments) ?? [];
    return named.length === 0 ? production : name !== undefined && named.includes(name);
  });
}

const DAY_MS = 24 * 3_600_000;

function scheduledIn({ from, to }: Freeze, { starts }: DeployJobFacts): Fact<string | null> {
  const [start, end] = [Date.parse(valueOf(from) ?? ''), Date.parse(valueOf(to) ?? '')];
  if (Number.isNaN(start) || Number.isNaN(end)) return known(null);
  let open: Fact<never> | undefined;
  for (const { by, cron } of starts) {
    const pattern = valueOf(cron);
    if (typeof pattern !== 'string') continue;
    const run = firstRunBetween(pattern, new Date(start), new Date(end + DAY_MS - 1));
    if (!run) continue;
    if (!isUnknown(by.value)) return known(run.toISOString().slice(0, 10), cron.at);
    open ??= unknown(by.value.unknown, cron.at);
  }
  return open ?? known(null);
}
