import { valueOf, type Fact, type SubjectOf } from '../../../model/index.ts';
import { gapOfCrontab, gapOfRecurrence } from '../../../syntax/cron/index.ts';
import { derive } from '../../resource/logic.ts';
import { elementsOf, textList } from '../../resource/lists.ts';
import { bool, byDefault, number, partsOn, text, textOf, type Part } from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import { daysFact, gapFact } from '../durations.ts';
import { backupFacts, CONTINUOUS_HOURS, covering, FOREVER_DAYS, untold, type BackupParts } from '../parts.ts';
import { regionOfName } from '../regions.ts';

/** Schedules of Google's services, each of its own make. */
export function googleSchedules(stack: Stack): readonly SubjectOf<'backup'>[] {
  const made = (
    resource: Resource,
    part: Part,
    parts: Omit<BackupParts, 'mechanism' | 'encrypted'>,
  ): SubjectOf<'backup'> =>
    stack.subject(
      'backup',
      resource,
      backupFacts(part, { mechanism: 'backup-plan', encrypted: byDefault(true, part), ...parts }),
    );
  return [
    ...stack.of('google_compute_resource_policy').flatMap((policy) => {
      const [snapshots] = policy.parts('snapshot_schedule_policy');
      return snapshots ? made(policy, snapshots, snapshotParts(stack, policy, snapshots)) : [];
    }),
    ...stack
      .of('google_firestore_backup_schedule')
      .map((schedule) => made(schedule, schedule, firestore(stack, schedule))),
    ...stack
      .of('google_spanner_backup_schedule')
      .map((schedule) => made(schedule, schedule, spanner(stack, schedule))),
    ...stack.of('google_alloydb_cluster').flatMap((cluster) => {
      const parts = alloy(cluster);
      return parts
        ? made(cluster, cluster, { ...parts, covers: covering(stack.path, [cluster.address], cluster) })
        : [];
    }),
  ];
}

type Parts = Omit<BackupParts, 'mechanism' | 'encrypted'>;

function snapshotParts(stack: Stack, policy: Resource, snapshots: Part): Parts {
  const [kept] = snapshots.parts('retention_policy');
  const locations = partsOn(snapshots, ['snapshot_properties']).flatMap(
    (part) => textList(part, 'storage_locations') ?? [],
  )[0];
  return {
    method: byDefault('snapshot', snapshots),
    intervalHours: diskInterval(snapshots),
    retentionDays: (kept && number(kept, 'max_retention_days')) ?? byDefault(FOREVER_DAYS, kept ?? snapshots),
    covers: disksOf(stack, policy),
    // Snapshots are kept in the nearest multi-region, unless a location is named.
    offsite: locations ? offsiteOf(locations, text(policy, 'region'), snapshots) : byDefault(true, snapshots),
    copyRegions: locations
      ? derive(locations, (names) => names.map(regionOfName))
      : untold('Google keeps them in the nearest multi-region', snapshots),
  };
}

/** `eu` and `us` are several regions at once. */
function offsiteOf(
  locations: Fact<readonly string[]>,
  region: Fact<string> | undefined,
  part: Part,
): Fact<boolean> {
  const own = region && valueOf(region);
  const names = valueOf(locations);
  if (names?.some((name) => !name.includes('-'))) return derive(locations, () => true);
  return own === undefined
    ? untold('the region of the disks is not known', part)
    : derive(locations, (all) => all.some((name) => name !== own));
}

function diskInterval(snapshots: Part): Fact<number> {
  const [schedule] = snapshots.parts('schedule');
  const [hourly] = schedule?.parts('hourly_schedule') ?? [];
  const [daily] = schedule?.parts('daily_schedule') ?? [];
  const hours = hourly && number(hourly, 'hours_in_cycle');
  const days = daily && number(daily, 'days_in_cycle');
  if (hours) return hours;
  if (days) return derive(days, (value) => value * 24);
  const weekdays = partsOn(schedule ?? snapshots, ['weekly_schedule', 'day_of_weeks']).map((part) =>
    text(part, 'day'),
  );
  const [first] = weekdays;
  if (!first) return untold('how often it copies is not set', schedule ?? snapshots);
  return gapFact(first, () =>
    gapOfRecurrence({ every: 'week', weekdays: weekdays.flatMap((day) => (day && valueOf(day)) ?? []) }),
  );
}

