import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

const NAMED =
  /(?:^|\/)(?:azure-pipeline[^/]*|\.vsts-ci)\.ya?ml$|(?:^|\/)\.?azure[-_]?pipelines?\/|(?:^|\/)\.azuredevops\//i;
/** Enough entries to tell what a file is. */
const SAMPLE = 50;

/** What pipelines and templates have at their root. */
const KEYS: ReadonlySet<string> = new Set([
  'name',
  'appendCommitMessageToRunName',
  'trigger',
  'pr',
  'schedules',
  'resources',
  'variables',
  'parameters',
  'lockBehavior',
  'extends',
  'stages',
  'jobs',
  'steps',
  'pool',
  'container',
  'services',
  'strategy',
  'workspace',
  'timeoutInMinutes',
  'cancelTimeoutInMinutes',
  'continueOnError',
  'condition',
  'dependsOn',
]);

/** Keys that begin an entry of each list. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  stages: ['stage', 'template'],
  jobs: ['job', 'deployment', 'template'],
  steps: [
    'task',
    'script',
    'bash',
    'pwsh',
    'powershell',
    'checkout',
    'download',
    'downloadBuild',
    'publish',
    'template',
    'getPackage',
    'reviewApp',
  ],
};

/** A pipeline or a template, by what only these have; a file of theirs by name needs less. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  const keys = root.entries().map(([key]) => key);
  if (keys.length === 0 || !keys.every((key) => KEYS.has(key) || key.startsWith('${{'))) return false;
  const named = NAMED.test(document.file.path);
  if (root.get('extends', 'template').text !== undefined) return true;
  const lists = Object.entries(BEGINNINGS).filter(([key]) => root.get(key).isList);
  if (
    lists.some(([key, names]) =>
      root
        .get(key)
        .items()
        .slice(0, SAMPLE)
        .some((one) => begins(one, names)),
    )
  ) {
    return !isForeign(root);
  }
  return named && (lists.length > 0 || isVariables(root));
}

/** An entry, or a condition that holds entries. */
function begins(entry: DataNode, names: readonly string[]): boolean {
  return entry
    .entries()
    .some(
      ([key, value]) =>
        names.includes(key) ||
        (key.startsWith('${{') &&
          [value, ...value.items()].some((one) => names.some((name) => one.has(name)))),
    );
}

/** Steps of Google's Cloud Build and of Drone are containers; their names are images. */
function isForeign(root: DataNode): boolean {
  return root
    .get('steps')
    .items()
    .slice(0, SAMPLE)
    .some(
      (step) =>
        step.has('args') ||
        step.has('entrypoint') ||
        step.has('image') ||
        /[/:]/.test(step.get('name').text ?? ''),
    );
}

function isVariables(root: DataNode): boolean {
  const { isMap, isList } = root.get('variables');
  return isMap || isList;
}

const BY_ITSELF = ['trigger', 'pr', 'schedules', 'pool', 'resources', 'extends', 'name', 'lockBehavior'];
const TEMPLATES = /(?:^|\/)[^/]*templates?\//i;

/** Is a file a pipeline, and not a template for others? By what only pipelines say, else by its name. */
export function isPipeline(root: DataNode, isUsed: boolean): boolean {
  if (!['stages', 'jobs', 'steps', 'extends'].some((key) => root.get(key).exists)) return false;
  if (['trigger', 'pr', 'schedules', 'resources', 'extends'].some((key) => root.has(key))) return true;
  if (isUsed) return false;
  const { path } = root.document.file;
  if (/(?:^|\/)azure-pipeline[^/]*\.ya?ml$/i.test(path)) return true;
  if (TEMPLATES.test(path)) return false;
  return BY_ITSELF.some((key) => root.has(key)) || !root.has('parameters');
}
