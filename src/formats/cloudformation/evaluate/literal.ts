import {
  asSensitive,
  boolAt,
  nullAt,
  numberAt,
  stringAt,
  unknownAt,
  type UnknownValue,
  type Value,
} from '../../../cloud/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import { concatenated } from './text.ts';

const DYNAMIC_REFERENCE = /\{\{resolve:(ssm|ssm-secure|secretsmanager):([^}]*)\}\}/g;

/** A scalar as CloudFormation takes it. A number that is written in its own way, `8.0`, is a text: it may be a version. */
export function literal(node: DataNode): Value {
  const { value, at } = node;
  if (typeof value === 'boolean') return boolAt(at, value);
  if (typeof value === 'number') {
    const { written } = node;
    return written === undefined || written === String(value) ? numberAt(at, value) : stringAt(at, written);
  }
  return typeof value === 'string' ? textLiteral(value, at) : nullAt(at);
}

/** A text, in which `{{resolve:…}}` stands for what is kept in Parameter Store or Secrets Manager. */
export function textLiteral(text: string, at: Location): Value {
  if (!text.includes('{{resolve:')) return stringAt(at, text);
  const parts: Value[] = [];
  let end = 0;
  for (const match of text.matchAll(DYNAMIC_REFERENCE)) {
    if (match.index > end) parts.push(stringAt(at, text.slice(end, match.index)));
    parts.push(resolved(match[1] ?? '', match[2] ?? '', at));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(stringAt(at, text.slice(end)));
  return concatenated(parts, at);
}

function resolved(service: string, key: string, at: Location): UnknownValue {
  const store = service === 'secretsmanager' ? 'Secrets Manager' : 'Parameter Store';
  const read = unknownAt(at, `${key.split(':', 1)[0] ?? key} is read from ${store} at deployment`, {
    shape: 'string',
  });
  // Whatever is kept there, something is: a text of one part that is not known.
  const value: UnknownValue = { ...read, parts: [read] };
  return service === 'ssm' ? value : asSensitive(value);
}
