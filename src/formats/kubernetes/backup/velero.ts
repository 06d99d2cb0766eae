import { known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { durationHours } from '../../../syntax/cron/index.ts';
import type { DataNode } from '../../data-node.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { mistyped } from '../read.ts';
import { intervalFact } from './schedule.ts';

/** Velero keeps backups for 30 days when the schedule does not say. */
const DEFAULT_TTL_HOURS = 720;

/** A Velero Schedule. It covers the workloads that are in its namespaces, as far as the files state them. */
export function veleroBackup(
  object: KubernetesObject,
  workloads: readonly SubjectOf<'workload'>[],
): SubjectOf<'backup'> {
  const spec = object.root.get('spec');
  const template = spec.get('template');
  return subjectFrom(object, 'backup', {
    mechanism: 'backup-plan',
    intervalHours: intervalFact(spec.get('schedule'), spec.get('paused')),
    retentionDays: retentionOf(template.get('ttl')),
    offsite: unknown(
      'a storage location does not tell whether it is in another region or account than the cluster',
      template.get('storageLocation').at,
    ),
    covers: coversOf(template, object, workloads),
  });
}

function retentionOf(ttl: DataNode): Fact<number> {
  if (!ttl.exists) return known(DEFAULT_TTL_HOURS / 24, ttl.at);
  const hours = durationHours(ttl.text ?? '');
  return hours === undefined ? mistyped(ttl, 'a duration such as 720h') : known(hours / 24, ttl.at);
}

function coversOf(
  template: DataNode,
  object: KubernetesObject,
  workloads: readonly SubjectOf<'workload'>[],
): Fact<readonly string[]> {
  const included = template.get('includedNamespaces');
  const excluded = new Set(template.get('excludedNamespaces').texts());
  const wanted = included.texts();
  const all = wanted.length === 0 || wanted.includes('*');
  const names = new Set(wanted);
  const ids = workloads
    .filter(
      ({ environment }) =>
        environment === undefined || object.environment === undefined || environment === object.environment,
    )
    .filter(({ facts: { type, namespace } }) => {
      if (type === 'Job' || type === 'CronJob') return false;
      const name = namespace.value;
      if (typeof name !== 'string') return all && excluded.size === 0;
      return (all || names.has(name)) && !excluded.has(name);
    })
    .map(({ id }) => id);
  return known(ids, included.at);
}
