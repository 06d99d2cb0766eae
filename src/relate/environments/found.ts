import {
  known,
  unknown,
  valueOf,
  type Fact,
  type PlanEnvironmentFacts,
  type RollbackMechanism,
  type RolloutStrategy,
  type SubjectOf,
} from '../../model/index.ts';
import { normalizePath } from '../../plan/index.ts';
import type { Library } from '../documents/library.ts';
import { firstUnknown, reasonOf, relatedTo, sorted } from '../facts.ts';
import { groupBy, type Subjects } from '../subjects.ts';

/** What the files have for each environment; `undefined` is the key of what belongs to none. */
export interface Deployed {
  readonly stacks: ReadonlyMap<string | undefined, readonly SubjectOf<'stack'>[]>;
  readonly jobs: ReadonlyMap<string | undefined, readonly SubjectOf<'deploy-job'>[]>;
  readonly workloads: ReadonlyMap<string | undefined, readonly SubjectOf<'workload'>[]>;
  /** All of them, also those that no strategy replaces. */
  readonly running: ReadonlyMap<string | undefined, readonly SubjectOf<'workload'>[]>;
  readonly rollouts: ReadonlyMap<string | undefined, readonly SubjectOf<'rollout'>[]>;
  readonly rollbacks: ReadonlyMap<string | undefined, readonly SubjectOf<'rollback'>[]>;
  readonly releases: ReadonlyMap<string | undefined, readonly SubjectOf<'gitops-release'>[]>;
  readonly pipelines: number;
  /** Folders that the plan says hold the infrastructure of several environments. */
  readonly shared: ReadonlySet<string>;
}

/**
 * Workloads that a new version replaces step by step; the others are not released by a strategy. Services of Compose
 * are where the plan says that an environment consists of them; elsewhere they are for whoever develops.
 */
const RELEASED: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'Rollout']);

export function isReleased({ facts, environment }: SubjectOf<'workload'>): boolean {
  return RELEASED.has(facts.type) || (facts.type === 'Compose service' && environment !== undefined);
}

export function indexDeployed(subjects: Subjects): Deployed {
  const released = subjects.of('workload').filter(isReleased);
  return {
    stacks: groupBy(subjects.of('stack'), ({ environment }) => [environment]),
    jobs: groupBy(subjects.of('deploy-job'), ({ environment }) => [environment]),
    workloads: groupBy(released, ({ environment }) => [environment]),
    running: groupBy(subjects.of('workload'), ({ environment }) => [environment]),
    rollouts: groupBy(subjects.of('rollout'), ({ environment }) => [environment]),
    rollbacks: groupBy(subjects.of('rollback'), ({ environment }) => [environment]),
    releases: groupBy(subjects.of('gitops-release'), ({ environment }) => [environment]),
    pipelines: subjects.of('pipeline').length,
    shared: sharedBy(subjects.of('plan-environment')),
  };
}

function sharedBy(environments: readonly SubjectOf<'plan-environment'>[]): ReadonlySet<string> {
  const owners = groupBy(environments, (environment) => [...new Set(statedPaths(environment))]);
  return new Set([...owners].flatMap(([path, { length }]) => (length > 1 ? [path] : [])));
}

function statedPaths({ facts }: SubjectOf<'plan-environment'>): readonly string[] {
  return facts.infrastructure.flatMap(({ path }) => normalizePath(valueOf(path) ?? '') ?? []);
}

type FoundFacts = Pick<
  PlanEnvironmentFacts,
  'foundStacks' | 'foundRegions' | 'foundDeployJobs' | 'foundStrategies' | 'foundRollbacks' | 'foundAutomatic'
>;

export function foundIn(
  environment: SubjectOf<'plan-environment'>,
  deployed: Deployed,
  library: Library,
): FoundFacts {
  const { name } = environment;
  const foundStacks = stacksOf(environment, deployed, library);
  return {
    foundStacks,
    foundRegions: regionsOf(foundStacks, deployed.stacks.get(name) ?? []),
    foundDeployJobs: jobsOf(name, deployed),
    foundStrategies: strategiesOf(name, deployed),
    foundRollbacks: rollbacksOf(name, deployed),
    foundAutomatic: automaticOf(environment, deployed),
  };
}

function stacksOf(
  environment: SubjectOf<'plan-environment'>,
  { stacks, running, shared }: Deployed,
  library: Library,
): FoundFacts['foundStacks'] {
  const own = stacks.get(environment.name) ?? [];
  if (own.length > 0)
    return known(sorted(own.map((stack) => stack.facts.path)), undefined, relatedTo(own, 'found here'));
  const stated = statedPaths(environment);
  // Files of Compose and the like are all the infrastructure code that some environments have.
  const inStated = (running.get(environment.name) ?? []).filter(({ location }) =>
    stated.some((path) => isWithin(location.file.path, path)),
  );
  if (inStated.length > 0) {
    const paths = new Set(inStated.map(({ location }) => location.file.path));
    return known(sorted([...paths]), undefined, relatedTo(inStated, 'found here'));
  }
  const existing = stated.find((path) => library.exists(path));
  // The plan says where it is: what is not there does not exist, what is there is of no one or was not understood.
  if (existing !== undefined) return unknown(whyNotOwn(existing, stacks.get(undefined) ?? [], shared));
  if (stated.length > 0) return known([]);
  // Without that, code elsewhere may be meant, and so may code here that names no environment.
  if (stacks.size === 0) return unknown('no infrastructure code was scanned');
  const [open] = stacks.get(undefined) ?? [];
  return open
    ? unknown(`the infrastructure code in ${open.facts.path || 'the root'} names no environment`)
    : known([]);
}

