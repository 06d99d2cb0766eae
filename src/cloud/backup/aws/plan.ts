import { valueOf, type BackupFacts, type Fact, type SubjectOf } from '../../../model/index.ts';
import { gapOfAws } from '../../../syntax/cron/index.ts';
import { derive } from '../../resource/logic.ts';
import { bool, byDefault, number, partsOn, text, type Part } from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import { gapFact } from '../durations.ts';
import { backupFacts, CONTINUOUS_HOURS, FOREVER_DAYS, untold } from '../parts.ts';
import { regionOfArn, regionsOfResource } from '../regions.ts';
import type { Names } from './names.ts';
import table from './names.json' with { type: 'json' };
import { coversOf } from './selection.ts';

const NAMES: readonly Names[] = table;

/** Plans of AWS Backup, each rule by itself. */
export function awsBackupPlans(stack: Stack): readonly SubjectOf<'backup'>[] {
  return NAMES.flatMap((names) => stack.of(names.plan).flatMap((plan) => planned(stack, plan, names)));
}

function planned(stack: Stack, plan: Resource, names: Names): readonly SubjectOf<'backup'>[] {
  const covers = coversOf(stack, plan, names);
  return partsOn(plan, names.rules).map((rule, index) => {
    const address = `${plan.address}.${names.rules.at(-1) ?? ''}[${index}]`;
    return stack.subject('backup', { address, at: rule.at }, ruleFacts(stack, rule, covers, names));
  });
}

function ruleFacts(stack: Stack, rule: Part, covers: BackupFacts['covers'], names: Names): BackupFacts {
  const continuous = bool(rule, names.continuous);
  const schedule = text(rule, names.schedule);
  const [lifecycle] = rule.parts(names.lifecycle);
  const copies = rule.parts(names.copy.block);
  const [copy] = copies;
  const always = continuous && valueOf(continuous) === true ? continuous : undefined;
  return backupFacts(rule, {
    mechanism: 'backup-plan',
    method: always ? derive(always, () => 'continuous') : byDefault('snapshot', rule),
    intervalHours: always
      ? derive(always, () => CONTINUOUS_HOURS)
      : schedule
        ? gapFact(schedule, gapOfAws)
        : // AWS Backup's own default is five in the morning, every day.
          byDefault(24, rule),
    retentionDays:
      (lifecycle && number(lifecycle, names.deleteAfter)) ?? byDefault(FOREVER_DAYS, lifecycle ?? rule),
    offsite: copy ? byDefault(true, copy) : byDefault(false, rule),
    copyRegions: copy ? regionsOfCopies(stack, copies, copy, names) : byDefault([], rule),
    covers,
    // Each vault has a key, AWS' own where none is given.
    encrypted: byDefault(true, rule),
    immutable: lockOf(stack, rule, names),
  });
}

/** The regions in the ARNs of the vaults, or those that the vaults are made in. */
function regionsOfCopies(
  stack: Stack,
  copies: readonly Part[],
  place: Part,
  names: Names,
): Fact<readonly string[]> {
  const regions: string[] = [];
  for (const copy of copies) {
    const vault = copy.get(names.copy.vault);
    const target = stack.target(vault);
    const stated = vault && regionOfArn(vault);
    const made = target && regionsOfResource(target);
    const told = stated === undefined ? made && valueOf(made) : [stated];
    if (!told) return made ?? untold('the region of the vault that it is copied to is not told', copy);
    regions.push(...told);
  }
  return byDefault([...new Set(regions)].sort(), place);
}

/** A lock that nobody can take off any more; one in governance mode can be, by those who are allowed to. */
function lockOf(stack: Stack, rule: Part, { vault: names }: Names): Fact<boolean> {
  const value = rule.get(names.named);
  const text = value?.kind === 'string' ? value.value : undefined;
  const vault =
    stack.target(value) ??
    stack.of(names.type).find((one) => {
      const name = one.get(names.name);
      return text !== undefined && name?.kind === 'string' && name.value === text;
    });
  if (!vault) return untold('the vault is not among the files', rule);
  const { block, type, vault: attribute } = names.lock;
  const [lock] =
    block === undefined
      ? stack.attached(type ?? '', attribute ?? '', vault, [names.name])
      : vault.parts(block);
  if (!lock) return byDefault(false, vault);
  return lock.get(names.changeable)
    ? byDefault(true, lock)
    : untold('the lock of the vault is in governance mode: some may be allowed to take it off', lock);
}
