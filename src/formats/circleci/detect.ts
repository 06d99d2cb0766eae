import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

const FOLDER = /(?:^|\/)\.circleci\/[^/]+\.ya?ml$/;

/** By its folder, else by a version 2 and jobs that run somewhere. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  const { path } = document.file;
  const jobs = root.get('jobs');
  if (FOLDER.test(path)) return jobs.isMap || root.get('workflows').isMap;
  const version = String(root.get('version').value);
  return /^2(?:\.[01])?$/.test(version) && jobs.isMap && jobs.entries().some(([, job]) => runsSomewhere(job));
}

function runsSomewhere(job: DataNode): boolean {
  const steps = job.get('steps').isList;
  return steps && ['docker', 'machine', 'macos', 'executor'].some((name) => job.get(name).exists);
}
