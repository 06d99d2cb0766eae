import { known, unknown, valueOf, type Fact, type SubjectOf } from '../../../model/index.ts';
import type { ScriptCopies } from '../../../recovery/index.ts';
import type { DataNode } from '../../data-node.ts';
import { subjectFrom, type KubernetesObject, type ObjectIndex } from '../object.ts';
import { holdersOfHosts, type NamedHolders } from './holders.ts';
import { podCopies, podRestores } from './pod.ts';
import { intervalFact } from './schedule.ts';
import { backupFrom, daysOf } from './subject.ts';

/** Images that do nothing but back up, and scripts that say so. */
const BACKUP_IMAGE = /(?:postgres|pg|mysql|mariadb|mongo|redis|etcd|db)[-_]?(?:backup|dump)/i;
const BACKUP_SCRIPT = /(?:^|[\s/])(?=([\w.-]*?backup))\1[\w.-]*\.(?:sh|py|js|rb)\b/i;

/** A CronJob that makes copies; undefined for every other. */
export function cronJobBackup(
  object: KubernetesObject,
  holders: NamedHolders,
  configMaps: ObjectIndex,
): SubjectOf<'backup'> | undefined {
  const spec = object.root.get('spec');
  const pod = spec.get('jobTemplate', 'spec', 'template', 'spec');
  const containers = ['initContainers', 'containers'].flatMap((list) => pod.get(list).items());
  const copies = podCopies(object, pod, containers, configMaps);
  const container = copies?.container ?? containers.find((one) => isBackup(one, object.name));
  if (!container) return undefined;
  const called = `the job ${object.name}`;
  const interval = intervalFact(spec.get('schedule'), spec.get('suspend'));
  const suspended = spec.get('suspend');
  return backupFrom(object, {
    mechanism: 'job',
    called,
    at: container,
    method: copies
      ? known(copies.does.method, container.header)
      : unknown(`what ${called} runs is not in the files`, container.header),
    intervalHours: interval,
    retentionDays: copies?.does.kept
      ? daysOf(copies.does.kept, copies.keptAt, interval)
      : unknown(`${called} does not say how long copies are kept`, container.header),
    covers: coversOf(object, container, copies?.does.sources ?? [], holders),
    sources: copies?.does.sources ?? [],
    active: known(suspended.value !== true, suspended.exists ? suspended.at : object.location),
    ...(copies && placesOf(copies.does, copies.lasting, container)),
  });
}

/** A CronJob that brings copies back, and makes none: it shows whether that works. */
export function restoreTest(
  object: KubernetesObject,
  configMaps: ObjectIndex,
): SubjectOf<'restore-test'> | undefined {
  const spec = object.root.get('spec');
  const pod = spec.get('jobTemplate', 'spec', 'template', 'spec');
  const containers = ['initContainers', 'containers'].flatMap((list) => pod.get(list).items());
  if (!podRestores(object, pod, containers, configMaps)) return undefined;
  const suspended = spec.get('suspend');
  return subjectFrom(object, 'restore-test', {
    intervalHours: intervalFact(spec.get('schedule'), suspended),
    active: known(suspended.value !== true, suspended.exists ? suspended.at : object.location),
  });
}

function isBackup(container: DataNode, name: string): boolean {
  if (BACKUP_IMAGE.test(container.get('image').text ?? '')) return true;
  const command = ['command', 'args'].flatMap((key) => container.get(key).texts()).join(' ');
  return /backup/i.test(name) && BACKUP_SCRIPT.test(command);
}

function coversOf(
  object: KubernetesObject,
  container: DataNode,
  sources: readonly string[],
  holders: NamedHolders,
): Fact<readonly string[]> {
  const covered = holdersOfHosts(holders, sources, object);
  if (covered.length > 0) return known([...new Set(covered.map(({ id }) => id))].sort(), container.header);
  const host = sources[0];
  return unknown(
    host === undefined
      ? `the job ${object.name} does not name the resource that it copies`
      : `the job ${object.name} copies from ${host}, which is not among the files`,
    container.header,
  );
}

function placesOf(
  does: ScriptCopies,
  lasting: Fact<boolean> | undefined,
  container: DataNode,
): Partial<SubjectOf<'backup'>['facts']> {
  const at = container.header;
  const here = lasting !== undefined && !does.places.some(({ kind }) => kind === 'store');
  return {
    ...(lasting && { lasting }),
    ...(does.encrypts && { encrypted: known(true, at) }),
    ...(does.regions.length > 0 && { copyRegions: known(does.regions, at) }),
    ...(here && { offsite: known(false, at), copyRegions: known([], at) }),
    ...(here && valueOf(lasting) === false && { immutable: known(false, at) }),
  };
}
