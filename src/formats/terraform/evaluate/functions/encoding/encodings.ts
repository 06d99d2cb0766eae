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
import { fromPlain, toJson } from '../../values/plain.ts';
import { type Call, FunctionProblem, type Functions, simple, textOf } from '../define.ts';
import { toYaml } from './yaml.ts';

export const ENCODING_FUNCTIONS: Functions = {
  base64decode: simple(['string'], (text) => fromBase64(text).toString('utf8')),
  base64encode: simple(['string'], (text) => Buffer.from(text, 'utf8').toString('base64')),
  csvdecode: { min: 1, max: 1, run: ([text], call) => csv(text ? textOf(text) : '', call) },
  jsondecode: { min: 1, max: 1, takesUnknown: true, run: ([text], call) => decode(text, call, 'json') },
  jsonencode: { min: 1, max: 1, takesUnknown: true, run: ([value], call) => encode(value, call, 'json') },
  textdecodebase64: simple(['string', 'string'], (text, encoding) =>
    fromBase64(text).toString(nodeEncoding(encoding)),
  ),
  textencodebase64: simple(['string', 'string'], (text, encoding) =>
    Buffer.from(text, nodeEncoding(encoding)).toString('base64'),
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

function nodeEncoding(name: string): BufferEncoding {
  switch (name.toUpperCase()) {
    case 'UTF-8':
      return 'utf8';
    case 'UTF-16LE':
      return 'utf16le';
    case 'ISO-8859-1':
    case 'US-ASCII':
      return 'latin1';
    default:
      throw new FunctionProblem(`the encoding "${name.slice(0, 40)}" is not supported here`, true);
  }
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
    try {
      return computed(fromPlain(JSON.parse(source), call.at), [text]);
    } catch {
      throw new FunctionProblem('the argument is not JSON');
    }
  }
  const { sources } = call.scope.runtime;
  if (!sources.decodeYaml) return unknownAt(call.at, 'YAML is not decoded here');
  const decoded = sources.decodeYaml(source);
  if (!decoded) throw new FunctionProblem('the argument is not YAML');
  return computed(fromPlain(decoded.value, call.at), [text]);
}

function csv(text: string, call: Call): Value {
  const [header = [], ...rows] = csvRows(text);
  return sequenceAt(
    call.at,
    'list',
    rows.map((row) => {
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
