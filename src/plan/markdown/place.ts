import type { Words } from '../../syntax/markdown/index.ts';
import type { Step } from './said.ts';
import { identityOf, shapeAt, type Shape } from './vocabulary/shape.ts';

/** A place of the plan that is settled: the section's path, and the steps that lead to it. */
export interface Base {
  readonly path: readonly string[];
  readonly steps: readonly Step[];
}

export const ROOT: Base = { path: [], steps: [] };

/** What an entry is told by: its name, or its number where it has none. */
export type Naming = { readonly words: Words } | { readonly entry: number; readonly at: Words };

/** What the text below a heading is about. */
export interface Context {
  readonly level: number;
  /** Keys of the schema; undefined below a heading that is not known. */
  readonly path: readonly string[] | undefined;
  readonly shape: Shape;
  /** The entry that the heading names. */
  readonly naming: Naming | undefined;
  readonly base: Base;
}

/** Steps to an entry of a list or mapping, or to an object; what is settled above it stays so. */
export function stepsTo(home: readonly string[], naming: Naming | undefined, base: Base): readonly Step[] {
  const inside = base.path.every((key, at) => home[at] === key);
  const from = inside ? base : ROOT;
  const rest = home.slice(from.path.length);
  const steps: Step[] = [...from.steps];
  for (const key of rest) steps.push(key === '*' ? nameStep(naming, '*') : { key });
  const shape = shapeAt(home);
  if (rest.length > 0 && rest.at(-1) !== '*' && shape?.type === 'list' && shape.item.type === 'object')
    steps.push(nameStep(naming, identityOf(shape.item) ?? ''));
  return steps;
}

function nameStep(naming: Naming | undefined, by: string): Step {
  if (!naming) return { named: '', by, at: { start: 0, end: 0 } };
  if ('words' in naming) return { named: naming.words.text, by, at: naming.words.location.span };
  return { entry: naming.entry, at: naming.at.location.span };
}
