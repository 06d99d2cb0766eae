import { isUnknown, known, unknown, type Fact, type PipelineFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Library } from '../read/library.ts';
import { outermost, runsOf, type JobRun } from '../read/run.ts';
import type { Workflow } from '../read/workflow.ts';

type Level = PipelineFacts['tokenPermissions'] extends Fact<infer T> ? T : never;

/** The worst first: what one job may do, the workflow may do. */
const ORDER: readonly Level[] = ['write-all', 'default', 'scoped', 'read', 'none'];

/** What the workflow's token may do, over all its jobs; a job's own `permissions` replace the workflow's. */
export function permissionsOf(workflow: Workflow, library: Library): Fact<Level> {
  const top = workflow.node.get('permissions');
  let worst: Fact<Level> | undefined;
  const callers = runsOf(library, workflow);
  for (const job of workflow.jobs.values()) {
    for (const caller of callers) {
      const level = permissionsOfRun({ job, library, caller });
      if (!worst || rank(level) < rank(worst)) worst = level;
    }
  }
  return worst ?? known(top.value === undefined ? 'default' : levelOf(top), top.at);
}

/** The nearest statement counts: the job's, its workflow's, the calling job's and so on. */
function permissionsOfRun(run: JobRun): Fact<Level> {
  for (let up: JobRun | undefined = run; up; up = up.caller) {
    for (const holder of [up.job.node, up.job.workflow.node]) {
      const permissions = holder.get('permissions');
      if (permissions.value !== undefined) return known(levelOf(permissions), permissions.at);
    }
  }
  const events = [...outermost(run).job.workflow.triggers.keys()];
  if (events.length > 0 && events.every((event) => event === 'workflow_call')) {
    const reason =
      'it is called by workflows that are not among the files, and has the permissions of theirs';
    return unknown(reason, run.job.node.header);
  }
  return known<Level>('default', run.job.node.header);
}

/** What the workflow's own statement lets several jobs write, though one of them may need it. */
export function sharedPermissionsOf({ node, jobs }: Workflow): PipelineFacts['sharedPermissions'] {
  const sharing = [...jobs.values()].filter((job) => !job.node.has('permissions'));
  if (sharing.length < 2) return [];
  const given = node.get('permissions').entries();
  return given.flatMap(([scope, { text, header }]) =>
    text === 'write' ? [{ permission: known(scope, header) }] : [],
  );
}

/** What is not known may be the default, and is better than that. */
function rank({ value }: Fact<Level>): number {
  return isUnknown(value) ? ORDER.indexOf('default') + 0.5 : ORDER.indexOf(value);
}

function levelOf(node: DataNode): Level {
  if (node.text === 'write-all') return 'write-all';
  if (node.text === 'read-all') return 'read';
  const levels = node.entries().map(([, scope]) => scope.text);
  if (levels.includes('write')) return 'scoped';
  return levels.includes('read') ? 'read' : 'none';
}
