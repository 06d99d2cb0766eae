import { passed, unknownAt, unknownFrom, type UnknownValue, type Value } from '../../../../cloud/index.ts';
import type { DataNode } from '../../../data-node.ts';
import { merged } from '../merge.ts';
import { scalarText } from '../text.ts';
import { argumentsOf, invalid, type Call, type TemplateFunction } from './define.ts';

/** `[Map, Key, Name]`, and what holds where the map has no such entry. */
export const findInMap: TemplateFunction = (argument, call) => {
  const [map, top, second, options] = argumentsOf(argument, 3, 4) ?? [];
  if (!map || !top || !second) return invalid(call, 'a map and two keys');
  const keys = [map, top, second].map((node) => call.evaluate(node, call.scope));
  const [name, ...rest] = keys.map(scalarText);
  const fallback = options?.get('DefaultValue');
  const otherwise = fallback?.exists ? call.evaluate(fallback, call.scope) : undefined;
  if (name === undefined) return open(keys, call);
  const mapping = call.scope.names.mapping(name);
  if (!mapping.exists) {
    if (otherwise) return otherwise;
    return call.scope.runtime.failure(
      'missing-mapping',
      `${name} is no mapping of the template`,
      call.node.at,
    );
  }
  const found = entriesAt(mapping, rest);
  const complete = rest.every((key) => key !== undefined);
  if (complete && found.length === 0) {
    if (otherwise) return otherwise;
    const reason = `the mapping ${name} has no entry ${rest.join('.')}`;
    return call.scope.runtime.failure('missing-mapping', reason, call.node.at);
  }
  const values = found.map((node) => call.evaluate(node, call.scope));
  if (!complete && otherwise) values.push(otherwise);
  const [first] = values;
  if (complete && first) return passed(first, [{ location: call.node.at, message: `${name} is used here` }]);
  // Whatever the key is, it is one of these.
  const cause = open(keys, call);
  return first ? values.slice(1).reduce((all, value) => merged(all, value, cause), first) : cause;
};

/** The entries that keys lead to; a key that is not known leads to all. */
function entriesAt(mapping: DataNode, keys: readonly (string | undefined)[]): readonly DataNode[] {
  let nodes: readonly DataNode[] = [mapping];
  for (const key of keys)
    nodes = nodes.flatMap((node) =>
      key === undefined ? node.entries().map(([, child]) => child) : [node.get(key)],
    );
  return nodes.filter((node) => node.exists);
}

function open(keys: readonly Value[], call: Call): UnknownValue {
  const cause = keys.find((key) => key.kind === 'unknown');
  return cause ? unknownFrom(cause) : invalid(call, 'a map and two keys');
}

/** What AWS or a macro puts in at deployment. */
export const transform: TemplateFunction = (argument, call) => {
  const name = argument.get('Name').text ?? 'a macro';
  return unknownAt(call.node.at, `${name} puts it in at deployment`);
};

export const zones: TemplateFunction = (argument, call) => {
  const region = call.evaluate(argument, call.scope);
  const named = scalarText(region) ?? '';
  const where = named === '' ? 'the region' : named;
  return unknownAt(call.node.at, `the zones of ${where} are known at deployment`, { shape: 'list' });
};
