import { unknownAt, type Value } from '../../../../cloud/index.ts';
import { invalid, type Call, type TemplateFunction } from './define.ts';
import { substituted } from '../for-each.ts';
import { loopValue } from '../scope.ts';
import { scalarText, concatenated } from '../text.ts';
import { textLiteral } from '../literal.ts';

export const ref: TemplateFunction = (argument, call) => {
  const text = argument.text && substituted(argument.text, call.scope.loop);
  return text === undefined ? invalid(call, 'the name of a parameter or resource') : named(text, call);
};

/** `A.Arn`, `[A, Arn]`; the attribute may have dots of its own. */
export const getAtt: TemplateFunction = (argument, call) => {
  const wanted = 'a resource and an attribute of it';
  if (argument.text !== undefined) {
    const name = substituted(argument.text, call.scope.loop);
    const dot = name.indexOf('.');
    if (dot <= 0) return invalid(call, wanted);
    return attribute(name.slice(0, dot), name.slice(dot + 1), call);
  }
  const items = argument.items().map((item) => call.evaluate(item, call.scope));
  const open = items.find((item) => item.kind === 'unknown');
  if (open) return open;
  const [resource, ...path] = items.map(scalarText);
  if (resource === undefined || path.length === 0 || path.includes(undefined)) return invalid(call, wanted);
  return attribute(substituted(resource, call.scope.loop), path.join('.'), call);
};

const PLACEHOLDER = /\$\{(!?)([^{}]*)\}/g;

/** `${Name}`, `${Resource.Attribute}`, names of its own map; `${!Literal}` stays. */
export const sub: TemplateFunction = (argument, call) => {
  const [template, names] = argument.isList ? argument.items() : [argument];
  const text = template?.text;
  if (template === undefined || text === undefined) {
    const value = template && call.evaluate(template, call.scope);
    return value?.kind === 'unknown' ? value : invalid(call, 'a text');
  }
  const at = call.node.at;
  const parts: Value[] = [];
  // Each once, however often it stands in the text: maps in maps would multiply.
  const values = new Map<string, Value>();
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push(textLiteral(text.slice(end, match.index), at));
    end = match.index + match[0].length;
    const name = (match[2] ?? '').trim();
    if (match[1] === '!') parts.push(textLiteral(`\${${name}}`, at));
    else {
      const value =
        values.get(name) ??
        (names?.has(name) ? call.evaluate(names.get(name), call.scope) : named(name, call));
      values.set(name, value);
      parts.push(value);
    }
  }
  if (end < text.length || parts.length === 0) parts.push(textLiteral(text.slice(end), at));
  return concatenated(parts, at);
};

/** What another stack exports is nowhere in the template. */
export const importValue: TemplateFunction = (argument, call) => {
  const name = call.evaluate(argument, call.scope);
  const export_ = scalarText(name) ?? 'the value';
  return unknownAt(call.node.at, `${export_} is exported by another stack`);
};

function named(name: string, call: Call): Value {
  const loop = loopValue(call.scope, name);
  if (loop) return loop;
  const value = call.scope.names.ref(name, call.node);
  if (value) return value;
  const dot = name.indexOf('.');
  // Only `Fn::Sub` has attributes in names.
  if (dot > 0 && call.name !== 'Ref' && call.name !== '!Ref')
    return attribute(name.slice(0, dot), name.slice(dot + 1), call);
  return missing(name, `${name} is neither a parameter nor a resource of the template`, call);
}

function attribute(resource: string, path: string, call: Call): Value {
  return (
    call.scope.names.attribute(resource, path, call.node) ??
    missing(resource, `${resource} is no resource of the template`, call)
  );
}

function missing(name: string, reason: string, { node, scope }: Call): Value {
  const mayBeMade = scope.names.mayBeMade(name);
  return mayBeMade === undefined
    ? scope.runtime.failure('unknown-reference', reason, node.at)
    : unknownAt(node.at, mayBeMade);
}
