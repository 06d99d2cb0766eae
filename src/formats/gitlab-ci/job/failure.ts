import { known, unknown, type Fact } from '../../../model/index.ts';
import type { RelatedLocation } from '../../../source/index.ts';
import { outcomesIn, type JobRun } from '../pipeline/run.ts';

/** What a job says of its own failure: it does not count, or only some exit codes do; nothing when it counts. */
export function toleratedBy(run: JobRun): Fact<boolean> | undefined {
  const outcomes = outcomesIn(run);
  const lenient = outcomes.filter(({ allowed }) => allowed.kind !== 'no');
  const [first] = lenient;
  if (!first || first.allowed.kind === 'no') return undefined;
  const { kind, value } = first.allowed;
  if (kind === 'codes')
    return unknown('some exit codes do not count as a failure (`allow_failure:exit_codes`)', value.at);
  if (lenient.length === outcomes.length) return known(false, value.at);
  return unknown('rules decide whether its failure counts (`allow_failure`)', value.at);
}

export function runsOnFailure(run: JobRun): boolean {
  const outcomes = outcomesIn(run);
  return outcomes.length > 0 && outcomes.every(({ when }) => when === 'on_failure');
}

/** Says that the job runs although something before it failed. */
export function runsInAnyCase(run: JobRun): RelatedLocation | undefined {
  const found = outcomesIn(run).find(({ when }) => when === 'always' || when === 'on_failure');
  return found && { location: found.at.at, message: 'this runs although something before it failed' };
}
