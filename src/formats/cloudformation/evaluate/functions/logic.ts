import { boolAt, computed, passed, unknownAt, unknownFrom, type Value } from '../../../../cloud/index.ts';
import type { DataNode } from '../../../data-node.ts';
import { equal } from '../equal.ts';
import { merged } from '../merge.ts';
import { callOf } from '../call.ts';
import { substituted } from '../for-each.ts';
import { within, worldsWhere, type Scope } from '../scope.ts';
import { argumentsOf, invalid, type Call, type TemplateFunction } from './define.ts';

/** Both branches as one where the condition is not known: what they have in common is known. */
export const choose: TemplateFunction = (argument, call) => {
  const [name, yes, no] = argumentsOf(argument, 3) ?? [];
  if (name?.text === undefined || !yes || !no) return invalid(call, 'a condition and two values');
  const named = substituted(name.text, call.scope.loop);
  const condition = conditionNamed(named, call, name);
  if (condition.kind === 'bool') {
    const chosen = call.evaluate(condition.value ? yes : no, call.scope);
    const message = `The condition ${named} is ${condition.value} here`;
    return chosen.kind === 'null' ? chosen : passed(chosen, [{ location: name.at, message }]);
  }
  const reason = condition.kind === 'unknown' ? condition.reason : 'it is no condition';
  const [where, elsewhere] = [true, false].map((value) => worldsWhere(call.scope, named, value));
  if (elsewhere?.length === 0) return call.evaluate(yes, call.scope);
  if (where?.length === 0) return call.evaluate(no, call.scope);
  return merged(
    call.evaluate(yes, within(call.scope, where)),
    call.evaluate(no, within(call.scope, elsewhere)),
    unknownAt(call.node.at, `the condition ${named} is not known, since ${reason}`),
  );
};

/** A condition by its name, or what is wrong with it. */
function conditionNamed(name: string, { scope }: Pick<Call, 'scope'>, at: DataNode): Value {
  return (
    scope.names.condition(name) ??
    scope.runtime.failure('unknown-condition', `${name} is no condition of the template`, at.at)
  );
}

/** An expression under `Conditions`: a function, or `Condition` with a name. */
export function evaluateCondition(node: DataNode, scope: Scope, evaluate: Call['evaluate']): Value {
  const call = callOf(node);
  const named = call?.name === 'Condition' ? call.argument : node.get('Condition');
  if (named.text !== undefined) return conditionNamed(substituted(named.text, scope.loop), { scope }, named);
  const value = evaluate(node, scope);
  if (value.kind === 'bool' || value.kind === 'unknown') return value;
  if (value.kind === 'string' && /^(?:true|false)$/.test(value.value))
    return boolAt(value.at, value.value === 'true');
  return scope.runtime.failure('invalid-function', 'what stands here is no condition', node.at);
}

export const equals: TemplateFunction = (argument, call) => {
  const [left, right] = argumentsOf(argument, 2) ?? [];
  if (!left || !right) return invalid(call, 'two values');
  const values = [call.evaluate(left, call.scope), call.evaluate(right, call.scope)] as const;
  const result = equal(...values);
  if (typeof result !== 'boolean') return unknownFrom(result, { shape: 'bool' });
  return computed(boolAt(call.node.at, result), values);
};

export const not: TemplateFunction = (argument, call) => {
  const [condition] = argumentsOf(argument, 1) ?? [];
  if (!condition) return invalid(call, 'one condition');
  const value = evaluateCondition(condition, call.scope, call.evaluate);
  return value.kind === 'bool' ? computed(boolAt(call.node.at, !value.value), [value]) : value;
};

export const and: TemplateFunction = (argument, call) => combine(argument, call, false);
export const or: TemplateFunction = (argument, call) => combine(argument, call, true);

/** `deciding`: the value of one condition that decides, whatever the others are. */
function combine(argument: DataNode, call: Call, deciding: boolean): Value {
  const conditions = argumentsOf(argument, 1, Infinity);
  if (!conditions) return invalid(call, 'conditions');
  const values = conditions.map((condition) => evaluateCondition(condition, call.scope, call.evaluate));
  const decided = values.find((value) => value.kind === 'bool' && value.value === deciding);
  const open = values.find((value) => value.kind === 'unknown');
  if (!decided && open) return open;
  return computed(boolAt(call.node.at, decided ? deciding : !deciding), decided ? [decided] : values);
}
