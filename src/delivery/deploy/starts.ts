import { known, unknown, type Fact, type StartFacts } from '../../model/index.ts';
import type { Activity, Job } from '../pipeline/pipeline.ts';

/** What starts a deploy: what starts the steps that do it. */
export function startsOf(job: Job, deploys: readonly Activity[]): readonly StartFacts[] {
  const { header, pipeline } = job;
  if (!job.starts) {
    const by = unknown(`what starts pipelines of ${pipeline.system} is not read`, header);
    return [{ by, cron: known(null, header) }];
  }
  const all = job.starts();
  const ofSteps = deploys.flatMap(({ starts }) => starts?.() ?? all);
  const byKey = new Map(ofSteps.map((one) => [keyOf(one), one]));
  return all.flatMap((one) => byKey.get(keyOf(one)) ?? []);
}

/** A step may make it uncertain whether a schedule starts it, but not which. */
function keyOf({ by, cron }: StartFacts): string {
  const { at, value } = by;
  return `${at?.span.start} ${at?.span.end} ${JSON.stringify(cron.value ?? value)}`;
}

/** Does something before a deploy ask whether there is a freeze? */
export function asksForFreeze(job: Job): Fact<boolean> {
  return job.asksForFreeze?.() ?? known(false, job.header);
}
