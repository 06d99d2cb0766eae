import type { Fact } from '../../fact.ts';

export type Signal = 'availability' | 'latency' | 'errors' | 'traffic' | 'saturation';

/** An alerting rule. */
export interface AlertFacts {
  readonly system: 'prometheus';
  readonly expression: Fact<string>;
  readonly severity: Fact<string>;
  readonly labels: Readonly<Record<string, string>>;
  /** Seconds that the condition must hold. */
  readonly forSeconds: Fact<number>;
  readonly summary: Fact<string>;
  /** As written, a URL or a path; `null` when there is none. */
  readonly runbook: Fact<string | null>;
  /** Names of services it watches: label values, matchers, metric prefixes; empty when none can be told. */
  readonly services: Fact<readonly string[]>;
  /** What it watches them for; `null` when it is none of the five. */
  readonly signal: Fact<Signal | null>;
  /** Receivers that a firing alert reaches and that notify someone. Joined. */
  readonly receivers: Fact<readonly string[]>;
  /** Subject id of the document that `runbook` names; `null` when it names none that exists. Joined. */
  readonly runbookDocument: Fact<string | null>;
}

/** A tree of routes and its receivers: an Alertmanager configuration. */
export interface AlertRouterFacts {
  readonly system: 'alertmanager';
  readonly receivers: readonly { readonly name: Fact<string>; readonly notifies: Fact<boolean> }[];
  /** Depth first; the root is the first. */
  readonly routes: readonly AlertRouteFacts[];
}

export interface AlertRouteFacts {
  /** Index into `routes`; -1 for the root. */
  readonly parent: number;
  readonly receiver: Fact<string>;
  readonly matchers: Fact<
    readonly { readonly label: string; readonly operator: '=' | '!=' | '=~' | '!~'; readonly value: string }[]
  >;
  readonly continue: boolean;
}
