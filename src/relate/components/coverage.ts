import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type Fact,
  type PlanCoverageFacts,
  type SectionTopic,
  type Signal,
  type SubjectOf,
} from '../../model/index.ts';
import { parseReference, type Plan } from '../../plan/index.ts';
import type { Library } from '../documents/library.ts';
import { topicsOf } from '../documents/plan-document.ts';
import { reasonOf, relatedTo, sorted } from '../facts.ts';
import { groupBy } from '../subjects.ts';
import { normalizeName } from './names.ts';
import type { Instance } from './resources.ts';

type Alert = SubjectOf<'alert'>;

export interface Alerts {
  /** Are there any at all, also of other environments? */
  readonly scanned: boolean;
  /** By the normalized names of the services that they watch. */
  readonly byService: ReadonlyMap<string, readonly Alert[]>;
  /** Those that name no service, by each run of words that their own names begin with. */
  readonly byName: ReadonlyMap<string, readonly Alert[]>;
  /** Those that watch what is no component, by each run of words that its name begins with: `orders` of `orders-api`. */
  readonly byPart: ReadonlyMap<string, readonly Alert[]>;
  /** By the resources that they watch, as ids of subjects begin. */
  readonly byResource: ReadonlyMap<string, readonly Alert[]>;
  /** By `label=value`. */
  readonly byLabel: ReadonlyMap<string, readonly Alert[]>;
  /** By signal, why an alert that names no service may be about any of them. */
  readonly general: ReadonlyMap<Signal, string>;
}

