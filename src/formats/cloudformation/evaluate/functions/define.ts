import type { UnknownValue, Value } from '../../../../cloud/index.ts';
import type { DataNode } from '../../../data-node.ts';
import type { Scope } from '../scope.ts';

/** A function where it is called. */
export interface Call {
  /** The map that is the call. */
  readonly node: DataNode;
  readonly scope: Scope;
  /** As it is written: `!GetAtt`. */
  readonly name: string;
  readonly evaluate: (node: DataNode, scope: Scope) => Value;
}

/** A function of the template language: what it makes of its argument. */
export type TemplateFunction = (argument: DataNode, call: Call) => Value;

/** The call is not as the language wants it. */
export function invalid(call: Call, wanted: string): UnknownValue {
  return call.scope.runtime.failure('invalid-function', `${call.name} needs ${wanted}`, call.node.at);
}

/** The arguments, when there are as many as there may be. */
export function argumentsOf(
  argument: DataNode,
  least: number,
  most: number = least,
): readonly DataNode[] | undefined {
  const items = argument.items();
  return items.length >= least && items.length <= most ? items : undefined;
}
