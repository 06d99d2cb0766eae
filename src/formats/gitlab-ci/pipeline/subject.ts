import type { Job, Pipeline } from '../../../delivery/index.ts';
import { known } from '../../../model/index.ts';
import { sentTokens, traces } from '../injection/exposed.ts';
import { injectionsOf } from '../injection/injections.ts';
import type { ChildOf, Jobs } from '../job/job.ts';
import { approvalMistakes } from './approvals.ts';
import { callMistakes } from './calls.ts';
import { pipelineOf as pipelineOfJobs } from './pipeline.ts';
import type { JobRun, PipelinePlan } from './run.ts';
import { contextsIn, REQUESTS } from '../rules/context.ts';

/** Jobs of one pipeline with those of its child pipelines; nobody has as many. */
const JOBS = 5_000;

/** A pipeline as the delivery model has it, with the jobs of the child pipelines that it triggers. */
export function pipelineOf(plan: PipelinePlan, jobs: Jobs, childOf: ChildOf): Pipeline {
  const looked = runsOf(plan, childOf);
  const all = withChildren(jobs.ofPlan(plan));
  const { top } = plan.config;
  const stages = top.get('stages');
  const own = stages.exists && stages.node.document === top.node.document;
  const at = own ? stages.header : top.node.header;
  return {
    ...pipelineOfJobs(plan),
    at,
    triggers: triggersOf(plan),
    forRequests: false,
    tokenPermissions: known(null, at),
    injections: injectionsOf(looked),
    sentTokens: sentTokens(looked),
    traces: traces(looked),
    mistakes: [...callMistakes(plan), ...approvalMistakes(plan, jobs.ofPlan(plan))],
    jobs: all,
    runs: all,
  };
}

/** Each job of a pipeline and its child pipelines, in all the ways in which it runs. */
function runsOf(top: PipelinePlan, childOf: ChildOf): readonly JobRun[] {
  const runs: JobRun[] = [];
  const plans = [top];
  for (const plan of plans) {
    for (const { name, contexts } of plan.jobs.values()) {
      if (runs.length >= JOBS) return runs;
      const run: JobRun = { plan, name, within: contexts };
      runs.push(run);
      const child = childOf(run);
      if (child) plans.push(child);
    }
  }
  return runs;
}

/** What runs in merge requests only, as a pipeline of its own: its checks may stand before what branches deploy. */
export function requestsOf(plan: PipelinePlan, pipeline: Pipeline, jobs: Jobs): Pipeline {
  const only = [...plan.jobs.values()].filter(({ contexts }) => contexts === REQUESTS);
  const own = new Set(only.map(({ name }) => name));
  const checks = jobs.ofPlan(plan).filter(({ id }) => own.has(id));
  return { ...pipeline, id: `${pipeline.id}/merge-requests`, forRequests: true, jobs: checks, runs: [] };
}

function withChildren(top: readonly Job[]): readonly Job[] {
  const found = new Set(top);
  for (const job of found) {
    if (found.size > JOBS) break;
    for (const inner of job.inner()) found.add(inner);
  }
  return [...found];
}

/** What happens to commits; schedules and the like start the pipeline of a branch, and are set up in GitLab. */
const COMMITS: ReadonlySet<string> = new Set(['push', 'tag', 'merge_request_event']);

function triggersOf(plan: PipelinePlan): readonly string[] {
  const set = [...plan.jobs.values()].reduce((all, { contexts }) => all | contexts, 0);
  const sources = contextsIn(set).map(({ source, tag }) => (tag ? 'tag' : source));
  return [...new Set(sources.filter((source) => COMMITS.has(source)))];
}
