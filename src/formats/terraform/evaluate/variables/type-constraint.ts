import type { Expression, ObjectItem } from '../../../../syntax/hcl/index.ts';
import type { Scope } from '../runtime.ts';
import type { Value } from '../../../../cloud/index.ts';
import { convert } from '../values/convert.ts';
import { ANY, BOOL, NUMBER, STRING, type TfAttributeType, type TfType } from '../values/types.ts';

/** Reads a variable's `type`. What it cannot read it takes for `any`. */
export function typeConstraint(expression: Expression, scope: Scope): TfType {
  switch (expression.kind) {
    case 'reference':
      return named(expression.root);
    case 'string':
      // Before version 0.12 types were written in quotes.
      return named(expression.value);
    case 'parentheses':
      return typeConstraint(expression.expression, scope);
    case 'call':
      return constructed(expression.name, expression.arguments[0], scope);
    default:
      return ANY;
  }
}

function named(name: string): TfType {
  switch (name) {
    case 'string':
      return STRING;
    case 'number':
      return NUMBER;
    case 'bool':
      return BOOL;
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, element: ANY };
    default:
      return ANY;
  }
}

function constructed(name: string, argument: Expression | undefined, scope: Scope): TfType {
  switch (name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, element: argument ? typeConstraint(argument, scope) : ANY };
    case 'tuple':
      if (argument?.kind !== 'tuple') return ANY;
      return { kind: 'tuple', elements: argument.items.map((item) => typeConstraint(item, scope)) };
    case 'object':
      if (argument?.kind !== 'object') return ANY;
      return { kind: 'object', attributes: attributesOf(argument.items, scope) };
    default:
      return ANY;
  }
}

function attributesOf(items: readonly ObjectItem[], scope: Scope): ReadonlyMap<string, TfAttributeType> {
  const attributes = new Map<string, TfAttributeType>();
  for (const item of items) {
    const name = item.name ?? (item.key.kind === 'string' ? item.key.value : undefined);
    if (name !== undefined) attributes.set(name, attributeType(item.value, scope));
  }
  return attributes;
}

function attributeType(expression: Expression, scope: Scope): TfAttributeType {
  if (expression.kind !== 'call' || expression.name !== 'optional') {
    return { type: typeConstraint(expression, scope), optional: false, fallback: undefined };
  }
  const [inner, fallback] = expression.arguments;
  const type = inner ? typeConstraint(inner, scope) : ANY;
  const value: Value | undefined = fallback && convert(scope.runtime.evaluate(fallback, scope), type);
  return { type, optional: true, fallback: value?.kind === 'null' ? undefined : value };
}
