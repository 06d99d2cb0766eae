import {
  known,
  type Fact,
  type InfrastructureConcern,
  type PlanExemptionFacts,
  type PlanMonitoringFacts,
  type PlanThresholdFacts,
} from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import { entryOf, judgedEnvironments, overridesOf, type Entry } from '../read/overrides.ts';
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
    thresholds: thresholdsOf(plan),
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

/** Limits for all environments, where one is left that has none of its own, and those of each. */
function thresholdsOf(plan: Statements): readonly PlanThresholdFacts[] {
  const stated = limitsAt(plan, [OBSERVABILITY, 'alerts']);
  const own = overridesOf(plan).map(({ environment, path }) => ({
    environment,
    limits: limitsAt(plan, [...path, OBSERVABILITY, 'alerts']),
  }));
  const judged = judgedEnvironments(plan);
  const isHeld = (key: string): boolean =>
    judged.length === 0 ||
    judged.some((name) => !own.some(({ environment, limits }) => environment === name && limits.has(key)));
  return [
    ...[...stated]
      .filter(([key]) => isHeld(key))
      .flatMap(([, items]) => items.flatMap((item) => thresholdOf(plan, entryOf(plan, [], item), null))),
    ...own.flatMap(({ environment, limits }) =>
      [...limits].flatMap(([key, items]) =>
        items.flatMap((item) => {
          const entry = entryOf(plan, [item], stated.get(key)?.[0] ?? item);
          return thresholdOf(plan, entry, environment);
        }),
      ),
    ),
  ];
}

/** Alerts of a list by component and signal. */
function limitsAt(plan: Statements, list: Path): ReadonlyMap<string, readonly Path[]> {
  const limits = new Map<string, Path[]>();
  for (const item of plan.items(list)) {
    const key = JSON.stringify([plan.value([...item, 'component']), plan.value([...item, 'signal'])]);
    limits.set(key, [...(limits.get(key) ?? []), item]);
  }
  return limits;
}

function thresholdOf(
  plan: Statements,
  entry: Entry,
  environment: string | null,
): readonly PlanThresholdFacts[] {
  const component = plan.text(entry('component'));
  const signal = plan.oneOf(entry('signal'), SIGNALS);
  if (component.value === null || signal.value === null) return [];
  return [
    {
      environment: known(environment, component.at),
      component: known(component.value, component.at),
      signal: known(signal.value, signal.at),
      above: plan.number(entry('above')),
      below: plan.number(entry('below')),
      unit: plan.oneOf(entry('unit'), UNITS),
      forSeconds: scaled(plan.hours(entry('for')), 3600),
      severity: plan.text(entry('severity')),
      alerts: NOT_JOINED,
    },
  ];
}

/** Hours in another unit, without the dust of their fractions. */
export function scaled({ value, at }: Stated<number | null>, by: number): Fact<number | null> {
  return known(value === null ? null : Math.round(value * by * 100) / 100, at);
}
