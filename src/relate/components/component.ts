import {
  valueOf,
  type PlanCoverageFacts,
  type PlanThresholdFacts,
  type SubjectOf,
} from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { relateReference, type Library } from '../documents/library.ts';
import type { Subjects } from '../subjects.ts';
import { backupsOf, indexBackups, type Backups } from './backups.ts';
import { replicasOf } from './cluster.ts';
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
  return {
    alerts: indexAlerts(
      subjects.of('alert'),
      subjects.of('plan-component').map(({ name }) => name),
      counts,
    ),
    resources: indexResources(subjects.of('stack')),
    backups: indexBackups(subjects, counts),
    dashboards: indexDashboards(subjects.of('dashboard')),
    objectives: indexObjectives(subjects.of('objective'), counts),
    shown: indexShown(subjects.of('dashboard')),
    planObjectives: subjects.of('plan-objective'),
    sources: indexSources(subjects, counts),
    statements: subjects.of('plan')[0],
    library,
    plan,
    counts,
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
  const wanted = new Set(thresholds.map(({ component }) => component.value));
  const coverage = new Map(
    components
      .filter(({ name }) => wanted.has(name))
      .map((component) => [component.name, alertsOf(component, index).coverage]),
  );
  return thresholds.map((threshold) => {
    const { component, signal } = threshold;
    const own = coverage.get(valueOf(component) ?? '')?.find((one) => one.signal === signal.value);
    return own
      ? { ...threshold, alerts: { ...own.alerts, ...(component.at && { at: component.at }) } }
      : threshold;
  });
}

export function relateComponent(
  component: SubjectOf<'plan-component'>,
  index: ComponentIndex,
): SubjectOf<'plan-component'> {
  const { backups, statements, library, plan, counts } = index;
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
      restoreProcedure: facts.restoreProcedure && relateReference(facts.restoreProcedure, library),
      ...backupsOf(component, inProduction, backups, plan),
      foundReplicas: replicasOf(component, backups.holders),
    },
  };
}
