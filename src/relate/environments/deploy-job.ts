import { known, valueOf, type DeployJobFacts, type SubjectOf } from '../../model/index.ts';
import { environmentNamed, type Plan } from '../../plan/index.ts';
import { relatedTo } from '../facts.ts';
import { onRequests, type Requests } from './requests.ts';
import { freezesOf } from './freezes.ts';
import { guardedBy, type Gates } from './gates.ts';
import { windowsOf } from './windows.ts';
import { attestedOf, verifiedOf, type Cluster } from './proofs.ts';

export function relateDeployJob(
  written: SubjectOf<'deploy-job'>,
  gates: Gates,
  requests: Requests,
  plan: Plan | undefined,
  cluster: Cluster,
): SubjectOf<'deploy-job'> {
  const job = afterRequests(written, requests);
  const target = valueOf(job.facts.target);
  if (target === undefined) return job;
  const production = productionOf(job.facts, target, plan);
  const facts = {
    ...job.facts,
    ...guardedBy(job.facts, target, gates),
    production,
    attested: attestedOf(job, target, cluster.proofs),
    verifiedAfter: verifiedOf(job, cluster.released.get(target) ?? []),
  };
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
