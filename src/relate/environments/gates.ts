import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type DeployJobFacts,
  type Fact,
  type PipelineSystem,
  type SubjectOf,
} from '../../model/index.ts';
import { relatedTo } from '../facts.ts';
import { groupBy } from '../subjects.ts';

type Gate = SubjectOf<'gate'>;

/** Gates by the environment that they guard, and by their system those that do not tell which one. */
export interface Gates {
  readonly named: ReadonlyMap<string, readonly Gate[]>;
  readonly unnamed: ReadonlyMap<string, readonly Gate[]>;
}

/** As the pipeline system compares names: without regard to case. */
export function indexGates(gates: readonly Gate[]): Gates {
  return {
    named: groupBy(gates, ({ facts }) => {
      const target = valueOf(facts.target);
      return target === undefined ? [] : [keyOf(facts.system, target)];
    }),
    unnamed: groupBy(gates, ({ facts }) => (isUnknown(facts.target.value) ? [facts.system] : [])),
  };
}

/** An environment of one system is none of another, though it has the same name. */
const keyOf = (system: PipelineSystem, target: string): string => `${system} ${target.toLowerCase()}`;

type Guarded = Pick<DeployJobFacts, 'approval' | 'branchesLimited' | 'serialized'>;

/** What a deploy job leaves to the settings of its environment, by the gates of that. */
export function guardedBy(job: DeployJobFacts, target: string, { named, unnamed }: Gates): Guarded {
  const own = named.get(keyOf(job.system, target)) ?? [];
  const { approval, branchesLimited, serialized } = job;
  if (own.length === 0) {
    const [open] = unnamed.get(job.system) ?? [];
    return { approval: open ? openBy(approval, open) : approval, branchesLimited, serialized };
  }
  return {
    approval: agreed(own, (gates) => approvalOf(approval, gates), approval),
    branchesLimited: agreed(own, (gates) => branchesOf(branchesLimited, gates), branchesLimited),
    serialized: agreed(own, (gates) => serializedOf(serialized, gates), serialized),
  };
}

/** A gate whose environment is not known may be this one's. */
function openBy(approval: DeployJobFacts['approval'], gate: Gate): DeployJobFacts['approval'] {
  const { value } = gate.facts.target;
  if (!isUnknown(approval.value) || !isUnknown(value)) return approval;
  const reason = `which environment ${gate.name} guards is not known: ${value.unknown}`;
  return unknown(reason, approval.at, relatedTo([gate], 'the gate is here'));
}

/** Files may have the gates of several repositories, of which only one has the pipeline: they count where they agree. */
function agreed<T>(
  gates: readonly Gate[],
  factOf: (gates: readonly Gate[]) => Fact<T>,
  { at }: Fact<T>,
): Fact<T> {
  const repositories = byRepository(gates);
  const [first = factOf(gates), ...others] = [...repositories.values()].map(factOf);
  if (others.every(({ value }) => value === first.value || (isUnknown(value) && isUnknown(first.value))))
    return first;
  const names = [...repositories.keys()].slice(0, 3).join(', ');
  const reason = `its environment is guarded otherwise in each of ${names}, and which of them has the pipeline is not in the files`;
  return unknown(reason, at, relatedTo(gates, 'the gate is here'));
}

/** Those that do not tell their repository may be of any. */
function byRepository(gates: readonly Gate[]): ReadonlyMap<string, readonly Gate[]> {
  const namesOf = ({ facts }: Gate): readonly string[] => {
    const name = valueOf(facts.repository);
    return name === undefined ? [] : [name.toLowerCase()];
  };
  const everywhere = gates.filter((gate) => namesOf(gate).length === 0);
  const named = groupBy(gates, namesOf);
  return new Map([...named].map(([name, own]) => [name, [...own, ...everywhere]]));
}

/** What the pipeline itself says stands; only what it leaves to its environment's settings is looked up there. */
function approvalOf(
  approval: DeployJobFacts['approval'],
  gates: readonly Gate[],
): DeployJobFacts['approval'] {
  const places = gates
    .filter(({ facts }) => facts.reviewers.value !== null)
    .map((gate) => ({ location: gate.facts.reviewers.at ?? gate.location, gate }));
  if (!isUnknown(approval.value) || places.length === 0) return approval;
  const asking = places.filter(({ gate }) => (valueOf(gate.facts.reviewers) ?? 0) >= 1);
  if (asking.length > 0)
    return known('required', approval.at, relatedTo(asking, 'reviewers are required here'));
  for (const { gate } of places) {
    const { value } = gate.facts.reviewers;
    if (isUnknown(value)) return unknown(value.unknown, approval.at, relatedTo(places, 'the gate is here'));
  }
  return known('none', approval.at, relatedTo(places, 'no reviewers are required here'));
}

/** What the pipeline leaves to its environment's settings: where any of these limits the branches, all are. */
function branchesOf(
  branchesLimited: DeployJobFacts['branchesLimited'],
  gates: readonly Gate[],
): DeployJobFacts['branchesLimited'] {
  if (branchesLimited.value === true) return branchesLimited;
  const limits = gates.map((gate) => ({ location: gate.facts.branchesLimited.at ?? gate.location, gate }));
  const limiting = limits.filter(({ gate }) => gate.facts.branchesLimited.value === true);
  if (limiting.length > 0)
    return known(true, branchesLimited.at, relatedTo(limiting, 'branches are limited here'));
  const all = limits.length > 0 && limits.every(({ gate }) => gate.facts.branchesLimited.value === false);
  return all
    ? known(false, branchesLimited.at, relatedTo(limits, 'no branches are chosen here'))
    : branchesLimited;
}

/** A lock of its environment makes one run wait for the other, where the pipeline leaves that to it. */
function serializedOf(
  serialized: DeployJobFacts['serialized'],
  gates: readonly Gate[],
): DeployJobFacts['serialized'] {
  if (!isUnknown(serialized.value)) return serialized;
  const locks = gates
    .filter(({ facts }) => facts.serialized.value === true)
    .map((gate) => ({ location: gate.facts.serialized.at ?? gate.location }));
  return locks.length > 0
    ? known(true, serialized.at, relatedTo(locks, 'one run at a time has the lock here'))
    : serialized;
}
