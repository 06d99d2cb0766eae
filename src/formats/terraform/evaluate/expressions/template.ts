import type { TemplateExpression, TemplatePart } from '../../../../syntax/hcl/index.ts';
import { failure, locationIn, type Scope } from '../runtime.ts';
import {
  computed,
  MAX_TEXT,
  textAt,
  unknownAt,
  unknownFrom,
  type UnknownValue,
  type Value,
  type ValueOrigin,
} from '../../../../cloud/index.ts';
import { convert } from '../values/convert.ts';
import { describe } from '../values/inspect.ts';
import { BOOL, STRING } from '../values/types.ts';
import { elementScope, elementsOf } from './for.ts';

/** What a template has come to so far: text, and what of it is not known. */
interface Output {
  readonly parts: (string | UnknownValue)[];
  readonly sources: ValueOrigin[];
  length: number;
  failed: UnknownValue | undefined;
}

/** A string; where parts of it are unknown, an unknown string that keeps the known ones. */
export function evaluateTemplate(template: TemplateExpression, scope: Scope): Value {
  const at = locationIn(scope, template);
  const output: Output = { parts: [], sources: [], length: 0, failed: undefined };
  write(template.parts, scope, output);
  if (output.failed) return { ...output.failed, shape: 'string' };
  if (scope.runtime.spent) return unknownAt(at, 'it takes too many steps to evaluate', { shape: 'string' });
  return computed(textAt(at, output.parts), output.sources);
}

function write(parts: readonly TemplatePart[], scope: Scope, output: Output): void {
  for (const part of parts) {
    if (output.failed || output.length > MAX_TEXT || scope.runtime.spent) return;
    switch (part.kind) {
      case 'text':
        add(part.value, output);
        break;
      case 'interpolation':
        interpolate(part, scope, output);
        break;
      case 'if':
        writeIf(part, scope, output);
        break;
      case 'for':
        writeFor(part, scope, output);
        break;
    }
  }
}

function add(text: string, output: Output): void {
  output.length += text.length;
  output.parts.push(text);
}

function interpolate(
  part: TemplatePart & { readonly kind: 'interpolation' },
  scope: Scope,
  output: Output,
): void {
  const value = scope.runtime.evaluate(part.expression, scope);
  if (value.kind === 'unknown') {
    if (value.failure) output.failed = value;
    else output.parts.push(value);
    return;
  }
  const text = convert(value, STRING);
  if (text.kind !== 'string') {
    output.failed = failure(scope, part.expression, `${describe(value)} cannot be part of a string`);
    return;
  }
  output.sources.push(value);
  add(text.value, output);
}

function addUnknown(value: UnknownValue, output: Output): void {
  if (value.failure) output.failed = value;
  else output.parts.push(unknownFrom(value, { shape: 'string' }));
}

function writeIf(part: TemplatePart & { readonly kind: 'if' }, scope: Scope, output: Output): void {
  const value = scope.runtime.evaluate(part.condition, scope);
  const condition = convert(value, BOOL);
  if (condition.kind === 'bool') write(condition.value ? part.then : part.otherwise, scope, output);
  else if (value.kind === 'unknown') addUnknown(value, output);
  else
    output.failed = failure(scope, part.condition, `a condition must be a bool, but is ${describe(value)}`);
}

function writeFor(part: TemplatePart & { readonly kind: 'for' }, scope: Scope, output: Output): void {
  const collection = scope.runtime.evaluate(part.collection, scope);
  if (collection.kind === 'unknown') {
    addUnknown(collection, output);
    return;
  }
  const elements = elementsOf(collection);
  if (!elements) {
    output.failed = failure(scope, part.collection, `"for" cannot go through ${describe(collection)}`);
    return;
  }
  for (const element of elements) write(part.body, elementScope(scope, part, element), output);
}
