import { computed, plainValue, stringAt, unknownAt, unknownFrom } from '../../../../cloud/index.ts';
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
  let open: string | undefined;
  const plain = plainValue(value, (reason) => {
    open ??= reason;
    return null;
  });
  if (open !== undefined) return computed({ ...unknownAt(at, open, { shape: 'string' }), encoded }, [value]);
  return computed({ ...stringAt(at, JSON.stringify(plain)), encoded }, [value]);
};
