import { targetAmong, targetOf, type Naming, type Target } from '../../../delivery/index.ts';
import { known, unknown } from '../../../model/index.ts';
import type { Location, RelatedLocation } from '../../../source/index.ts';
import { resolveMacros } from '../read/values.ts';
import type { JobRead, PipelineRead, StageRead } from '../read/pipeline.ts';
import type { View } from '../template/scope.ts';
import { whyOpen } from './variables.ts';

const NOTHING_SET: ReadonlyMap<string, string> = new Map();

/** The `environment` of a deployment, or its `name`. */
function environmentView({ view }: JobRead): View | undefined {
  const environment = view.get('environment');
  const node = environment.isMap ? environment.get('name') : environment;
  return node.text === undefined || node.text === '' ? undefined : node;
}

export function environmentOf(job: JobRead): Naming | undefined {
  const node = environmentView(job);
  const [text] = node ? namesOf(node, job) : [];
  return node && { text: text ?? '', at: node.at };
}

/** The environment that a deployment names; several when who starts the pipeline may choose. */
export function environmentsOf(job: JobRead): readonly Target[] {
  const node = environmentView(job);
  if (!node) return [];
  const { at } = node;
  const names = namesOf(node, job);
  const related = relatedTo(node);
  const open = names.find((name) => /\$[({[]/.test(name));
  if (open !== undefined) return [targetOf(unknown(whyOpen(open, job.variables), at, related))];
  const [only = '', ...others] = names;
  if (others.length > 0) return [targetAmong(names, node.node.text ?? '', at, related)];
  return [targetOf(known(only, at, related))];
}

/** `production.cluster` is a resource of `production`. */
function namesOf(node: View, { variables }: JobRead): readonly string[] {
  const texts = node.texts.map((text) => resolveMacros(text, { variables, set: NOTHING_SET }));
  // In `shop.$(namespace)` only which resource it is is open.
  return texts.map((text) => {
    const [name = ''] = /^[^.$]+(?=\.)/.exec(text) ?? [];
    return name === '' ? text : name;
  });
}

function relatedTo(node: View): readonly RelatedLocation[] {
  const related: RelatedLocation[] = [];
  const { target } = node;
  if (target !== node) related.push({ location: target.at, message: 'its value comes from here' });
  const [call] = node.scope.calls;
  if (call) related.push({ location: call.at, message: 'used from here' });
  return related;
}

/** Inputs of tasks whose value is often named after an environment; the surest first. */
const TELLING: ReadonlySet<string> = new Set([
  'slotname',
  'namespace',
  'resourcegroupname',
  'appname',
  'webappname',
  'containerappname',
  'kubernetesserviceconnection',
  'azuresubscription',
]);

/** Names that may speak of an environment, where the job names none. */
export function tellingNames(
  job: JobRead,
  stage: StageRead,
  { view, name }: PipelineRead,
): readonly (readonly [string | undefined, Location])[] {
  const branches = view.get('trigger').isList
    ? view.get('trigger')
    : view.get('trigger', 'branches', 'include');
  const branch = branches.items().length === 1 ? branches.items()[0] : undefined;
  const texts: [string | undefined, Location][] = [
    [job.id, job.view.header],
    [job.view.get('displayName').text, job.view.get('displayName').at],
    [stage.id, stage.view.header],
    [stage.view.get('displayName').text, stage.view.get('displayName').at],
    ...inputsOf(job),
    [branch?.text, branch?.at ?? job.view.header],
    [name, view.header],
  ];
  return texts.map(([text, at]) => [text === undefined ? undefined : inWords(text), at]);
}

function inputsOf(job: JobRead): readonly [string | undefined, Location][] {
  return job.steps.flatMap(({ view }) =>
    view
      .get('inputs')
      .entries()
      .filter(([name]) => TELLING.has(name.toLowerCase()))
      .map(([, input]): [string | undefined, Location] => {
        const text = input.target.text;
        const value = text && resolveMacros(text, { variables: job.variables, set: NOTHING_SET });
        return [value === undefined || value.includes('$') ? undefined : value, input.at];
      }),
  );
}

/** `DeployProd` as `Deploy Prod`. */
export const inWords = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1 $2');
