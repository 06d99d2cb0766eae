import { scalarText, type DataNode } from '../../data-node.ts';
import { fill, type Parameters } from './parameters.ts';

/** Statements that hold one another; CircleCI's own are shallower. */
const DEPTH = 20;

/** Is a logic statement true? Undefined when the run, or who starts it, decides. */
export function truthOf(node: DataNode, parameters: Parameters, depth = 0): boolean | undefined {
  if (depth > DEPTH) return undefined;
  const inner = (one: DataNode): boolean | undefined => truthOf(one, parameters, depth + 1);
  if (!node.isMap) return truthOfText(textOf(node, parameters), node);
  const [operator = '', operand] = node.entries()[0] ?? [];
  if (!operand) return false;
  if (operator === 'not') return negated(inner(operand));
  if (operator === 'and') return allOf(operand.items().map(inner));
  if (operator === 'or') return negated(allOf(operand.items().map((one) => negated(inner(one)))));
  return operator === 'equal' ? areEqual(operand.items().map((one) => textOf(one, parameters))) : undefined;
}

function textOf(node: DataNode, parameters: Parameters): string | undefined {
  const text = scalarText(node);
  const filled = text === undefined ? text : fill(text, parameters);
  return filled?.includes('<<') ? undefined : filled;
}

/** Empty texts, `false`, `0` and nothing at all are false; what the shell replaces later is some text now. */
function truthOfText(text: string | undefined, node: DataNode): boolean | undefined {
  if (text === undefined) return node.exists ? undefined : false;
  return !/^(?:false|0)?$/.test(text);
}

const negated = (truth: boolean | undefined): boolean | undefined =>
  truth === undefined ? undefined : !truth;

function allOf(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function areEqual(texts: readonly (string | undefined)[]): boolean | undefined {
  const known = new Set(texts.filter((one) => one !== undefined));
  if (known.size > 1) return false;
  return texts.includes(undefined) ? undefined : true;
}

/** What a `when`, or an `unless`, says of what it holds: it runs, it does not, or that is decided elsewhere. */
export function runs(name: string, condition: DataNode, parameters: Parameters): boolean | undefined {
  const truth = truthOf(condition, parameters);
  return name === 'unless' ? negated(truth) : truth;
}
