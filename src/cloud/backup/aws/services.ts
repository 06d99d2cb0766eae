import { known, valueOf, type Fact, type SubjectOf } from '../../../model/index.ts';
import { caches } from '../../data/cache.ts';
import { derive } from '../../resource/logic.ts';
import { byDefault, number, partsOn, text, type Part } from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import { backupFacts, covering, untold } from '../parts.ts';
import { regionsOfResource } from '../regions.ts';

/** EFS' own backups: each day, kept for five weeks. */
const EFS_DAYS = 35;
/** S3 replicates most objects within a quarter of an hour, and promises it where that is paid for. */
const REPLICATION_HOURS = 0.25;

/** Copies that services of AWS make of themselves, other than databases. */
export function serviceBackups(stack: Stack): readonly SubjectOf<'backup'>[] {
  return [...cacheSnapshots(stack), ...fileSystems(stack), ...replications(stack)];
}

function cacheSnapshots(stack: Stack): readonly SubjectOf<'backup'>[] {
  return caches(stack).flatMap(({ id, name, facts }) => {
    const days = facts.backupRetentionDays;
    const resource = stack.at(name);
    if (!resource || days.value === null || days.value === 0) return [];
    return stack.subject(
      'backup',
      resource,
      backupFacts(resource, {
        mechanism: 'database-automated',
        method: byDefault('snapshot', resource),
        intervalHours: byDefault(24, resource),
        retentionDays: derive(days, (value) => value ?? 0),
        covers: known([id], resource.at, resource.related),
        encrypted: derive(facts.encrypted, (value) => value ?? false),
      }),
    );
  });
}

const FSX = [
  ...['lustre', 'windows', 'ontap', 'openzfs'].map((kind) => ({
    type: `aws_fsx_${kind}_file_system`,
    way: ['automatic_backup_retention_days'],
  })),
  ...['Lustre', 'Windows', 'Ontap', 'OpenZFS'].map((kind) => ({
    type: 'AWS::FSx::FileSystem',
    way: [`${kind}Configuration`, 'AutomaticBackupRetentionDays'],
  })),
];

function fileSystems(stack: Stack): readonly SubjectOf<'backup'>[] {
  const efs = [
    ...stack.of('aws_efs_backup_policy').map((policy) => {
      const [setting] = policy.parts('backup_policy');
      return {
        policy,
        system: stack.target(policy.get('file_system_id')),
        status: setting && text(setting, 'status'),
      };
    }),
    ...stack.of('AWS::EFS::FileSystem').map((system) => {
      const [setting] = system.parts('BackupPolicy');
      return { policy: system, system, status: setting && text(setting, 'Status') };
    }),
  ].flatMap(({ policy, system, status }) => {
    if (!status || valueOf(status) === 'DISABLED') return [];
    return daily(
      stack,
      policy,
      byDefault(EFS_DAYS, policy),
      system ?? policy,
      derive(status, (word) => word === 'ENABLED'),
    );
  });
  const fsx = FSX.flatMap(({ type, way }) =>
    stack.of(type).flatMap((system) => {
      const [part] = partsOn(system, way.slice(0, -1));
      const days = part && number(part, way.at(-1) ?? '');
      return days && valueOf(days) !== 0 ? daily(stack, system, days, system, byDefault(true, system)) : [];
    }),
  );
  return [...efs, ...fsx];
}

function daily(
  stack: Stack,
  maker: Resource,
  days: Fact<number>,
  system: Resource,
  active: Fact<boolean>,
): readonly SubjectOf<'backup'>[] {
  return [
    stack.subject(
      'backup',
      maker,
      backupFacts(maker, {
        mechanism: 'backup-plan',
        method: byDefault('snapshot', maker),
        intervalHours: byDefault(24, maker),
        retentionDays: days,
        covers: covering(stack.path, [system.address], maker),
        encrypted: untold('its copies are encrypted as the file system is', maker),
        active,
      }),
    ),
  ];
}

interface Replicating {
  readonly source: Resource;
  readonly maker: Resource;
  readonly rules: readonly Part[];
  readonly names: { readonly status: string; readonly to: string; readonly bucket: string };
}

const TERRAFORM = { status: 'status', to: 'destination', bucket: 'bucket' };

function replications(stack: Stack): readonly SubjectOf<'backup'>[] {
  const found: readonly Replicating[] = [
    ...stack.of('aws_s3_bucket_replication_configuration').map((maker) => {
      const source = stack.target(maker.get('bucket')) ?? maker;
      return { source, maker, rules: maker.parts('rule'), names: TERRAFORM };
    }),
    ...stack.of('aws_s3_bucket').map((bucket) => {
      const rules = partsOn(bucket, ['replication_configuration', 'rules']);
      return { source: bucket, maker: bucket, rules, names: TERRAFORM };
    }),
    ...stack.of('AWS::S3::Bucket').map((bucket) => {
      const rules = partsOn(bucket, ['ReplicationConfiguration', 'Rules']);
      return {
        source: bucket,
        maker: bucket,
        rules,
        names: { status: 'Status', to: 'Destination', bucket: 'Bucket' },
      };
    }),
  ];
  return found.flatMap(({ source, maker, rules, names }) => {
    const [rule] = rules;
    if (!rule) return [];
    const status = text(rule, names.status);
    const [destination] = rule.parts(names.to);
    const target = stack.target(destination?.get(names.bucket));
    const regions = target
      ? regionsOfResource(target)
      : untold('the bucket that it replicates to is not among the files', rule);
    return stack.subject(
      'backup',
      { address: `${maker.address}.replication`, at: rule.at },
      backupFacts(rule, {
        mechanism: 'replication',
        method: byDefault('replication', rule),
        intervalHours: byDefault(REPLICATION_HOURS, rule),
        retentionDays: untold('the bucket that it replicates to decides how long copies are kept', rule),
        covers: covering(stack.path, [source.address], rule),
        offsite: otherThan(regions, regionsOfResource(source), rule),
        copyRegions: regions,
        encrypted: untold('the bucket that it replicates to decides whether copies are encrypted', rule),
        immutable: untold('the bucket that it replicates to decides who can delete copies', rule),
        ...(status && { active: derive(status, (word) => word === 'Enabled') }),
      }),
    );
  });
}

function otherThan(copies: Fact<readonly string[]>, own: Fact<readonly string[]>, rule: Part): Fact<boolean> {
  const [there, here] = [valueOf(copies), valueOf(own)];
  if (!there || !here) return untold('whether it is in another region is not told', rule);
  return byDefault(
    there.some((region) => !here.includes(region)),
    rule,
  );
}
