import type { Subject, SubjectOf } from '../model/index.ts';
import type { Plan } from '../plan/index.ts';
import { indexRouters, receiversOfAlert, type Routers } from './alerts/receivers.ts';
import { runbookOf } from './alerts/runbook.ts';
import {
  indexComponents,
  relateComponent,
  relateOwn,
  relateThresholds,
  type ComponentIndex,
  withAlerts,
} from './components/component.ts';
import { indexForObjectives, relateObjective, relatePlanObjective } from './components/objectives.ts';
import { libraryOf, relateReference, type Library } from './documents/library.ts';
import { relatePlanDocument } from './documents/plan-document.ts';
import { indexNamed, relateDocument } from './documents/references.ts';
import { relateDeployJob } from './environments/deploy-job.ts';
import { indexCluster } from './environments/proofs.ts';
import { relateGitopsRelease } from './environments/sync-windows.ts';
import { foundIn, indexDeployed, type Deployed } from './environments/found.ts';
import { indexGates } from './environments/gates.ts';
import { indexRequests } from './environments/requests.ts';
import { placeSubject } from './environments/place.ts';
import { askedOfLimit, indexAsked } from './capacity/limits.ts';
import { demandOf, indexDemand } from './capacity/demand.ts';
import { architectureOf } from './architecture/drawn.ts';
import { codeOwnersOf } from './ownership/component.ts';
import { guardedBy } from './ownership/guarded.ts';
import { ownershipsOf } from './ownership/owners.ts';
import { indexBuilds, relateWorkload } from './images/built.ts';
import { indexTargets, relateScrape } from './scrapes/selection.ts';
import { byKind, type Subjects } from './subjects.ts';
import { indexContained, relateCollector } from './watch/contained.ts';
import { strangersAmong } from './watch/strangers.ts';
import { watchOfInfrastructure } from './watch/infrastructure.ts';

export { ownershipOver, ownershipsOf, type Ownerships } from './ownership/owners.ts';

export interface RelateContext {
  /** Is there a file or folder of this path inside the root? */
  exists(path: string): boolean;
}

/**
 * Joins what belongs together, once for all rules: alerts with routers and runbooks, deploy jobs with gates, and the
 * plan's statements with what the files have of them. Order and number of the subjects stay.
 */
export function relate(
  subjects: readonly Subject[],
  plan: Plan | undefined,
  context: RelateContext,
): readonly Subject[] {
  const placed = subjects.map((subject) => placeSubject(subject, plan));
  const kinds = byKind(placed);
  const library = libraryOf(kinds.of('document'), (path) => context.exists(path));
  const routers = indexRouters(kinds.of('alert-router'));
  const gates = indexGates(kinds.of('gate'));
  const requests = indexRequests(kinds);
  const cluster = indexCluster(kinds);
  const targets = indexTargets(kinds);
  const builds = indexBuilds(kinds.of('image-build'));
  const named = indexNamed(kinds);
  const asked = indexAsked(kinds);
  const contained = indexContained(kinds);
  const joined = placed.map((subject) => {
    if (subject.kind === 'alert') return relateAlert(subject, routers, library);
    if (subject.kind === 'resource-limit') return askedOfLimit(subject, asked);
    if (subject.kind === 'scrape') return relateScrape(subject, targets);
    if (subject.kind === 'telemetry-collector') return relateCollector(subject, contained);
    if (subject.kind === 'workload') return relateWorkload(subject, builds);
    if (subject.kind === 'document') return relateDocument(subject, named);
    if (subject.kind === 'gitops-release') return relateGitopsRelease(subject, plan);
    return subject.kind === 'deploy-job' ? relateDeployJob(subject, gates, requests, plan, cluster) : subject;
  });
  return relatePlan(joined, plan, library);
}

function relateAlert(alert: SubjectOf<'alert'>, routers: Routers, library: Library): SubjectOf<'alert'> {
  const receivers = alert.facts.routed ? receiversOfAlert(alert, routers) : alert.facts.receivers;
  return {
    ...alert,
    facts: { ...alert.facts, receivers, ...runbookOf(alert, library) },
  };
}

