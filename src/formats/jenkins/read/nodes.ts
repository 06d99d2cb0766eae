import type { Location, SourceFile, Span } from '../../../source/index.ts';
import type { GroovyArgument, GroovyBlock, GroovyCall, GroovyValue } from '../../../syntax/groovy/index.ts';

export const locate = (file: SourceFile, { start, end }: Span): Location => ({ file, span: { start, end } });

/** The calls that are statements of a block themselves, in order. */
export function callsOf(block: GroovyBlock | undefined): readonly GroovyCall[] {
  return (
    block?.statements.flatMap(({ value, defines }) => (value.kind === 'call' && !defines ? [value] : [])) ??
    []
  );
}

/** `name { … }` in a block. */
export function section(block: GroovyBlock | undefined, name: string): GroovyCall | undefined {
  return callsOf(block).find((call) => call.name === name && call.called);
}

/** Arguments by name, also where they stand in a map; the first one without a name is `value`. */
export function argument(call: GroovyCall, name: string): GroovyValue | undefined {
  const all = argumentsOf(call);
  if (name === 'value') return all.find((one) => one.name === undefined)?.value;
  return all.find((one) => one.name === name)?.value;
}

export function argumentsOf({ args }: GroovyCall): readonly GroovyArgument[] {
  const [only] = args;
  const map =
    only?.name === undefined && only?.value.kind === 'list' && args.length === 1 ? only.value.items : [];
  return map.some(({ name }) => name !== undefined) ? map : args;
}

/** A text, number, boolean or mere name as a text. */
export function textOf(value: GroovyValue | undefined): string | undefined {
  if (value?.kind === 'string') return value.text;
  if (value?.kind === 'expression' && value.inner.length === 0) return value.text.trim();
  return value?.kind === 'call' && !value.called && !value.receiver ? value.name : undefined;
}

/** Every call in a value, from the outside to the inside, in the order in which they are written. */
export function allCalls(root: GroovyValue): readonly GroovyCall[] {
  const found: GroovyCall[] = [];
  const waiting: GroovyValue[] = [root];
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (value.kind === 'call') found.push(value);
    for (const part of partsOf(value).reverse()) waiting.push(part);
  }
  return found;
}

/** What a value consists of. */
export function partsOf(value: GroovyValue): GroovyValue[] {
  switch (value.kind) {
    case 'string':
      return [];
    case 'expression':
      return [...value.inner];
    case 'list':
      return value.items.map((item) => item.value);
    case 'block':
      return value.statements.map((statement) => statement.value);
    case 'call':
      return [
        ...(value.receiver ? [value.receiver] : []),
        ...value.args.map((one) => one.value),
        ...(value.body ? [value.body] : []),
      ];
  }
}
