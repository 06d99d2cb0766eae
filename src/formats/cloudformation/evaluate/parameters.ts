import { asSensitive, passed, stringAt, unknownAt, type Value } from '../../../cloud/index.ts';
import type { DataNode } from '../../data-node.ts';
import { commaDelimited } from './functions/lists.ts';
import { literal } from './literal.ts';
import { scalarText } from './text.ts';

/** What CloudFormation knows by itself, at deployment. */
const PSEUDO: ReadonlyMap<string, string> = new Map([
  ['AWS::AccountId', 'the account'],
  ['AWS::NotificationARNs', 'where the stack sends its events'],
  ['AWS::Partition', 'the partition'],
  ['AWS::Region', 'the region'],
  ['AWS::StackId', "the stack's id"],
  ['AWS::StackName', "the stack's name"],
  ['AWS::URLSuffix', "the domain of AWS' services"],
]);

export function pseudoParameter(name: string, at: DataNode): Value | undefined {
  if (name === 'AWS::NoValue') return { kind: 'null', at: at.at, chain: [] };
  const what = PSEUDO.get(name);
  if (what === undefined) return undefined;
  // The reference makes it readable: `arn:${AWS::Partition}:…`.
  const reference = { mode: 'data', address: name, path: [] } as const;
  return unknownAt(at.at, `${what} is chosen at deployment`, { shape: 'string', reference });
}

/** What a parameter is given, else its default. */
export function parameterValue(name: string, declaration: DataNode, given: Value | undefined): Value {
  const type = declaration.get('Type').text ?? 'String';
  const value = typed(valueOf(name, type, declaration, given), type);
  const hidden = ['true', true].includes(declaration.get('NoEcho').value as string | boolean);
  return hidden ? asSensitive(value) : value;
}

function valueOf(name: string, type: string, declaration: DataNode, given: Value | undefined): Value {
  const fallback = declaration.get('Default');
  if (type.startsWith('AWS::SSM::Parameter::Value')) {
    const from = fallback.text === undefined ? 'Parameter Store' : `${fallback.text} in Parameter Store`;
    return unknownAt(declaration.header, `the parameter ${name} is read from ${from} at deployment`);
  }
  if (given) return given;
  if (fallback.exists || fallback.text !== undefined) return literal(fallback);
  const only = declaration.get('AllowedValues').items();
  if (only.length === 1 && only[0]) return literal(only[0]);
  return unknownAt(declaration.header, `the parameter ${name} has no default`);
}

function typed(value: Value, type: string): Value {
  if (type === 'CommaDelimitedList' || type.startsWith('List<')) return commaDelimited(value);
  if (type === 'String' && (value.kind === 'bool' || value.kind === 'number'))
    return { ...stringAt(value.at, scalarText(value) ?? ''), chain: value.chain };
  return value;
}

/** The value where a parameter is used. */
export function used(name: string, value: Value, at: DataNode): Value {
  return passed(value, [{ location: at.at, message: `${name} is used here` }]);
}
