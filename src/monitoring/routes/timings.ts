import { known, unknown, type AlertRouteFacts, type Fact } from '../../model/index.ts';
import { durationSeconds } from '../../syntax/promql/index.ts';

/** One setting as it is written. */
interface Setting {
  readonly exists: boolean;
  readonly written: string | undefined;
  readonly at: Fact<number>['at'];
}

type Timings = AlertRouteFacts['timings'];

/**
 * When a route tells of alerts; what it does not say its parent does, and at last the defaults, which Alertmanager and
 * Grafana share. https://prometheus.io/docs/alerting/latest/configuration/#route
 */
export function timingsOf(setting: (name: string) => Setting, parent: Timings | undefined): Timings {
  const seconds = (names: readonly string[], inherited: number | Fact<number>): Fact<number> => {
    const settings = names.map(setting);
    const stated = settings.find(({ exists }) => exists);
    if (stated) return secondsOf(stated);
    return typeof inherited === 'number' ? known(inherited, settings[0]?.at) : inherited;
  };
  return {
    waitSeconds: seconds(['group_wait', 'groupWait'], parent?.waitSeconds ?? 30),
    groupSeconds: seconds(['group_interval', 'groupInterval'], parent?.groupSeconds ?? 5 * 60),
    repeatSeconds: seconds(['repeat_interval', 'repeatInterval'], parent?.repeatSeconds ?? 4 * 60 * 60),
  };
}

function secondsOf({ written, at }: Setting): Fact<number> {
  const seconds = durationSeconds(written ?? '');
  if (seconds !== undefined) return known(seconds, at);
  return unknown(`${JSON.stringify(written?.slice(0, 40) ?? 'what stands there')} is no duration`, at);
}
