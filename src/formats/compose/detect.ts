import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import { baseName } from '../paths.ts';

/** `compose.yaml`, `docker-compose.prod.yml`, `docker-stack.yml`. */
const NAMED = /^(?:docker-)?(?:compose|stack)(?:[._-][\w.-]{1,100})?\.ya?ml$/i;

/** What stands beside `services` in files of pipelines and tools, and never in one of Compose. */
const FOREIGN = [
  'apiVersion',
  'jobs',
  'steps',
  'stages',
  'pipeline',
  'pipelines',
  'script',
  'kind',
  'Resources',
];

/**
 * Services with an image or a build. Parts of one, which others complete, are told by the file's name: pipelines have
 * services, too.
 */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  if (!root.isMap || FOREIGN.some((key) => root.has(key))) return false;
  const services = root.get('services').entries();
  const named = NAMED.test(baseName(document.file.path));
  if (named && root.get('include').isList) return true;
  if (services.length === 0 || !services.every(([, one]) => one.isMap || (named && !one.exists)))
    return false;
  return named || services.some(([, one]) => isRunnable(one));
}

/** Something to run, with more than that: pipelines name images alone. */
function isRunnable(service: DataNode): boolean {
  if (service.get('build').exists) return true;
  return service.get('image').text !== undefined && RUNS.some((key) => service.has(key));
}

const RUNS = [
  'ports',
  'volumes',
  'environment',
  'restart',
  'depends_on',
  'networks',
  'deploy',
  'container_name',
];
