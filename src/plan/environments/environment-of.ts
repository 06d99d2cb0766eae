import { purposeOf, type EnvironmentPurpose } from '../../model/index.ts';
import { normalizePath } from '../read/reference.ts';
import type { EnvironmentIndex, Plan, PlanEnvironment } from '../types.ts';

/** Words that, on a path, say what a folder or file holds and not for which environment it is. */
const NO_ENVIRONMENT = /(?<=^|[^a-z])(?:test|review|preview|live)(?=[^a-z]|$)/g;

export function indexEnvironments(environments: readonly PlanEnvironment[]): EnvironmentIndex {
  const byPath = new Map<string, string | null>();
  const byName = new Map<string, PlanEnvironment>();
  const byPurpose = new Map<EnvironmentPurpose, PlanEnvironment | null>();
  for (const environment of environments) {
    for (const path of new Set(environment.paths))
      byPath.set(path, byPath.has(path) ? null : environment.name);
    byName.set(environment.name.toLowerCase(), environment);
    byPurpose.set(environment.purpose, byPurpose.has(environment.purpose) ? null : environment);
  }
  return { byPath, byName, byPurpose };
}

/**
 * The plan's environment that a file or folder belongs to. First the path that the plan states for an environment,
 * the longest winning; then a folder or file named as an environment; then one whose name speaks of a purpose that
 * only one environment has. Of several names on the path the deepest counts.
 */
export function environmentOf(plan: Plan, path: string): string | undefined {
  const normalized = normalizePath(path) ?? '';
  for (let end = normalized.length; end > 0; end = normalized.lastIndexOf('/', end - 1)) {
    const stated = plan.index.byPath.get(normalized.slice(0, end));
    if (typeof stated === 'string') return stated;
    if (stated === null) break;
  }
  const names = normalized.toLowerCase().split('/').reverse();
  for (const name of names) {
    const named = plan.index.byName.get(name) ?? plan.index.byName.get(stem(name));
    if (named) return named.name;
  }
  for (const name of names) {
    const environment = ofPurpose(plan, name.replace(NO_ENVIRONMENT, ''));
    if (environment) return environment.name;
  }
  return undefined;
}

/** The plan's environment that pipelines or others call `name`: by its name, else by the purpose that it speaks of. */
export function environmentNamed(plan: Plan, name: string): PlanEnvironment | undefined {
  return plan.index.byName.get(name.toLowerCase()) ?? ofPurpose(plan, name);
}

function ofPurpose(plan: Plan, name: string): PlanEnvironment | undefined {
  const purpose = purposeOf(name);
  return purpose === undefined ? undefined : (plan.index.byPurpose.get(purpose) ?? undefined);
}

function stem(segment: string): string {
  const dot = segment.indexOf('.', 1);
  return dot < 0 ? segment : segment.slice(0, dot);
}
