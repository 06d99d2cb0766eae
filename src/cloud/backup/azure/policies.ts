import { valueOf, type Fact, type SubjectOf } from '../../../model/index.ts';
import { gapOfRecurrence, gapOfRepeating, type Recurrence } from '../../../syntax/cron/index.ts';
import { derive } from '../../resource/logic.ts';
import { textList } from '../../resource/lists.ts';
import { byDefault, number, text, type Part } from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import { daysFact, gapFact } from '../durations.ts';
import { backupFacts, covering, untold } from '../parts.ts';
import table from './policies.json' with { type: 'json' };
import { vaultFacts } from './vault.ts';

interface Policy {
  readonly type: string;
  /** What puts resources under the policy, and the attribute that names one. */
  readonly items: readonly { readonly type: string; readonly source: string }[];
}

/** Policies of Recovery Services vaults, and of Backup vaults. */
export function azurePolicies(stack: Stack): readonly SubjectOf<'backup'>[] {
  const recovery = (table.recovery as readonly Policy[]).flatMap((policy) =>
    stack.of(policy.type).flatMap((resource) => {
      const [backup] = resource.parts('backup');
      return backup ? made(stack, resource, policy, intervalOf(backup), longestOf(resource)) : [];
    }),
  );
  const protection = (table.protection as readonly Policy[]).flatMap((policy) =>
    stack
      .of(policy.type)
      .flatMap((resource) => made(stack, resource, policy, repeating(resource), defaultOf(resource))),
  );
  return [...recovery, ...protection];
}

function made(
  stack: Stack,
  policy: Resource,
  { items }: Policy,
  intervalHours: Fact<number>,
  retentionDays: Fact<number>,
): readonly SubjectOf<'backup'>[] {
  const protectedBy = items.flatMap(({ type, source }) =>
    stack
      .attached(type, 'backup_policy_id', policy)
      .map((item) => ({ item, target: stack.target(item.get(source)) })),
  );
  const open = protectedBy.find(({ target }) => !target);
  return [
    stack.subject(
      'backup',
      policy,
      backupFacts(policy, {
        mechanism: 'backup-plan',
        method: byDefault('snapshot', policy),
        intervalHours,
        retentionDays,
        covers: open
          ? untold('what it protects is not named by reference', open.item)
          : covering(
              stack.path,
              protectedBy.flatMap(({ target }) => target?.address ?? []),
              protectedBy[0]?.item ?? policy,
            ),
        ...vaultFacts(stack, policy),
      }),
    ),
  ];
}

const EVERY: Readonly<Record<string, Recurrence['every']>> = { Hourly: 'hour', Daily: 'day', Weekly: 'week' };

function intervalOf(backup: Part): Fact<number> {
  const frequency = text(backup, 'frequency');
  if (!frequency) return untold('how often it copies is not set', backup);
  const [hourly] = backup.parts('hourly');
  const interval = number(backup, 'hour_interval') ?? (hourly && number(hourly, 'interval'));
  const length = number(backup, 'hour_duration') ?? (hourly && number(hourly, 'window_duration'));
  const weekdays = textList(backup, 'weekdays');
  return gapFact(frequency, (word) => {
    const every = EVERY[word];
    if (!every) return { reason: 'is none of Hourly, Daily and Weekly' };
    const hours = length && valueOf(length);
    return gapOfRecurrence({
      every,
      ...(every === 'hour' && { interval: (interval && valueOf(interval)) ?? 4 }),
      ...(every === 'hour' && hours !== undefined && { window: { from: 0, to: hours } }),
      weekdays: (weekdays && valueOf(weekdays)) ?? [],
    });
  });
}

/** How many days each kind of kept copies reaches back. */
const KEPT = [
  ['retention_daily', 1],
  ['retention_weekly', 7],
  ['retention_monthly', 30],
  ['retention_yearly', 365],
] as const;

function longestOf(policy: Resource): Fact<number> {
  const stated = KEPT.flatMap(([block, days]) =>
    policy.parts(block).flatMap((part) => {
      const count = number(part, 'count');
      return count ? [derive(count, (value) => value * days)] : [];
    }),
  );
  const open = stated.find((fact) => valueOf(fact) === undefined);
  if (open) return open;
  return (
    stated.toSorted((a, b) => (valueOf(b) ?? 0) - (valueOf(a) ?? 0))[0] ??
    untold('how long copies are kept is not set', policy)
  );
}

/** The first of several repeating intervals; blobs without any are kept track of all the time. */
function repeating(policy: Resource): Fact<number> {
  const intervals = textList(policy, 'backup_repeating_time_intervals');
  const [first] = (intervals && valueOf(intervals)) ?? [];
  if (intervals && first !== undefined)
    return gapFact(
      derive(intervals, () => first),
      gapOfRepeating,
    );
  if (intervals) return derive(intervals, () => 0);
  return text(policy, 'operational_default_retention_duration')
    ? byDefault(5 / 60, policy)
    : untold('how often it copies is not set', policy);
}

function defaultOf(policy: Resource): Fact<number> {
  const names = [
    'default_retention_duration',
    'vault_default_retention_duration',
    'operational_default_retention_duration',
  ];
  const own = names.map((name) => text(policy, name)).find((fact) => fact !== undefined);
  const [rule] = policy.parts('default_retention_rule');
  const [cycle] = rule?.parts('life_cycle') ?? [];
  const duration = own ?? (cycle && text(cycle, 'duration'));
  return duration ? daysFact(duration) : untold('how long copies are kept is not set', policy);
}

/** Cosmos DB's own backups: every four hours, kept for eight, unless it says otherwise; or all the time. */
export function cosmosBackups(stack: Stack): readonly SubjectOf<'backup'>[] {
  return stack.of('azurerm_cosmosdb_account').map((account) => {
    const [backup] = account.parts('backup');
    const type = backup && text(backup, 'type');
    const continuous = type ? valueOf(type) === 'Continuous' : false;
    const open = type && valueOf(type) === undefined;
    const tier = backup && text(backup, 'tier');
    const minutes = backup && number(backup, 'interval_in_minutes');
    const hours = backup && number(backup, 'retention_in_hours');
    const redundancy = backup && text(backup, 'storage_redundancy');
    const place = backup ?? account;
    const untoldType = open ? derive(type, () => 0) : undefined;
    return stack.subject(
      'backup',
      account,
      backupFacts(place, {
        mechanism: 'database-automated',
        method: type
          ? derive(type, (word) => (word === 'Continuous' ? 'continuous' : 'snapshot'))
          : byDefault('snapshot', place),
        intervalHours:
          untoldType ??
          (continuous
            ? byDefault(5 / 60, place)
            : minutes
              ? derive(minutes, (value) => value / 60)
              : byDefault(4, place)),
        retentionDays:
          untoldType ??
          (continuous
            ? tier
              ? derive(tier, (word) => (word === 'Continuous7Days' ? 7 : 30))
              : byDefault(30, place)
            : hours
              ? derive(hours, (value) => value / 24)
              : byDefault(8 / 24, place)),
        covers: covering(stack.path, [account.address], account),
        offsite: redundancy
          ? derive(redundancy, (word) => word === 'Geo')
          : continuous
            ? untold('continuous backups lie where the regions of the account are', place)
            : byDefault(true, place),
        copyRegions: untold('Azure keeps them in the paired region, whichever that is', place),
        encrypted: byDefault(true, place),
        immutable: untold('Azure itself decides who can delete its automated backups', place),
      }),
    );
  });
}
