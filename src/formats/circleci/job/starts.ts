import { known, unknown, type StartFacts } from '../../../model/index.ts';
import type { JobRun } from '../read/workflow.ts';
import { startsFromTags } from './variables.ts';

/** What starts a job: the schedules of its workflow, else every push, unless tags or a condition do. */
export function startsOf(run: JobRun): readonly StartFacts[] {
  const { workflow, entry } = run;
  const { node } = workflow;
  const none = known(null, entry.header);
  const schedules = node
    .get('triggers')
    .items()
    .flatMap((one): StartFacts[] => {
      const cron = one.get('schedule', 'cron');
      return cron.text === undefined
        ? []
        : [{ by: known('schedule', cron.at), cron: known(cron.text, cron.at) }];
    });
  if (schedules.length > 0) return schedules;
  const condition = ['when', 'unless'].map((name) => node.get(name)).find((one) => one.exists);
  if (condition)
    return [{ by: unknown('a condition decides what starts its workflow', condition.at), cron: none }];
  return [{ by: known(startsFromTags(run) ? 'person' : 'change', entry.header), cron: none }];
}
