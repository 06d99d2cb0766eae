import {
  computed,
  numberAt,
  sequenceAt,
  stringAt,
  unknownFrom,
  type Value,
} from '../../../../cloud/index.ts';
import { concatenated, scalarText } from '../text.ts';
import { argumentsOf, invalid, type TemplateFunction } from './define.ts';

export const join: TemplateFunction = (argument, call) => {
  const [delimiter, list] = argumentsOf(argument, 2) ?? [];
  const between = delimiter && scalarText(call.evaluate(delimiter, call.scope));
  if (between === undefined || !list) return invalid(call, 'a delimiter and a list');
  const { at } = call.node;
  const values = call.evaluate(list, call.scope);
  if (values.kind === 'unknown') return unknownFrom(values, { shape: 'string' });
  if (!('items' in values)) return invalid(call, 'a delimiter and a list');
  const parts = values.items.flatMap((item, index) => (index === 0 ? [item] : [stringAt(at, between), item]));
  return parts.length === 0 ? stringAt(at, '') : concatenated(parts, at);
};

export const split: TemplateFunction = (argument, call) => {
  const [delimiter, source] = argumentsOf(argument, 2) ?? [];
  const between = delimiter && scalarText(call.evaluate(delimiter, call.scope));
  if (!between || !source) return invalid(call, 'a delimiter and a text');
  const { at } = call.node;
  const value = call.evaluate(source, call.scope);
  if (value.kind === 'unknown') return unknownFrom(value, { shape: 'tuple' });
  const text = scalarText(value);
  if (text === undefined) return invalid(call, 'a delimiter and a text');
  const items = text.split(between).map((part) => computed(stringAt(at, part), [value]));
  return sequenceAt(at, 'tuple', items);
};

export const select: TemplateFunction = (argument, call) => {
  const [position, list] = argumentsOf(argument, 2) ?? [];
  if (!position || !list) return invalid(call, 'an index and a list');
  const index = call.evaluate(position, call.scope);
  const values = call.evaluate(list, call.scope);
  if (values.kind === 'unknown') return unknownFrom(values);
  if (index.kind === 'unknown') return unknownFrom(index);
  if (!('items' in values)) return invalid(call, 'an index and a list');
  const number = Number(scalarText(index) ?? NaN);
  const item = values.items[number];
  return item ?? invalid(call, `an index below ${values.items.length}, the length of its list`);
};

export const length: TemplateFunction = (argument, call) => {
  const values = call.evaluate(argument, call.scope);
  if (values.kind === 'unknown') return unknownFrom(values, { shape: 'number' });
  if (!('items' in values)) return invalid(call, 'a list');
  return computed(numberAt(call.node.at, values.items.length), [values]);
};

/** Values that are texts in a list, as `CommaDelimitedList` has them. */
export function commaDelimited(value: Value): Value {
  if (value.kind === 'unknown') return unknownFrom(value, { shape: 'tuple' });
  const text = scalarText(value);
  if (text === undefined) return value;
  const { at, chain } = value;
  const items = text.split(',').map((part): Value => ({ kind: 'string', value: part.trim(), at, chain }));
  return {
    kind: 'tuple',
    items: text === '' ? [] : items,
    at,
    chain,
    ...(value.sensitive && { sensitive: true }),
  };
}
