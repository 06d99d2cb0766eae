import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type DeployJobFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { environmentNamed, type Plan } from '../../plan/index.ts';
import { groupBy } from '../subjects.ts';
import { relatedTo } from '../facts.ts';
import { onRequests, type Requests } from './requests.ts';
import { freezesOf } from './freezes.ts';
import { windowsOf } from './windows.ts';

type Gates = ReadonlyMap<string, readonly SubjectOf<'gate'>[]>;

/** Gates by the environment that they guard, as the pipeline system compares names: without regard to case. */
export function indexGates(gates: readonly SubjectOf<'gate'>[]): Gates {
  return groupBy(gates, ({ facts }) => {
    const target = valueOf(facts.target);
    return target === undefined ? [] : [keyOf(facts.system, target)];
  });
}

/** An environment of one system is none of another, though it has the same name. */
const keyOf = (system: string, target: string): string => `${system} ${target.toLowerCase()}`;

export function relateDeployJob(
  written: SubjectOf<'deploy-job'>,
  gates: Gates,
  requests: Requests,
  plan: Plan | undefined,
): SubjectOf<'deploy-job'> {
  const job = afterRequests(written, requests);
  const target = valueOf(job.facts.target);
  if (target === undefined) return job;
  const own = gates.get(keyOf(job.facts.system, target)) ?? [];
  const approval = approvalOf(job.facts, own);
  const production = productionOf(job.facts, target, plan);
  const facts = { ...job.facts, approval, production, branchesLimited: branchesOf(job.facts, own) };
  return {
    ...job,
    facts: { ...facts, freezes: freezesOf(facts, target, plan), windows: windowsOf(facts, target, plan) },
  };
}

function afterRequests(job: SubjectOf<'deploy-job'>, requests: Requests): SubjectOf<'deploy-job'> {
  const testedBefore = onRequests(job.facts.testedBefore, 'test', job, requests);
  const scannedBefore = onRequests(job.facts.scannedBefore, 'scan', job, requests);
  return { ...job, facts: { ...job.facts, testedBefore, scannedBefore } };
}

/** What the pipeline itself says stands; only what it leaves to its environment's settings is looked up there. */
function approvalOf(
  { approval }: DeployJobFacts,
  gates: readonly SubjectOf<'gate'>[],
): DeployJobFacts['approval'] {
  if (!isUnknown(approval.value) || gates.length === 0) return approval;
  const places = gates.map((gate) => ({ location: gate.facts.reviewers.at ?? gate.location, gate }));
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
  { branchesLimited }: DeployJobFacts,
  gates: readonly SubjectOf<'gate'>[],
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

/** The plan knows what its environments are for; a format can only guess by the name. */
function productionOf(
  { production, target: { at } }: DeployJobFacts,
  target: string,
  plan: Plan | undefined,
): DeployJobFacts['production'] {
  const environment = plan && environmentNamed(plan, target);
  if (!environment) return production;
  return known(
    environment.purpose === 'production',
    at,
    relatedTo([environment], `the plan says what ${environment.name} is for`),
  );
}
