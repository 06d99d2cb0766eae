import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type BackupFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import { elementsOf } from '../resource/lists.ts';
import { derive } from '../resource/logic.ts';
import { bool, byDefault, number, text, type Part } from '../resource/part.ts';
import { gapHours } from './schedule.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { databases } from '../database/database.ts';

/** Recovery logs that are shipped all the time lose five minutes at most, by what AWS, Azure and Google promise. */
const CONTINUOUS_HOURS = 5 / 60;
/** For what nothing deletes. */
const FOREVER_DAYS = 36_500;

/** What makes copies regularly: databases by themselves, and plans of AWS Backup. */
export function backups(stack: Stack): readonly SubjectOf<'backup'>[] {
  return [...automated(stack), ...stack.of('aws_backup_plan').flatMap((plan) => planned(stack, plan))];
}

function automated(stack: Stack): readonly SubjectOf<'backup'>[] {
  return databases(stack)
    .filter(({ facts }) => valueOf(facts.backupRetentionDays) !== 0)
    .flatMap(({ name: address, id, facts }) => {
      const resource = stack.at(address);
      if (!resource) return [];
      const interval = derive(facts.pointInTimeRecovery, (continuous) =>
        continuous ? CONTINUOUS_HOURS : 24,
      );
      return stack.subject('backup', resource, {
        mechanism: 'database-automated',
        intervalHours: interval,
        retentionDays: facts.backupRetentionDays,
        offsite: offsiteOf(stack, resource),
        covers: known([id], resource.at, resource.related),
      });
    });
}

function offsiteOf(stack: Stack, database: Resource): Fact<boolean> {
  const geographic = bool(database, 'geo_redundant_backup_enabled');
  if (geographic) return geographic;
  const [copy] = stack.attached(
    'aws_db_instance_automated_backups_replication',
    'source_db_instance_arn',
    database,
  );
  return copy ? known(true, copy.at, copy.related) : byDefault(false, database);
}

function planned(stack: Stack, plan: Resource): readonly SubjectOf<'backup'>[] {
  const covers = coversOf(stack, plan);
  return plan.parts('rule').map((rule, index) => {
    const address = `${plan.address}.rule[${index}]`;
    return stack.subject('backup', { address, at: rule.at }, ruleFacts(rule, covers));
  });
}

function ruleFacts(rule: Part, covers: BackupFacts['covers']): BackupFacts {
  const continuous = bool(rule, 'enable_continuous_backup');
  const schedule = text(rule, 'schedule');
  const [lifecycle] = rule.parts('lifecycle');
  const [copy] = rule.parts('copy_action');
  return {
    mechanism: 'backup-plan',
    intervalHours:
      continuous && valueOf(continuous) === true
        ? derive(continuous, () => CONTINUOUS_HOURS)
        : schedule
          ? intervalOf(schedule)
          : // AWS Backup's own default is five in the morning, every day.
            byDefault(24, rule),
    retentionDays:
      (lifecycle && number(lifecycle, 'delete_after')) ?? byDefault(FOREVER_DAYS, lifecycle ?? rule),
    offsite: copy ? byDefault(true, copy) : byDefault(false, rule),
    covers,
  };
}

function intervalOf(schedule: Fact<string>): Fact<number> {
  const { value } = schedule;
  if (isUnknown(value)) return derive(schedule, () => 0);
  const hours = gapHours(value);
  return hours === undefined
    ? unknown(`the schedule "${value}" cannot be read`, schedule.at, schedule.related)
    : derive(schedule, () => hours);
}

/** What the plan's selections take: by reference, or by tags that resources of the stack have. */
function coversOf(stack: Stack, plan: Resource): Fact<readonly string[]> {
  const covered = new Set<string>();
  const selections = stack.attached('aws_backup_selection', 'plan_id', plan);
  for (const selection of selections) {
    const listed = selection.get('resources');
    for (const element of listed ? elementsOf(listed) : []) {
      const target = stack.target(element);
      if (!target)
        return unknown('what the selection takes is not named by reference', element.at, selection.related);
      covered.add(`${stack.path}:${target.address}`);
    }
    for (const tag of selection.parts('selection_tag')) {
      const taken = byTag(stack, tag);
      if (taken === undefined)
        return unknown('what the selection takes is decided by tags', tag.at, tag.related);
      for (const address of taken) covered.add(`${stack.path}:${address}`);
    }
    if (selection.parts('condition').length > 0) {
      return unknown('what the selection takes is decided by conditions', selection.at, selection.related);
    }
  }
  const place = selections[0] ?? plan;
  return known([...covered].sort(), place.at, place.related);
}

function byTag(stack: Stack, tag: Part): readonly string[] | undefined {
  const key = text(tag, 'key');
  const value = text(tag, 'value');
  const [name, wanted] = [key && valueOf(key), value && valueOf(value)];
  if (name === undefined || wanted === undefined) return undefined;
  return stack.resources
    .filter(({ managed }) => managed)
    .filter((resource) => {
      const [tags] = resource.parts('tags');
      const own = tags?.get(name);
      return own?.kind === 'string' && own.value === wanted;
    })
    .map(({ address }) => address);
}
