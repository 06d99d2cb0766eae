import type { Value } from '../../../cloud/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Runtime } from './runtime.ts';

/** What names mean at a place: the template's own names, and the variables of the loops around the place. */
export interface Scope {
  readonly runtime: Runtime;
  readonly names: Names;
  readonly loop: LoopVariable | undefined;
}

/** The names that a template declares. */
export interface Names {
  /** What `Ref` gives; undefined when nothing has the name. `at` is where it is used. */
  ref(name: string, at: DataNode): Value | undefined;
  /** What `Fn::GetAtt` gives; undefined when there is no such resource. */
  attribute(resource: string, attribute: string, at: DataNode): Value | undefined;
  /** A boolean, or unknown; undefined when there is no such condition. */
  condition(name: string): Value | undefined;
  mapping(name: string): DataNode;
  /** Why names may exist that are not in the template: a macro may make them. */
  readonly mayBeMade: string | undefined;
}

/** A variable of `Fn::ForEach`, innermost first. */
export interface LoopVariable {
  readonly name: string;
  readonly value: Value;
  readonly outer: LoopVariable | undefined;
}

export function loopValue(scope: Scope, name: string): Value | undefined {
  for (let variable = scope.loop; variable; variable = variable.outer)
    if (variable.name === name) return variable.value;
  return undefined;
}
