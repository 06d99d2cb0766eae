import type { Pipeline } from '../../../delivery/index.ts';
import { pipelineOf as pipelineOfJobs, type Jobs } from '../job/job.ts';
import { mistakesOf } from '../mistakes/mistakes.ts';
import type { Library } from '../read/library.ts';
import { runsOf } from '../read/run.ts';
import type { Workflow } from '../read/workflow.ts';
import { injectionsOf } from './injections.ts';
import { surfaceOf } from '../surface/surface.ts';
import { sentTokens } from './sent-tokens.ts';
import { permissionsOf, sharedPermissionsOf } from './permissions.ts';

const REQUESTS = ['pull_request', 'pull_request_target', 'merge_group'];

/** A workflow as the delivery model has it. */
export function pipelineOf(workflow: Workflow, library: Library, jobs: Jobs): Pipeline {
  const name = workflow.node.get('name');
  const pasted = injectionsOf(workflow, library);
  return {
    ...pipelineOfJobs(workflow),
    at: name.text === undefined ? workflow.node.header : name.at,
    triggers: [...workflow.triggers.keys()],
    forRequests: REQUESTS.some((event) => workflow.triggers.has(event)),
    tokenPermissions: permissionsOf(workflow, library),
    injections: pasted.outsiders,
    sentTokens: sentTokens(workflow, library),
    surface: surfaceOf(workflow, library, jobs, pasted.starters),
    sharedPermissions: sharedPermissionsOf(workflow),
    mistakes: mistakesOf(workflow, library),
    jobs: jobs.ofWorkflow(workflow, undefined),
    runs: runsOf(library, workflow).flatMap((caller) => jobs.ofWorkflow(workflow, caller)),
  };
}
