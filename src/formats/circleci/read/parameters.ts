import { scalarText, type DataNode } from '../../data-node.ts';

/** Values that `<< parameters.name >>` and `<< matrix.name >>` stand for; what is absent is not known. */
export type Parameters = ReadonlyMap<string, string>;

const EXPRESSION = /<<\s*[\w.-]+\s*>>/g;

/** Matches an expression as it is written; `<<` of the shell has no `>>`, or no name in between. */
export const expressionPattern = (): RegExp => EXPRESSION;

const INNER = /^<<\s*([\w.-]+)\s*>>$/;

/** What an expression says, without its marks. */
export const nameIn = (expression: string): string => INNER.exec(expression)?.[1] ?? expression;

/** Replaces what is known of a text's expressions. */
export function fill(text: string, parameters: Parameters): string {
  return text.replace(EXPRESSION, (whole) => parameters.get(nameIn(whole)) ?? whole);
}

/** What a definition's parameters are when something calls it: what is given, else their defaults. */
export function bind(definition: DataNode, given: DataNode, outer: Parameters): Parameters {
  const values = new Map<string, string>();
  for (const [name, declared] of definition.get('parameters').entries()) {
    const own = given.get(name);
    const text = scalarText(own.exists ? own : declared.get('default'));
    if (text === undefined) continue;
    const filled = own.exists ? fill(text, outer) : text;
    values.set(`parameters.${name}`, filled);
  }
  return values;
}
