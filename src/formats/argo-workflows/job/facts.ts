import { targetOf, type Job, type Target, type Variables } from '../../../delivery/index.ts';
import { known, unknown, type Fact, type StartFacts } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { keyAmong } from '../../script-text.ts';
import type { Values } from '../read/values.ts';
import type { Holder } from '../read/workflow.ts';
import { containersOf } from './activities.ts';

/** Parameters by which a template is told where to deploy. */
const PARAMETERS = ['environment', 'env', 'stage', 'target', 'target-env', 'deploy-env', 'environment-name'];

export function environmentsOf(values: Values): readonly Target[] {
  for (const name of PARAMETERS) {
    for (const key of [name, name.replace(/-/g, '_')]) {
      const given = values.get(`inputs.parameters.${key}`) ?? values.get(`workflow.parameters.${key}`);
      if (given && given.text !== '' && !given.text.includes('{{'))
        return [targetOf(known(given.text, given.at))];
    }
  }
  return [];
}

/** Only one at a time: a lock of the template or the workflow, or a schedule that waits for the run before. */
export function serializedOf(template: DataNode | undefined, holder: Holder, at: Location): Fact<boolean> {
  for (const place of [template, holder.spec]) {
    const lock = place?.get('synchronization');
    if (lock?.isMap) return known(true, lock.at);
  }
  const policy = holder.node.get('spec', 'concurrencyPolicy');
  if (holder.kind === 'CronWorkflow' && policy.text === 'Forbid') return known(true, policy.at);
  return known(false, policy.text === 'Replace' ? policy.at : at);
}

/** Seconds after which a template or the workflow is ended, as minutes. */
export function timeLimitOf(
  template: DataNode | undefined,
  holder: Holder,
  at: Location,
): Fact<number | null> {
  for (const place of [template, holder.spec]) {
    const limit = place?.get('activeDeadlineSeconds');
    if (!limit?.exists) continue;
    const seconds = Number(scalarText(limit));
    if (Number.isFinite(seconds)) return known(Math.ceil(seconds / 60), limit.at);
    return unknown(`\`${scalarText(limit) ?? ''}\` is known only while the workflow runs`, limit.at);
  }
  return known(null, at);
}

/** A long-lived key of a cloud among the variables of a template's containers. */
export function credentialsOf(
  template: DataNode | undefined,
  at: Location,
): Fact<'federated' | 'static' | 'none'> {
  return keyAmong(template ? containersOf(template).map(({ node }) => node) : [], at);
}

/** What is checked out is one version when a commit is named. */
export function workspaceOf(template: DataNode | undefined): Fact<boolean> | undefined {
  for (const artifact of template?.get('inputs', 'artifacts').items() ?? []) {
    const git = artifact.get('git');
    if (!git.isMap) continue;
    const revision = git.get('revision');
    if (revision.text?.includes('{{')) return undefined;
    return known(/^[0-9a-f]{40}$/.test(revision.text ?? ''), revision.exists ? revision.at : git.header);
  }
  return undefined;
}

const PATTERN = /\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\w+/g;
const FIXED =
  /\bworkflow\.(?:uid|creationTimestamp[\w.]*)\b|\bgit\.commit\b|\{\{[\w.-]*(?:sha|commit|digest)\}\}/i;
const BRANCH = /\{\{[\w.-]*branch\}\}/i;

export const variables: Variables = {
  pattern: PATTERN,
  fixed: FIXED,
  branch: BRANCH,
  startsFromTags: false,
  whyOpen: (text) => {
    const parameter = /\{\{\s*workflow\.parameters\.([\w-]+)/.exec(text)?.[1];
    if (parameter !== undefined) return `\`${parameter}\` is given when the workflow is submitted`;
    return `\`${text}\` is known only while the workflow runs`;
  },
};

export function startsOf({ kind, node, header, sensor }: Holder): readonly StartFacts[] {
  if (sensor) return [{ by: unknown('an event starts it', sensor.header), cron: known(null, sensor.header) }];
  if (kind !== 'CronWorkflow') return [{ by: known('person', header), cron: known(null, header) }];
  const spec = node.get('spec');
  const zone = spec.get('timezone');
  const utc = !zone.exists || /^(?:UTC|Etc\/UTC|GMT)$/.test(zone.text ?? '');
  return [spec.get('schedule'), ...spec.get('schedules').items()].flatMap((one) => {
    if (one.text === undefined) return [];
    const by = known('schedule' as const, one.at);
    const cron: Fact<string> = utc
      ? known(one.text, one.at)
      : unknown('its times are not those of UTC', zone.at);
    return [{ by, cron }];
  });
}

/** Names that speak of an environment, the surest first. */
export function tellingNames(
  id: string,
  at: Location,
  template: string | undefined,
  { name, namespace, header, node }: Holder,
  environment: string | undefined,
): Job['telling'] {
  return [
    [id, at],
    [template, at],
    [name, header],
    [namespace, node.get('metadata', 'namespace').at],
    [environment, header],
  ];
}