/** Labels by which an expression keeps services apart. */
const BY_SERVICE =
  /\bby\s{0,20}\([^()]{0,200}\b(?:service|service_name|app|application|component|workload|deployment|pod|container|job)\b/i;
/** Operators, and one function, that make one value of many series. */
const JOINS =
  /\b(?:sum|avg|min|max|count|group|topk|bottomk|limitk|quantile|stddev|stdvar|count_values|absent|scalar)\b/i;
/** What each service, or each of its pods, has series of. */
const OF_EACH =
  /\b(?:up|probe_success|(?:https?|grpc|container|istio|kube_(?:pod|deployment|statefulset|daemonset|replicaset))_\w+)\b/;

/** Does an expression that names no service fire for each of them? */
function watchesEach(expression: string): boolean {
  return BY_SERVICE.test(expression) || (OF_EACH.test(expression) && !JOINS.test(expression));
}

/** Of all alerts, those that count. */
export function indexAlerts(
  all: readonly Alert[],
  components: readonly string[],
  counts: (environment: string | undefined) => boolean,
): Alerts {
  const alerts = all.filter(({ environment, facts }) => counts(environment) && facts.paused.value !== true);
  const own = new Set(components.map(normalizeName));
  return {
    scanned: all.length > 0,
    byService: groupBy(alerts, ({ facts }) => [
      ...new Set((valueOf(facts.services) ?? []).map(normalizeName)),
    ]),
    byName: groupBy(alerts, ({ name, facts }) =>
      valueOf(facts.services)?.length === 0 ? beginnings(normalizeName(name)) : [],
    ),
    byPart: groupBy(alerts, ({ facts }) => [
      ...new Set(
        (valueOf(facts.services) ?? [])
          .map(normalizeName)
          .filter((name) => !own.has(name))
          .flatMap((name) => beginnings(name).slice(0, -1)),
      ),
    ]),
    byResource: groupBy(alerts, ({ facts }) => facts.resources),
    byLabel: groupBy(alerts, ({ facts }) =>
      Object.entries(facts.labels).map(([label, value]) => `${label}=${value}`),
    ),
    general: generalOf(alerts),
  };
}

/** `checkout-errors-high` begins with `checkout` and with `checkout-errors`. */
function beginnings(name: string): readonly string[] {
  const words = name.split('-').slice(0, 8);
  return words.map((_, index) => words.slice(0, index + 1).join('-'));
}

const SIGNALS: readonly Signal[] = ['availability', 'latency', 'errors', 'traffic', 'saturation'];

function generalOf(alerts: readonly Alert[]): ReadonlyMap<Signal, string> {
  const general = new Map<Signal, string>();
  for (const { name, facts } of alerts) {
    const { services, expression, signal } = facts;
    const reason = isUnknown(services.value)
      ? `which services ${name} watches is not known: ${services.value.unknown}`
      : // It names no service, but may well fire for each: guessing either way would be wrong.
        services.value.length === 0 && watchesEach(valueOf(expression) ?? '')
        ? `${name} watches whichever services there are, without naming them`
        : undefined;
    if (reason === undefined) continue;
    for (const one of SIGNALS)
      if (!general.has(one) && (isUnknown(signal.value) || signal.value === one)) general.set(one, reason);
  }
  return general;
}

export interface About {
  /** Those that name the component, and those with the labels that the plan states. */
  readonly alerts: readonly Alert[];
  /** Those that may be, and why that is not known. */
  readonly likely: readonly { readonly alert: Alert; readonly reason: string }[];
}

/** The alerts about a component, of which the plan may name resources. */
export function alertsAbout(
  component: string,
  alerts: Alerts,
  plan: Plan | undefined,
  resources: readonly Instance[],
): About {
  const about = certainlyAbout(component, alerts, plan, resources);
  const sounding = (alerts.byName.get(normalizeName(component)) ?? []).map((alert) => ({
    alert,
    reason: `only its name says what ${alert.name} watches: no label or expression does`,
  }));
  const parts = (alerts.byPart.get(normalizeName(component)) ?? []).map((alert) => ({
    alert,
    reason: `${alert.name} watches ${(valueOf(alert.facts.services) ?? []).join(', ')}, which may be ${component}`,
  }));
  return { alerts: about, likely: [...sounding, ...parts].filter(({ alert }) => !about.includes(alert)) };
}

function certainlyAbout(
  component: string,
  alerts: Alerts,
  plan: Plan | undefined,
  resources: readonly Instance[],
): readonly Alert[] {
  const watching = resources.flatMap(
    ({ stack, address }) => alerts.byResource.get(`${stack.facts.path}:${address}`) ?? [],
  );
  const named = [...new Set([...(alerts.byService.get(normalizeName(component)) ?? []), ...watching])];
  const labels = Object.entries(plan?.alertLabels.get(component) ?? {});
  const [first] = labels;
  if (!first) return named;
  const matching = (alerts.byLabel.get(first.join('=')) ?? []).filter(({ facts }) =>
    labels.every(([label, value]) => facts.labels[label] === value),
  );
  return [...new Set([...named, ...matching])];
}

export function coverageOf(
  signal: Signal,
  about: About,
  alerts: Alerts,
  library: Library,
): PlanCoverageFacts {
  const own = about.alerts.filter(({ facts }) => facts.signal.value === signal);
  const found = alertsFor(signal, own, about, alerts);
  const reason = reasonOf(found);
  if (reason !== undefined)
    return { signal, alerts: found, routed: unknown(reason), runbook: unknown(reason) };
  return {
    signal,
    alerts: found,
    routed: any(own, 'reaches nobody', ({ facts }) => {
      const reached = facts.receivers.value;
      return isUnknown(reached) ? reached.unknown : reached.length > 0;
    }),
    runbook: any(own, 'has no runbook that tells how to find and mend the cause', (alert) =>
      isHelped(alert, library),
    ),
  };
}

function alertsFor(
  signal: Signal,
  own: readonly Alert[],
  about: About,
  alerts: Alerts,
): PlanCoverageFacts['alerts'] {
  if (own.length > 0)
    return known(sorted(own.map(({ id }) => id)), undefined, relatedTo(own, 'the alert is here'));
  for (const { name, facts } of about.alerts)
    if (isUnknown(facts.signal.value))
      return unknown(`what ${name} watches is not known: ${facts.signal.value.unknown}`);
  const likely = about.likely.filter(
    ({ alert: { facts } }) => isUnknown(facts.signal.value) || facts.signal.value === signal,
  );
  if (likely[0]) {
    const places = likely.map(({ alert }) => alert);
    return unknown(likely[0].reason, undefined, relatedTo(places, 'the alert is here'));
  }
  const general = alerts.general.get(signal);
  if (general !== undefined) return unknown(general);
  return alerts.scanned ? known([]) : unknown('no alerting rules were scanned');
}

/** Does it hold for one of them? `test` says so, or why that is not known. */
function any(
  alerts: readonly Alert[],
  otherwise: string,
  test: (alert: Alert) => boolean | string,
): Fact<boolean> {
  let reason: string | undefined;
  for (const alert of alerts) {
    const answer = test(alert);
    if (answer === true) return known(true);
    if (typeof answer === 'string') reason ??= answer;
  }
  if (reason !== undefined) return unknown(reason, undefined, relatedTo(alerts, 'the alert is here'));
  return known(false, undefined, relatedTo(alerts, otherwise));
}

const DIAGNOSIS: readonly SectionTopic[] = ['diagnosis', 'troubleshooting'];
const MITIGATION: readonly SectionTopic[] = ['mitigation', 'steps', 'rollback', 'restore'];

/** Has it a runbook that helps to find the cause and to end the trouble, in the section that it names? */
export function isHelped({ facts }: Alert, library: Library): boolean | string {
  const id = facts.runbookDocument.value;
  if (isUnknown(id)) return id.unknown;
  const document = id === null ? undefined : library.byId.get(id);
  if (!document) return false;
  const { whole } = document.facts;
  const topics = topicsOf(
    library.sections(document, parseReference(valueOf(facts.runbook) ?? '').anchor) ?? [],
  );
  const helps =
    DIAGNOSIS.some((topic) => topics.includes(topic)) && MITIGATION.some((topic) => topics.includes(topic));
  // What was not read, or not understood, may hold what is missing.
  return helps || !isUnknown(whole.value) ? helps : whole.value.unknown;
}
