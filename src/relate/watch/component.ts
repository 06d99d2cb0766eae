import {
  known,
  type PlanComponentFacts,
  type PlanCoverageFacts,
  type SubjectOf,
  type WatchAspect,
  type WatchFacts,
} from '../../model/index.ts';
import type { About } from '../components/coverage.ts';
import type { Instance } from '../components/resources.ts';
import type { Library } from '../documents/library.ts';
import { dashboardWatch, type ShownDashboards } from './dashboards.ts';
import { exemptionOf, SIGNALS } from './exempt.ts';
import { objectiveWatch } from './objectives.ts';
import { routeWatch, runbookWatch, signalWatch } from './signals.ts';
import { logsOf, metricsOf, tracesOf, type Sources } from './sources.ts';
import type { Watchers } from './watchers.ts';

export interface ComponentWatch {
  readonly component: SubjectOf<'plan-component'>;
  readonly plan: SubjectOf<'plan'>;
  /** What alerts there are about it, for each of the five signals. */
  readonly coverage: readonly PlanCoverageFacts[];
  readonly about: About;
  /** Its resources in production. */
  readonly instances: readonly Instance[];
  /** The dashboards whose queries name it, and all there are. */
  readonly shownBy: PlanComponentFacts['dashboards'];
  readonly shown: ShownDashboards;
  /** What the plan promises of it, with what the files have of that. */
  readonly objectives: readonly SubjectOf<'plan-objective'>[];
  readonly sources: Sources;
  readonly library: Library;
}

const ASPECTS: readonly WatchAspect[] = [
  'logs',
  'metrics',
  'traces',
  ...SIGNALS,
  'dashboard',
  'objective',
  'route',
  'runbook',
];

/** What watches a component, aspect by aspect. */
export function watchOfComponent(watch: ComponentWatch): readonly WatchFacts[] {
  return ASPECTS.map((aspect) => ({
    aspect,
    exempt: known(exemptionOf(aspect, watch)),
    by: watchersOf(aspect, watch),
  }));
}

function watchersOf(aspect: WatchAspect, watch: ComponentWatch): Watchers {
  const { component, plan, about, instances, sources, library } = watch;
  // Where the plan asks for alerts on some signals, the others say nothing of routes and runbooks.
  const asked = watch.coverage.filter(({ signal }) => exemptionOf(signal, watch) === null);
  const coverage = asked.length > 0 ? asked : watch.coverage;
  switch (aspect) {
    case 'logs':
      return logsOf(component.name, instances, sources);
    case 'metrics':
      return metricsOf(component.name, instances, sources);
    case 'traces':
      return tracesOf(component.name, instances, sources);
    case 'dashboard':
      return dashboardWatch(component.name, watch.shownBy, plan.facts.monitoring.dashboards, watch.shown);
    case 'objective':
      return objectiveWatch(watch.objectives);
    case 'route':
      return routeWatch(coverage, about.alerts);
    case 'runbook':
      return runbookWatch(coverage, about.alerts, library);
    default: {
      const found = watch.coverage.find(({ signal }) => signal === aspect);
      return found ? signalWatch(found) : known([]);
    }
  }
}
