export type Token = 'name' | 'number' | 'text' | 'range' | 'match' | 'operator' | 'open';

/** Tokens of plain expressions; each ends where none of its kind could go on. */
export const TOKENS: Readonly<Record<Token, RegExp>> = {
  name: /[A-Z_:][\w:]*/iy,
  number: /\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.:])/iy,
  text: /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/y,
  range: /\[(?:\d+(?:ms|[smhdwy]))+\]/y,
  match: /=~|!~|!=|=/y,
  operator: /[+\-*/%]|[=!<>]=|[<>]|(?:and|or|unless)(?![\w:])/y,
  open: /[({]/y,
};

const PRECEDENCE: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '<=': 3,
  '>=': 3,
  '<': 3,
  '>': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
};

/** The higher, the more strongly it binds. */
export function precedenceOf(operator: string): number {
  return PRECEDENCE[operator] ?? 0;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const AGGREGATIONS: ReadonlySet<string> = words(
  'avg bottomk count count_values group max min quantile stddev stdvar sum topk',
);

/** Those that alerts are made with; expressions that call others are read by the parser. */
export const FUNCTIONS: ReadonlySet<string> = words(
  'abs absent absent_over_time avg_over_time ceil changes clamp clamp_max clamp_min count_over_time delta deriv exp floor histogram_quantile hour idelta increase irate label_join label_replace last_over_time ln log10 log2 max_over_time min_over_time minute month predict_linear present_over_time quantile_over_time rate resets round scalar sgn sort sort_desc sqrt stddev_over_time sum_over_time time timestamp vector year',
);

const KEYWORDS = words(
  'inf nan bool ignoring on group_left group_right offset atan2 by without and or unless start end step range limitk limit_ratio smoothed anchored fill fill_left fill_right',
);

/** May it mean something else than a metric or a label? */
export function isKeyword(name: string): boolean {
  return KEYWORDS.has(name.toLowerCase());
}
