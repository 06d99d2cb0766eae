const UNITS: readonly (readonly [name: string, seconds: number])[] = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
];

/** `90` is `90s`, `3600` is `1h`: the largest unit that it is a whole number of. */
export function durationOfSeconds(seconds: number): string | undefined {
  if (!Number.isInteger(seconds) || seconds <= 0 || seconds > 1e9) return undefined;
  const [unit = 's', length = 1] = UNITS.find(([, each]) => seconds % each === 0) ?? [];
  return `${seconds / length}${unit}`;
}

/** The same of hours, which may be parts of one. */
export function durationOfHours(hours: number): string | undefined {
  return durationOfSeconds(Math.round(hours * 3600));
}
