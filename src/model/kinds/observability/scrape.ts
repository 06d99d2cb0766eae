import type { Fact } from '../../fact.ts';

/** One thing that Prometheus, or what understands its configuration, collects metrics from again and again. */
export interface ScrapeFacts {
  readonly system: 'prometheus' | 'victoria-metrics';
  /** Where it is written: a job of the configuration, an object of an operator, an annotation of pods or Services. */
  readonly source:
    'job' | 'service-monitor' | 'pod-monitor' | 'node-monitor' | 'probe' | 'scrape-config' | 'annotation';
  /** The label `job` of what it collects. Joined for monitors of Services. */
  readonly job: Fact<string>;
  /** Addresses that are written out. */
  readonly targets: readonly Fact<string>[];
  /** It finds targets by asking something that runs: `kubernetes`, `consul`, `file`, …; each once. */
  readonly discoveries: readonly string[];
  /** What it looks for in a cluster; `null` where it is no object of an operator that does so. */
  readonly selection: ScrapeSelection | null;
  /** Names of the services that it is about; empty when none can be told. Joined for what selects by labels. */
  readonly services: Fact<readonly string[]>;
  /** Subject ids of the workloads that it collects from, as far as the files have them. Joined. */
  readonly workloads: readonly string[];
  /** Why it finds nothing, as the end of "… collects nothing: "; `null` when nothing says so. Joined. */
  readonly mismatch: Fact<string | null>;
  readonly intervalSeconds: Fact<number>;
  /** It asks over TLS. */
  readonly encrypted: Fact<boolean>;
  /** It shows a password or token to what it asks. */
  readonly authenticated: Fact<boolean>;
  /** Patterns of names of metrics that it throws away. */
  readonly droppedMetrics: readonly Fact<string>[];
}

/** Objects of a cluster, by their labels. */
export interface ScrapeSelection {
  readonly of: 'services' | 'pods' | 'nodes' | 'ingresses';
  /** `null` for every namespace. */
  readonly namespaces: readonly string[] | null;
  /** All of them must hold; none at all selects everything. */
  readonly labels: readonly LabelRequirement[];
  /** Name of the port that it asks; `null` when it is a number, or another kind of thing. */
  readonly port: Fact<string | null>;
  /** The job is called like what is found, and nothing else puts another name in its place. */
  readonly namesJob: boolean;
  /** Label of what is found that gives the job its name; `null` for the object's own name. */
  readonly jobLabel: string | null;
}

/** What Kubernetes demands of a label. */
export interface LabelRequirement {
  readonly label: string;
  readonly operator: 'in' | 'not-in' | 'exists' | 'absent';
  readonly values: readonly string[];
}

/** A file, or an object of a cluster, that holds rules. */
export interface RuleFileFacts {
  /** What Prometheus refuses in it beside expressions and templates, as the end of "In …, ". */
  readonly mistakes: readonly Fact<string>[];
}

/** A unit test of rules: what promtool or vmalert-tool would run. */
export interface RuleTestFacts {
  /** Names of the alerts that it holds against what they should do. */
  readonly alerts: readonly string[];
  /** Rule files that it loads, as written. */
  readonly ruleFiles: readonly string[];
}

/** Something that collects metrics, and keeps them, judges them by rules, or sends them on. */
export interface MetricsCollectorFacts {
  readonly system: 'prometheus' | 'victoria-metrics' | 'thanos';
  /** It only collects and sends on, or it only judges what others keep. */
  readonly role: 'server' | 'agent' | 'ruler';
  readonly intervalSeconds: Fact<number>;
  /** How often it evaluates rules whose group does not say so. */
  readonly evaluationSeconds: Fact<number>;
  /** It tells an Alertmanager of alerts that fire. */
  readonly notifies: Fact<boolean>;
  /** Rule files that it loads, as written. */
  readonly ruleFiles: readonly RuleFilesFacts[];
  /** It takes rules from objects of a cluster. */
  readonly selectsRules: boolean;
  /** Other stores that it writes to. */
  readonly remoteWrites: readonly RemoteWriteFacts[];
  /** `null` where only the size limits it, or it keeps nothing. */
  readonly retentionDays: Fact<number | null>;
}

export interface RuleFilesFacts {
  /** A path or a pattern. */
  readonly pattern: Fact<string>;
  /** There are such files; unknown for a path on another machine. */
  readonly found: Fact<boolean>;
}

export interface RemoteWriteFacts {
  readonly url: Fact<string>;
  /** Over TLS, with the other side's certificate checked, or without leaving the machine or cluster. */
  readonly safe: Fact<boolean>;
}