function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** Why the code in a folder that is the environment's by the plan is not known to be its. */
function whyNotOwn(folder: string, open: readonly SubjectOf<'stack'>[], shared: ReadonlySet<string>): string {
  const where = folder || 'the root';
  const inside = open.filter(({ facts: { path } }) => isWithin(path, folder));
  if (inside.length === 0) return `no infrastructure code was understood in ${where}`;
  if (!shared.has(folder)) return `the infrastructure code in ${where} names no environment`;
  const serves = `${where} serves several environments, which its files do not tell apart`;
  return inside.some(({ format }) => format === 'terraform')
    ? `${serves}; state the workspace of each in the plan`
    : serves;
}

function regionsOf(
  found: FoundFacts['foundStacks'],
  stacks: readonly SubjectOf<'stack'>[],
): FoundFacts['foundRegions'] {
  const reason = reasonOf(found);
  if (reason !== undefined) return unknown(reason);
  if (stacks.length === 0 && valueOf(found)?.length)
    return unknown('no code of a cloud says where it is provisioned');
  const regions = stacks.map(({ facts }) => facts.regions);
  const places = stacks.map(({ facts, location }) => ({ location: facts.regions.at ?? location }));
  return (
    firstUnknown(regions) ??
    known(
      sorted(regions.flatMap((fact) => valueOf(fact) ?? [])),
      undefined,
      relatedTo(places, 'provisioned here'),
    )
  );
}

function jobsOf(name: string, { jobs, pipelines }: Deployed): FoundFacts['foundDeployJobs'] {
  const own = jobs.get(name) ?? [];
  if (own.length > 0)
    return known(sorted(own.map(({ id }) => id)), undefined, relatedTo(own, 'deploys to it'));
  if (pipelines === 0 && jobs.size === 0) return unknown('no pipeline was scanned');
  for (const job of jobs.get(undefined) ?? []) {
    const reason = reasonOf(job.facts.target);
    if (reason !== undefined)
      return unknown(`the environment that ${job.name} deploys to is not known: ${reason}`);
  }
  return known([]);
}

/** Manifests that belong to no environment are deployed to every one. */
function strategiesOf(
  name: string,
  { workloads, rollouts, releases }: Deployed,
): FoundFacts['foundStrategies'] {
  if (workloads.size === 0 && rollouts.size === 0) return unknown('no workload was scanned');
  const own = [workloads, rollouts].flatMap((all) => [
    ...(all.get(name) ?? []),
    ...(all.get(undefined) ?? []),
  ]);
  const [release] = [...(releases.get(name) ?? []), ...(releases.get(undefined) ?? [])];
  if (own.length === 0 && release)
    return unknown(`what the ${release.facts.type} ${release.name} brings is not among the files`);
  // A workload and its rollout have one strategy at one place.
  const places = new Map(
    own.map(({ facts, location }) => {
      const at = facts.strategy.at ?? location;
      return [`${at.file.path}:${at.span.start}`, { location: at }];
    }),
  );
  return valuesOf<RolloutStrategy>(
    own.map(({ facts }) => facts.strategy),
    [...places.values()],
    'the strategy is here',
  );
}

/** A way back that names no environment serves whichever it is started for. */
function rollbacksOf(name: string, deployed: Deployed): FoundFacts['foundRollbacks'] {
  const { rollbacks, pipelines, workloads, rollouts } = deployed;
  const own = [...(rollbacks.get(name) ?? []), ...(rollbacks.get(undefined) ?? [])];
  if (own.length === 0 && pipelines === 0 && workloads.size === 0 && rollouts.size === 0)
    return unknown('neither a pipeline nor a workload was scanned');
  return valuesOf<RollbackMechanism>(
    own.map(({ facts }) => facts.mechanism),
    own,
    'a way back is here',
  );
}

/** Does one of the ways back that the plan means go back by itself? */
function automaticOf(
  { name, facts }: SubjectOf<'plan-environment'>,
  { rollbacks }: Deployed,
): FoundFacts['foundAutomatic'] {
  const planned = valueOf(facts.rollbackMechanism);
  const own = [...(rollbacks.get(name) ?? []), ...(rollbacks.get(undefined) ?? [])].filter(
    (one) => valueOf(one.facts.mechanism) === planned,
  );
  const some = own.filter((one) => valueOf(one.facts.automatic) === true);
  if (some.length > 0) return known(true, undefined, relatedTo(some, 'it goes back by itself'));
  return (
    firstUnknown(own.map((one) => one.facts.automatic)) ??
    known(false, undefined, relatedTo(own, 'a way back is here'))
  );
}

function valuesOf<T extends string>(
  facts: readonly Fact<T>[],
  places: Parameters<typeof relatedTo>[0],
  message: string,
): Fact<readonly T[]> {
  const values = facts.flatMap((fact) => valueOf(fact) ?? []);
  return firstUnknown(facts) ?? known(sorted(values), undefined, relatedTo(places, message));
}
