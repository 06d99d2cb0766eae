import { known, purposeOf, type EnvironmentPurpose, type SubjectOf, type Fact } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import { fromRoot, normalizePath } from '../read/reference.ts';
import type { Statements } from '../read/statements.ts';
import type { PlanEnvironment, PlanWorkspace } from '../types.ts';
import { byName, NOT_JOINED, PLAN_FORMAT, referenceAt, referencesAt, subjectId } from './context.ts';
import { networkAt, servicesAt } from './networks.ts';
import { releaseOf } from './promises.ts';
import { MECHANISMS, PURPOSES, STRATEGIES } from './words.ts';

/** The plan's environments as places: which files are theirs. */
export function planEnvironments(plan: Statements): readonly PlanEnvironment[] {
  return [...byName(plan, ['environments'])].map(([name, path]) => ({
    name,
    purpose: purposeAt(plan, path, name),
    paths: ['infrastructure', 'configuration'].flatMap((key) => pathsAt(plan, [...path, key])),
    location: plan.location([...path, 'purpose']),
  }));
}

export function planWorkspaces(plan: Statements): readonly PlanWorkspace[] {
  return [...byName(plan, ['environments'])].flatMap(([environment, path]) => {
    const { value: name, at } = plan.text([...path, 'workspace']);
    if (name === null) return [];
    return [{ environment, name, at, infrastructure: pathsAt(plan, [...path, 'infrastructure']) }];
  });
}

function pathsAt(plan: Statements, path: Path): readonly string[] {
  return plan.items(path).flatMap((item) => {
    const { value, at } = plan.text(item);
    return value === null ? [] : (normalizePath(fromRoot(at.file.path, value)) ?? []);
  });
}

export function environmentSubjects(plan: Statements): readonly SubjectOf<'plan-environment'>[] {
  const deployed = deployStages(plan);
  return [...byName(plan, ['environments'])].map(([name, path]) =>
    environmentSubject(plan.from([...path, 'name']), name, path, deployed.get(name)),
  );
}

function environmentSubject(
  plan: Statements,
  name: string,
  path: Path,
  stage: Path | undefined,
): SubjectOf<'plan-environment'> {
  const purpose = purposeAt(plan, path, name);
  const at = plan.location([...path, 'purpose']);
  const delivery: Path = ['delivery', 'environments', name];
  const approvers: Path = [...delivery, 'approvals', 'by'];
  const budget: Path = ['resources', 'budget', 'monthly', name];
  const ports: Path = [...path, 'network', 'publicPorts'];
  return {
    kind: 'plan-environment',
    id: subjectId(plan, `environments.${name}`),
    name,
    format: PLAN_FORMAT,
    environment: name,
    location: plan.location([...path, 'name']),
    facts: {
      purpose: known(purpose, at),
      production: known(purpose === 'production', at),
      provider: providerAt(plan, path),
      account: plan.text([...path, 'account']),
      region: plan.text([...path, 'region']),
      standbyRegion: plan.text([...path, 'standbyRegion']),
      network: networkAt(plan, [...path, 'network']),
      services: servicesAt(plan, [...path, 'services']),
      ...releaseOf(plan, delivery),
      logRetentionDays: plan.number([...path, 'overrides', 'observability', 'logs', 'retentionDays']),
      zones: plan.number([...path, 'zones']),
      publicPorts: plan.value(ports) === undefined ? known(null, plan.location(ports)) : plan.numbers(ports),
      strategy: plan.oneOf([...delivery, 'strategy'], STRATEGIES),
      steps: stepsOf(plan, [...delivery, 'steps']),
      approvals: plan.number([...delivery, 'approvals', 'required']),
      approvers: plan.texts(approvers),
      deployers: plan.texts([...delivery, 'deployedBy']),
      rollbackMechanism: plan.oneOf([...delivery, 'rollback', 'mechanism'], MECHANISMS),
      rollbackAutomatic: plan.boolean([...delivery, 'rollback', 'automatic']),
      rollbackMaxMinutes: plan.number([...delivery, 'rollback', 'maxMinutes']),
      rollbackProcedure: referenceAt(plan, [...delivery, 'rollback', 'procedure']),
      infrastructure: referencesAt(plan, [...path, 'infrastructure']),
      configuration: referencesAt(plan, [...path, 'configuration']),
      deployed: known(stage !== undefined, plan.location(stage ?? ['delivery', 'stages'])),
      budgeted: known(plan.value(budget) !== undefined, plan.location(budget)),
      foundStacks: NOT_JOINED,
      foundRegions: NOT_JOINED,
      foundDeployJobs: NOT_JOINED,
      foundStrategies: NOT_JOINED,
      foundRollbacks: NOT_JOINED,
      foundAutomatic: NOT_JOINED,
      demand: [],
    },
  };
}

function providerAt(plan: Statements, path: Path): Fact<string | null> {
  const own = plan.text([...path, 'provider']);
  return own.value === null ? plan.text(['infrastructure', 'provider']) : own;
}

function stepsOf(plan: Statements, path: Path): Fact<readonly number[] | null> {
  const at = plan.location(path);
  if (plan.value(path) === undefined) return known(null, at);
  const weights = plan.items(path).map((item) => plan.number([...item, 'weight']).value);
  return known(
    weights.filter((weight) => weight !== null),
    at,
  );
}

/** Where the purpose is neither stated nor told by the name, the plan has an error; development claims least. */
function purposeAt(plan: Statements, path: Path, name: string): EnvironmentPurpose {
  return plan.oneOf([...path, 'purpose'], PURPOSES).value ?? purposeOf(name) ?? 'development';
}

/** The stage that deploys to each environment. */
function deployStages(plan: Statements): ReadonlyMap<unknown, Path> {
  const stages = new Map<unknown, Path>();
  for (const stage of plan.items(['delivery', 'stages'])) {
    const environment = plan.value([...stage, 'environment']);
    if (plan.value([...stage, 'kind']) === 'deploy' && !stages.has(environment))
      stages.set(environment, [...stage, 'environment']);
  }
  return stages;
}
