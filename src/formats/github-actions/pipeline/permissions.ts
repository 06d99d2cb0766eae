import { known, type Fact, type PipelineFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Workflow } from '../read/workflow.ts';

type Level = PipelineFacts['tokenPermissions'] extends Fact<infer T> ? T : never;

/** The worst first: what one job may do, the workflow may do. */
const ORDER: readonly Level[] = ['write-all', 'default', 'scoped', 'read', 'none'];

/** What the workflow's token may do, over all its jobs; a job's own `permissions` replace the workflow's. */
export function permissionsOf(workflow: Workflow): Fact<Level> {
  const top = workflow.node.get('permissions');
  let worst: Fact<Level> | undefined;
  for (const { node } of workflow.jobs.values()) {
    const own = node.get('permissions');
    const holder = own.value === undefined ? top : own;
    const level =
      holder.value === undefined ? known<Level>('default', node.header) : known(levelOf(holder), holder.at);
    if (!worst || rank(level) < rank(worst)) worst = level;
  }
  return worst ?? known(top.value === undefined ? 'default' : levelOf(top), top.at);
}

const rank = (fact: Fact<Level>): number => ORDER.indexOf(fact.value as Level);

function levelOf(node: DataNode): Level {
  if (node.text === 'write-all') return 'write-all';
  if (node.text === 'read-all') return 'read';
  const levels = node.entries().map(([, scope]) => scope.text);
  if (levels.includes('write')) return 'scoped';
  return levels.includes('read') ? 'read' : 'none';
}
