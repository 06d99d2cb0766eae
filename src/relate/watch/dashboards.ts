import {
  known,
  unknown,
  valueOf,
  type PlanComponentFacts,
  type PlanDashboardFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { normalizePath, parseReference } from '../../plan/index.ts';
import { watchers, type Watchers } from './watchers.ts';

type Dashboard = SubjectOf<'dashboard'>;

export interface ShownDashboards {
  readonly all: readonly Dashboard[];
  /** The first whose queries name no service: it may show any. */
  readonly general: Dashboard | undefined;
}

export function indexShown(all: readonly Dashboard[]): ShownDashboards {
  return {
    all,
    general: all.find(({ facts }) => facts.services.length === 0 && facts.panels > 0),
  };
}

/** The dashboards that show a component: by their queries, or because the plan says so of one that is there. */
export function dashboardWatch(
  component: string,
  shownBy: PlanComponentFacts['dashboards'],
  planned: readonly PlanDashboardFacts[],
  { all, general }: ShownDashboards,
): Watchers {
  const ids = valueOf(shownBy) ?? [];
  if (ids.length > 0)
    return known(
      ids.map((id) => ({ kind: 'dashboard', id })),
      undefined,
      shownBy.related,
    );
  const own = planned.filter(({ components }) => (valueOf(components) ?? []).includes(component));
  const stated = all.filter((dashboard) => own.some((entry) => isThat(dashboard, entry)));
  if (stated.length > 0) return watchers(stated, 'the dashboard is here');
  const elsewhere = [...own, ...planned.filter(({ components }) => valueOf(components)?.length === 0)].find(
    ({ reference }) => typeof reference.value === 'string' && parseReference(reference.value).url,
  );
  if (elsewhere) return unknown(`the plan's dashboard ${nameOf(elsewhere)} is kept outside the files`);
  if (all.length === 0) return unknown('no dashboard is among the files');
  if (general) return unknown(`the queries of the dashboard ${general.name} do not name what they show`);
  return watchers([], '');
}

function isThat(dashboard: Dashboard, { title, reference }: PlanDashboardFacts): boolean {
  if (title.value !== null && title.value === dashboard.facts.title.value) return true;
  if (typeof reference.value !== 'string') return false;
  const { url, path } = parseReference(reference.value);
  return !url && path !== undefined && normalizePath(path) === dashboard.location.file.path;
}

function nameOf({ title, reference }: PlanDashboardFacts): string {
  return [title.value, reference.value].find((name) => typeof name === 'string') ?? '';
}
