import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type Fact,
  type PipelineSystem,
  type StageKind,
  type SubjectOf,
} from '../../model/index.ts';
import type { Location, RelatedLocation } from '../../source/index.ts';
import { verifiedAfter } from './after.ts';
import { attestedBefore } from '../artifact/attested.ts';
import { immutableArtifact } from '../artifact/artifact.ts';
import { beforeDeploy, precededBy, type Before } from './before.ts';
import { deploysOf } from './deploys.ts';
import { failureNotified } from './notified.ts';
import { timeLimitOf } from './limit.ts';
import type { Activity, Job } from '../pipeline/pipeline.ts';
import type { RequestStages } from './requests.ts';
import { chainName, outermost } from '../pipeline/run.ts';
import { rebuilt } from '../artifact/promoted.ts';
import { historyLimitOf, rollsBackOf } from './rollback.ts';
import { asksForFreeze, startsOf } from './starts.ts';
import { targetsOf } from './target.ts';

/** The deploy jobs that one run of a job is: none, one, or one for each environment of its matrix. */
export function deployJobsOf(job: Job, requests: RequestStages): readonly SubjectOf<'deploy-job'>[] {
  const deploys = deploysOf(job);
  const [first] = deploys;
  if (!first) return [];
  const before = beforeDeploy(job, first);
  const { header, elsewhere } = job;
  const { pipeline } = outermost(job);
  const missing = elsewhere?.unread ? elsewhere.reason : `\`${elsewhere?.by}\` is not among the files`;
  const hidden = elsewhere && unknown(missing, first.at);
  // What is missing here may be there; what is wrong here is so whatever is there.
  const unlessHidden = <T>(fact: Fact<T>, missing: T): Fact<T> =>
    hidden && fact.value === missing && fact.at?.span.start === header.span.start ? hidden : fact;
  const shared = {
    system: pipeline.system,
    pipeline: pipeline.id,
    job: job.id,
    recognizedBy: known(first.recognition.by, first.at, callers(job)),
    testedBefore: unlessHidden(stageBefore('test', before, job, requests), false),
    scannedBefore: unlessHidden(stageBefore('scan', before, job, requests), false),
    attested: unlessHidden(attestedBefore(before, header), false),
    verifiedAfter: verifiedAfter(job, deploys),
    serialized: unlessHidden(job.serialized(), false),
    timeLimit: unlessHidden(timeLimitOf(job, deploys), null),
    starts: startsOf(job, deploys),
    branchesLimited: branchesLimitedOf(job, deploys),
    asksForFreeze: unlessHidden(asksForFreeze(job), false),
    freezes: [],
    windows: null,
    environmentNamed: unlessHidden(environmentNamed(job), false),
    failureNotified: unlessHidden(failureNotified(job), false),
    credentials: hidden ?? job.credentials(),
    immutableArtifact: immutableArtifact(job, deploys),
    rollsBack: rollsBackOf(job, deploys),
    historyLimit: historyLimitOf(job, deploys),
  } as const;
  const targets = targetsOf(job, deploys);
  const name = chainName(job);
  return targets.map(({ target, production }) => {
    const environment = valueOf(target);
    const suffix = targets.length > 1 && environment !== undefined ? ` (${environment})` : '';
    return {
      kind: 'deploy-job',
      id: `${pipeline.path}:${name}${suffix}`,
      name: `${name}${suffix}`,
      format: pipeline.system,
      ...(environment !== undefined && { environment }),
      location: header,
      facts: {
        ...shared,
        target,
        production,
        approval: unlessHidden(approvalOf(job, before, environment), 'none'),
        asked: askedOf(before, header),
        approversNamed: approversNamedOf(before, header),
        rebuilt: rebuilt(job, first, before, target),
      },
    };
  });
}

