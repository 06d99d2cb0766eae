import { known, unknown, valueOf, type Fact, type StageKind, type SubjectOf } from '../../../model/index.ts';
import type { Activity, Recognize } from '../activities/activity.ts';
import { chainName, outermost, type JobRun } from '../read/run.ts';
import { pipelineId } from '../read/workflow.ts';
import { verifiedAfter } from './after.ts';
import { immutableArtifact } from './artifact.ts';
import { beforeDeploy, precededBy, type Before } from './before.ts';
import { credentialsOf } from './credentials.ts';
import { deploysOf } from './detect.ts';
import { approvalOf, serializedOf } from './gates.ts';
import type { PullRequestStages } from './pull-requests.ts';
import { targetsOf } from './target.ts';

/** The deploy jobs that one run of a job is: none, one, or one for each environment of its matrix. */
export function deployJobsOf(
  run: JobRun,
  recognize: Recognize,
  pullRequests: PullRequestStages,
): readonly SubjectOf<'deploy-job'>[] {
  const deploys = deploysOf(run, recognize);
  const [first] = deploys;
  if (!first) return [];
  const before = beforeDeploy(run, first, recognize);
  const { job } = run;
  const top = outermost(run);
  const hidden = hiddenBy(run, first);
  const { header } = job.node;
  // What is missing here may be there; what is wrong here is so whatever is there.
  const unlessHidden = <T>(fact: Fact<T>, missing: T): Fact<T> =>
    hidden && fact.value === missing && fact.at?.span.start === header.span.start ? hidden : fact;
  const shared = {
    system: 'github-actions',
    pipeline: pipelineId(top.job.workflow),
    job: job.id,
    recognizedBy: known(first.recognition.by, first.at, callers(run)),
    testedBefore: unlessHidden(stageBefore('test', before, run, pullRequests), false),
    scannedBefore: unlessHidden(stageBefore('scan', before, run, pullRequests), false),
    verifiedAfter: verifiedAfter(run, deploys, recognize),
    serialized: unlessHidden(serializedOf(run), false),
    credentials: hidden ?? credentialsOf(run),
    immutableArtifact: immutableArtifact(run, deploys, recognize),
  } as const;
  const targets = targetsOf(run, deploys);
  return targets.map(({ target, production }) => {
    const environment = valueOf(target);
    const suffix = targets.length > 1 && environment !== undefined ? ` (${environment})` : '';
    return {
      kind: 'deploy-job',
      id: `${top.job.workflow.path}:${chainName(run)}${suffix}`,
      name: `${chainName(run)}${suffix}`,
      format: 'github-actions',
      ...(environment !== undefined && { environment }),
      location: job.node.header,
      facts: {
        ...shared,
        target,
        production,
        approval: unlessHidden(approvalOf(run, before, environment), 'none'),
      },
    };
  });
}

function callers(run: JobRun): Activity['blocking']['related'] {
  const found = [];
  for (let up = run.caller; up; up = up.caller) {
    found.push({ location: up.job.node.get('uses').at, message: `called by job \`${up.job.id}\`` });
  }
  return found;
}

function stageBefore(
  kind: StageKind,
  before: Before,
  run: JobRun,
  pullRequests: PullRequestStages,
): Fact<boolean> {
  const fact = precededBy(kind, before, run.job.node.header);
  if (fact.value !== false) return fact;
  const { workflow } = outermost(run).job;
  if (!workflow.triggers.has('push')) return fact;
  const elsewhere = pullRequests(kind, workflow);
  if (!elsewhere) return fact;
  const reason = `\`${elsewhere.path}\` does so on pull requests, and whether it must pass before merging is set outside the files`;
  return unknown(reason, fact.at, [
    { location: elsewhere.at, message: 'on pull requests' },
    ...(fact.related ?? []),
  ]);
}

/** What a workflow outside the tree does by itself, and with what, cannot be seen. */
function hiddenBy(run: JobRun, deploy: Activity): Fact<never> | undefined {
  if (run.job.uses === undefined) return undefined;
  return unknown(`\`${run.job.uses}\` is not among the files`, deploy.at);
}
