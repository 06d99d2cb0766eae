import { known, valueOf, type Fact, type PlanComponentFacts, type SubjectOf } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { relateReference, type Library } from '../documents/library.ts';
import { backupsOf, type Backups, type FoundFacts } from './backups.ts';
import { replicasOf } from './cluster.ts';
import type { Instance } from './resources.ts';
import type { Scopes } from './scopes.ts';

type Component = SubjectOf<'plan-component'>;

interface Index {
  readonly backups: Backups;
  readonly scopes: Scopes;
  readonly library: Library;
  readonly plan: Plan | undefined;
  readonly counts: (environment: string | undefined) => boolean;
}

type RecoveryFacts = FoundFacts & Pick<PlanComponentFacts, 'foundReplicas' | 'restoreProcedure'>;

/** What the files have of a component's recovery, where its statements hold that environments do not override. */
export function recoveryOf(
  component: Component,
  instances: readonly Instance[],
  index: Index,
): RecoveryFacts {
  const { plan, library } = index;
  const data = scopeOf(plan?.overrides.data(component.name) ?? [], index);
  const availability = scopeOf(plan?.overrides.availability(component.name) ?? [], index);
  const found: FoundFacts = data
    ? backupsOf(component, within(data.counts, instances), data.backups, plan)
    : NOWHERE;
  return placed(component, library, {
    ...found,
    foundReplicas: availability ? replicasOf(component, availability.backups.holders) : known(null),
  });
}

function within(counts: Scope['counts'], instances: readonly Instance[]): readonly Instance[] {
  return instances.filter(({ stack }) => counts(stack.environment));
}

type Found = FoundFacts & Pick<PlanComponentFacts, 'foundReplicas'>;

/** What was found, each where the plan states what it should be, so that a finding points at that. */
function placed({ facts }: Component, library: Library, found: Found): RecoveryFacts {
  const at = <T>(fact: Fact<T>, stated: Fact<unknown> | undefined): Fact<T> =>
    stated?.at === undefined || stated.value === null ? fact : { ...fact, at: stated.at };
  const [hours, objective] = [valueOf(found.foundBackupHours), valueOf(facts.rpoHours)];
  const isMissed = typeof hours === 'number' && typeof objective === 'number' && hours > objective;
  const [copy] = facts.backupCopies;
  const copied = copy && (copy.region.value === null ? copy.account : copy.region);
  return {
    foundBackups: found.foundBackups,
    foundBackupHours: at(found.foundBackupHours, isMissed ? facts.rpoHours : facts.backupEveryHours),
    foundRetentionDays: at(found.foundRetentionDays, facts.backupKeepDays),
    foundBackupMethods: at(found.foundBackupMethods, facts.backupMethod),
    foundCopyRegions: at(found.foundCopyRegions, copied),
    foundOffsite: at(found.foundOffsite, copied),
    foundImmutable: at(found.foundImmutable, facts.backupImmutable),
    foundEncryptedCopies: at(found.foundEncryptedCopies, facts.backupEncrypted),
    foundReplicas: at(found.foundReplicas, facts.replicas),
    restoreProcedure: facts.restoreProcedure && relateReference(facts.restoreProcedure, library),
  };
}

/** The same of a component in the environment whose own statements they are. */
export function relateInEnvironment(
  component: Component,
  environment: string,
  instances: readonly Instance[],
  { scopes, library, plan }: Index,
): Component {
  // Joined under the name that the files know.
  const plain = { ...component, name: component.name.slice(0, -` in ${environment}`.length) };
  const backups = scopes.only(environment);
  const own = within((one) => one === undefined || one === environment, instances);
  const { facts } = component;
  const found: FoundFacts = facts.backupsStated.value === 0 ? NOWHERE : backupsOf(plain, own, backups, plan);
  const foundReplicas = facts.replicas.value === null ? known(null) : replicasOf(plain, backups.holders);
  return { ...component, facts: { ...facts, ...placed(component, library, { ...found, foundReplicas }) } };
}

const NOWHERE: FoundFacts = {
  foundBackups: known([]),
  foundBackupHours: known(null),
  foundRetentionDays: known(null),
  foundBackupMethods: known(null),
  foundCopyRegions: known(null),
  foundOffsite: known(null),
  foundImmutable: known(null),
  foundEncryptedCopies: known(null),
};

interface Scope {
  readonly backups: Backups;
  readonly counts: (environment: string | undefined) => boolean;
}

/** What counts but for these environments; undefined where nothing is left. */
function scopeOf(overridden: readonly string[], { backups, scopes, plan, counts }: Index): Scope | undefined {
  if (overridden.length === 0) return { backups, counts };
  const others = (plan?.environments ?? []).filter(({ name }) => counts(name) && !overridden.includes(name));
  if (others.length === 0) return undefined;
  return {
    backups: scopes.without(overridden),
    counts: (one) => counts(one) && (one === undefined || !overridden.includes(one)),
  };
}