function relatePlan(
  subjects: readonly Subject[],
  plan: Plan | undefined,
  library: Library,
): readonly Subject[] {
  // What environments state of their own is held against theirs only.
  const kinds = byKind(
    subjects.filter((one) => one.kind !== 'plan-component' || one.environment === undefined),
  );
  const deployed = indexDeployed(kinds);
  const demand = indexDemand(kinds);
  const ownerships = ownershipsOf(kinds.of('code-owners'));
  const guarded = guardedBy(kinds, ownerships, (path) => library.exists(path));
  const names = kinds.of('plan-component').map(({ name }) => name);
  const components = indexComponents(kinds, library, plan);
  const planned = new Map<unknown, SubjectOf<'plan-component'>>(
    kinds.of('plan-component').map((component) => [component.name, component]),
  );
  const objectives = indexForObjectives(
    plan && {
      components: kinds.of('plan-component').map(({ name }) => name),
      objectives: kinds.of('plan-objective'),
    },
    kinds.of('alert'),
  );
  const architecture = architectureOf(
    kinds.of('plan')[0],
    kinds.of('plan-component'),
    kinds.of('architecture-component'),
  );
  return subjects.map((subject) => {
    if (subject.kind === 'code-owners')
      return { ...subject, facts: { ...subject.facts, guarded: guarded.get(subject.id) ?? [] } };
    if (subject.kind === 'architecture-component') return architecture.relateDrawn(subject);
    if (subject.kind === 'plan')
      return relateMonitoring(relateReferences(subject, library), kinds, components, library);
    if (subject.kind === 'plan-environment') {
      const environment = relateEnvironment(subject, deployed, library);
      return { ...environment, facts: { ...environment.facts, demand: demandOf(environment, demand) } };
    }
    if (subject.kind === 'plan-component') {
      if (subject.environment !== undefined) return relateOwn(subject, subject.environment, components);
      const component = architecture.relatePlanned(relateComponent(subject, components));
      const codeOwners = codeOwnersOf(component, ownerships);
      return { ...component, facts: { ...component.facts, codeOwners } };
    }
    if (subject.kind === 'plan-objective') {
      const own = planned.get(subject.facts.component.value);
      return withAlerts(relatePlanObjective(subject, components.objectives), own, components);
    }
    if (subject.kind === 'objective') return relateObjective(subject, objectives);
    return subject.kind === 'plan-document' ? relatePlanDocument(subject, library, names) : subject;
  });
}

function relateReferences(plan: SubjectOf<'plan'>, library: Library): SubjectOf<'plan'> {
  const named = plan.facts.named.map((one) => relateReference(one, library));
  const compliance = plan.facts.compliance.map((measure) => ({
    ...measure,
    evidence: measure.evidence.map((reference) => relateReference(reference, library)),
  }));
  return { ...plan, facts: { ...plan.facts, named, compliance } };
}

function relateMonitoring(
  plan: SubjectOf<'plan'>,
  kinds: Subjects,
  components: ComponentIndex,
  library: Library,
): SubjectOf<'plan'> {
  const { monitoring } = plan.facts;
  const infrastructure = watchOfInfrastructure(plan, kinds, components.counts, library);
  const thresholds = relateThresholds(monitoring.thresholds, kinds.of('plan-component'), components);
  const strangers = strangersAmong(kinds, components.counts);
  return {
    ...plan,
    facts: { ...plan.facts, monitoring: { ...monitoring, infrastructure, thresholds, strangers } },
  };
}

function relateEnvironment(
  environment: SubjectOf<'plan-environment'>,
  deployed: Deployed,
  library: Library,
): SubjectOf<'plan-environment'> {
  const { infrastructure, configuration, rollbackProcedure } = environment.facts;
  return {
    ...environment,
    facts: {
      ...environment.facts,
      ...foundIn(environment, deployed, library),
      infrastructure: infrastructure.map((reference) => relateReference(reference, library)),
      configuration: configuration.map((reference) => relateReference(reference, library)),
      rollbackProcedure: rollbackProcedure && relateReference(rollbackProcedure, library),
    },
  };
}
