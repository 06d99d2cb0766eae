import { isUtf8 } from 'node:buffer';
import { sourceFile } from '../../../../../source/index.ts';
import { parseJson } from '../../../../../syntax/json/index.ts';
import {
  computed,
  mappingAt,
  sequenceAt,
  stringAt,
  type StringValue,
  unknownAt,
  unknownFrom,
  type UnknownValue,
  type Value,
} from '../../../../../cloud/index.ts';
import { firstUnknown } from '../../values/inspect.ts';
import { fromPlain, toJson, type Plain } from '../../values/plain.ts';
import { type Call, FunctionProblem, type Functions, simple, textOf } from '../define.ts';
import { decodeBytes, encodeText } from './charsets.ts';
import { toYaml } from './yaml.ts';

export const ENCODING_FUNCTIONS: Functions = {
  base64decode: simple(['string'], (text) => {
    const bytes = fromBase64(text);
    if (!isUtf8(bytes)) throw new FunctionProblem('the bytes are no text');
    return bytes.toString('utf8');
  }),
  base64encode: simple(['string'], (text) => Buffer.from(text, 'utf8').toString('base64')),
  csvdecode: { min: 1, max: 1, run: ([text], call) => csv(text ? textOf(text) : '', call) },
  jsondecode: { min: 1, max: 1, takesUnknown: true, run: ([text], call) => decode(text, call, 'json') },
  jsonencode: { min: 1, max: 1, takesUnknown: true, run: ([value], call) => encode(value, call, 'json') },
  textdecodebase64: simple(['string', 'string'], (text, encoding) => decodeBytes(fromBase64(text), encoding)),
  textencodebase64: simple(['string', 'string'], (text, encoding) =>
    encodeText(text, encoding).toString('base64'),
  ),
  urlencode: simple(['string'], (text) =>
    encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
      .replaceAll('%20', '+')
      .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
  ),
  yamldecode: { min: 1, max: 1, takesUnknown: true, run: ([text], call) => decode(text, call, 'yaml') },
  yamlencode: { min: 1, max: 1, takesUnknown: true, run: ([value], call) => encode(value, call, 'yaml') },
};

function fromBase64(text: string): Buffer {
  if (!/^[A-Z0-9+/]*={0,2}$/i.test(text) || text.length % 4 !== 0)
    throw new FunctionProblem('the argument is not base64');
  return Buffer.from(text, 'base64');
}

/** The document's text, and beside it the value, in which every part keeps its place. */
function encode(value: Value | undefined, call: Call, format: 'json' | 'yaml'): StringValue | UnknownValue {
  if (!value) throw new FunctionProblem('the argument is missing');
  const text = format === 'json' ? toJson(value) : toYaml(value);
  const encoded = { format, value };
  if (text !== undefined) return { ...computed(stringAt(call.at, text), [value]), encoded };
  const cause = firstUnknown(value);
  if (!cause) return unknownAt(call.at, 'the document is too large', { shape: 'string' });
  return computed({ ...unknownFrom(cause, { shape: 'string' }), at: call.at, chain: [], encoded }, [
    value,
    cause,
  ]);
}

function decode(text: Value | undefined, call: Call, format: 'json' | 'yaml'): Value {
  if (!text) throw new FunctionProblem('the argument is missing');
  if ((text.kind === 'string' || text.kind === 'unknown') && text.encoded?.format === format)
    return text.encoded.value;
  if (text.kind === 'unknown') return unknownFrom(text);
  const source = textOf(text);
  if (format === 'json') {
    const decoded = jsonOf(source);
    if (!decoded) throw new FunctionProblem('the argument is not JSON');
    return computed(fromPlain(decoded, call.at), [text]);
  }
  const { sources } = call.scope.runtime;
  if (!sources.decodeYaml) return unknownAt(call.at, 'YAML is not decoded here');
  const decoded = sources.decodeYaml(source);
  if (!decoded) throw new FunctionProblem('the argument is not YAML');
  return computed(fromPlain(decoded, call.at), [text]);
}

/** JSON as it is written; where its numbers have many digits, with those. */
function jsonOf(text: string): Plain | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const [document] = /\d{16}|\.\d{15}/.test(text) ? parseJson(sourceFile('', text)).documents : [];
    return document ?? { value };
  } catch {
    return undefined;
  }
}

function csv(text: string, call: Call): Value {
  const [header, ...rows] = csvRows(text);
  if (!header) throw new FunctionProblem('there is no header line');
  return sequenceAt(
    call.at,
    'list',
    rows.map((row) => {
      if (new Set(header).size < header.length) throw new FunctionProblem('two columns have one name');
      if (row.length !== header.length) throw new FunctionProblem('the rows differ in length');
      const entries = header.map((name, index) => [name, stringAt(call.at, row[index] ?? '')] as const);
      return mappingAt(call.at, 'object', new Map(entries));
    }),
  );
}

/** RFC 4180: quotes, doubled quotes, line ends within quotes. Blank lines are left out. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/gy;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new FunctionProblem('the argument is not CSV');
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',' && field.lastIndex < text.length) continue;
    if (match[3] === ',') row.push('');
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
