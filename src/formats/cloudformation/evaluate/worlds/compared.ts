import { stringAt, type Value } from '../../../../cloud/index.ts';
import type { DataNode } from '../../../data-node.ts';
import { callOf, type FunctionCall } from '../call.ts';
import { literal } from '../literal.ts';
import { scalarText } from '../text.ts';

/** A text that no template compares anything with: any other value. */
const OTHER = '\uE000';

/** The texts that each `Ref` is compared with; undefined where it is also used in another way. */
export type Compared = ReadonlyMap<string, readonly Value[] | undefined>;

/** What conditions, or rules, compare with texts. */
export function comparedIn(node: DataNode): Compared {
  const compared = new Map<string, readonly Value[] | undefined>();
  collect(node, compared);
  return compared;
}

/** The values of a parameter that may make a difference: those it may have, else what it is compared with. */
export function valuesThatMatter(
  declaration: DataNode,
  texts: readonly Value[] | undefined,
): readonly Value[] | undefined {
  const allowed = allowedValues(declaration);
  if (allowed.length > 0) return allowed;
  return texts && [...texts, stringAt(declaration.header, OTHER)];
}

/** Is it a value that only stands for the others? */
export function isOther(value: Value): boolean {
  return value.kind === 'string' && value.value === OTHER;
}

export function allowedValues(declaration: DataNode): readonly Value[] {
  return declaration.get('AllowedValues').items().map(literal);
}

/** Has it one value, which the template may be given? */
export function isChosen(declaration: DataNode): boolean {
  return !/List|^AWS::SSM/.test(declaration.get('Type').text ?? '');
}

/** Texts of both lists, each once. */
export function withTexts(texts: readonly Value[], more: readonly Value[]): readonly Value[] {
  const all = [...texts];
  for (const text of more) if (all.every((other) => scalarText(other) !== scalarText(text))) all.push(text);
  return all;
}

function collect(node: DataNode, compared: Map<string, readonly Value[] | undefined>): void {
  const call = callOf(node);
  if (call?.name === 'Ref' && call.argument.text !== undefined) {
    compared.set(call.argument.text, undefined);
    return;
  }
  const comparison = call && comparisonOf(call);
  if (comparison) {
    const { name, texts } = comparison;
    const known = compared.has(name) ? compared.get(name) : [];
    compared.set(name, known && withTexts(known, texts));
    return;
  }
  for (const child of node.isList ? node.items() : node.entries().map(([, each]) => each))
    collect(child, compared);
}

/** A `Ref` and the texts that it is compared with. */
function comparisonOf({
  name,
  argument,
}: FunctionCall): { readonly name: string; readonly texts: readonly Value[] } | undefined {
  const sides = argument.items();
  if (sides.length !== 2 || !['Fn::Equals', 'Fn::Contains'].includes(name)) return undefined;
  const reference = sides.map((side) => callOf(side)).find((side) => side?.name === 'Ref')?.argument.text;
  const others = name === 'Fn::Equals' ? sides : (sides[0]?.items() ?? []);
  const texts = others.filter((side) => !side.isMap && !side.isList);
  if (reference === undefined || texts.length !== (name === 'Fn::Equals' ? 1 : others.length))
    return undefined;
  return texts.length === 0 ? undefined : { name: reference, texts: texts.map(literal) };
}
