import { mappingAt, sequenceAt, unknownAt, type Value } from '../../../cloud/index.ts';
import type { DataNode } from '../../data-node.ts';
import { callOf } from './call.ts';
import { loopEntries, substituted } from './for-each.ts';
import { functionNamed } from './functions/table.ts';
import { literal, textLiteral } from './literal.ts';
import type { Scope } from './scope.ts';

/** What a place of a template comes to; what `AWS::NoValue` takes away is left out of lists and maps. Never throws. */
export function evaluate(node: DataNode, scope: Scope): Value {
  const limit = scope.runtime.enter(node);
  const value = limit === undefined ? valueOf(node, scope) : unknownAt(node.at, limit);
  scope.runtime.leave();
  return value;
}

function valueOf(node: DataNode, scope: Scope): Value {
  if (node.isList)
    return sequenceAt(node.at, 'tuple', present(node.items().map((item) => evaluate(item, scope))));
  if (!node.isMap) return inLoop(node, scope);
  const call = callOf(node);
  if (call === undefined) return mapOf(node, scope);
  const { written, name, argument } = call;
  const compute = functionNamed(name);
  if (compute) return compute(argument, { node, scope, name: written, evaluate });
  if (written.startsWith('!Rain::') || written.startsWith('Rain::'))
    return unknownAt(node.at, `${written} is filled in before deployment`);
  return scope.runtime.failure(
    'unknown-function',
    `${written} is no function that Planproof knows`,
    node.header,
  );
}

/** In a loop, its variables are put into every text. */
function inLoop(node: DataNode, { loop }: Scope): Value {
  return loop && node.text !== undefined ? textLiteral(substituted(node.text, loop), node.at) : literal(node);
}

function mapOf(node: DataNode, scope: Scope): Value {
  const entries = new Map<string, Value>();
  for (const { key, node: child, scope: inner } of loopEntries(node, scope, evaluate)) {
    if (key === 'Fn::Transform') continue;
    if (/^Fn::\w/.test(key)) {
      scope.runtime.report(
        'cloudformation/invalid-function',
        `${key} must be the only key where it stands.`,
        child.header,
      );
      continue;
    }
    const value = evaluate(child, inner);
    if (value.kind !== 'null') entries.set(key, value);
  }
  return mappingAt(node.header, 'object', entries);
}

function present(values: readonly Value[]): readonly Value[] {
  return values.some(({ kind }) => kind === 'null') ? values.filter(({ kind }) => kind !== 'null') : values;
}
