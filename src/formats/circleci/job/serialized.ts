import { known, type Fact } from '../../../model/index.ts';
import type { Step } from '../read/steps.ts';
import { runsByName, type JobRun } from '../read/workflow.ts';

/** An orb that makes a workflow or a job wait for those before it. */
const QUEUE = 'eddiewebb/queue';

/** A group of its own, a lock that it waits for, or a queue: then it does not run twice at the same time. */
export function serializedOf(run: JobRun, steps: readonly Step[]): Fact<boolean> {
  const group = run.given.get('serial-group');
  if (group.exists) return known(true, group.at);
  const queue = steps.find(({ orb }) => orb?.orb === QUEUE);
  if (queue) return known(true, queue.node.header);
  const lock = neededBy(run).find(({ type, definition }) => type === 'lock' || isQueue(definition));
  return lock ? known(true, lock.entry.header) : known(false, run.entry.header);
}

const isQueue = (definition: JobRun['definition']): boolean =>
  definition?.kind === 'orb' && definition.orb === QUEUE;

/** Jobs looked at for one. */
const JOBS = 500;

/** What a job requires, directly or not. */
function neededBy(start: JobRun): readonly JobRun[] {
  const byName = runsByName(start.workflow);
  const found = new Set<JobRun>([start]);
  for (const run of found) {
    if (found.size > JOBS) break;
    for (const one of run.needs.flatMap((need) => byName.get(need) ?? [])) found.add(one);
  }
  return [...found].slice(1);
}
