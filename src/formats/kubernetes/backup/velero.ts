import { known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { durationHours } from '../../../syntax/cron/index.ts';
import type { DataNode } from '../../data-node.ts';
import { nearest, referenceKey, type KubernetesObject, type ObjectIndex } from '../object.ts';
import { mistyped, textMap } from '../read.ts';
import { around, type Holder } from './holders.ts';
import { intervalFact } from './schedule.ts';
import { storeParts } from './store.ts';
import { backupFrom } from './subject.ts';

/** Velero keeps backups for 30 days when the schedule does not say. */
const DEFAULT_TTL_HOURS = 720;

/** What has the data: without one of them only the descriptions of objects are copied. */
const HOLDING: ReadonlySet<string> = new Set(['*', 'pods', 'persistentvolumeclaims', 'persistentvolumes']);

/** A Velero Schedule. It covers what is in its namespaces, as far as the files state it. */
export function veleroBackup(
  object: KubernetesObject,
  holders: readonly Holder[],
  locations: ObjectIndex,
): SubjectOf<'backup'> {
  const spec = object.root.get('spec');
  const template = spec.get('template');
  const name = template.get('storageLocation').text ?? 'default';
  const key = referenceKey(object.namespace, 'BackupStorageLocation', name);
  const location = nearest(object, locations, key)?.root.get('spec');
  return backupFrom(object, {
    mechanism: 'backup-plan',
    called: `the schedule ${object.name}`,
    at: template.get('storageLocation'),
    method: known('snapshot', template.header),
    intervalHours: intervalFact(spec.get('schedule'), spec.get('paused')),
    retentionDays: retentionOf(template.get('ttl')),
    active: activeOf(spec.get('paused'), location, object),
    covers: coversOf(template, object, holders),
    ...(location && locationParts(location)),
    ...(movesData(template) ? {} : stayingParts(template)),
  });
}

function locationParts(location: DataNode): Partial<SubjectOf<'backup'>['facts']> {
  const config = location.get('config');
  const region = config.get('region');
  const key = ['kmsKeyId', 'serverSideEncryption', 'customerKeyEncryptionFile']
    .map((name) => config.get(name))
    .find(({ exists }) => exists);
  return {
    ...storeParts(location),
    ...(region.text !== undefined && { copyRegions: known([region.text], region.at) }),
    ...(key && { encrypted: known(true, key.at) }),
  };
}

/** What brings the data themselves to where descriptions of objects go: https://velero.io/docs/main/csi-snapshot-data-movement/ */
function movesData(template: DataNode): boolean {
  const keys = ['defaultVolumesToFsBackup', 'defaultVolumesToRestic', 'snapshotMoveData'];
  return keys.some((key) => template.get(key).value === true);
}

/**
 * Snapshots lie where their volumes lie, wherever the bucket is; but Velero itself may have been told to move the data.
 * https://velero.io/docs/main/locations/
 */
function stayingParts(
  template: DataNode,
): Pick<SubjectOf<'backup'>['facts'], 'copyRegions' | 'offsite' | 'encrypted'> {
  const open = unknown(
    'the schedule does not say that data are moved to the bucket: snapshots stay with their volumes, unless Velero itself is told otherwise',
    template.header,
  );
  return { copyRegions: open, offsite: open, encrypted: open };
}

function activeOf(paused: DataNode, location: DataNode | undefined, object: KubernetesObject): Fact<boolean> {
  if (paused.value === true) return known(false, paused.at);
  const mode = location?.get('accessMode');
  if (mode?.text === 'ReadOnly') return known(false, mode.at);
  return known(true, paused.exists ? paused.at : object.location);
}

function retentionOf(ttl: DataNode): Fact<number> {
  if (!ttl.exists) return known(DEFAULT_TTL_HOURS / 24, ttl.at);
  const hours = durationHours(ttl.text ?? '');
  return hours === undefined ? mistyped(ttl, 'a duration such as 720h') : known(hours / 24, ttl.at);
}

function coversOf(
  template: DataNode,
  object: KubernetesObject,
  holders: readonly Holder[],
): Fact<readonly string[]> {
  const nothing = withoutData(template);
  if (nothing) return known([], nothing.at);
  const included = template.get('includedNamespaces');
  const excluded = new Set(template.get('excludedNamespaces').texts());
  const wanted = included.texts();
  const all = wanted.length === 0 || wanted.includes('*');
  const names = new Set(wanted);
  const within = around(holders, object).filter(({ namespace }) => {
    if (namespace === undefined) return all && excluded.size === 0;
    return (all || names.has(namespace)) && !excluded.has(namespace);
  });
  const selectors = [template.get('labelSelector'), ...template.get('orLabelSelectors').items()];
  const stated = selectors.filter(({ exists }) => exists);
  const open = stated.find((selector) => selector.get('matchExpressions').items().length > 0);
  if (open) return unknown('what the schedule takes is decided by expressions on labels', open.header);
  const labels = stated.map((selector) => Object.entries(textMap(selector.get('matchLabels'))));
  const taken = within.filter(
    (holder) =>
      labels.length === 0 ||
      labels.some((wantedLabels) => wantedLabels.every(([name, value]) => holder.labels[name] === value)),
  );
  return known(
    taken.map(({ id }) => id),
    included.at,
  );
}

/** What makes it copy the descriptions of objects only. */
function withoutData(template: DataNode): DataNode | undefined {
  const resources = template.get('includedResources');
  const listed = resources.texts().map((name) => name.toLowerCase());
  if (listed.length > 0 && !listed.some((name) => HOLDING.has(name))) return resources;
  const snapshots = template.get('snapshotVolumes');
  const files = ['defaultVolumesToFsBackup', 'defaultVolumesToRestic'].map((key) => template.get(key));
  return snapshots.value === false && !files.some(({ value }) => value === true) ? snapshots : undefined;
}
