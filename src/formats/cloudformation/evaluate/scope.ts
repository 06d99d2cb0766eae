import type { Value } from '../../../cloud/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Runtime } from './runtime.ts';

/** What names mean at a place: the template's own names, and the variables of the loops around the place. */
export interface Scope {
  readonly runtime: Runtime;
  readonly names: Names;
  readonly loop: LoopVariable | undefined;
  /** The combinations of conditions in which the place counts; all that there are unless given. */
  readonly worlds?: readonly World[];
}

/** Conditions that are true or false together; one that is not in it may be either. */
export type World = ReadonlyMap<string, boolean>;

/** The names that a template declares. */
export interface Names {
  /** What `Ref` gives; undefined when nothing has the name. `at` is where it is used. */
  ref(name: string, at: DataNode): Value | undefined;
  /** What `Fn::GetAtt` gives; undefined when there is no such resource. */
  attribute(resource: string, attribute: string, at: DataNode): Value | undefined;
  /** A boolean, or unknown; undefined when there is no such condition. */
  condition(name: string): Value | undefined;
  mapping(name: string): DataNode;
  /** The combinations of conditions that there can be; undefined when they are not known. */
  readonly worlds: readonly World[] | undefined;
  /** Why a name may exist that is not in the template: a macro may make it. */
  mayBeMade(name: string): string | undefined;
}

/** A variable of `Fn::ForEach`, innermost first. */
export interface LoopVariable {
  readonly name: string;
  readonly value: Value;
  readonly outer: LoopVariable | undefined;
}

/** The worlds of a scope in which a condition may be true, or false. */
export function worldsWhere(scope: Scope, condition: string, value: boolean): readonly World[] | undefined {
  return (scope.worlds ?? scope.names.worlds)?.filter((world) => world.get(condition) !== !value);
}

export function within(scope: Scope, worlds: readonly World[] | undefined): Scope {
  return worlds ? { ...scope, worlds } : scope;
}

export function loopValue(scope: Scope, name: string): Value | undefined {
  for (let variable = scope.loop; variable; variable = variable.outer)
    if (variable.name === name) return variable.value;
  return undefined;
}