/** Of a job, or of all of its steps that deploy. */
function branchesLimitedOf(job: Job, deploys: readonly Activity[]): Fact<boolean> {
  const { branchesLimited, pipeline, header } = job;
  const own =
    branchesLimited?.() ?? unknown(`for which branches jobs of ${pipeline.system} run is not read`, header);
  if (own.value === true) return own;
  const ofSteps = deploys.map((deploy) => deploy.branchesLimited?.() ?? own);
  return ofSteps.find(({ value }) => value !== true) ?? ofSteps[0] ?? own;
}

/** Where the pipelines that a job stands in are called from. */
function callers(job: Job): readonly RelatedLocation[] {
  const found = [];
  for (let up: Job | undefined = job; up; up = up.parent) {
    if (up.calledAt && up.parent) {
      found.push({ location: up.calledAt, message: `called by job \`${up.parent.id}\`` });
    }
  }
  return found;
}

/** Systems in which jobs name environments. */
const WITH_ENVIRONMENTS: ReadonlySet<PipelineSystem> = new Set([
  'github-actions',
  'gitlab-ci',
  'azure-pipelines',
  'bitbucket-pipelines',
]);

function environmentNamed({ environment, header, pipeline: { system } }: Job): Fact<boolean | null> {
  if (environment) return known(true, environment.at);
  return known(WITH_ENVIRONMENTS.has(system) ? false : null, header);
}

/** Steps that wait for a person; each goes on when one agrees. */
function askedOf(before: Before, header: Location): Fact<number> {
  const places = before.activities.flatMap(({ activity, defeated }) =>
    activity.recognition.kind === 'approval' && !defeated && activity.blocking.value === true
      ? [activity.at]
      : [],
  );
  const [first] = places;
  const starts = new Set(places.map(({ file, span }) => `${file.path}:${span.start}`));
  return known(starts.size, first ?? header);
}

/** One step that asks named people is enough, whatever others ask. */
function approversNamedOf(before: Before, header: Location): Fact<boolean | null> {
  const said = before.activities.flatMap(({ activity: { approversNamed, blocking }, defeated }) =>
    approversNamed && !defeated && blocking.value === true ? [approversNamed] : [],
  );
  const open = said.find(({ value }) => isUnknown(value));
  return said.find(({ value }) => value === true) ?? open ?? said[0] ?? known(null, header);
}

/** Someone is asked in what runs before, or in the job's own words; a question that goes on by itself is none. */
function approvalOf(job: Job, before: Before, environment: string | undefined): Fact<'required' | 'none'> {
  const approvals = before.activities.filter(({ activity }) => activity.recognition.kind === 'approval');
  const effective = approvals.filter(({ defeated }) => !defeated).map(({ activity }) => activity);
  const asked = effective.find(({ blocking }) => blocking.value === true);
  if (asked) return known('required', asked.at);
  const fact = job.approval(environment);
  const open = effective.flatMap(({ blocking }) => (isUnknown(blocking.value) ? [blocking] : []))[0];
  if (open && fact.value === 'none') return open as Fact<never>;
  if (approvals.length === 0) return fact;
  const weak = approvals.map(
    ({ activity, defeated }) =>
      defeated ?? { location: activity.at, message: 'it goes on without an answer' },
  );
  return { ...fact, related: [...(fact.related ?? []), ...weak] };
}

/** Where systems call pull requests otherwise. */
const REQUESTS: Partial<Record<PipelineSystem, string>> = { 'gitlab-ci': 'merge requests' };

function stageBefore(kind: StageKind, before: Before, job: Job, asked: RequestStages): Fact<boolean> {
  const fact = precededBy(kind, before, job.header);
  if (fact.value !== false) return fact;
  const { pipeline } = outermost(job);
  const other = pipeline.forPushes ? asked(kind, pipeline) : undefined;
  if (!other) return fact;
  const requests = REQUESTS[pipeline.system] ?? 'pull requests';
  const reason = `\`${other.path}\` does so on ${requests}, and whether it must pass before merging is set outside the files`;
  return unknown(reason, fact.at, [
    { location: other.at, message: `on ${requests}` },
    ...(fact.related ?? []),
  ]);
}
