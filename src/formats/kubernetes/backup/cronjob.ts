import { known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { intervalFact } from './schedule.ts';

/**
 * Words of one command that writes a copy, in their order. Those that read one back (`pg_restore`, `restic restore`)
 * must not match.
 */
const COMMANDS: readonly (readonly RegExp[])[] = [
  [/^pg_(?:dump(?:all)?|basebackup)$/],
  [/^(?:mysqldump|mariadb-dump|mydumper|xtrabackup|mariabackup|mongodump)$/],
  [/^etcdctl$/, /^snapshot$/, /^save$/],
  [/^velero$/, /^backup$/, /^create$/],
  [/^velero$/, /^create$/, /^backup$/],
  [/^(?:restic|pgbackrest|barman|barman-cloud-backup)$/, /^backup$/],
  [/^kopia$/, /^snapshot$/, /^create$/],
  [/^borg$/, /^create$/],
  [/^wal-g$/, /^backup-push$/],
  [/^redis-cli$/, /^(?:--rdb|bgsave)$/i],
  [/^aws$/, /^create-(?:db-(?:cluster-)?)?snapshot$/],
];

/** Images that do nothing but back up, and scripts that say so. */
const BACKUP_IMAGE = /(?:postgres|pg|mysql|mariadb|mongo|redis|etcd|db)[-_]?(?:backup|dump)/i;
const BACKUP_SCRIPT = /(?:^|[\s/])(?=([\w.-]*?backup))\1[\w.-]*\.(?:sh|py|js|rb)\b/i;

/** How long copies are kept, as the commands and variables that delete old ones say it, in days. */
const RETENTION: readonly (readonly [pattern: RegExp, days: number])[] = [
  [/-mtime\s+\+(\d+)\b/, 1],
  [/--keep-daily[\s=]+(\d+)/, 1],
  [/--keep-within[\s=]+(\d+)d\b/, 1],
  [/--ttl[\s=]+(\d+)h/, 1 / 24],
];

/** A CronJob that makes copies; undefined for every other. */
export function cronJobBackup(object: KubernetesObject): SubjectOf<'backup'> | undefined {
  const spec = object.root.get('spec');
  const pod = spec.get('jobTemplate', 'spec', 'template', 'spec');
  const containers = ['initContainers', 'containers'].flatMap((list) => pod.get(list).items());
  const container = containers.find((candidate) => makesCopies(candidate, object.name));
  if (!container) return undefined;
  const job = `the job ${object.name}`;
  return subjectFrom(object, 'backup', {
    mechanism: 'job',
    intervalHours: intervalFact(spec.get('schedule'), spec.get('suspend')),
    retentionDays: retentionOf(container, job),
    offsite: unknown(
      `the files do not tell in which region or account ${job} puts its copies`,
      container.header,
    ),
    covers: unknown(`${job} does not name the resource that it copies`, container.header),
  });
}

function makesCopies(container: DataNode, name: string): boolean {
  const command = commandOf(container);
  const commands = command.split(/[|;&\n]+/).map((part) => part.split(/[\s"'()$`]+/).map(programName));
  if (commands.some((words) => COMMANDS.some((pattern) => inOrder(words, pattern)))) return true;
  if (BACKUP_IMAGE.test(container.get('image').text ?? '')) return true;
  return /backup/i.test(name) && BACKUP_SCRIPT.test(command);
}

/** `/usr/bin/pg_dump` is `pg_dump`. */
function programName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}

function inOrder(words: readonly string[], pattern: readonly RegExp[]): boolean {
  let next = 0;
  for (const word of words) if (pattern[next]?.test(word)) next++;
  return next === pattern.length;
}

/** What a container runs, as one line. */
function commandOf(container: DataNode): string {
  return ['command', 'args'].flatMap((key) => container.get(key).texts()).join(' ');
}

function retentionOf(container: DataNode, job: string): Fact<number> {
  const command = commandOf(container);
  for (const [pattern, days] of RETENTION) {
    const amount = pattern.exec(command)?.[1];
    if (amount !== undefined) return known(Number(amount) * days, container.get('args').at);
  }
  for (const variable of container.get('env').items()) {
    const value = variable.get('value');
    if (variable.get('name').text !== 'BACKUP_KEEP_DAYS' || !/^\d+$/.test(value.text ?? '')) continue;
    return known(Number(value.text), value.at);
  }
  return unknown(`${job} does not say how long copies are kept`, container.header);
}
