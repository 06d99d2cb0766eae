import { valueOf, type Fact, type SubjectOf } from '../../../model/index.ts';
import { gapOfAws } from '../../../syntax/cron/index.ts';
import { anyTrue, derive } from '../../resource/logic.ts';
import { bool, byDefault, number, partsOn, text, textOf, type Part } from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import { gapFact } from '../durations.ts';
import { backupFacts, covering, untold } from '../parts.ts';
import table from './lifecycles.json' with { type: 'json' };
import { tagOf } from './selection.ts';

type Names = (typeof table)[number];

const UNIT_HOURS: Readonly<Record<string, number>> = {
  HOURS: 1,
  DAYS: 24,
  WEEKS: 168,
  MONTHS: 744,
  YEARS: 8784,
};

/** Data Lifecycle Manager, which makes snapshots of volumes and machines; each schedule by itself. */
export function lifecyclePolicies(stack: Stack): readonly SubjectOf<'backup'>[] {
  return table.flatMap((names) =>
    stack.of(names.type).flatMap((policy) =>
      partsOn(policy, [names.details, names.schedules]).map((schedule, index) => {
        const address = `${policy.address}.${names.schedules}[${index}]`;
        return stack.subject(
          'backup',
          { address, at: schedule.at },
          scheduled(stack, policy, schedule, names),
        );
      }),
    ),
  );
}

function scheduled(
  stack: Stack,
  policy: Resource,
  schedule: Part,
  names: Names,
): SubjectOf<'backup'>['facts'] {
  const [create] = schedule.parts(names.create);
  const [retain] = schedule.parts(names.retain);
  const cron = create && text(create, names.cron);
  const interval =
    (cron ? gapFact(cron, gapOfAws) : create && hoursOf(create, names)) ??
    untold('how often snapshots are made is not set', schedule);
  const copies = schedule.parts(names.copies);
  const state = text(policy, names.state);
  const encrypted = copies.map((copy) => bool(copy, names.encrypted) ?? byDefault(false, copy));
  return backupFacts(schedule, {
    mechanism: 'backup-plan',
    method: byDefault('snapshot', schedule),
    intervalHours: interval,
    retentionDays:
      retentionOf(retain, interval, names) ?? untold('how long snapshots are kept is not set', schedule),
    covers: coversOf(stack, policy, names),
    active: state ? derive(state, (word) => word !== 'DISABLED') : byDefault(true, policy),
    ...(copies[0] && {
      offsite: byDefault(true, copies[0]),
      copyRegions: regionsOf(copies, copies[0], names),
      encrypted: anyTrue(encrypted, untold('snapshots are encrypted as the volumes are', schedule)),
    }),
    ...(!copies[0] && { encrypted: untold('snapshots are encrypted as the volumes are', schedule) }),
  });
}

function hoursOf(part: Part, names: Names): Fact<number> | undefined {
  const unit = text(part, names.unit);
  const hours = UNIT_HOURS[(unit && valueOf(unit)) ?? 'HOURS'] ?? 0;
  const amount = number(part, names.interval);
  return amount && derive(amount, (value) => value * hours);
}

function retentionOf(
  retain: Part | undefined,
  interval: Fact<number>,
  names: Names,
): Fact<number> | undefined {
  if (!retain) return undefined;
  const count = number(retain, names.count);
  const gap = valueOf(interval);
  if (count) return gap === undefined ? interval : derive(count, (copies) => (copies * gap) / 24);
  const hours = hoursOf(retain, names);
  return hours && derive(hours, (value) => value / 24);
}

function regionsOf(copies: readonly Part[], first: Part, names: Names): Fact<readonly string[]> {
  const regions = copies.flatMap((copy) => {
    const target = names.target.map((name) => copy.get(name)).find((value) => value !== undefined);
    return target ? (textOf(target) ?? []) : [];
  });
  return regions.length === copies.length
    ? byDefault([...new Set(regions)].sort(), first)
    : untold('the region that snapshots are copied to is not told', first);
}

/** Volumes and machines of the stack that have one of the tags. */
function coversOf(stack: Stack, policy: Resource, names: Names): Fact<readonly string[]> {
  const targets = partsOn(policy, [names.details, names.tags]);
  const wanted = targets.flatMap((part) =>
    names.tag
      ? [[writtenIn(part, names.tag.key), writtenIn(part, names.tag.value)] as const]
      : part.names().map((name) => [name, writtenIn(part, name)] as const),
  );
  const open = targets.find(({ uncertain }) => uncertain !== undefined);
  if (open || targets.length === 0 || wanted.some(([key, value]) => key === undefined || value === undefined))
    return untold('what the policy takes is decided by tags', open ?? policy);
  const taken = names.taken
    .flatMap((type) => stack.of(type))
    .filter((resource) =>
      wanted.some(([key = '', value]) => {
        const own = tagOf(resource, key);
        return own?.kind === 'string' && own.value === value;
      }),
    );
  return covering(
    stack.path,
    taken.map(({ address }) => address),
    targets[0] ?? policy,
  );
}

function writtenIn(part: Part, name: string): string | undefined {
  const value = part.get(name);
  return value && textOf(value);
}
