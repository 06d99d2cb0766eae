import { valueOf, type Fact, type SubjectOf } from '../../../model/index.ts';
import { gapOfCrontab, gapOfRecurrence, type Recurrence } from '../../../syntax/cron/index.ts';
import { derive } from '../../resource/logic.ts';
import { textList } from '../../resource/lists.ts';
import { bool, byDefault, number, partsOn, text, type Part } from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import { gapFact } from '../durations.ts';
import { backupFacts, covering, FOREVER_DAYS, untold } from '../parts.ts';
import { regionOfName, regionsOfResource } from '../regions.ts';

/** Plans of Backup and DR, and of Backup for GKE. */
export function googlePlans(stack: Stack): readonly SubjectOf<'backup'>[] {
  return [...disasterRecovery(stack), ...clusterPlans(stack)];
}

function disasterRecovery(stack: Stack): readonly SubjectOf<'backup'>[] {
  return stack.of('google_backup_dr_backup_plan').flatMap((plan) => {
    const covers = associated(stack, plan);
    const vault = stack.target(plan.get('backup_vault'));
    return plan.parts('backup_rules').map((rule, index) =>
      stack.subject(
        'backup',
        { address: `${plan.address}.backup_rules[${index}]`, at: rule.at },
        backupFacts(rule, {
          mechanism: 'backup-plan',
          method: byDefault('snapshot', rule),
          intervalHours: intervalOf(rule),
          retentionDays:
            number(rule, 'backup_retention_days') ?? untold('how long copies are kept is not set', rule),
          covers,
          copyRegions: vault ? regionsOfResource(vault) : untold('the vault is not among the files', rule),
          offsite: vault ? elsewhere(vault, plan) : untold('the vault is not among the files', rule),
          encrypted: byDefault(true, rule),
          // A backup vault takes nothing without a time that it enforces.
          immutable: vault ? byDefault(true, vault) : untold('the vault is not among the files', rule),
        }),
      ),
    );
  });
}

function elsewhere(vault: Resource, plan: Resource): Fact<boolean> {
  const [there, here] = [text(vault, 'location'), text(plan, 'location')];
  const own = here && valueOf(here);
  return there && own !== undefined
    ? derive(there, (name) => name !== own)
    : untold('whether the vault is in another region is not told', plan);
}

function associated(stack: Stack, plan: Resource): Fact<readonly string[]> {
  const associations = stack.attached('google_backup_dr_backup_plan_association', 'backup_plan', plan, [
    'id',
    'name',
  ]);
  const targets = associations.map((one) => stack.target(one.get('resource')));
  const at = targets.indexOf(undefined);
  if (at >= 0) return untold('what it protects is not named by reference', associations[at] ?? plan);
  return covering(
    stack.path,
    targets.flatMap((target) => target?.address ?? []),
    associations[0] ?? plan,
  );
}

const EVERY: Readonly<Record<string, Recurrence['every']>> = {
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

function intervalOf(rule: Part): Fact<number> {
  const [schedule] = rule.parts('standard_schedule');
  const type = schedule && text(schedule, 'recurrence_type');
  if (!schedule || !type) return untold('how often it copies is not set', rule);
  const [window] = schedule.parts('backup_window');
  const [week] = schedule.parts('week_day_of_month');
  const hours = number(schedule, 'hourly_frequency');
  const from = window && number(window, 'start_hour_of_day');
  const to = window && number(window, 'end_hour_of_day');
  const listed = (name: string): readonly string[] => {
    const list = textList(schedule, name);
    return (list && valueOf(list)) ?? [];
  };
  return gapFact(type, (word) => {
    const every = EVERY[word];
    if (!every) return { reason: 'is none that Backup and DR has' };
    const [start, end] = [from && valueOf(from), to && valueOf(to)];
    return gapOfRecurrence({
      every,
      ...(every === 'hour' && { interval: (hours && valueOf(hours)) ?? 24 }),
      ...(every === 'hour' &&
        start !== undefined &&
        end !== undefined && { window: { from: start, to: end } }),
      weekdays: week ? written(week, 'day_of_week') : listed('days_of_week'),
      weeks: week ? written(week, 'week_of_month') : [],
      days: listed('days_of_month'),
      months: listed('months'),
    });
  });
}

function written(part: Part, name: string): readonly string[] {
  const fact = text(part, name);
  const value = fact && valueOf(fact);
  return value === undefined ? [] : [value];
}

function clusterPlans(stack: Stack): readonly SubjectOf<'backup'>[] {
  return stack.of('google_gke_backup_backup_plan').map((plan) => {
    const [schedule] = plan.parts('backup_schedule');
    const [retention] = plan.parts('retention_policy');
    const [encryption] = partsOn(plan, ['backup_config', 'encryption_key']);
    const cluster = stack.target(plan.get('cluster'));
    const location = text(plan, 'location');
    const paused = schedule && bool(schedule, 'paused');
    const lock = retention && number(retention, 'backup_delete_lock_days');
    return stack.subject(
      'backup',
      plan,
      backupFacts(plan, {
        mechanism: 'backup-plan',
        method: byDefault('snapshot', plan),
        intervalHours: schedule ? scheduled(schedule) : untold('it has no schedule', plan),
        retentionDays: keptDays(retention, plan),
        covers: cluster
          ? covering(stack.path, [cluster.address], plan)
          : untold('the cluster is not named by reference', plan),
        active: paused ? derive(paused, (yes) => !yes) : byDefault(schedule !== undefined, plan),
        offsite: cluster ? elsewhere(plan, cluster) : untold('the cluster is not among the files', plan),
        copyRegions: location
          ? derive(location, (name) => [regionOfName(name)])
          : untold('its region is not told', plan),
        encrypted: byDefault(true, encryption ?? plan),
        immutable: lock ? derive(lock, (days) => days > 0) : byDefault(false, retention ?? plan),
      }),
    );
  });
}

/** 0 days are for ever. */
function keptDays(retention: Part | undefined, plan: Resource): Fact<number> {
  const days = retention && number(retention, 'backup_retain_days');
  return days
    ? derive(days, (value) => (value === 0 ? FOREVER_DAYS : value))
    : byDefault(FOREVER_DAYS, retention ?? plan);
}

function scheduled(schedule: Part): Fact<number> {
  const cron = text(schedule, 'cron_schedule');
  if (cron) return gapFact(cron, gapOfCrontab);
  const [objective] = schedule.parts('rpo_config');
  const minutes = objective && number(objective, 'target_rpo_minutes');
  return minutes ? derive(minutes, (value) => value / 60) : untold('it has no schedule', schedule);
}
