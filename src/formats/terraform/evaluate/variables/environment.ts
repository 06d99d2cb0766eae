import {
  boolAt,
  mappingAt,
  nullAt,
  sequenceAt,
  stringAt,
  unknownAt,
  type Value,
} from '../../../../cloud/index.ts';
import { takesSecret } from '../../../../secrets/index.ts';
import { sourceFile, type Location } from '../../../../source/index.ts';
import { parseHclExpression, type Expression } from '../../../../syntax/hcl/index.ts';
import { attributeNamed } from '../modules/declarations.ts';
import type { DeclaredBlock } from '../modules/overrides.ts';
import { locationIn, scopeIn, type Scope } from '../runtime.ts';
import { decimalAt } from '../values/numbers.ts';
import { typeConstraint } from './type-constraint.ts';
import { isSecret, type GivenValue } from './variables.ts';

/**
 * What a variable of the process' environment gives, at the place where the variable is declared. As Terraform reads it:
 * the text itself for what has no type or a primitive one, else an expression in which nothing can be referred to. A
 * secret stays unknown, so that no report can show it.
 */
export function valueFromEnvironment(
  name: string,
  text: string,
  declared: DeclaredBlock,
  scope: Scope,
): GivenValue {
  const at = locationIn(scope, declared.block.headerSpan);
  const hops = [{ location: at, message: `${environmentName(name)} gives its value` }];
  return { value: valueOf(name, text, declared, scope, at), from: 'environment', hops };
}

function environmentName(name: string): string {
  return `TF_VAR_${name}`;
}

function valueOf(name: string, text: string, { block }: DeclaredBlock, scope: Scope, at: Location): Value {
  if (isSecret(block) || takesSecret(name))
    return unknownAt(at, `the value that ${environmentName(name)} gives is secret`);
  const constraint = attributeNamed(block, 'type');
  const type = constraint && typeConstraint(constraint.value, scopeIn(scope, constraint)).kind;
  if (type === undefined || type === 'string' || type === 'number' || type === 'bool')
    return stringAt(at, text);
  const { expression, diagnostics } = parseHclExpression(sourceFile(environmentName(name), text));
  const value = expression && diagnostics.length === 0 ? constant(expression, at) : undefined;
  return value ?? unknownAt(at, `${environmentName(name)} does not hold a value as Terraform reads it`);
}

/** Undefined for what is more than data. */
function constant(expression: Expression, at: Location): Value | undefined {
  switch (expression.kind) {
    case 'null':
      return nullAt(at);
    case 'bool':
      return boolAt(at, expression.value);
    case 'string':
      return stringAt(at, expression.value);
    case 'number':
      return decimalAt(at, expression.text);
    case 'unary': {
      const { operator, operand } = expression;
      return operator === '-' && operand.kind === 'number' ? decimalAt(at, `-${operand.text}`) : undefined;
    }
    case 'parentheses':
      return constant(expression.expression, at);
    case 'tuple': {
      const items = expression.items.flatMap((item) => constant(item, at) ?? []);
      return items.length < expression.items.length ? undefined : sequenceAt(at, 'tuple', items);
    }
    case 'object': {
      const entries = new Map<string, Value>();
      for (const { name, key, value } of expression.items) {
        const text = name ?? (key.kind === 'string' ? key.value : undefined);
        const entry = constant(value, at);
        if (text === undefined || entry === undefined) return undefined;
        entries.set(text, entry);
      }
      return mappingAt(at, 'object', entries);
    }
    default:
      return undefined;
  }
}
