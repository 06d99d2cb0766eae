import type { Pipeline } from '../../../delivery/index.ts';
import { known } from '../../../model/index.ts';
import type { Jobs } from '../job/job.ts';
import type { Library } from '../read/library.ts';
import { stepsOf } from '../read/run.ts';
import type { ActionFile, Job, Workflow } from '../read/workflow.ts';
import { surfaceOf } from '../surface/surface.ts';
import { injectionsOf } from './injections.ts';
import { sentTokens } from './sent-tokens.ts';

/** Composite actions that no workflow of the tree uses: others do, and give them whatever they have. */
export function unusedActions(
  workflows: readonly Workflow[],
  actions: readonly ActionFile[],
  library: Library,
): readonly ActionFile[] {
  if (actions.length === 0) return [];
  const jobs = workflows.flatMap((workflow) => [...workflow.jobs.values()]);
  const used = new Set(
    jobs.flatMap((job) =>
      stepsOf({ job, library, caller: undefined }).flatMap(({ inside }) => inside?.action ?? []),
    ),
  );
  return actions.filter((action) => action.composite && !used.has(action));
}

/** What an action pastes into its scripts, as of a pipeline that delivers nothing. */
export function pipelineOfAction({ node }: ActionFile, library: Library, jobs: Jobs): Pipeline {
  const { path } = node.document.file;
  const name = node.get('name');
  const own = new Map<string, Job>();
  const workflow: Workflow = {
    path,
    root: '',
    node,
    name: name.text ?? path,
    // Those who use it give its inputs, as those do who start a workflow.
    triggers: new Map([['workflow_dispatch', node]]),
    jobs: own,
    users: new Map(),
  };
  own.set('runs', {
    workflow,
    id: 'runs',
    node: node.get('runs'),
    name: 'runs',
    needs: [],
    uses: undefined,
  });
  const pasted = injectionsOf(workflow, library);
  return {
    system: 'github-actions',
    id: `${path}:action`,
    path,
    name: workflow.name,
    root: '',
    at: name.text === undefined ? node.header : name.at,
    triggers: [],
    forRequests: false,
    forPushes: false,
    tokenPermissions: known(null, node.header),
    injections: pasted.outsiders,
    sentTokens: sentTokens(workflow, library),
    surface: surfaceOf(workflow, library, jobs, pasted.starters),
    versionInput: undefined,
    jobs: [],
    runs: [],
  };
}
