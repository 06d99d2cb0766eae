import {
  isVersionInput,
  unawaitedApprovals,
  type Job,
  type Mistake,
  type Pipeline,
  type PipelineOf,
} from '../../delivery/index.ts';
import { known } from '../../model/index.ts';
import { injectionsOf } from './injections.ts';
import { jobsOf } from './job/job.ts';
import { startsFromTags } from './job/variables.ts';
import { missingRequired } from './requires.ts';
import type { Workflow } from './read/workflow.ts';

/** A workflow as the delivery model has it: CircleCI starts each for every push, unless something says otherwise. */
export function pipelineOf(workflow: Workflow): Pipeline {
  const { config, name, node, runs } = workflow;
  const schedule = node
    .get('triggers')
    .items()
    .some((one) => one.get('schedule').exists);
  const parameters = config.node.get('parameters').entries();
  const own: PipelineOf = {
    system: 'circleci',
    id: `${config.path}:${name}`,
    path: `${config.path}:${name}`,
    root: config.path.replace(/\.circleci\/[^/]*$/, ''),
    name,
    forPushes: !schedule && !runs.every(startsFromTags),
    versionInput: parameters.find(([parameter]) => isVersionInput(parameter))?.[1].header,
  };
  const jobs = jobsOf(workflow, own);
  return {
    ...own,
    at: node.header,
    triggers: [schedule ? 'schedule' : runs.length > 0 && runs.every(startsFromTags) ? 'tag' : 'push'],
    forRequests: false,
    tokenPermissions: known(null, node.header),
    injections: injectionsOf(workflow),
    mistakes: [...missingRequired(workflow), ...approvalMistakes(workflow, jobs)],
    jobs,
    runs: jobs,
  };
}

/** Where a matrix or a parameter says what a job requires, it may require any. */
function approvalMistakes({ runs }: Workflow, jobs: readonly Job[]): readonly Mistake[] {
  return runs.some(({ needs }) => needs.some((name) => name.includes('<<'))) ? [] : unawaitedApprovals(jobs);
}
