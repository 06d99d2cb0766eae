import type { Fact } from '../../fact.ts';

/** An expression that asks a monitoring system for series: of an alert, a recording rule, a panel, an objective. */
export interface QueryFacts {
  /** `metricsql` extends PromQL; what goes beyond is not read, and nothing is wrong with it. `logql` asks Loki for logs. */
  readonly language: 'promql' | 'metricsql' | 'logql';
  readonly asker: 'alert' | 'recording-rule' | 'panel' | 'objective' | 'variable';
  readonly expression: Fact<string>;
  /** What Prometheus refuses in it, as the end of "The expression …": its grammar first, else its types. */
  readonly errors: readonly Fact<string>[];
  /** Matchers with a regular expression that says less than it could. */
  readonly patterns: readonly QueryPatternFacts[];
  /** Counters that it compares as they are, though they only ever grow. */
  readonly comparedCounters: readonly Fact<string>[];
  /** Windows, in seconds, of functions that need two samples at least in theirs: rate() and its like. */
  readonly rateWindows: readonly Fact<number>[];
  /** Values of the label `job` that it names plainly, each once. */
  readonly jobs: readonly Fact<string>[];
  /** Labels that a recording rule gives to its series. */
  readonly labels: Readonly<Record<string, string>>;
  /** Names of the metrics that it reads, as far as they are written out, each once. */
  readonly metrics: readonly string[];
}

/** A matcher whose regular expression could be said in other words. */
export interface QueryPatternFacts {
  /** The matcher as written: `job=~"a"`. */
  readonly matcher: Fact<string>;
  /**
   * It matches everything or nothing, is one plain text, has anchors where the whole value is matched anyway, or looks
   * for a piece of the value.
   */
  readonly matches: 'everything' | 'nothing' | 'text' | 'anchored' | 'piece';
  /** The matcher that says the same; `null` when there is none, or it can be left out. */
  readonly instead: string | null;
}
