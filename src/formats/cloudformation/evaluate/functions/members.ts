import { boolAt, computed, unknownFrom, type Value } from '../../../../cloud/index.ts';
import { equal } from '../equal.ts';
import { argumentsOf, invalid, type Call, type TemplateFunction } from './define.ts';

/** Is a text among those of a list? */
export const contains: TemplateFunction = (argument, call) => {
  const [list, value] = evaluated(argument, call);
  if (!list || !value) return invalid(call, 'a list and a value');
  if (list.kind === 'unknown') return unknownFrom(list, { shape: 'bool' });
  if (!('items' in list)) return invalid(call, 'a list and a value');
  return isAmong(value, list.items, call);
};

/** Are all texts of a list the same as one? */
export const eachMemberEquals: TemplateFunction = (argument, call) => {
  const [list, value] = evaluated(argument, call);
  if (!list || !value) return invalid(call, 'a list and a value');
  return each(list, call, (item) => isAmong(item, [value], call));
};

/** Are all texts of a list among those of another? */
export const eachMemberIn: TemplateFunction = (argument, call) => {
  const [list, accepted] = evaluated(argument, call);
  if (!list || !accepted) return invalid(call, 'two lists');
  if (accepted.kind === 'unknown') return unknownFrom(accepted, { shape: 'bool' });
  if (!('items' in accepted)) return invalid(call, 'two lists');
  return each(list, call, (item) => isAmong(item, accepted.items, call));
};

function evaluated(argument: Parameters<TemplateFunction>[0], call: Call): readonly Value[] {
  return (argumentsOf(argument, 2) ?? []).map((item) => call.evaluate(item, call.scope));
}

function each(list: Value, call: Call, holds: (item: Value) => Value): Value {
  if (list.kind === 'unknown') return unknownFrom(list, { shape: 'bool' });
  if (!('items' in list)) return invalid(call, 'a list first');
  const answers = list.items.map(holds);
  const deciding = answers.find((answer) => answer.kind === 'bool' && !answer.value);
  const open = answers.find((answer) => answer.kind === 'unknown');
  return deciding ?? open ?? computed(boolAt(call.node.at, true), answers);
}

function isAmong(value: Value, items: readonly Value[], call: Call): Value {
  const answers = items.map((item) => equal(item, value));
  const open = answers.find((answer) => typeof answer !== 'boolean');
  if (!answers.includes(true) && open) return unknownFrom(open, { shape: 'bool' });
  return computed(boolAt(call.node.at, answers.includes(true)), [value, ...items]);
}
