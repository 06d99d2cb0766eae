import { known, type PipelineSurface } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { expressionsIn, parseExpression, type Expression } from '../read/expression.ts';
import { outermost, stepsOf, type JobRun } from '../read/run.ts';

type Loose = PipelineSurface['looseConditions'][number];

/** Names that whoever opens a request, or pushes a branch or a tag, chooses. */
const NAMES =
  /^github\.(?:ref|ref_name|head_ref|actor|triggering_actor|event\.pull_request\.head\.(?:ref|label))$/i;
const PART = /\bcontains\(\s*'(?:[^']|'')*'\s*,\s*[\w.]+\s*\)/i;

/** Events that start a run with the repository's rights for a request, also of a fork, whoever caused the last of them. */
const FROM_FORKS = ['pull_request_target', 'workflow_run'];
/** Anyone can have a bot do something to a request of theirs, and the bot is then who started the run. */
const BOT =
  /\bgithub\.(?:actor|triggering_actor|event\.sender\.login)\s*==\s*'[\w-]+\[bot\]'|'[\w-]+\[bot\]'\s*==\s*github\.(?:actor|triggering_actor|event\.sender\.login)\b/i;
/** Asks whose request it is. */
const WRITER =
  /\b(?:pull_request\.user\.|pull_request\.head\.repo\.|head_repository\.|workflow_run\.actor\.)/i;

/** Conditions of a job and its steps that do not decide what they seem to. */
export function looseConditionsOf(run: JobRun): readonly Loose[] {
  const holders = [run.job.node, ...stepsOf(run).map(({ node }) => node)];
  const { triggers } = outermost(run).job.workflow;
  const fromForks = FROM_FORKS.some((event) => triggers.has(event));
  return holders.flatMap((holder) => looseIn(holder.get('if'), fromForks) ?? []);
}

function looseIn(node: DataNode, fromForks: boolean): Loose | undefined {
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
  if (part) return foundIn(node, 'part', part);
  const actor = fromForks && !WRITER.test(text) ? BOT.exec(text) : undefined;
  return actor ? foundIn(node, 'actor', actor) : undefined;
}

function foundIn(node: DataNode, how: Loose['how'], { 0: text, index: start }: RegExpExecArray): Loose {
  return { how, condition: known(text, scalarPlaces(node)({ start, end: start + text.length })) };
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
