import { known, type PipelineSurface } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { expressionsIn, parseExpression, type Expression } from '../read/expression.ts';
import { stepsOf, type JobRun } from '../read/run.ts';

type Loose = PipelineSurface['looseConditions'][number];

/** Names that whoever opens a request, or pushes a branch or a tag, chooses. */
const NAMES =
  /^github\.(?:ref|ref_name|head_ref|actor|triggering_actor|event\.pull_request\.head\.(?:ref|label))$/i;
const PART = /\bcontains\(\s*'(?:[^']|'')*'\s*,\s*[\w.]+\s*\)/i;

/** Conditions of a job and its steps that do not decide what they seem to. */
export function looseConditionsOf(run: JobRun): readonly Loose[] {
  const holders = [run.job.node, ...stepsOf(run).map(({ node }) => node)];
  return holders.flatMap((holder) => looseIn(holder.get('if')) ?? []);
}

function looseIn(node: DataNode): Loose | undefined {
  const { text } = node;
  if (text === undefined) return undefined;
  const [first] = expressionsIn(text);
  // Text beside the marks, and be it a line's end, makes one text of it, and a text that is not empty is true.
  if (first && text.slice(0, first.start) + text.slice(first.end) !== '')
    return { how: 'always', condition: known(text.trim(), node.at) };
  const body = first?.body ?? text;
  const expression = parseExpression(body);
  if (isAlwaysTrue(expression)) return { how: 'always', condition: known(body.trim(), node.at) };
  const part = asksForPart(expression) ? PART.exec(text) : undefined;
  if (!part) return undefined;
  const [found] = part;
  const at = scalarPlaces(node)({ start: part.index, end: part.index + found.length });
  return { how: 'part', condition: known(found, at) };
}

/** `a == 'x' || 'y'`: a text that stands alone is true. */
function isAlwaysTrue(expression: Expression): boolean {
  if (expression.kind !== 'binary' || expression.operator !== '||') return false;
  return [expression.left, expression.right].some((side) => isText(side) || isAlwaysTrue(side));
}

function isText(expression: Expression): boolean {
  return expression.kind === 'literal' && !/^(?:true|false|null|-?\d.*)?$/i.test(expression.text);
}

/** `contains('main develop', github.ref_name)`: a branch named `m` is a part of the text too. */
function asksForPart(expression: Expression): boolean {
  if (expression.kind === 'binary') return asksForPart(expression.left) || asksForPart(expression.right);
  if (expression.kind !== 'call' || expression.name.toLowerCase() !== 'contains') return false;
  const [text, name] = expression.arguments;
  return text?.kind === 'literal' && name?.kind === 'path' && NAMES.test(name.segments.join('.'));
}
