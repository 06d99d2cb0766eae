import { purposeOf } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Statements } from '../read/statements.ts';
import { byComponent, byName } from '../subjects/context.ts';
import { ASPECTS, PURPOSES } from '../subjects/words.ts';
import type { PlanPart, PlanStep } from '../types.ts';
import { exampleText } from './example.ts';
import { TASK, type CheckedOf, type TaskCheck } from './task.ts';

/** What each bullet of the task asks for, and whether the plan states it. Whether that is any good is for rules to say. */
export function completenessOf(plan: Statements): readonly PlanStep[] {
  return TASK.map(({ step, bullets }, index) => ({
    number: index + 1,
    title: step,
    bullets: bullets.map(({ id, bullet, checks }) => ({
      id,
      title: bullet,
      parts: checks.flatMap((check) => partsOf(plan, check)),
    })),
  }));
}

function partsOf(plan: Statements, check: TaskCheck): readonly PlanPart[] {
  if (check.of !== undefined) return BY_KIND[check.of](plan, check);
  if (check.path.includes('*')) return environmentParts(plan, check);
  const path = check.path.split('.');
  const elsewhere = check.orEach?.split('.');
  const stated =
    isStated(plan, path) ||
    (elsewhere !== undefined &&
      plan.items(['environments']).every((item) => isStated(plan, [...item, ...elsewhere])));
  return [part(plan, check, { path, stated })];
}

interface Found {
  readonly path: Path;
  readonly stated: boolean;
  readonly title?: string;
  readonly of?: string;
  readonly example?: unknown;
}

function part(plan: Statements, check: TaskCheck, found: Found): PlanPart {
  return {
    title: found.title ?? check.title,
    of: found.of ?? null,
    path: found.path.join('.'),
    at: plan.location(found.path),
    stated: found.stated,
    example: exampleText(found.example ?? check.example),
  };
}

function environmentParts(plan: Statements, check: TaskCheck): readonly PlanPart[] {
  return plan.items(['environments']).flatMap((item) => {
    const name = plan.text([...item, 'name']).value;
    if (name === null || (check.production && purposeAt(plan, item) !== 'production')) return [];
    const steps = check.path.split('.');
    const key = steps[0] === 'environments' ? (item[1] ?? 0) : name;
    const path = steps.map((step) => (step === '*' ? key : step));
    return [part(plan, check, { path, of: name, stated: isStated(plan, path) })];
  });
}

function purposeAt(plan: Statements, item: Path): string | undefined {
  const { value } = plan.oneOf([...item, 'purpose'], PURPOSES);
  return value ?? purposeOf(plan.text([...item, 'name']).value ?? '');
}

const BY_KIND: Readonly<Record<CheckedOf, (plan: Statements, check: TaskCheck) => readonly PlanPart[]>> = {
  purposes,
  stores: (plan, check) => eachComponent(plan, check, storesOf(plan)),
  critical: (plan, check) => eachComponent(plan, check, criticalOf(plan)),
  restores,
  reviews,
};

/** The task asks for an environment of each purpose. */
function purposes(plan: Statements, check: TaskCheck): readonly PlanPart[] {
  const there = plan.items(['environments']).map((item) => purposeAt(plan, item));
  return PURPOSES.map((purpose) =>
    part(plan, check, {
      path: ['environments'],
      title: `${purpose} environment`,
      stated: there.includes(purpose),
      example: [{ name: purpose, purpose }],
    }),
  );
}

/** A list that speaks of components leaves none of these out; one that is empty is missing as a whole. */
function eachComponent(
  plan: Statements,
  check: TaskCheck,
  components: readonly string[],
): readonly PlanPart[] {
  const path = check.path.split('.');
  if (components.length === 0 || !isStated(plan, path))
    return [part(plan, check, { path, stated: isStated(plan, path) })];
  const spoken = byComponent(plan, path);
  const example = Array.isArray(check.example) ? (check.example[0] as object) : {};
  return components.map((component) =>
    part(plan, check, {
      path: spoken.get(component) ?? path,
      of: component,
      stated: spoken.has(component),
      example: [{ ...example, component }],
    }),
  );
}

function storesOf(plan: Statements): readonly string[] {
  return componentsWhere(
    plan,
    (kind, criticality) => (kind === 'database' || kind === 'object-store') && criticality !== 'low',
  );
}

/** Those that run in copies of their own; what a provider keeps available is its promise. */
function criticalOf(plan: Statements): readonly string[] {
  return componentsWhere(
    plan,
    (kind, criticality) => (kind === 'service' || kind === 'database') && criticality === 'critical',
  );
}

function componentsWhere(
  plan: Statements,
  holds: (kind: string, criticality: string) => boolean,
): readonly string[] {
  return [...byName(plan, ['architecture', 'components'])].flatMap(([name, path]) => {
    const kind = plan.text([...path, 'kind']).value ?? 'service';
    const criticality = plan.text([...path, 'criticality']).value ?? 'standard';
    return holds(kind, criticality) ? [name] : [];
  });
}

function restores(plan: Statements, check: TaskCheck): readonly PlanPart[] {
  const backups = plan.items(['recovery', 'backups']).flatMap((item) => {
    const component = plan.text([...item, 'component']).value;
    if (component === null) return [];
    const path = [...item, 'restore'];
    return [part(plan, check, { path, of: component, stated: isStated(plan, path) })];
  });
  if (backups.length > 0) return backups;
  const path = ['recovery', 'procedure'];
  return [part(plan, check, { path, title: 'restore procedures', stated: isStated(plan, path) })];
}

/** A sign-off that does not say what it covers is of the whole plan. */
function reviews(plan: Statements, check: TaskCheck): readonly PlanPart[] {
  const path = ['review', 'signOffs'];
  const covered = new Set<string>(
    plan.items(path).flatMap((item) => {
      const covers = plan.textsOf([...item, 'covers'], ASPECTS).value;
      return covers.length > 0 ? covers : ASPECTS;
    }),
  );
  return (check.covers ?? []).map((aspect) =>
    part(plan, check, { path, of: aspect, stated: covered.has(aspect) }),
  );
}

function isStated(plan: Statements, path: Path): boolean {
  const value = plan.value(path);
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
