import type { PipelinePlan, PlannedJob } from './run.ts';
import { runsIn } from './run.ts';

/** Which jobs of a pipeline wait for which, in the kinds of pipelines that are looked at. */
export interface Order {
  /** Jobs that end before a job starts. */
  before(job: PlannedJob): readonly PlannedJob[];
  /** Jobs that start after it ended. */
  after(job: PlannedJob): readonly PlannedJob[];
}

export function orderOf(plan: PipelinePlan, within: number): Order {
  const running = [...plan.jobs.values()].filter((job) => runsIn(job, within));
  const staged = running.filter(({ stage }) => stage !== undefined);
  const earlier = new Map<number, readonly PlannedJob[]>();
  const later = new Map<number, readonly PlannedJob[]>();
  const users = new Map<string, PlannedJob[]>();
  for (const job of running) {
    for (const { job: name, elsewhere } of job.needs ?? []) {
      if (elsewhere) continue;
      const list = users.get(name);
      if (list) list.push(job);
      else users.set(name, [job]);
    }
  }
  const remembered = (
    map: Map<number, readonly PlannedJob[]>,
    stage: number,
    make: () => readonly PlannedJob[],
  ): readonly PlannedJob[] => {
    const made = map.get(stage) ?? make();
    map.set(stage, made);
    return made;
  };
  return {
    before: ({ stage, needs }) => {
      if (needs) {
        return needs.flatMap(({ job, elsewhere }) => {
          const needed = elsewhere ? undefined : plan.jobs.get(withoutMatrix(job, plan));
          return needed && runsIn(needed, within) ? [needed] : [];
        });
      }
      if (stage === undefined) return [];
      return remembered(earlier, stage, () => staged.filter((one) => (one.stage ?? stage) < stage));
    },
    after: ({ name, stage }) => {
      const named = users.get(name) ?? [];
      if (stage === undefined) return named;
      const next = remembered(later, stage, () =>
        staged.filter((one) => one.needs === undefined && (one.stage ?? stage) > stage),
      );
      return named.length === 0 ? next : [...named, ...next];
    },
  };
}

/** `build: [linux, arm64]` is one run of `build`. */
function withoutMatrix(name: string, plan: PipelinePlan): string {
  return plan.jobs.has(name) ? name : name.replace(/:? \[.*\]$| \d+\/\d+$/, '');
}
