import {
  known,
  unknown,
  valueOf,
  type BackupMethod,
  type DatabaseFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { firstUnknown } from '../facts.ts';

/** What continuous recovery logs lose at most. */
const CONTINUOUS_HOURS = 5 / 60;
const FOREVER_DAYS = 36_500;

/** A copy that is made of something: how often, how long it is kept, and how it is protected. */
export interface Protection {
  readonly hours: Fact<number>;
  readonly days: Fact<number>;
  readonly method: Fact<BackupMethod>;
  readonly offsite: Fact<boolean>;
  readonly regions: Fact<readonly string[]>;
  readonly encrypted: Fact<boolean>;
  readonly immutable: Fact<boolean>;
}

/** The same facts without places of their own, since they become those of the plan's component. */
function decided(
  location: Location,
  hours: Fact<number>,
  days: Fact<number>,
  others: Omit<Protection, 'hours' | 'days'>,
): Protection {
  const at = <T>(fact: Fact<T>, message: string): Fact<T> => ({
    value: fact.value,
    related: [{ location: fact.at ?? location, message }, ...(fact.related ?? [])],
  });
  return {
    hours: at(hours, 'how often it is copied is decided here'),
    days: at(days, 'how long copies are kept is decided here'),
    method: at(others.method, 'how it is copied is decided here'),
    offsite: at(others.offsite, 'where copies lie is decided here'),
    regions: at(others.regions, 'where copies lie is decided here'),
    encrypted: at(others.encrypted, 'whether copies are encrypted is decided here'),
    immutable: at(others.immutable, 'who can delete copies is decided here'),
  };
}

/** What is switched off, or gone with what made it, protects nothing. */
export function protects({ facts }: SubjectOf<'backup'>): boolean {
  return valueOf(facts.active) !== false && valueOf(facts.lasting) !== false;
}

export function protectionBy({ facts, location }: SubjectOf<'backup'>): Protection {
  const { intervalHours, retentionDays, copyRegions: regions, active } = facts;
  const hours = firstUnknown([active]) ?? intervalHours;
  return decided(location, hours, retentionDays, { ...facts, regions });
}

/** A database's automated backups: daily snapshots, and logs in between with point-in-time recovery. */
export function automatedOf({ facts, location, name }: SubjectOf<'database'>): readonly Protection[] {
  const days = facts.backupRetentionDays;
  if (valueOf(days) === 0) return [];
  const continuous = facts.pointInTimeRecovery;
  const method: Fact<BackupMethod> =
    firstUnknown([continuous]) ??
    known(valueOf(continuous) === true ? 'continuous' : 'snapshot', continuous.at);
  const untold = unknown(`nothing tells more of the copies that ${name} makes of itself`, location);
  return [
    decided(location, intervalOf(facts), days, {
      method,
      offsite: untold,
      regions: untold,
      encrypted: facts.encrypted,
      immutable: untold,
    }),
  ];
}

function intervalOf({ pointInTimeRecovery: continuous }: DatabaseFacts): Fact<number> {
  return (
    firstUnknown([continuous]) ?? known(valueOf(continuous) === true ? CONTINUOUS_HOURS : 24, continuous.at)
  );
}

/** Old versions protect against changes and deletions of objects, which is what the plan says it relies on. */
export function versionsOf({ facts, location }: SubjectOf<'object-store'>): readonly Protection[] {
  const { versioned, retentionDays } = facts;
  if (valueOf(versioned) === false) return [];
  const hours = firstUnknown([versioned]) ?? known(CONTINUOUS_HOURS, versioned.at);
  const days =
    firstUnknown([retentionDays]) ?? known(valueOf(retentionDays) ?? FOREVER_DAYS, retentionDays.at);
  return [
    decided(location, hours, days, {
      method: known('versioning', versioned.at),
      // Old versions lie where the new one lies.
      offsite: known(false, versioned.at),
      regions: known([], versioned.at),
      encrypted: facts.encrypted,
      immutable: unknown('whether old versions can be deleted is not told', versioned.at),
    }),
  ];
}
