/** What PromQL expressions are: numbers, texts, series at an instant, series over a range. */
export type ValueType = 'scalar' | 'text' | 'vector' | 'range';

export interface Signature {
  readonly parameters: readonly ValueType[];
  /** How many of the last parameters may be left out. */
  readonly optional: number;
  /** The last parameter may come again and again. */
  readonly repeated: boolean;
  readonly returns: 'scalar' | 'vector';
}

const TYPES: Readonly<Record<string, ValueType>> = { s: 'scalar', t: 'text', v: 'vector', r: 'range' };

/**
 * Parameters and result of each function: `?` behind a parameter that may be left out, `*` behind one that may be
 * repeated or left out. Source: Prometheus 3.13, promql/parser/functions.go,
 * https://prometheus.io/docs/prometheus/latest/querying/functions/
 */
const SIGNATURES: readonly (readonly [signature: string, names: string])[] = [
  [
    'v>v',
    `abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count
    histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad sgn sin sinh sort sort_desc sqrt
    start_timestamp tan tanh timestamp`,
  ],
  [
    'r>v',
    `absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate
    last_over_time mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time
    stdvar_over_time sum_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time
    ts_of_min_over_time`,
  ],
  ['v?>v', 'day_of_month day_of_week day_of_year days_in_month hour minute month year'],
  ['>s', 'pi time start end range step'],
  ['vs>v', 'clamp_max clamp_min'],
  ['vss>v', 'clamp'],
  ['vs?>v', 'round'],
  ['v>s', 'scalar'],
  ['s>v', 'vector'],
  ['rs>v', 'predict_linear'],
  ['sr>v', 'quantile_over_time'],
  ['rss>v', 'double_exponential_smoothing'],
  ['sv>v', 'histogram_quantile'],
  ['vtss*>v', 'histogram_quantiles'],
  ['ssv>v', 'histogram_fraction'],
  ['vv?>v', 'info'],
  ['vtttt>v', 'label_replace'],
  ['vttt*>v', 'label_join'],
  ['vt*>v', 'sort_by_label sort_by_label_desc'],
];

function signatureOf(text: string): Signature {
  const [parameters = '', returns = ''] = text.split('>');
  return {
    parameters: parameters
      .replace(/[?*]/g, '')
      .split('')
      .map((letter) => TYPES[letter] ?? 'vector'),
    optional: /[?*]/.test(parameters) ? 1 : 0,
    repeated: parameters.endsWith('*'),
    returns: returns === 's' ? 'scalar' : 'vector',
  };
}

const BY_NAME: ReadonlyMap<string, Signature> = new Map(
  SIGNATURES.flatMap(([text, names]) => names.split(/\s+/).map((name) => [name, signatureOf(text)] as const)),
);

/** Parameters and result of a function of PromQL; nothing for a name that is none. */
export function signature(name: string): Signature | undefined {
  return BY_NAME.get(name);
}
