import { isUnknown, known, unknown, type Fact, type StageKind } from '../../../model/index.ts';
import type { Location, RelatedLocation } from '../../../source/index.ts';
import type { Activity, Recognize } from '../activities/activity.ts';
import { conditionOf, runsInAnyCase } from '../activities/condition.ts';
import type { JobRun } from '../read/run.ts';
import type { Job, Workflow } from '../read/workflow.ts';

/** What must have happened before a deploy, over its own steps, the jobs it needs and the workflow it follows. */
export interface Before {
  readonly activities: readonly EarlierActivity[];
  /** What runs before but is not in the tree. */
  readonly unseen: readonly Unseen[];
}

export interface EarlierActivity {
  readonly activity: Activity;
  /** Why its failure does not stop the deploy, although it fails its job. */
  readonly defeated: RelatedLocation | undefined;
}

interface Unseen {
  readonly reason: string;
  readonly at: Location;
}

/** Jobs looked at before one deploy; nobody has as many, and each deploy of a long chain looks at all before it. */
const JOBS = 200;

interface Walk {
  readonly recognize: Recognize;
  readonly activities: EarlierActivity[];
  readonly unseen: Unseen[];
  readonly visited: Map<Job, Set<JobRun | undefined>>;
  /** Jobs still to look at: a chain of needs is longer than the stack is deep. */
  readonly waiting: { readonly run: JobRun; readonly defeated: RelatedLocation | undefined }[];
}

export function beforeDeploy(run: JobRun, deploy: Activity, recognize: Recognize): Before {
  const walk: Walk = { recognize, activities: [], unseen: [], visited: new Map(), waiting: [] };
  const defeated = deploy.step && inAnyCase(deploy.node);
  for (const activity of recognize(run)) {
    if (activity === deploy) break;
    walk.activities.push({ activity, defeated });
  }
  const below = inAnyCase(run.job.node);
  for (let up: JobRun | undefined = run, defeat = below; up; up = up.caller) {
    defeat ??= inAnyCase(up.job.node);
    walkNeeds(walk, up, defeat);
    if (!up.caller) walkFollowed(walk, up, run, defeat);
  }
  for (let jobs = 0, next = walk.waiting.shift(); next; next = walk.waiting.shift()) {
    if (++jobs > JOBS) {
      walk.unseen.push({ reason: `it needs more than ${JOBS} jobs`, at: run.job.node.header });
      break;
    }
    walkJob(walk, next.run, next.defeated);
  }
  return walk;
}

const inAnyCase = (node: Activity['node']): RelatedLocation | undefined =>
  runsInAnyCase(node)
    ? { location: node.get('if').at, message: 'this runs although something before it failed' }
    : undefined;

function walkNeeds(walk: Walk, run: JobRun, defeated: RelatedLocation | undefined): void {
  const { workflow } = run.job;
  for (const id of run.job.needs) {
    const job = workflow.jobs.get(id);
    if (job) walk.waiting.push({ run: { ...run, job }, defeated });
  }
}

/** A job that must run before, with the jobs that it needs itself, and the workflow it calls. */
function walkJob(walk: Walk, run: JobRun, defeated: RelatedLocation | undefined): void {
  const callers = walk.visited.get(run.job) ?? new Set();
  if (callers.has(run.caller)) return;
  walk.visited.set(run.job, callers.add(run.caller));
  for (const activity of walk.recognize(run)) walk.activities.push({ activity, defeated });
  const { job, library } = run;
  if (job.uses !== undefined) {
    const callee = library.calledBy(job);
    if (callee)
      for (const inner of callee.jobs.values())
        walk.waiting.push({ run: { job: inner, library, caller: run }, defeated });
    else if (!defeated && walk.recognize(run).length === 0) {
      const reason = `job \`${job.id}\` calls \`${job.uses}\`, which is not among the files`;
      walk.unseen.push({ reason, at: job.node.get('uses').at });
    }
  }
  walkNeeds(walk, run, defeated ?? inAnyCase(job.node));
}

/** `workflow_run` starts after other workflows, also when they failed, unless a condition asks for their success. */
function walkFollowed(walk: Walk, top: JobRun, run: JobRun, defeated: RelatedLocation | undefined): void {
  const { workflow } = top.job;
  const trigger = workflow.triggers.get('workflow_run');
  if (!trigger) return;
  const names = trigger.get('workflows');
  const asks = asksForSuccess([run, top], workflow);
  const ignores = { location: names.at, message: 'this workflow starts also after a failed run' };
  for (const name of names.text === undefined ? names.texts() : [names.text]) {
    const followed = top.library.named(workflow.root, name);
    if (followed.length === 0 && asks && !defeated) {
      walk.unseen.push({
        reason: `it follows the workflow \`${name}\`, which is not among the files`,
        at: names.at,
      });
    }
    for (const one of followed) walkWorkflow(walk, one, top, defeated ?? (asks ? undefined : ignores));
  }
}

function walkWorkflow(
  walk: Walk,
  workflow: Workflow,
  run: JobRun,
  defeated: RelatedLocation | undefined,
): void {
  for (const job of workflow.jobs.values()) {
    walk.waiting.push({ run: { job, library: run.library, caller: undefined }, defeated });
  }
}

function asksForSuccess(runs: readonly JobRun[], workflow: Workflow): boolean {
  const jobs = runs.flatMap(({ job }) => [job, ...job.needs.flatMap((id) => workflow.jobs.get(id) ?? [])]);
  return jobs.some(({ node }) => /workflow_run\.conclusion\s*==\s*'success'/.test(conditionOf(node) ?? ''));
}

/** Is there a stage of this kind before the deploy whose failure stops it? */
export function precededBy(kind: StageKind, before: Before, header: Location): Fact<boolean> {
  const stages = before.activities.filter(
    ({ activity }) => activity.recognition.kind === kind && !activity.onFailure,
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
  if (opaque && (kind === 'test' || kind === 'scan')) {
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
