import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type Fact,
  type PlanCoverageFacts,
  type PlanThresholdFacts,
  type SubjectOf,
} from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { relateReference, type Library } from '../documents/library.ts';
import type { Subjects } from '../subjects.ts';
import { indexBackups, type Backups } from './backups.ts';
import { recoveryOf, relateInEnvironment } from './recovery.ts';
import { scopesOf, type Scopes } from './scopes.ts';
import { indexShown, type ShownDashboards } from '../watch/dashboards.ts';
import { watchOfComponent } from '../watch/component.ts';
import { SIGNALS } from '../watch/exempt.ts';
import { indexSources, type Sources } from '../watch/sources.ts';
import { alertsAbout, coverageOf, indexAlerts, type About, type Alerts } from './coverage.ts';
import { dashboardsOf, indexDashboards, type Dashboards } from './dashboards.ts';
import { indexObjectives, objectivesOf, relatePlanObjective, type Objectives } from './objectives.ts';
import { indexResources, relateResources, type Resources } from './resources.ts';

export interface ComponentIndex {
  readonly alerts: Alerts;
  readonly resources: Resources;
  readonly backups: Backups;
  readonly dashboards: Dashboards;
  readonly objectives: Objectives;
  readonly shown: ShownDashboards;
  readonly planObjectives: readonly SubjectOf<'plan-objective'>[];
  readonly sources: Sources;
  /** The plan's own subject. */
  readonly statements: SubjectOf<'plan'> | undefined;
  readonly library: Library;
  readonly plan: Plan | undefined;
  /** What is deployed there counts for what the plan promises. */
  readonly counts: (environment: string | undefined) => boolean;
  readonly scopes: Scopes;
}

/**
 * Components are judged by production: an alert or a backup that only staging has protects nobody. What belongs to no
 * environment counts, and so does everything in a plan without production.
 */
export function indexComponents(
  subjects: Subjects,
  library: Library,
  plan: Plan | undefined,
): ComponentIndex {
  const production = new Set(
    plan?.environments.filter(({ purpose }) => purpose === 'production').map(({ name }) => name),
  );
  const counts = (environment: string | undefined): boolean =>
    environment === undefined || production.size === 0 || production.has(environment);
  const dashboards = subjects.of('dashboard').filter(({ environment }) => counts(environment));
  return {
    alerts: indexAlerts(
      subjects.of('alert'),
      subjects.of('plan-component').map(({ name }) => name),
      counts,
    ),
    resources: indexResources(subjects.of('stack')),
    backups: indexBackups(subjects, counts),
    dashboards: indexDashboards(dashboards),
    objectives: indexObjectives(subjects.of('objective'), counts),
    shown: indexShown(dashboards),
    planObjectives: subjects.of('plan-objective'),
    sources: indexSources(subjects, counts),
    statements: subjects.of('plan')[0],
    library,
    plan,
    counts,
    scopes: scopesOf(subjects, counts),
  };
}

interface ComponentAlerts {
  readonly found: ReturnType<typeof relateResources>;
  readonly about: About;
  /** For each of the five signals. */
  readonly coverage: readonly PlanCoverageFacts[];
}

/** A component's resources, and the alerts about it or them. */
function alertsOf(
  { name, facts }: SubjectOf<'plan-component'>,
  { alerts, resources, library, plan }: ComponentIndex,
): ComponentAlerts {
  const found = relateResources(facts.resources, resources);
  const about = alertsAbout(name, alerts, plan, found.instances);
  const coverage = SIGNALS.map((signal) => coverageOf(signal, about, alerts, library));
  return { found, about, coverage };
}

