import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type BackupFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import { gapOfAws } from '../../syntax/cron/index.ts';
import { elementsOf } from '../resource/lists.ts';
import { derive } from '../resource/logic.ts';
import { bool, byDefault, number, partsOn, text, textOf, type Part } from '../resource/part.ts';
import table from './names.json' with { type: 'json' };
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';
import { databases } from '../database/database.ts';

/** Recovery logs that are shipped all the time lose five minutes at most, by what AWS, Azure and Google promise. */
const CONTINUOUS_HOURS = 5 / 60;
/** For what nothing deletes. */
const FOREVER_DAYS = 36_500;

/** What Terraform and CloudFormation call the same things of AWS Backup. */
interface Names {
  readonly plan: string;
  /** Blocks around the rules. */
  readonly rules: readonly string[];
  readonly continuous: string;
  readonly schedule: string;
  readonly lifecycle: string;
  readonly deleteAfter: string;
  readonly copy: string;
  readonly selection: { readonly type: string; readonly plan: string; readonly within: readonly string[] };
  readonly resources: string;
  readonly tag: { readonly block: string; readonly key: string; readonly value: string };
  readonly conditions: string;
}

const NAMES: readonly Names[] = table;

/** What makes copies regularly: databases by themselves, and plans of AWS Backup. */
export function backups(stack: Stack): readonly SubjectOf<'backup'>[] {
  return [
    ...automated(stack),
    ...NAMES.flatMap((names) => stack.of(names.plan).flatMap((plan) => planned(stack, plan, names))),
  ];
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
  const region = database.get('AutomaticBackupReplicationRegion');
  if (region) return known(true, region.at, database.related);
  const [copy] = stack.attached(
    'aws_db_instance_automated_backups_replication',
    'source_db_instance_arn',
    database,
  );
  return copy ? known(true, copy.at, copy.related) : byDefault(false, database);
}

function planned(stack: Stack, plan: Resource, names: Names): readonly SubjectOf<'backup'>[] {
  const covers = coversOf(stack, plan, names);
  return partsOn(plan, names.rules).map((rule, index) => {
    const address = `${plan.address}.${names.rules.at(-1) ?? ''}[${index}]`;
    return stack.subject('backup', { address, at: rule.at }, ruleFacts(rule, covers, names));
  });
}

function ruleFacts(rule: Part, covers: BackupFacts['covers'], names: Names): BackupFacts {
  const continuous = bool(rule, names.continuous);
  const schedule = text(rule, names.schedule);
  const [lifecycle] = rule.parts(names.lifecycle);
  const [copy] = rule.parts(names.copy);
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
      (lifecycle && number(lifecycle, names.deleteAfter)) ?? byDefault(FOREVER_DAYS, lifecycle ?? rule),
    offsite: copy ? byDefault(true, copy) : byDefault(false, rule),
    covers,
  };
}

function intervalOf(schedule: Fact<string>): Fact<number> {
  const { value } = schedule;
  if (isUnknown(value)) return derive(schedule, () => 0);
  const gap = gapOfAws(value);
  return 'hours' in gap
    ? derive(schedule, () => gap.hours)
    : unknown(`the schedule "${value}" ${gap.reason}`, schedule.at, schedule.related);
}

/** What the plan's selections take: by reference, or by tags that resources of the stack have. */
function coversOf(stack: Stack, plan: Resource, names: Names): Fact<readonly string[]> {
  const covered = new Set<string>();
  const { type, plan: attribute, within } = names.selection;
  const selections = stack.attached(type, attribute, plan);
  for (const selection of selections.flatMap((each) => partsOn(each, within))) {
    if (selection.uncertain !== undefined)
      return unknown(selection.uncertain, selection.at, selection.related);
    const listed = selection.get(names.resources);
    for (const element of listed ? elementsOf(listed) : []) {
      const target = targetOf(stack, element);
      if (!target)
        return unknown('what the selection takes is not named by reference', element.at, selection.related);
      covered.add(`${stack.path}:${target.address}`);
    }
    for (const tag of selection.parts(names.tag.block)) {
      const taken = byTag(stack, tag, names.tag);
      if (taken === undefined)
        return unknown('what the selection takes is decided by tags', tag.at, tag.related);
      for (const address of taken) covered.add(`${stack.path}:${address}`);
    }
    if (selection.parts(names.conditions).length > 0) {
      return unknown('what the selection takes is decided by conditions', selection.at, selection.related);
    }
  }
  const place = selections[0] ?? plan;
  return known([...covered].sort(), place.at, place.related);
}

/** What a value refers to, also in the midst of an ARN: `arn:aws:dynamodb:eu-west-1:1:table/${Orders}`. */
function targetOf(stack: Stack, value: Value): Resource | undefined {
  const parts = value.kind === 'unknown' ? (value.parts ?? []) : [];
  const targets = [value, ...parts].flatMap((part) =>
    typeof part === 'string' ? [] : (stack.target(part) ?? []),
  );
  return targets.length === 1 ? targets[0] : undefined;
}

function byTag(stack: Stack, tag: Part, names: Names['tag']): readonly string[] | undefined {
  const key = text(tag, names.key);
  const value = text(tag, names.value);
  const [name, wanted] = [key && valueOf(key), value && valueOf(value)];
  if (name === undefined || wanted === undefined) return undefined;
  return stack.resources
    .filter(({ managed }) => managed)
    .filter((resource) => {
      const own = tagOf(resource, name);
      return own?.kind === 'string' && own.value === wanted;
    })
    .map(({ address }) => address);
}

/** Terraform has tags by name, CloudFormation mostly as a list of keys and values. */
function tagOf(resource: Resource, name: string): Value | undefined {
  const [tags] = [...resource.parts('tags'), ...resource.parts('Tags')];
  const listed = resource.parts('Tags').find((tag) => {
    const key = tag.get('Key');
    return key && textOf(key) === name;
  });
  return listed?.get('Value') ?? tags?.get(name);
}
