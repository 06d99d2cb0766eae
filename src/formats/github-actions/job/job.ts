import { scalarText } from '../../data-node.ts';
import type { Elsewhere, Job, Naming, PipelineOf } from '../../../delivery/index.ts';
import { isVersionInput } from '../../../delivery/index.ts';
import type { Recognize } from '../activities/activity.ts';
import { runsInAnyCase, toleratedBy } from '../activities/condition.ts';
import { actionName, isLocal, type Library } from '../read/library.ts';
import { timeLimitOf } from '../read/limit.ts';
import type { JobRun } from '../read/run.ts';
import { scopeOf } from '../read/scope.ts';
import { asksForFreeze } from '../starts/freeze.ts';
import { branchesLimitedOf } from '../starts/branches.ts';
import { startsOf } from '../starts/starts.ts';

import { pipelineId, type Workflow } from '../read/workflow.ts';
import { credentialsOf } from './credentials.ts';
import { environmentOf, environmentsOf, tellingNames } from './environment.ts';
import { asksForSuccess, followedBy, followersOf } from './followed.ts';
import { approvalOf, serializedOf } from './gates.ts';
import { variablesOf } from './variables.ts';
import { workspaceOf } from './workspace.ts';

/** Jobs of workflows as the delivery model has them; each run of a job is one object. */
export interface Jobs {
  of(run: JobRun): Job;
  ofWorkflow(workflow: Workflow, caller: JobRun | undefined): readonly Job[];
}

export function createJobs(library: Library, recognize: Recognize): Jobs {
  const made = new Map<JobRun['job'], Map<JobRun | undefined, Job>>();
  const pipelines = new Map<Workflow, PipelineOf>();
  const jobs: Jobs = {
    of: (run) => {
      const runs = made.get(run.job) ?? new Map<JobRun | undefined, Job>();
      made.set(run.job, runs);
      const { workflow } = run.job;
      const pipeline = pipelines.get(workflow) ?? pipelineOf(workflow);
      pipelines.set(workflow, pipeline);
      const job = runs.get(run.caller) ?? jobOf(run, pipeline, jobs, recognize);
      runs.set(run.caller, job);
      return job;
    },
    ofWorkflow: (workflow, caller) =>
      [...workflow.jobs.values()].map((job) => jobs.of({ job, library, caller })),
  };
  return jobs;
}

function jobOf(run: JobRun, pipeline: PipelineOf, jobs: Jobs, recognize: Recognize): Job {
  const { job, caller } = run;
  const { node, workflow } = job;
  const beside = (ids: readonly string[]): readonly Job[] =>
    ids.flatMap((id) => {
      const one = workflow.jobs.get(id);
      return one ? [jobs.of({ ...run, job: one })] : [];
    });
  let before: readonly Job[] | undefined;
  let after: readonly Job[] | undefined;
  return {
    id: job.id,
    names: [job.id, job.name],
    header: node.header,
    pipeline,
    parent: caller && jobs.of(caller),
    calledAt: caller?.job.node.get('uses').at,
    inner: () => innerJobs(run, jobs),
    needs: () => (before ??= beside(job.needs)),
    usedBy: () => (after ??= beside(workflow.users.get(job.id) ?? [])),
    follows: () => followedBy(run, (one) => jobs.ofWorkflow(one, undefined)),
    followers: () => followersOf(run).flatMap((one) => jobs.ofWorkflow(one, undefined)),
    inAnyCase: runsInAnyCase(node),
    tolerated: toleratedBy([node]),
    asksForSuccess: asksForSuccess(run),
    activities: () => recognize(run),
    elsewhere: elsewhereOf(run),
    uses: node.get('steps').items().flatMap(usedBy),
    environments: () => environmentsOf(run),
    environment: environmentOf(run),
    telling: tellingNames(run),
    approval: (environment) => approvalOf(run, environment),
    serialized: () => serializedOf(run),
    timeLimit: () => timeLimitOf(node, scopeOf(run)),
    starts: () => startsOf(run),
    branchesLimited: () => branchesLimitedOf(run),
    asksForFreeze: () => asksForFreeze(run),
    credentials: () => credentialsOf(run),
    workspace: () => workspaceOf(run),
    variables: variablesOf(run),
  };
}

/** What a workflow is to its jobs. */
export function pipelineOf(workflow: Workflow): PipelineOf {
  const { path, root, name, triggers } = workflow;
  const inputs = triggers.get('workflow_dispatch')?.get('inputs').entries() ?? [];
  return {
    system: 'github-actions',
    id: pipelineId(workflow),
    path,
    root,
    name,
    forPushes: triggers.has('push'),
    versionInput: inputs.find(([input]) => isVersionInput(input))?.[1].header,
  };
}

/** The jobs of the workflow that a job calls; one that calls itself ends there. */
function innerJobs(run: JobRun, jobs: Jobs): readonly Job[] {
  const callee = run.library.calledBy(run.job);
  if (!callee) return [];
  for (let up: JobRun | undefined = run; up; up = up.caller) if (up.job.workflow === callee) return [];
  return jobs.ofWorkflow(callee, run);
}

/** Inputs by which workflows elsewhere are told where to deploy. */
const TARGETS = ['environment', 'environment-name', 'env', 'target', 'stage', 'deploy-environment'];

function elsewhereOf({ job, library }: JobRun): Elsewhere | undefined {
  const { uses, node, id } = job;
  if (uses === undefined || library.calledBy(job)) return undefined;
  const given = TARGETS.map((name) => node.get('with', name));
  return {
    reason: `job \`${id}\` calls \`${uses}\`, which is not among the files`,
    at: node.get('uses').at,
    by: uses,
    file: actionName(uses).replace(/^.*\//, ''),
    targets: given.flatMap((one): Naming[] => [{ text: scalarText(one) ?? '', at: one.at }]),
  };
}

function usedBy(step: JobRun['job']['node']): Job['uses'] {
  const uses = step.get('uses');
  return uses.text === undefined || isLocal(uses.text) ? [] : [{ by: actionName(uses.text), at: uses.at }];
}
