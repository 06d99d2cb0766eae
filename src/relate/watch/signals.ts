import {
  known,
  unknown,
  valueOf,
  type PlanCoverageFacts,
  type Signal,
  type Subject,
  type SubjectOf,
} from '../../model/index.ts';
import type { Library } from '../documents/library.ts';
import { reasonOf } from '../facts.ts';
import { watchers, type Watchers } from './watchers.ts';

type Alert = SubjectOf<'alert'>;

/** The alerts on one signal. */
export function signalWatch({ alerts }: PlanCoverageFacts): Watchers {
  const ids = valueOf(alerts);
  if (ids === undefined) return unknown(reasonOf(alerts) ?? '', undefined, alerts.related);
  return known(
    ids.map((id) => ({ kind: 'alert', id })),
    undefined,
    alerts.related,
  );
}

/** What the answers for some signals come to; `at` gives the answer for one, and who gives it. */
function together(
  coverage: readonly PlanCoverageFacts[],
  answer: (one: PlanCoverageFacts) => PlanCoverageFacts['routed'],
  evidence: (signal: Signal) => readonly Subject[],
  message: string,
): Watchers {
  const covered = coverage.filter(({ alerts }) => valueOf(alerts)?.length !== 0);
  if (covered.length === 0) return watchers([], '');
  const failed = covered.find((one) => answer(one).value === false);
  if (failed) return known([], undefined, answer(failed).related);
  for (const one of covered) {
    const reason = reasonOf(answer(one));
    if (reason !== undefined) return unknown(reason, undefined, answer(one).related);
  }
  return watchers(
    covered.flatMap(({ signal }) => evidence(signal)),
    message,
  );
}

/** The alerts by which someone is told, when that holds for each signal that has alerts. */
export function routeWatch(coverage: readonly PlanCoverageFacts[], alerts: readonly Alert[]): Watchers {
  return together(
    coverage,
    ({ routed }) => routed,
    (signal) =>
      alerts.filter(
        ({ facts }) => facts.signal.value === signal && (valueOf(facts.receivers) ?? []).length > 0,
      ),
    'the alert is here',
  );
}

/** The runbooks, when there is one for each signal that has alerts. */
export function runbookWatch(
  coverage: readonly PlanCoverageFacts[],
  alerts: readonly Alert[],
  library: Library,
): Watchers {
  return together(
    coverage,
    ({ runbook }) => runbook,
    (signal) =>
      alerts.flatMap(({ facts }) => {
        const id = facts.signal.value === signal ? valueOf(facts.runbookDocument) : null;
        const document = typeof id === 'string' ? library.byId.get(id) : undefined;
        return document ? [document] : [];
      }),
    'the runbook is here',
  );
}
