/** Seconds of each unit, in the only order that Prometheus accepts. */
const DURATION = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const SECONDS: readonly number[] = [365 * 86_400, 7 * 86_400, 86_400, 3_600, 60, 1, 0.001];

/** A duration as Prometheus reads it, `1h30m` or a bare `0`, in seconds; undefined when it is none. */
export function durationSeconds(text: string): number | undefined {
  if (text === '0') return 0;
  const match = text === '' ? null : DURATION.exec(text);
  if (!match) return undefined;
  return SECONDS.reduce((sum, seconds, index) => sum + Number(match[index + 1] ?? 0) * seconds, 0);
}
