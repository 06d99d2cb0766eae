import { known, unknown, type AlertFacts, type Fact, type Signal } from '../../model/index.ts';
import { RUNBOOK_KEYS, SUMMARY_KEYS, unmatchedRunbook } from '../../monitoring/index.ts';
import type { DataNode } from '../data-node.ts';
import type { MadeAlert } from './model.ts';

/** Facts of an alert that Sloth or Pyrra makes of an objective: it is in no file until their command has run. */
export function madeAlertFacts(
  alert: MadeAlert,
  services: Fact<readonly string[]>,
  signal: Fact<Signal | null>,
): AlertFacts {
  const made = 'the alert is made of the objective when it is deployed';
  const labels = { ...written(alert.labels), ...alert.added };
  const severity = first(alert.labels, ['severity']);
  const runbook = first(alert.annotations, RUNBOOK_KEYS);
  const summary = first(alert.annotations, SUMMARY_KEYS);
  return {
    system: 'prometheus',
    routed: true,
    expression: unknown(made, alert.at),
    severity: known(severity?.text ?? labels['severity'] ?? alert.urgency, severity?.at ?? alert.at),
    labels,
    forSeconds: known(0, alert.at),
    summary: summary ? known(summary.text ?? '', summary.at) : known('the error budget burns', alert.at),
    runbook: known(runbook?.text ?? null, runbook?.at ?? alert.at),
    services,
    resources: [],
    signal,
    conditional: known(true, alert.at),
    limit: unknown(made, alert.at),
    withoutData: known(null, alert.at),
    problem: known(null, alert.at),
    acts: known(false, alert.at),
    paused: known(false, alert.at),
    templates: [],
    receivers: unknown('no alert route was found in the files', alert.at),
    ...unmatchedRunbook(alert.at),
  };
}

/** The innermost wins. */
function written(owners: readonly DataNode[]): Readonly<Record<string, string>> {
  const entries = [...owners]
    .reverse()
    .flatMap((owner) =>
      owner
        .entries()
        .flatMap(([key, node]) => (node.written === undefined ? [] : [[key, node.written] as const])),
    );
  return Object.fromEntries(entries);
}

function first(owners: readonly DataNode[], keys: readonly string[]): DataNode | undefined {
  return owners.flatMap((owner) => keys.map((key) => owner.get(key))).find(({ text }) => text);
}
