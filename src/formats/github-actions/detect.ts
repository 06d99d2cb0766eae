import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import { triggersNode } from './read/workflow.ts';

const WORKFLOW = /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/;
const ACTION = /(?:^|\/)action\.ya?ml$/;

export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  return isWorkflow(root) || isAction(root);
}

/** By its path, else by what only workflows have: events, and jobs that run on something or use something. */
export function isWorkflow(root: DataNode): boolean {
  const jobs = root.get('jobs');
  if (!jobs.isMap) return false;
  if (WORKFLOW.test(root.document.file.path)) return true;
  if (!triggersNode(root).exists) return false;
  return jobs
    .entries()
    .every(([, job]) => job.get('runs-on').exists || job.get('uses').exists || job.get('steps').isList);
}

/** `action.yml`, whatever the action is written in. */
export function isAction(root: DataNode): boolean {
  return ACTION.test(root.document.file.path) && root.get('runs', 'using').text !== undefined;
}
