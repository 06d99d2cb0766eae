import task from '../../schema/task.json' with { type: 'json' };
import { PLAN, shapeAt, type Shape } from './shape.ts';
import { wordingOf, wordsOfKey } from './wording.ts';
import sections from './sections.json' with { type: 'json' };

/** A part of the plan that a heading names: keys of the schema, with `*` for each environment. */
export interface NamedSection {
  readonly path: readonly string[];
  readonly shape: Shape;
}

/** All headings that are known, by section, in the order of the schema's table; bullets of the task are among them. */
export const HEADINGS: readonly { readonly path: string; readonly headings: readonly string[] }[] =
  sections.map(({ path, headings }) => ({ path, headings: [...headings, ...bulletsOf(path)] }));

/** Sections by what their heading may say. */
const BY_WORDS: ReadonlyMap<string, readonly NamedSection[]> = index();

/**
 * The section that a heading names. What stands below another section is a part of that one, if it can be: "Objectives"
 * below "Disaster recovery" are those of recovery. undefined when it names none, or several with equal right.
 */
export function sectionNamed(heading: string, parent: readonly string[]): NamedSection | undefined {
  const { words } = wordingOf(heading);
  const inside = propertyNamed(words, parent);
  if (inside) return inside;
  const found = BY_WORDS.get(words) ?? [];
  const shared = found.map(({ path }) => sharedLength(path, parent));
  const most = Math.max(...shared);
  const [nearest, other] = found.filter((_, at) => shared[at] === most);
  return other ? undefined : nearest;
}

/** A property of the section that the heading stands in, by its own name. */
function propertyNamed(words: string, parent: readonly string[]): NamedSection | undefined {
  if (parent.length === 0) return undefined;
  let shape = shapeAt(parent);
  while (shape?.type === 'list') shape = shape.item;
  if (shape?.type !== 'object') return undefined;
  for (const [key, inner] of shape.properties)
    if (inner.type !== 'scalar' && wordsOfKey(key) === words) return { path: [...parent, key], shape: inner };
  return undefined;
}

function sharedLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function index(): ReadonlyMap<string, readonly NamedSection[]> {
  const found = new Map<string, NamedSection[]>();
  for (const { path, headings } of HEADINGS) {
    const steps = path === '' ? [] : path.split('.');
    const section = { path: steps, shape: shapeAt(steps) ?? PLAN };
    for (const words of new Set(headings.map((heading) => wordingOf(heading).words)))
      found.set(words, [...(found.get(words) ?? []), section]);
  }
  return found;
}

/** The task's bullets whose first statement stands in the section, or in it directly. */
function bulletsOf(path: string): readonly string[] {
  return task.flatMap(({ bullets }) =>
    bullets.filter(({ places }) => sectionOf(places[0] ?? '') === path).map(({ bullet }) => bullet),
  );
}

/** The longest section that a place of the plan stands in. */
function sectionOf(place: string): string {
  const path = place.replaceAll('[]', '').replaceAll('<name>', '*');
  const holding = sections.filter((one) => path === one.path || path.startsWith(`${one.path}.`));
  return holding.reduce((longest, one) => (one.path.length > longest.length ? one.path : longest), '');
}
