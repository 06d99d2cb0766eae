import { valueOf, type SubjectOf } from '../../model/index.ts';
import { componentNamed, type DraftContext } from '../context.ts';
import { agreed } from '../found/agree.ts';
import { durationOfHours, durationOfSeconds } from '../found/duration.ts';
import { locatedFact, type Located } from '../found/subjects.ts';
import { mapping, note, scalar, sequence, type Mapping, type Node, type Remark } from '../text/node.ts';
import { distinct } from './delivery.ts';

/** Logs, metrics, alerts with whom they tell, dashboards and objectives. */
export function observability(context: DraftContext): Mapping | undefined {
  const { found } = context;
  const collectors = found.of('metrics-collector');
  return mapping({
    logs: mapping({
      destination: agreed('where logs go', found.of('log-group').flatMap(destination)),
      shipper: agreed('what brings logs there', shippers(context)),
      retentionDays: agreed('how long logs are kept', found.of('log-group').map(retention)),
    }),
    metrics: mapping({
      system: agreed(
        'what collects metrics',
        collectors.map((one) => ({ value: one.facts.system, at: one.location })),
      ),
      every: agreed('how often metrics are collected', collectors.map(interval)),
    }),
    signals: sequence(signals(context).map(({ value, at }) => scalar(value, [at]))),
    alerts: alerts(context),
    notifications: sequence(notifications(context)),
    dashboards: sequence(
      found.of('dashboard').map((one) =>
        mapping({
          title: scalar(valueOf(one.facts.title) ?? one.name, [one.location]),
          reference: scalar(one.location.file.path, [one.location]),
          components: shown(context, one),
        }),
      ),
    ),
    objectives: sequence(objectives(context)),
  });
}

/** What keeps logs, by the beginnings of the types that say how long. */
const DESTINATIONS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)aws_cloudwatch_/, 'cloudwatch'],
  [/(?:^|\.)azurerm_log_analytics_/, 'log-analytics'],
  [/(?:^|\.)google_logging_/, 'cloud-logging'],
];

function destination({ format, name, location }: SubjectOf<'log-group'>): readonly Located<string>[] {
  // Templates name their groups themselves, and have none but those of CloudWatch.
  if (format === 'cloudformation') return [{ value: 'cloudwatch', at: location }];
  if (format === 'loki') return [{ value: 'loki', at: location }];
  const found = DESTINATIONS.find(([pattern]) => pattern.test(name));
  return found ? [{ value: found[1], at: location }] : [];
}

function retention(group: SubjectOf<'log-group'>): Located<number> | undefined {
  const fact = locatedFact(group, group.facts.retentionDays);
  return fact && fact.value !== null ? { value: fact.value, at: fact.at } : undefined;
}

function shippers({ found }: DraftContext): readonly Located<string>[] {
  return found
    .of('telemetry-collector')
    .filter(({ facts }) => facts.signals.includes('logs'))
    .map(({ facts, location }) => ({ value: facts.system, at: location }));
}

function interval(collector: SubjectOf<'metrics-collector'>): Located<string> | undefined {
  const fact = locatedFact(collector, collector.facts.intervalSeconds);
  const text = fact && durationOfSeconds(fact.value);
  return fact && text !== undefined ? { value: text, at: fact.at } : undefined;
}

function signals({ found }: DraftContext): readonly Located<string>[] {
  return distinct(
    found.of('alert').flatMap((alert) => {
      const signal = locatedFact(alert, alert.facts.signal);
      return signal?.value ? [{ value: signal.value, at: signal.at }] : [];
    }),
  );
}

/** Alerts that are about a component of the draft and one of the signals; the others are counted. */
function alerts(context: DraftContext): Node | undefined {
  const all = context.found.of('alert').filter(({ facts }) => valueOf(facts.paused) !== true);
  const rows = all.flatMap((alert) => alertRow(context, alert));
  const told = new Set(rows.map(({ alert }) => alert));
  const rest = all.filter((alert) => !told.has(alert)).length;
  return sequence([
    ...rows.map(({ row }) => row),
    rest > 0
      ? note(
          `of ${rest} other alerts the files do not tell the component above, or which of the five signals they are about.`,
        )
      : undefined,
  ]);
}

