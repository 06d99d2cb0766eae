import { known, unknown, type Fact } from '../../model/index.ts';
import type { Activity, Job } from '../pipeline/pipeline.ts';
import { followersOf } from './after.ts';

/** Is someone told when a deploy fails? By its own job, or by one after it that runs also then. */
export function failureNotified(job: Job): Fact<boolean> {
  const said = job.failureNotified?.();
  if (said) return said;
  const own = job.activities().find((activity) => tells(activity, false));
  if (own) return known(true, own.at);
  const followers = followersOf(job);
  for (const one of followers) {
    const other = one.pipeline.id !== job.pipeline.id && !one.asksForSuccess;
    const found = one.activities().find((activity) => tells(activity, other || one.inAnyCase !== undefined));
    if (found) return known(true, found.at);
  }
  const hidden = followers.find(({ elsewhere, inAnyCase }) => elsewhere && inAnyCase)?.elsewhere;
  return hidden ? unknown(hidden.reason, hidden.at) : known(false, job.header);
}

function tells({ recognition: { kind }, onFailure, inAnyCase }: Activity, anyway: boolean): boolean {
  return kind === 'notify' && (onFailure || anyway || inAnyCase !== undefined);
}
