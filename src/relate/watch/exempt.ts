import type { PlanExemptionFacts, Signal, SubjectOf, WatchAspect } from '../../model/index.ts';

type Component = SubjectOf<'plan-component'>;
type PlanSubject = SubjectOf<'plan'>;

interface Watched {
  readonly component: Component;
  readonly plan: PlanSubject;
  /** What the plan promises of it. */
  readonly objectives: readonly SubjectOf<'plan-objective'>[];
}

/** Why the plan does not ask for an aspect of a component, as a sentence; `null` when it asks. */
export function exemptionOf(aspect: WatchAspect, watched: Watched): string | null {
  const { component, plan, objectives } = watched;
  const stated = exemptionIn(aspect, component.facts.exemptions);
  if (stated !== undefined) return stated;
  if (component.facts.type.value === 'external') return 'It is run by others.';
  switch (aspect) {
    case 'logs':
      return withoutLogs(component, plan);
    case 'metrics':
      return withoutMetrics(component, plan);
    case 'traces':
      return withoutTraces(component, plan);
    case 'dashboard':
      return withoutDashboard(component, plan);
    case 'objective':
      return objectives.length > 0 ? null : 'The plan states no objective for it.';
    case 'alert':
    case 'route':
    case 'runbook':
      return SIGNALS.some((signal) => exemptionOf(signal, watched) === null)
        ? null
        : 'The plan asks for no alert about it.';
    default:
      return withoutAlert(aspect, component, plan);
  }
}

/** What the plan leaves out on purpose, in its own words. */
export function exemptionIn(what: string, exemptions: readonly PlanExemptionFacts[]): string | undefined {
  const found = exemptions.find((exemption) => exemption.what.value === what);
  if (!found) return undefined;
  const approved = found.approvedBy.value;
  const by = typeof approved === 'string' ? ` Approved by ${approved}.` : '';
  return `The plan leaves it out: ${text(found.reason.value).replace(/\.$/, '')}.${by}`;
}

export const SIGNALS: readonly Signal[] = ['availability', 'latency', 'errors', 'traffic', 'saturation'];

function withoutAlert(signal: Signal, component: Component, { facts }: PlanSubject): string | null {
  const planned = facts.monitoring.thresholds.some(
    (one) => one.component.value === component.name && one.signal.value === signal,
  );
  if (planned) return null;
  const signals = facts.signals.value;
  if (!Array.isArray(signals) || !signals.includes(signal))
    return `The plan asks for no alerts on ${signal}.`;
  const criticality = text(component.facts.criticality.value);
  return criticality === 'critical'
    ? null
    : `The plan asks for it of critical components, and this one is ${criticality}.`;
}

const LOGGED: Readonly<Record<string, readonly string[]>> = {
  service: ['application'],
  database: ['database'],
};

function withoutLogs(component: Component, { facts }: PlanSubject): string | null {
  if (facts.monitoring.logs.value !== true) return 'The plan has no statement on logs.';
  const type = text(component.facts.type.value);
  const needed = LOGGED[type];
  if (!needed) return `A component of type ${type} writes no logs of its own.`;
  const sources = list(facts.monitoring.logSources.value);
  return sources.length === 0 || needed.some((source) => sources.includes(source))
    ? null
    : `The plan collects no logs of type ${needed.join(' or ')}.`;
}

const MEASURED: Readonly<Record<string, readonly string[]>> = {
  service: ['applications'],
  database: ['databases'],
};

function withoutMetrics(component: Component, { facts }: PlanSubject): string | null {
  const covered = list(facts.monitoring.metricsCover.value);
  if (facts.metricsSystem.value === null && covered.length === 0)
    return 'The plan has no statement on metrics.';
  const type = text(component.facts.type.value);
  if (type === 'object-store') return 'An object store is measured by whoever runs it.';
  const needed = MEASURED[type] ?? ['infrastructure'];
  return covered.length === 0 || needed.some((one) => covered.includes(one))
    ? null
    : `The plan measures no ${needed.join(' or ')}.`;
}

function withoutTraces(component: Component, { facts }: PlanSubject): string | null {
  if (facts.monitoring.tracing.value === null) return 'The plan asks for no traces.';
  const type = text(component.facts.type.value);
  return type === 'service' ? null : `Services are traced, and this one is of type ${type}.`;
}

function withoutDashboard(component: Component, { facts }: PlanSubject): string | null {
  const { dashboards } = facts.monitoring;
  if (dashboards.length === 0) return 'The plan names no dashboards.';
  if (dashboards.some(({ components }) => list(components.value).includes(component.name))) return null;
  if (text(component.facts.criticality.value) === 'critical') return null;
  return 'No dashboard of the plan is said to show it, and it is not critical.';
}

/** Statements of the plan are always known; the types cannot say so. */
function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