const ATTACHMENTS = [
  'google_compute_disk_resource_policy_attachment',
  'google_compute_region_disk_resource_policy_attachment',
];
const DISKS = ['google_compute_disk', 'google_compute_region_disk'];

function disksOf(stack: Stack, policy: Resource): Fact<readonly string[]> {
  const attached = ATTACHMENTS.flatMap((type) => stack.attached(type, 'name', policy, ['name'])).map(
    (one) => {
      const name = one.get('disk');
      const written = name && textOf(name);
      const named = DISKS.flatMap((type) => stack.of(type)).find((disk) => {
        const own = disk.get('name');
        return written !== undefined && own !== undefined && textOf(own) === written;
      });
      return { one, disk: stack.target(name) ?? named };
    },
  );
  const open = attached.find(({ disk }) => !disk);
  if (open) return untold('the disk is not among the files', open.one);
  const listed = DISKS.flatMap((type) => stack.of(type)).filter((disk) => {
    const policies = disk.get('resource_policies');
    return (
      policies !== undefined &&
      elementsOf(policies).some((value) => stack.target(value)?.address === policy.address)
    );
  });
  return covering(
    stack.path,
    [...attached.flatMap(({ disk }) => disk?.address ?? []), ...listed.map(({ address }) => address)],
    policy,
  );
}

function firestore(stack: Stack, schedule: Resource): Parts {
  const [weekly] = schedule.parts('weekly_recurrence');
  const retention = text(schedule, 'retention');
  return {
    method: byDefault('snapshot', schedule),
    intervalHours: byDefault(weekly ? 168 : 24, weekly ?? schedule),
    retentionDays: retention ? daysFact(retention) : untold('how long copies are kept is not set', schedule),
    covers: namedBy(stack, schedule, 'database', 'google_firestore_database'),
  };
}

function spanner(stack: Stack, schedule: Resource): Parts {
  const [cron] = partsOn(schedule, ['spec', 'cron_spec']);
  const pattern = cron && text(cron, 'text');
  const retention = text(schedule, 'retention_duration');
  return {
    method: byDefault('snapshot', schedule),
    intervalHours: pattern
      ? gapFact(pattern, gapOfCrontab)
      : untold('how often it copies is not set', schedule),
    retentionDays: retention ? daysFact(retention) : untold('how long copies are kept is not set', schedule),
    covers: namedBy(stack, schedule, 'database', 'google_spanner_database'),
  };
}

function namedBy(stack: Stack, schedule: Resource, attribute: string, type: string): Fact<readonly string[]> {
  const value = schedule.get(attribute);
  const written = value && textOf(value);
  const database =
    stack.target(value) ??
    stack.of(type).find((one) => {
      const own = one.get('name');
      return written !== undefined && own !== undefined && textOf(own) === written;
    });
  return database
    ? covering(stack.path, [database.address], schedule)
    : untold('the database is not among the files', schedule);
}

/** AlloyDB recovers to any moment of the last two weeks, unless that is turned off; then it may still make copies. */
function alloy(cluster: Resource): Omit<Parts, 'covers'> | undefined {
  const [continuous] = cluster.parts('continuous_backup_config');
  const place = continuous ?? cluster;
  const on = (continuous && bool(continuous, 'enabled')) ?? byDefault(true, place);
  const [automated] = cluster.parts('automated_backup_policy');
  if (valueOf(on) === false) return automated && alloyCopies(automated);
  const window = continuous && number(continuous, 'recovery_window_days');
  return {
    method: derive(on, () => 'continuous'),
    intervalHours: derive(on, () => CONTINUOUS_HOURS),
    retentionDays: window ?? byDefault(14, place),
  };
}

function alloyCopies(automated: Part): Omit<Parts, 'covers'> | undefined {
  const enabled = bool(automated, 'enabled');
  if (enabled && valueOf(enabled) === false) return undefined;
  const [period] = partsOn(automated, ['time_based_retention']).flatMap(
    (part) => text(part, 'retention_period') ?? [],
  );
  const [days] = partsOn(automated, ['weekly_schedule']).flatMap(
    (part) => textList(part, 'days_of_week') ?? [],
  );
  return {
    method: byDefault('snapshot', automated),
    intervalHours: days
      ? gapFact(
          derive(days, (names) => names.join(', ')),
          () => gapOfRecurrence({ every: 'week', weekdays: valueOf(days) ?? [] }),
        )
      : byDefault(24, automated),
    retentionDays: period ? daysFact(period) : byDefault(14, automated),
    ...(enabled && { active: enabled }),
  };
}
