import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type Fact,
  type InfrastructureConcern,
  type InfrastructureWatchFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { concernOf } from '../../monitoring/index.ts';
import { relatedTo } from '../facts.ts';
import { isHelped } from '../components/coverage.ts';
import type { Library } from '../documents/library.ts';
import { append, type Subjects } from '../subjects.ts';
import { exemptionIn } from './exempt.ts';
import { watchers, type Watchers } from './watchers.ts';

type Alert = SubjectOf<'alert'>;

/** What watches the infrastructure, concern by concern. */
export function watchOfInfrastructure(
  plan: SubjectOf<'plan'>,
  subjects: Subjects,
  counts: (environment: string | undefined) => boolean,
  library: Library,
): readonly InfrastructureWatchFacts[] {
  const alerts = subjects.of('alert').filter(({ environment }) => counts(environment));
  const byConcern = new Map<InfrastructureConcern, Alert[]>();
  for (const alert of alerts) {
    const concern = concernOf({
      name: alert.name,
      expression: valueOf(alert.facts.expression) ?? '',
      summary: valueOf(alert.facts.summary) ?? '',
      conditional: valueOf(alert.facts.conditional),
    });
    if (concern) append(byConcern, concern, alert);
  }
  return plan.facts.monitoring.infrastructure.map(({ concern }) => {
    const exempt = known(
      exemptionIn(concern, plan.facts.monitoring.exemptions) ?? notAsked(concern, plan, subjects),
    );
    const own = byConcern.get(concern) ?? [];
    const none = alerts.length === 0 ? unknown('no alerting rules were scanned') : undefined;
    const { metricsSystem, monitoring } = plan.facts;
    const { at } = concern === 'heartbeat' ? metricsSystem : monitoring.metricsCover;
    const here = (by: Watchers): Watchers => ({ ...by, ...(at && { at }) });
    return {
      concern,
      watch: [
        { aspect: 'alert', exempt, by: here(none ?? watchers(own, 'the alert is here')) },
        { aspect: 'route', exempt, by: here(none ?? routed(own)) },
        {
          aspect: 'runbook',
          exempt: concern === 'heartbeat' && exempt.value === null ? SILENCE : exempt,
          by: here(none ?? explained(own, library)),
        },
      ],
    };
  });
}

/** Whatever waits for the heartbeat tells of its end, in words of its own. */
const SILENCE: Fact<string> = known('It fires all the time, and nobody is to look into it.');

function routed(alerts: readonly Alert[]): Watchers {
  return someOf(alerts, ({ facts }) => {
    const reached = facts.receivers.value;
    return isUnknown(reached) ? reached.unknown : reached.length > 0;
  });
}

function explained(alerts: readonly Alert[], library: Library): Watchers {
  const found = someOf(alerts, (alert) => isHelped(alert, library));
  if (isUnknown(found.value) || found.value.length === 0) return found;
  const ids = new Set(found.value.map(({ id }) => id));
  const documents = alerts
    .filter(({ id }) => ids.has(id))
    .flatMap(({ facts }) => {
      const id = valueOf(facts.runbookDocument);
      const document = typeof id === 'string' ? library.byId.get(id) : undefined;
      return document ? [document] : [];
    });
  return watchers(documents, 'the runbook is here');
}

/** Those that it holds for; one is enough. `test` says so, or why that is not known. */
function someOf(alerts: readonly Alert[], test: (alert: Alert) => boolean | string): Watchers {
  const answers = alerts.map((alert) => ({ alert, answer: test(alert) }));
  const good = answers.filter(({ answer }) => answer === true).map(({ alert }) => alert);
  const doubt = answers.find(({ answer }) => typeof answer === 'string')?.answer;
  if (good.length === 0 && typeof doubt === 'string') return unknown(doubt);
  return good.length > 0
    ? watchers(good, 'the alert is here')
    : known([], undefined, relatedTo(alerts, 'the alert is here'));
}

/** Why the plan does not ask for alerts on a part of the infrastructure; `null` when it does. */
function notAsked(
  concern: InfrastructureConcern,
  plan: SubjectOf<'plan'>,
  subjects: Subjects,
): string | null {
  const { metricsCover } = plan.facts.monitoring;
  if (concern === 'heartbeat') return withoutHeartbeat(plan, subjects);
  if (concern === 'backups')
    return subjects.of('plan-component').some(({ facts }) => facts.backupEveryHours.value !== null)
      ? null
      : 'The plan has no statement on backups.';
  if (!includes(metricsCover, 'infrastructure'))
    return 'The plan does not say that infrastructure is measured.';
  const machines = runsMachines(subjects);
  if (concern === 'nodes') return machines ? null : 'No machine and no cluster is among the files.';
  if (concern === 'disks')
    return machines || subjects.of('database').length > 0 || subjects.of('disk').length > 0
      ? null
      : 'No machine, disk or database is among the files.';
  return withoutCertificates(plan, subjects);
}

function runsMachines(subjects: Subjects): boolean {
  return (['instance', 'cluster', 'node-pool', 'workload', 'rollout'] as const).some(
    (kind) => subjects.of(kind).length > 0,
  );
}

function withoutCertificates(plan: SubjectOf<'plan'>, subjects: Subjects): string | null {
  const certificates = subjects.of('certificate');
  if (certificates.length > 0 && certificates.every(({ facts }) => facts.renewed.value === true))
    return 'The cloud renews every certificate that is among the files.';
  const ports = valueOf(plan.facts.publicPorts) ?? [];
  return certificates.length > 0 || ports.includes(443) ? null : 'Nothing is said to be open over TLS.';
}

const OWN_ALERTING = /prometheus|thanos|mimir|cortex|victoria|alertmanager|grafana/i;

/** What the cloud runs does not need watching by oneself; an alerting system of one's own does. */
function withoutHeartbeat(plan: SubjectOf<'plan'>, subjects: Subjects): string | null {
  const system = valueOf(plan.facts.metricsSystem) ?? '';
  return subjects.of('alert-router').length > 0 || OWN_ALERTING.test(system)
    ? null
    : 'No alerting system of its own is among the files.';
}

function includes(fact: Fact<readonly string[]>, value: string): boolean {
  return (valueOf(fact) ?? []).includes(value);
}
