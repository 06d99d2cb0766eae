import type { Fact } from '../../fact.ts';
import type { Signal } from './alert.ts';

/** Panels that show how things are. */
export interface DashboardFacts {
  readonly system: 'grafana' | 'cloudwatch' | 'google-monitoring';
  readonly title: Fact<string>;
  /** What links name it by; `null` when each installation gives it another one. */
  readonly uid: Fact<string | null>;
  readonly tags: readonly string[];
  /** How many panels it has, rows not counted. */
  readonly panels: number;
  /** Variables that its queries and data sources use and that it does not declare. */
  readonly undeclaredVariables: readonly Fact<string>[];
  /** Data sources of one installation that panels name, each once, where no variable chooses them. */
  readonly fixedDataSources: readonly Fact<string>[];
  /** How many panels do not describe what they show; decided at the first of them. */
  readonly undescribedPanels: Fact<number>;
  /** Names of services that its queries watch; empty when none can be told. */
  readonly services: readonly string[];
  /** What its queries watch them for. */
  readonly signals: readonly Signal[];
}

/** One picture of a dashboard. */
export interface PanelFacts {
  /** Subject id of its dashboard. */
  readonly dashboard: string;
  /** `timeseries`, `stat`, … */
  readonly type: Fact<string>;
  /** Empty when it has none. */
  readonly title: Fact<string>;
  readonly description: Fact<string>;
  /** It shows data; texts and lists do not. */
  readonly showsData: boolean;
  /** How many queries it has; unknown where a library holds the panel. */
  readonly queries: Fact<number>;
}

/** A data source that is given to an installation by a file. */
export interface DataSourceFacts {
  readonly system: 'grafana';
  readonly uid: Fact<string | null>;
  /** `prometheus`, `loki`, … */
  readonly type: Fact<string>;
  readonly url: Fact<string | null>;
}

/** From where an installation takes its dashboards. */
export interface DashboardProviderFacts {
  readonly system: 'grafana';
  /** What it takes can be changed in the browser, past the files. */
  readonly changedInBrowser: Fact<boolean>;
}
