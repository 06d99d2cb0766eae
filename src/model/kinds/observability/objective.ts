import type { Fact } from '../../fact.ts';
import type { Signal } from './alert.ts';

/** A promise of how much of the time, or of the requests, is good: a service level objective. */
export interface ObjectiveFacts {
  readonly system: 'openslo' | 'sloth' | 'pyrra' | 'nobl9' | 'datadog' | 'google-monitoring' | 'grafana';
  /** Names of the services that promise it: as it is stated, else those that its expressions watch. */
  readonly services: Fact<readonly string[]>;
  /** What it is about; `null` when it is none of the five. */
  readonly signal: Fact<Signal | null>;
  /** Percent that must be good; `null` when it is not stated. */
  readonly target: Fact<number | null>;
  /** Over how many hours; `null` when it is not stated. */
  readonly windowHours: Fact<number | null>;
  /** How it is measured: good or bad ones of all, a value against a threshold, by a plugin; `null` when it is not said. */
  readonly measure: Fact<'ratio' | 'threshold' | 'plugin' | null>;
  /** What is counted and what it is a part of are one expression, so that it is always kept, or never. */
  readonly partIsWhole: Fact<boolean>;
  /** How urgently someone is told that its budget burns: `page`, `ticket`, or the severities as written; none when nobody is. */
  readonly burnAlerts: Fact<readonly string[]>;
  /** Ids of the alerts on it, also of those that its system makes of it. Joined. */
  readonly alerts: Fact<readonly string[]>;
  /** The component of the plan that promises it; `null` when the plan has none such. Joined. */
  readonly component: Fact<string | null>;
  /** The plan states it: its component and its signal. Joined. */
  readonly planned: Fact<boolean>;
}
