import { isUnknown, known, unknown, type Fact, type StageKind } from '../../model/index.ts';
import type { Location, RelatedLocation } from '../../source/index.ts';
import type { Activity, Job, Unseen } from '../pipeline/pipeline.ts';
import type { Recognition } from '../recognition.ts';
import { JOBS } from '../pipeline/run.ts';

/** What must have happened before a deploy, over its own steps, the jobs it needs and the pipelines it follows. */
export interface Before {
  readonly activities: readonly EarlierActivity[];
  /** What runs before but is not in the tree. */
  readonly unseen: readonly Unseen[];
}

export interface EarlierActivity {
  readonly activity: Activity;
  readonly job: Job;
  /** Why its failure does not stop the deploy, although it fails its job. */
  readonly defeated: RelatedLocation | undefined;
}

interface Walk {
  readonly activities: EarlierActivity[];
  readonly unseen: Unseen[];
  readonly visited: Set<Job>;
  /** Jobs still to look at: a chain of needs is longer than the stack is deep. */
  readonly waiting: { readonly job: Job; readonly defeated: RelatedLocation | undefined }[];
}

export function beforeDeploy(job: Job, deploy: Activity): Before {
  const walk: Walk = { activities: [], unseen: [], visited: new Set(), waiting: [] };
  const defeated = deploy.inAnyCase;
  for (const activity of job.activities()) {
    if (activity === deploy) break;
    walk.activities.push({ activity, job, defeated });
  }
  let defeat = job.inAnyCase;
  for (let up: Job | undefined = job; up; up = up.parent) {
    defeat ??= up.inAnyCase;
    walkNeeds(walk, up, defeat);
    if (!up.parent) walkFollowed(walk, up, job, defeat);
  }
  for (let jobs = 0, next = walk.waiting.shift(); next; next = walk.waiting.shift()) {
    if (++jobs > JOBS) {
      walk.unseen.push({ reason: `it needs more than ${JOBS} jobs`, at: job.header });
      break;
    }
    walkJob(walk, next.job, next.defeated);
  }
  return walk;
}

function walkNeeds(walk: Walk, job: Job, defeated: RelatedLocation | undefined): void {
  if (walk.visited.size > JOBS) return;
  for (const need of job.needs()) wait(walk, need, defeated);
}

/** Many jobs may need one; the first way to it counts. */
function wait(walk: Walk, job: Job, defeated: RelatedLocation | undefined): void {
  if (walk.visited.size > JOBS || walk.visited.has(job)) return;
  walk.visited.add(job);
  walk.waiting.push({ job, defeated });
}

/** A job that must run before, with the jobs that it needs itself, and those that it consists of. */
function walkJob(walk: Walk, job: Job, defeated: RelatedLocation | undefined): void {
  for (const activity of job.activities()) walk.activities.push({ activity, job, defeated });
  const inside = defeated ?? job.detached;
  for (const inner of job.inner()) wait(walk, inner, inside);
  if (job.elsewhere && !inside && job.activities().length === 0) walk.unseen.push(job.elsewhere);
  walkNeeds(walk, job, defeated ?? job.inAnyCase);
}

/** What a pipeline follows may have failed, unless a condition asks for its success. */
function walkFollowed(walk: Walk, top: Job, job: Job, defeated: RelatedLocation | undefined): void {
  const followed = top.follows();
  if (!followed) return;
  const asks = job.asksForSuccess || top.asksForSuccess;
  if (asks && !defeated) walk.unseen.push(...followed.unseen);
  const defeat = defeated ?? (asks ? undefined : followed.ignoring);
  for (const one of followed.jobs) wait(walk, one, defeat);
}

/** What must come first: a stage, or what proves who built a thing, a signature or a provenance. */
export type Required = StageKind | 'proof';

function isOf({ kind, detail }: Recognition, required: Required): boolean {
  return kind === required || (required === 'proof' && kind === 'sign' && detail !== 'sbom');
}

/** What a target of the project's own may do, too. */
const OPEN: ReadonlySet<Required> = new Set(['test', 'scan', 'proof']);

/** Is there a stage of this kind before the deploy whose failure stops it? */
export function precededBy(kind: Required, before: Before, header: Location): Fact<boolean> {
  const stages = before.activities.filter(
    ({ activity }) => isOf(activity.recognition, kind) && !activity.onFailure,
  );
  const effective = stages.filter(({ defeated }) => !defeated);
  const sure = effective.find(({ activity }) => activity.blocking.value === true);
  if (sure) return known(true, sure.activity.at);
  for (const { activity } of effective) {
    const { value, at } = activity.blocking;
    if (isUnknown(value)) return unknown(value.unknown, at ?? activity.at);
  }
  const [unseen] = before.unseen;
  if (unseen) return unknown(unseen.reason, unseen.at);
  const opaque = before.activities.find(
    ({ activity, defeated }) =>
      activity.recognition.kind === 'opaque' && activity.blocking.value === true && !defeated,
  );
  if (opaque && OPEN.has(kind)) {
    const { recognition, at } = opaque.activity;
    return unknown(`what \`${recognition.by}\` does is not read, and may be that`, at);
  }
  const related = stages.map(
    ({ activity, defeated }) =>
      defeated ?? {
        location: activity.blocking.at ?? activity.at,
        message: 'its failure does not stop the deployment',
      },
  );
  return known(false, header, related);
}
