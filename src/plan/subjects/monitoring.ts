import {
  known,
  type Fact,
  type InfrastructureConcern,
  type PlanExemptionFacts,
  type PlanMonitoringFacts,
  type PlanThresholdFacts,
} from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import { fromRoot } from '../read/reference.ts';
import type { Stated, Statements } from '../read/statements.ts';
import { NOT_JOINED, textOr } from './context.ts';
import { CONCERNS, LOG_SOURCES, METRICS, SIGNALS, UNITS } from './words.ts';

const OBSERVABILITY = 'observability';

/** What the plan says of monitoring; which infrastructure is watched is told by the files. */
export function monitoringOf(plan: Statements): PlanMonitoringFacts {
  const logs: Path = [OBSERVABILITY, 'logs'];
  return {
    logs: known(plan.value(logs) !== undefined, plan.location(logs)),
    logSources: plan.textsOf([...logs, 'sources'], LOG_SOURCES),
    metricsCover: plan.textsOf([OBSERVABILITY, 'metrics', 'covers'], METRICS),
    tracing: tracingOf(plan),
    dashboards: plan.items([OBSERVABILITY, 'dashboards']).map((item) => ({
      title: plan.text([...item, 'title']),
      reference: fromPlan(either(plan.text(item), plan.text([...item, 'reference']))),
      components: plan.texts([...item, 'components']),
    })),
    thresholds: plan.items([OBSERVABILITY, 'alerts']).flatMap((item) => thresholdOf(plan, item)),
    exemptions: exemptionsAt(plan, [OBSERVABILITY, 'notMonitored']),
    strangers: NOT_JOINED,
    infrastructure: CONCERNS.map((concern: InfrastructureConcern) => ({ concern, watch: [] })),
  };
}

/** Aspects that the plan leaves out, each with its reason. */
export function exemptionsAt(plan: Statements, path: Path): readonly PlanExemptionFacts[] {
  return plan.items(path).map((item) => ({
    what: textOr(plan, [...item, 'what'], ''),
    reason: textOr(plan, [...item, 'reason'], ''),
    approvedBy: plan.text([...item, 'approvedBy']),
  }));
}

function tracingOf(plan: Statements): Fact<string | null> {
  const traces: Path = [OBSERVABILITY, 'traces'];
  if (plan.value(traces) === undefined) return known(null, plan.location(traces));
  const { value, at } = plan.text([...traces, 'system']);
  return known(value ?? '', at);
}

function fromPlan({ value, at }: Stated<string | null>): Fact<string | null> {
  return known(value === null ? null : fromRoot(at.file.path, value), at);
}

function either(first: Stated<string | null>, second: Stated<string | null>): Stated<string | null> {
  return first.value === null ? second : first;
}

function thresholdOf(plan: Statements, item: Path): readonly PlanThresholdFacts[] {
  const component = plan.text([...item, 'component']);
  const signal = plan.oneOf([...item, 'signal'], SIGNALS);
  if (component.value === null || signal.value === null) return [];
  return [
    {
      component: known(component.value, component.at),
      signal: known(signal.value, signal.at),
      above: plan.number([...item, 'above']),
      below: plan.number([...item, 'below']),
      unit: plan.oneOf([...item, 'unit'], UNITS),
      forSeconds: scaled(plan.hours([...item, 'for']), 3600),
      severity: plan.text([...item, 'severity']),
      alerts: NOT_JOINED,
    },
  ];
}

/** Hours in another unit, without the dust of their fractions. */
export function scaled({ value, at }: Stated<number | null>, by: number): Fact<number | null> {
  return known(value === null ? null : Math.round(value * by * 100) / 100, at);
}
