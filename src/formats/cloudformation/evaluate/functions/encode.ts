import { computed, stringAt, unknownAt, unknownFrom, type Value } from '../../../../cloud/index.ts';
import { scalarText } from '../text.ts';
import { invalid, type TemplateFunction } from './define.ts';

export const base64: TemplateFunction = (argument, call) => {
  const value = call.evaluate(argument, call.scope);
  if (value.kind === 'unknown') return unknownFrom(value, { shape: 'string' });
  const text = scalarText(value);
  if (text === undefined) return invalid(call, 'a text');
  return computed(stringAt(call.node.at, Buffer.from(text, 'utf8').toString('base64')), [value]);
};

/** The text, or an unknown one, with the value that it holds. */
export const toJsonString: TemplateFunction = (argument, call) => {
  const value = call.evaluate(argument, call.scope);
  const { at } = call.node;
  const encoded = { format: 'json', value } as const;
  const plain = plainOf(value);
  if (plain === undefined)
    return computed({ ...unknownAt(at, openReason(value), { shape: 'string' }), encoded }, [value]);
  return computed({ ...stringAt(at, JSON.stringify(plain)), encoded }, [value]);
};

/** As JavaScript has it; undefined where something in it is not known. */
function plainOf(value: Value): unknown {
  switch (value.kind) {
    case 'unknown':
      return undefined;
    case 'null':
      return null;
    case 'bool':
    case 'number':
    case 'string':
      return value.value;
    case 'list':
    case 'set':
    case 'tuple': {
      const items = value.items.map(plainOf);
      return items.includes(undefined) ? undefined : items;
    }
    case 'map':
    case 'object': {
      const entries = [...value.entries].map(([key, item]) => [key, plainOf(item)] as const);
      return entries.some(([, item]) => item === undefined) ? undefined : Object.fromEntries(entries);
    }
  }
}

function openReason(value: Value): string {
  if (value.kind === 'unknown') return value.reason;
  const inner = 'items' in value ? value.items : 'entries' in value ? [...value.entries.values()] : [];
  for (const item of inner) {
    const reason = openReason(item);
    if (reason !== '') return reason;
  }
  return '';
}
