import { purposeOf } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Statements } from './statements.ts';

/** Where an environment states values of its own. */
export interface Overrides {
  readonly environment: string;
  /** `environments.<n>.overrides`; below it stand the same keys as in the plan. */
  readonly path: Path;
}

/** A key of an entry: where the environment's own entry states it, or else where the plan states it for all. */
export type Entry = (key: string) => Path;

/** The environments that override something, in the plan's order. */
export function overridesOf(plan: Statements): readonly Overrides[] {
  return plan.items(['environments']).flatMap((item) => {
    const { value: environment } = plan.text([...item, 'name']);
    const path: Path = [...item, 'overrides'];
    return environment === null || plan.keys(path).length === 0 ? [] : [{ environment, path }];
  });
}

/**
 * The entries that hold: of several, the first that has a key decides. Lists within an entry are taken whole, since a
 * copy that is not made somewhere could not be left out otherwise.
 */
export function entryOf(plan: Statements, own: readonly Path[], otherwise: Path): Entry {
  return (key) => [...(own.find((path) => plan.value([...path, key]) !== undefined) ?? otherwise), key];
}

/**
 * The environments that statements for all are held against: those of production, since what only staging has protects
 * nobody; every one in a plan without production.
 */
export function judgedEnvironments(plan: Statements): readonly string[] {
  const named = plan.items(['environments']).flatMap((item) => {
    const { value: name } = plan.text([...item, 'name']);
    if (name === null) return [];
    return [{ name, purpose: plan.text([...item, 'purpose']).value ?? purposeOf(name) }];
  });
  const production = named.filter(({ purpose }) => purpose === 'production');
  return (production.length > 0 ? production : named).map(({ name }) => name);
}
