import { known, unknown, type Fact, type PlanReferenceFacts } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import { fromRoot } from '../read/reference.ts';
import type { Statements } from '../read/statements.ts';

/** The format that subjects of the plan are said to come from. */
export const PLAN_FORMAT = 'deployment-plan';

/** Why a fact is unknown that only the files can tell, until they are related to the plan. */
export const NOT_JOINED_REASON = 'the files were not held against the plan';
export const NOT_JOINED: Fact<never> = unknown(NOT_JOINED_REASON);

export function subjectId(plan: Statements, address: string): string {
  return `${plan.document.file.path}:${address}`;
}

export function referenceAt(plan: Statements, path: Path): PlanReferenceFacts | null {
  const { value, at } = plan.text(path);
  if (value === null) return null;
  return { path: known(fromRoot(at.file.path, value), at), exists: NOT_JOINED };
}

export function referencesAt(plan: Statements, path: Path): readonly PlanReferenceFacts[] {
  return plan.items(path).flatMap((item) => referenceAt(plan, item) ?? []);
}

/** A text that the schema requires, so that its lack has been reported already. */
export function textOr(plan: Statements, path: Path, otherwise: string): Fact<string> {
  const { value, at } = plan.text(path);
  return known(value ?? otherwise, at);
}

/** Items of a list by the component that they speak of; of several the first. */
export function byComponent(plan: Statements, path: Path): ReadonlyMap<string, Path> {
  const items = new Map<string, Path>();
  for (const item of plan.items(path)) {
    const component = plan.value([...item, 'component']);
    if (typeof component === 'string' && !items.has(component)) items.set(component, item);
  }
  return items;
}

/** Paths of the items of a list by their name, each name once. */
export function byName(plan: Statements, path: Path, key = 'name'): ReadonlyMap<string, Path> {
  const items = new Map<string, Path>();
  for (const item of plan.items(path)) {
    const name = plan.value([...item, key]);
    if (typeof name === 'string' && name !== '' && !items.has(name)) items.set(name, item);
  }
  return items;
}
