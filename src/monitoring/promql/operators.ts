const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=']);

/** Does this binary operator of PromQL compare? */
export function isComparison(operator: string): boolean {
  return COMPARISONS.has(operator);
}
