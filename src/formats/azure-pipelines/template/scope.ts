import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';

/** A place in a file as the pipeline sees it: with its template expressions expanded. */
export interface View {
  readonly node: DataNode;
  readonly scope: Scope;
  readonly at: Location;
  readonly header: Location;
  /** What stands there, or what the parameter that stands there was given. */
  readonly target: View;
  readonly exists: boolean;
  readonly isMap: boolean;
  readonly isList: boolean;
  /** The texts that a scalar may be; what is not known stays as an expression. None for what is no scalar. */
  readonly texts: readonly string[];
  /** The first of the texts. */
  readonly text: string | undefined;
  get(...path: readonly string[]): View;
  /** The entries of a map, with those of its conditions and loops. */
  entries(): readonly (readonly [key: string, view: View])[];
  /** The entries of a list, with those of its conditions and loops, and of lists that parameters give. */
  items(): readonly View[];
}

/** What a parameter, a variable or a loop's name stands for. */
export type Value =
  | { readonly kind: 'known'; readonly value: string | number | boolean | null }
  | { readonly kind: 'view'; readonly view: View }
  /** An entry of a map that a loop goes over. */
  | { readonly kind: 'pair'; readonly key: string; readonly value: View }
  /** A parameter of the pipeline itself: who starts it may choose; its default, and what may be chosen. */
  | { readonly kind: 'choice'; readonly texts: readonly string[]; readonly view: View | undefined }
  | { readonly kind: 'open' };

/** Where a template's expressions are evaluated. */
export interface Scope {
  readonly parameters: ReadonlyMap<string, Value>;
  readonly loops: ReadonlyMap<string, Value>;
  /** A variable of the pipeline, stage or job that this stands in. */
  readonly variable: (name: string) => View | undefined;
  /** Where templates are used that this stands in, outermost first. */
  readonly calls: readonly DataNode[];
  /** Paths of the templates that this stands in. */
  readonly files: readonly string[];
  /** What may still be expanded, over the whole pipeline: templates that repeat one another would grow without end. */
  readonly budget: { left: number; depth: number };
}

/** How deep values may hold one another. */
const DEPTH = 40;

/** Follows a value, unless too much was followed already: then gives what stands there. */
export function follow<T>({ budget }: Scope, otherwise: T, run: () => T): T {
  if (budget.left <= 0 || budget.depth >= DEPTH) return otherwise;
  budget.left--;
  budget.depth++;
  const result = run();
  budget.depth--;
  return result;
}

export const OPEN: Value = { kind: 'open' };
