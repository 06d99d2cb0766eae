import { known, unknown, type StartFacts } from '../../../model/index.ts';
import { conditionOf } from '../activities/condition.ts';
import { startsFrom } from '../read/triggers.ts';
import type { JobRead, PipelineRead, StageRead } from '../read/pipeline.ts';
import type { View } from '../template/scope.ts';

/** What starts a job: what starts its pipeline. A condition that asks for the reason decides which of these it is. */
export function startsOf(job: JobRead, stage: StageRead, { view }: PipelineRead): readonly StartFacts[] {
  const starts = [...changes(view), ...schedules(view), ...others(view)];
  const asked = [job.view, stage.view].find((one) => /build\.reason/i.test(conditionOf(one) ?? ''));
  if (starts.length === 0) {
    const { header } = view;
    return [{ by: known('person', header), cron: known(null, header) }];
  }
  if (!asked) return starts;
  return starts.map((one) => ({
    ...one,
    by: unknown('a condition asks why the pipeline was started', asked.get('condition').at),
  }));
}

/** Pushes and requests; without a word every push does. What only tags start someone releases. */
function changes(view: View): readonly StartFacts[] {
  return ['trigger', 'pr'].flatMap((name): StartFacts[] => {
    const node = view.get(name);
    if (!startsFrom(node) || (name === 'pr' && !node.exists)) return [];
    const at = node.exists ? node.at : view.header;
    const tagged = node.get('tags').exists && !node.get('branches').exists;
    return [{ by: known(tagged ? 'person' : 'change', at), cron: known(null, at) }];
  });
}

function schedules(view: View): readonly StartFacts[] {
  const items = view.get('schedules').items();
  return items.flatMap((item): StartFacts[] => {
    const cron = item.get('cron');
    return cron.text === undefined
      ? []
      : [{ by: known('schedule', cron.at), cron: known(cron.text, cron.at) }];
  });
}

/** Pipelines whose runs start this one. */
function others(view: View): readonly StartFacts[] {
  const items = view.get('resources', 'pipelines').items();
  return items.flatMap((item): StartFacts[] => {
    const trigger = item.get('trigger');
    if (!trigger.exists || !startsFrom(trigger)) return [];
    const by = unknown(
      'another pipeline starts it, and which file that is is set outside the files',
      trigger.at,
    );
    return [{ by, cron: known(null, trigger.at) }];
  });
}
