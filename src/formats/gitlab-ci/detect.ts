import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

const BY_NAME = /(?:^|[/.])gitlab-ci\.ya?ml$/;
const FOLDER = /(?:^|\/)\.gitlab\/(?:.*\/)?[^/]+\.ya?ml$/;

/** Enough keys to tell what a file is. */
const SAMPLE = 200;

/** What only pipelines of GitLab have beside jobs; services of Compose and steps of others have none of these. */
const GLOBAL = ['stages', 'include', 'default', 'workflow', 'before_script'];

/**
 * By its name; in `.gitlab` by jobs, and anywhere by the inputs of a component. The contents of other files do not
 * tell: they are read where a pipeline includes them.
 */
export function detect(document: DataDocument): boolean {
  const { path, text } = document.file;
  const root = rootNode(document);
  if (!root.isMap || (root.get('apiVersion').exists && root.get('kind').exists)) return false;
  if (BY_NAME.test(path)) return true;
  if (FOLDER.test(path)) return isHeader(root) || hasJobs(root) || root.get('include').exists;
  return /\.ya?ml$/.test(path) && text.includes('$[[ inputs.') && (isHeader(root) || hasJobs(root));
}

/** The document before the jobs that says which inputs they take. */
export function isHeader(root: DataNode): boolean {
  const keys = root.entries();
  return keys.length === 1 && root.get('spec').isMap && !root.get('spec', 'script').exists;
}

function hasJobs(root: DataNode): boolean {
  const entries = root.entries().slice(0, SAMPLE);
  const jobs = entries.filter(([, node]) => node.isMap && isJob(node));
  if (jobs.length === 0) return false;
  return (
    GLOBAL.some((key) => root.has(key)) ||
    jobs.some(([, node]) => node.get('stage').exists || node.get('script').exists)
  );
}

const isJob = (node: DataNode): boolean =>
  ['script', 'trigger', 'extends', 'rules'].some((key) => node.get(key).exists);
