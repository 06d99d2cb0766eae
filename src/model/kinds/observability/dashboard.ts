import type { Fact } from '../../fact.ts';
import type { Signal } from './alert.ts';

/** Panels that show how things are. */
export interface DashboardFacts {
  readonly system: 'grafana' | 'cloudwatch' | 'azure-portal' | 'google-monitoring';
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
  /** A variable chooses its data source, or whoever imports it does. */
  readonly choosesDataSource: Fact<boolean>;
  /** Variables that it declares. */
  readonly variables: readonly DashboardVariableFacts[];
  /** Matchers that take a variable of several values for one, so that they find nothing when two are chosen. */
  readonly severalAsOne: readonly Fact<string>[];
  /** After how many seconds an open page asks everything again; `null` when it does not by itself. */
  readonly refreshSeconds: Fact<number | null>;
  /** What whoever imports it has to fill in; files that give it to an installation fill in nothing. */
  readonly inputs: readonly Fact<string>[];
  /** A file gives it to an installation as it is: nobody imports it by hand. */
  readonly provisioned: boolean;
  /** Its queries are in PromQL, or its data sources are Prometheus'. */
  readonly prometheus: boolean;
  /** How many panels do not describe what they show; decided at the first of them. */
  readonly undescribedPanels: Fact<number>;
  /** Names of services that its queries watch; empty when none can be told. */
  readonly services: readonly string[];
  /** What its queries watch them for. */
  readonly signals: readonly Signal[];
}

/** A variable of a dashboard. */
export interface DashboardVariableFacts {
  readonly name: Fact<string>;
  /** `query`, `datasource`, `custom`, … */
  readonly kind: string;
  /** Several values can be chosen at once. */
  readonly several: boolean;
  /** When it asks for its values anew; `null` where it does not ask for any. */
  readonly refreshed: Fact<'never' | 'load' | 'time' | null>;
  /** Something in the dashboard uses it. */
  readonly used: Fact<boolean>;
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
  /** It shows numbers of which nothing says what they are: seconds, bytes, requests. */
  readonly unitless: Fact<boolean>;
  /** Counters that it shows as they are, though they only ever grow. */
  readonly plainCounters: readonly Fact<string>[];
  /** Ranges of rates that do not follow the time that is shown. */
  readonly fixedRates: readonly Fact<string>[];
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
