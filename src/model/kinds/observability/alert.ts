import type { Fact } from '../../fact.ts';

export type Signal = 'availability' | 'latency' | 'errors' | 'traffic' | 'saturation';

/** An alerting rule, or an alarm of a cloud. */
export interface AlertFacts {
  readonly system:
    'prometheus' | 'loki' | 'grafana' | 'cloudwatch' | 'azure-monitor' | 'google-monitoring' | 'datadog';
  /** Routers lead it to receivers by its labels; else it names itself whom it tells. */
  readonly routed: boolean;
  /** As written; of an alarm that is put together from settings, in words: `AWS/RDS CPUUtilization > 90`. */
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
  /** Resources that it watches, as ids of subjects begin: `infra/production:aws_lb.web`. */
  readonly resources: readonly string[];
  /** What it watches them for; `null` when it is none of the five. */
  readonly signal: Fact<Signal | null>;
  /** It can be true or not; `false` when it fires for as long as there is anything to ask. */
  readonly conditional: Fact<boolean>;
  /** From where on it fires; `null` where it asks whether something is there at all. */
  readonly limit: Fact<AlertLimitFacts | null>;
  /** What it does when nothing is measured; `null` where its expression alone says so. */
  readonly withoutData: Fact<'fires' | 'stays' | 'resolves' | null>;
  /** Why its system refuses it, as the end of "… refuses it: …"; `null` when it does not, or where others say so. */
  readonly problem: Fact<string | null>;
  /** It sets something off by itself, a scaling or a rollback, or is a part of another alert: nobody need be told. */
  readonly acts: Fact<boolean>;
  /** It is switched off. */
  readonly paused: Fact<boolean>;
  /** Labels and annotations that are filled in when it fires. */
  readonly templates: readonly AlertTemplateFacts[];
  /** Receivers that a firing alert reaches and that notify someone. Joined. */
  readonly receivers: Fact<readonly string[]>;
  /** Subject id of the document that `runbook` names; `null` when it names none that exists. Joined. */
  readonly runbookDocument: Fact<string | null>;
  /** What `runbook` names by a path is there, with its section; `null` when it names no document so. Joined. */
  readonly runbookExists: Fact<boolean | null>;
}

/** The least of something that makes an alert fire. */
export interface AlertLimitFacts {
  /** A share of what fails, in parts of one, or how long something takes. */
  readonly of: 'failures' | 'seconds';
  readonly value: number;
  /** How many times the budget that is, where it is written as a product of both: `14.4 * 0.001`. */
  readonly burnRate: number | null;
  /** The share that may fail, in parts of one, where it is written so. */
  readonly budget: number | null;
  /** There can be so much of it: a share of itself is never more than one. */
  readonly possible: boolean;
}

/** A label or annotation of an alert in Go's template language. */
export interface AlertTemplateFacts {
  /** It makes a label, which tells one alert from another; else an annotation. */
  readonly label: boolean;
  readonly name: string;
  /** Why Prometheus refuses it, as the end of "The template …"; `null` when it does not. */
  readonly problem: Fact<string | null>;
  /** Labels that it shows, though the alert's expression never has them. */
  readonly missingLabels: readonly Fact<string>[];
  /** It shows the value of the expression, which is another one each time. */
  readonly showsValue: Fact<boolean>;
}

/** A tree of routes and its receivers: an Alertmanager configuration, notification policies of Grafana. */
export interface AlertRouterFacts {
  readonly system: 'alertmanager' | 'grafana';
  readonly receivers: readonly ReceiverFacts[];
  /** Depth first; the root is the first. */
  readonly routes: readonly AlertRouteFacts[];
  /** Names of receivers and time intervals that are used and that nothing defines. */
  readonly undefinedNames: readonly Fact<string>[];
  readonly inhibitions: readonly InhibitionFacts[];
}

export interface ReceiverFacts {
  readonly name: Fact<string>;
  readonly notifies: Fact<boolean>;
  /** How it tells: `pager`, `chat`, `mail`, `ticket`, `webhook`; other ways as they are written. */
  readonly channels: readonly string[];
  /** Through what it tells people, in the words of the systems: `pagerduty`, `slack`, `webhook`; each once. */
  readonly ways: readonly string[];
  /** Addresses outside this machine that it writes to without encryption or without checking who answers. */
  readonly openChannels: readonly Fact<string>[];
  /** Pagers that are not told when an alert is over, so that what they opened stays open: `pagerduty`. */
  readonly leftOpen: readonly Fact<string>[];
  /** Mail addresses in domains that are kept for examples: nobody reads what is sent there. */
  readonly exampleAddresses: readonly Fact<string>[];
}

export interface AlertRouteFacts {
  /** Index into `routes`; -1 for the root. */
  readonly parent: number;
  readonly receiver: Fact<string>;
  readonly matchers: RouteMatchers;
  readonly continue: boolean;
  /** Names of the time intervals outside which, or in which, it tells nobody. */
  readonly muted: Fact<readonly string[]>;
  /** Its own, its parents', or the system's. */
  readonly timings: RouteTimingFacts;
  /** An earlier route beside it takes every alert that it would take: its index into `routes`; `null` when none does. */
  readonly shadowedBy: number | null;
}

/** When a route tells of a group of alerts. */
export interface RouteTimingFacts {
  /** How long it waits for more of the group before it tells of the first. */
  readonly waitSeconds: Fact<number>;
  /** How long it waits before it tells of what came to the group, or left it. */
  readonly groupSeconds: Fact<number>;
  /** How long it waits before it tells the same again; it looks each `groupSeconds` whether that is over. */
  readonly repeatSeconds: Fact<number>;
}

type RouteMatchers = Fact<
  readonly { readonly label: string; readonly operator: '=' | '!=' | '=~' | '!~'; readonly value: string }[]
>;

/** While an alert of the sources fires, nobody is told of the targets. */
export interface InhibitionFacts {
  readonly sources: RouteMatchers;
  readonly targets: RouteMatchers;
  /** Labels in which both must agree. */
  readonly equal: Fact<readonly string[]>;
}

/** Where a cloud or a service of others takes what alerts tell: a topic, an action group, an on-call service. */
export interface NotificationChannelFacts {
  readonly system:
    | 'sns'
    | 'azure-monitor'
    | 'google-monitoring'
    | 'pagerduty'
    | 'opsgenie'
    | 'incident-manager'
    | 'grafana-oncall';
  /** What alerts and the plan call it. */
  readonly title: Fact<string>;
  readonly notifies: Fact<boolean>;
  /** Someone is called at once, and someone else when nobody answers; `null` where the system has no such thing. */
  readonly escalates: Fact<boolean | null>;
}