function alertRow(
  context: DraftContext,
  alert: SubjectOf<'alert'>,
): readonly { readonly alert: SubjectOf<'alert'>; readonly row: Mapping | undefined }[] {
  const { facts } = alert;
  const signal = locatedFact(alert, facts.signal);
  if (!signal?.value) return [];
  const severity = locatedFact(alert, facts.severity);
  const seconds = locatedFact(alert, facts.forSeconds);
  const held = seconds && seconds.value > 0 ? durationOfSeconds(seconds.value) : undefined;
  const document = valueOf(facts.runbookDocument);
  const runbook = locatedFact(alert, facts.runbook);
  const services = locatedFact(alert, facts.services);
  return (services?.value ?? []).flatMap((service) => {
    const component = componentNamed(context, service);
    if (!component) return [];
    const row = mapping({
      component: scalar(component.name, [services?.at ?? alert.location], `the alert ${alert.name}`),
      signal: scalar(signal.value ?? '', [signal.at]),
      for: held === undefined || !seconds ? undefined : scalar(held, [seconds.at]),
      severity: severity && severity.value !== '' ? scalar(severity.value, [severity.at]) : undefined,
      runbook:
        runbook?.value && typeof document === 'string' ? scalar(runbook.value, [runbook.at]) : undefined,
    });
    return [{ alert, row }];
  });
}

/** Routes that take one severity: whom they tell. */
function notifications({ found }: DraftContext): readonly (Mapping | Remark | undefined)[] {
  const rows = found.of('alert-router').flatMap((router) =>
    router.facts.routes.flatMap((route) => {
      const matchers = locatedFact(router, route.matchers);
      const receiver = locatedFact(router, route.receiver);
      const [only, ...others] = matchers?.value ?? [];
      if (!matchers || !receiver || !only || others.length > 0) return [];
      if (only.label !== 'severity') return [];
      const values =
        only.operator === '=' ? [only.value] : only.operator === '=~' ? only.value.split('|') : [];
      if (receiver.value === '' || values.some((value) => !/^[\w-]+$/.test(value))) return [];
      return values.map((severity) => ({ severity, receiver, at: matchers.at }));
    }),
  );
  const seen = new Set<string>();
  return rows.flatMap(({ severity, receiver, at }) => {
    const key = JSON.stringify([severity, receiver.value]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [mapping({ severity: scalar(severity, [at]), receiver: scalar(receiver.value, [receiver.at]) })];
  });
}

function shown(context: DraftContext, dashboard: SubjectOf<'dashboard'>): Node | undefined {
  const names = new Set(
    dashboard.facts.services.flatMap((service) => componentNamed(context, service)?.name ?? []),
  );
  return sequence([...names].sort().map((name) => scalar(name, [dashboard.location])));
}

function objectives(context: DraftContext): readonly (Mapping | undefined)[] {
  return context.found.of('objective').flatMap((one) => {
    const signal = locatedFact(one, one.facts.signal);
    const target = locatedFact(one, one.facts.target);
    const window = locatedFact(one, one.facts.windowHours);
    if (!signal?.value || target?.value === undefined || target.value === null) return [];
    const services = locatedFact(one, one.facts.services);
    return (services?.value ?? []).flatMap((service) => {
      const component = componentNamed(context, service);
      const length = window?.value ? durationOfHours(window.value) : undefined;
      return component
        ? [
            mapping({
              component: scalar(component.name, [services?.at ?? one.location]),
              signal: scalar(signal.value ?? '', [signal.at]),
              target: scalar(target.value ?? 0, [target.at]),
              window: length === undefined || !window ? undefined : scalar(length, [window.at]),
            }),
          ]
        : [];
    });
  });
}