/** The alerts that the plan asks for, with those that there are on the same signal. */
export function relateThresholds(
  thresholds: readonly PlanThresholdFacts[],
  components: readonly SubjectOf<'plan-component'>[],
  index: ComponentIndex,
): readonly PlanThresholdFacts[] {
  const byName = new Map(components.map((component) => [component.name, component]));
  const coverages = new Map<string, ComponentAlerts['coverage']>();
  const coverage = (
    component: SubjectOf<'plan-component'>,
    environment: string | null,
  ): ComponentAlerts['coverage'] => {
    const key = JSON.stringify([component.name, environment]);
    const own =
      coverages.get(key) ??
      alertsOf(
        component,
        environment === null ? index : { ...index, alerts: index.scopes.alerts(environment) },
      ).coverage;
    coverages.set(key, own);
    return own;
  };
  return thresholds.map((threshold) => {
    const component = byName.get(valueOf(threshold.component) ?? '');
    if (!component) return threshold;
    const environment = valueOf(threshold.environment) ?? null;
    const on = (found: ComponentAlerts['coverage']): Fact<readonly string[]> | undefined =>
      found.find((one) => one.signal === threshold.signal.value)?.alerts;
    const own = on(coverage(component, environment));
    if (!own) return threshold;
    const { at } = threshold.component;
    const found = environment === null ? own : ofEnvironment(own, environment, on(coverage(component, '')));
    return { ...threshold, alerts: { ...found, ...(at && { at }) } };
  });
}

/** An objective of the plan with the alerts on its signal of its component: whether requests fail is availability, too. */
export function withAlerts(
  objective: SubjectOf<'plan-objective'>,
  component: SubjectOf<'plan-component'> | undefined,
  index: ComponentIndex,
): SubjectOf<'plan-objective'> {
  if (!component) return objective;
  const { signal } = objective.facts;
  const wanted: readonly unknown[] =
    signal.value === 'availability' || signal.value === 'errors'
      ? ['availability', 'errors']
      : [signal.value];
  const found = alertsOf(component, index)
    .coverage.filter((one) => wanted.includes(one.signal))
    .map(({ alerts }) => alerts);
  const open = found.find(({ value }) => isUnknown(value));
  const ids = found.flatMap((fact) => valueOf(fact) ?? []);
  const related = found.flatMap((fact) => fact.related ?? []);
  const alerts: Fact<readonly string[]> =
    open && isUnknown(open.value) && ids.length === 0
      ? unknown(open.value.unknown, signal.at, related)
      : known([...new Set(ids)].toSorted(), signal.at, related);
  return { ...objective, facts: { ...objective.facts, alerts } };
}

/** An alert that belongs to no environment may be that of this one: whether it has its limit is not for it to say. */
function ofEnvironment(
  own: Fact<readonly string[]>,
  environment: string,
  elsewhere: Fact<readonly string[]> | undefined,
): Fact<readonly string[]> {
  if (valueOf(own)?.length !== 0 || !elsewhere || valueOf(elsewhere)?.length === 0) return own;
  return unknown(`no alert says that it is one of ${environment}`, undefined, elsewhere.related ?? []);
}

export function relateComponent(
  component: SubjectOf<'plan-component'>,
  index: ComponentIndex,
): SubjectOf<'plan-component'> {
  const { statements, library, counts } = index;
  const { facts } = component;
  const { found, about, coverage } = alertsOf(component, index);
  const inProduction = found.instances.filter(({ stack }) => counts(stack.environment));
  const shownBy = dashboardsOf(component.name, index.dashboards);
  const asked = facts.coverage.map(({ signal }) => signal);
  return {
    ...component,
    facts: {
      ...facts,
      files: facts.files.map((file) => relateReference(file, library)),
      resources: found.facts,
      dashboards: shownBy,
      objectives: objectivesOf(component.name, index.objectives),
      coverage: asked.flatMap((signal) => coverage.filter((one) => one.signal === signal)),
      watch: statements
        ? watchOfComponent({
            component,
            plan: statements,
            coverage,
            about,
            instances: inProduction,
            shownBy,
            shown: index.shown,
            objectives: index.planObjectives
              .filter((one) => one.facts.component.value === component.name)
              .map((one) => relatePlanObjective(one, index.objectives)),
            sources: index.sources,
            library,
          })
        : [],
      ...recoveryOf(component, found.instances, index),
    },
  };
}

/** A component in the environment whose own statements they are. */
export function relateOwn(
  component: SubjectOf<'plan-component'>,
  environment: string,
  index: ComponentIndex,
): SubjectOf<'plan-component'> {
  const { facts, instances } = relateResources(component.facts.resources, index.resources);
  const related = relateInEnvironment(component, environment, instances, index);
  return { ...related, facts: { ...related.facts, resources: facts } };
}
