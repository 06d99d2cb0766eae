import {
  isUnknown,
  valueOf,
  type InfrastructureConcern,
  type Subject,
  type SubjectKind,
  type WatchAspect,
  type WatchFacts,
} from '../model/index.ts';
import type { CoverageCell, CoverageReport, CoverageRow } from './report.ts';
import type { SubjectTable } from './results.ts';

/** Names before the rest is counted. */
const NAMED = 3;

const CONCERNS: Readonly<Record<InfrastructureConcern, string>> = {
  nodes: 'Machines',
  disks: 'Disks',
  certificates: 'Certificates',
  backups: 'Backups',
  heartbeat: 'The alerting itself',
};

/** Components and infrastructure of the plan by the aspects of their monitoring; undefined without a plan. */
export function coverageMatrix(
  subjects: readonly Subject[],
  table: SubjectTable,
): CoverageReport | undefined {
  const plan = subjects.find((subject) => subject.kind === 'plan');
  if (!plan) return undefined;
  const components: CoverageRow[] = [];
  for (const subject of subjects)
    if (subject.kind === 'plan-component' && subject.environment === undefined)
      components.push({
        name: subject.name,
        criticality: valueOf(subject.facts.criticality) ?? null,
        location: subject.location,
        cells: subject.facts.watch.map((watch) => cell(watch, table)),
      });
  const infrastructure = plan.facts.monitoring.infrastructure.map(({ concern, watch }) => ({
    name: CONCERNS[concern],
    criticality: null,
    location: plan.location,
    cells: watch.map((one) => cell(one, table)),
  }));
  return { components, infrastructure };
}

/** What there is counts, asked for or not; what is not asked for is never missing. */
function cell({ aspect, exempt, by }: WatchFacts, table: SubjectTable): CoverageCell {
  const found = (valueOf(by) ?? []).flatMap(({ kind, id }) => {
    // Watchers name subjects of the model by its own kinds.
    const subject = table.find(kind as SubjectKind, id);
    return subject ? [subject] : [];
  });
  const related = by.related ?? [];
  if (found.length > 0) {
    const evidence = found.map((subject) => table.refer(subject));
    return { aspect, state: 'met', because: met(aspect, found), evidence, related: [] };
  }
  const reason = valueOf(exempt);
  if (typeof reason === 'string')
    return { aspect, state: 'not-applicable', because: reason, evidence: [], related: [] };
  if (isUnknown(by.value))
    return {
      aspect,
      state: 'unknown',
      because: `Unknown because ${by.value.unknown}.`,
      evidence: [],
      related,
    };
  return { aspect, state: 'not-met', because: missing(aspect, related.length > 0), evidence: [], related };
}

const MISSING: Readonly<Record<WatchAspect, string>> = {
  logs: 'Nothing keeps its logs.',
  metrics: 'Nothing collects its metrics.',
  traces: 'Nothing takes its traces.',
  availability: 'No alert on availability is about it.',
  latency: 'No alert on latency is about it.',
  errors: 'No alert on errors is about it.',
  traffic: 'No alert on traffic is about it.',
  saturation: 'No alert on saturation is about it.',
  alert: 'No alert is about that.',
  dashboard: 'No dashboard shows it.',
  objective: 'Nothing measures an objective that the plan states for it.',
  route: 'Alerts about it reach nobody.',
  runbook: 'Alerts about it lead to no runbook with diagnosis and mitigation.',
};

function missing(aspect: WatchAspect, hasAlerts: boolean): string {
  if (hasAlerts || (aspect !== 'route' && aspect !== 'runbook')) return MISSING[aspect];
  return aspect === 'route'
    ? 'There is no alert that could reach anybody.'
    : 'There is no alert that could lead to one.';
}

const PRESENT: Readonly<Record<WatchAspect, string>> = {
  logs: 'Kept by',
  metrics: 'Collected by',
  traces: 'Taken by',
  availability: 'Alerts:',
  latency: 'Alerts:',
  errors: 'Alerts:',
  traffic: 'Alerts:',
  saturation: 'Alerts:',
  alert: 'Alerts:',
  dashboard: 'Shown by',
  objective: 'Measured by',
  route: 'Alerts reach',
  runbook: 'Runbooks:',
};

function met(aspect: WatchAspect, found: readonly Subject[]): string {
  const names = found.flatMap((subject) =>
    aspect === 'route' && subject.kind === 'alert'
      ? (valueOf(subject.facts.receivers) ?? [])
      : subject.kind === 'document'
        ? [subject.location.file.path]
        : [subject.name],
  );
  const unique = [...new Set(names)].sort();
  const shown = unique.slice(0, NAMED).join(', ');
  const more = unique.length > NAMED ? ` and ${unique.length - NAMED} more` : '';
  return `${PRESENT[aspect]} ${shown}${more}.`;
}
