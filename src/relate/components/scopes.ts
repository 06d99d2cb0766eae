import type { Subjects } from '../subjects.ts';
import { indexBackups, type Backups } from './backups.ts';
import { indexAlerts, type Alerts } from './coverage.ts';

/** What there is in some environments only, for statements that hold in these; each is made when it is asked for. */
export interface Scopes {
  /** Backups of an environment, and of none. */
  only(environment: string): Backups;
  /** Those that count, but for these environments. */
  without(environments: readonly string[]): Backups;
  /** Alerts that say that they are of an environment; of `''`, those that say nothing. */
  alerts(environment: string): Alerts;
}

export function scopesOf(subjects: Subjects, counts: (environment: string | undefined) => boolean): Scopes {
  const backups = new Map<string, Backups>();
  const alerts = new Map<string, Alerts>();
  const remembered = <T>(known: Map<string, T>, key: string, make: () => T): T => {
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  };
  const names = subjects.of('plan-component').map(({ name }) => name);
  return {
    only: (own) =>
      remembered(backups, JSON.stringify(own), () =>
        indexBackups(subjects, (one) => one === undefined || one === own),
      ),
    without: (others) =>
      remembered(backups, JSON.stringify(others), () =>
        indexBackups(subjects, (one) => counts(one) && (one === undefined || !others.includes(one))),
      ),
    alerts: (own) =>
      remembered(alerts, own, () => indexAlerts(subjects.of('alert'), names, (one) => (one ?? '') === own)),
  };
}
