import { known, unknown, type PlanComponentFacts, type SubjectOf } from '../../model/index.ts';
import { relatedTo, sorted } from '../facts.ts';
import { groupBy } from '../subjects.ts';
import { normalizeName } from './names.ts';

type Dashboard = SubjectOf<'dashboard'>;

export interface Dashboards {
  readonly scanned: boolean;
  /** By the normalized names of the services that their queries watch. */
  readonly byService: ReadonlyMap<string, readonly Dashboard[]>;
}

export function indexDashboards(dashboards: readonly Dashboard[]): Dashboards {
  return {
    scanned: dashboards.length > 0,
    byService: groupBy(dashboards, ({ facts }) => [...new Set(facts.services.map(normalizeName))]),
  };
}

/** The dashboards that show a component. */
export function dashboardsOf(component: string, dashboards: Dashboards): PlanComponentFacts['dashboards'] {
  const own = dashboards.byService.get(normalizeName(component)) ?? [];
  if (own.length === 0 && !dashboards.scanned) return unknown('no dashboards were scanned');
  return known(sorted(own.map(({ id }) => id)), undefined, relatedTo(own, 'the dashboard is here'));
}
