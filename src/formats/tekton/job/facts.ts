import { targetOf, type Job, type Target, type Variables } from '../../../delivery/index.ts';
import { known, unknown, type Fact, type StartFacts } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import type { TektonObject } from '../read/objects.ts';
import type { Values } from '../read/values.ts';

/** Parameters by which a task is told where to deploy. */
const PARAMETERS = [
  'environment',
  'env',
  'stage',
  'target-env',
  'target-environment',
  'deploy-env',
  'environment-name',
];

export function environmentsOf(values: Values): readonly Target[] {
  for (const name of PARAMETERS) {
    for (const key of [name, name.replace(/-/g, '_'), name.toUpperCase().replace(/-/g, '_')]) {
      const given = values.get(`params.${key}`);
      if (given && given.text !== '' && !/\$\(|\{\{/.test(given.text))
        return [targetOf(known(given.text, given.at))];
    }
  }
  return [];
}

/** Tekton ends a run after an hour, unless it is told otherwise. */
const DEFAULT = 60;

/** `1h30m`, as minutes; `0` is no limit. */
export function timeLimitOf(task: DataNode, { spec }: TektonObject, at: Location): Fact<number | null> {
  const places = [
    task.get('timeout'),
    spec.get('timeouts', 'tasks'),
    spec.get('timeouts', 'pipeline'),
    spec.get('timeout'),
  ];
  const node = places.find(({ exists }) => exists);
  if (!node) return known(DEFAULT, at);
  const text = scalarText(node) ?? '';
  if (/^0[hms]*$/.test(text)) return known(null, node.at);
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text) ?? [];
  const total = Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
  return total > 0
    ? known(Math.ceil(total), node.at)
    : unknown(`\`${text}\` is known only while the pipeline runs`, node.at);
}

const PATTERN = /\$\([\w.[\]'"*-]+\)|\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\w+/g;
const FIXED =
  /\bcontext\.(?:pipelineRun|taskRun)\.(?:uid|name)\b|[._-](?:sha|commit|digest)\b|\bbody\.(?:after|head_commit\.id|checkout_sha)\b|\{\{\s*revision\s*\}\}/i;
const BRANCH = /branch\b|\bbody\.ref\b/i;

export const variables: Variables = {
  pattern: PATTERN,
  fixed: FIXED,
  branch: BRANCH,
  startsFromTags: false,
  whyOpen: (text) => {
    const name = /params\.([\w-]+)/.exec(text)?.[1];
    if (name !== undefined) return `\`${name}\` is given when the pipeline is started`;
    return `\`${text}\` is known only while the pipeline runs`;
  },
};

const ANNOTATION = 'pipelinesascode.tekton.dev/on-event';

/** Events by which Pipelines as Code starts a run. */
export function eventsOf({ node }: TektonObject): readonly string[] {
  const text = node.get('metadata', 'annotations', ANNOTATION).text ?? '';
  return ['pull_request', 'push', 'incoming'].filter((event) => text.includes(event));
}

export function startsOf(object: TektonObject): readonly StartFacts[] {
  const { header, trigger, kind, node } = object;
  if (trigger) return [{ by: unknown('an event starts it', header), cron: known(null, header) }];
  const annotation = node.get('metadata', 'annotations', ANNOTATION);
  if (annotation.exists) return [{ by: known('change', annotation.at), cron: known(null, annotation.at) }];
  if (kind.endsWith('Run')) return [{ by: known('person', header), cron: known(null, header) }];
  return [{ by: unknown('what runs it is not among the files', header), cron: known(null, header) }];
}

/** Names that speak of an environment, the surest first. */
export function tellingNames(
  names: readonly string[],
  at: Location,
  { name, namespace, header, node }: TektonObject,
  environment: string | undefined,
): Job['telling'] {
  return [
    ...names.map((one) => [one, at] as const),
    [name, header],
    [namespace, node.get('metadata', 'namespace').at],
    [environment, header],
  ];
}
