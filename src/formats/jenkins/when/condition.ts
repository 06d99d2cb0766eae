import type { Location } from '../../../source/index.ts';
import type { GroovyCall } from '../../../syntax/groovy/index.ts';
import { argument, callsOf, locate, textOf } from '../read/nodes.ts';
import type { Stage } from '../read/stage.ts';
import { all, any, not, type Build, type Truth } from './build.ts';
import { expressionHolds } from './expression.ts';
import { fits, sampleOf } from './name.ts';

/** One of the conditions that must all hold for a stage to run. */
export interface Condition {
  /** As written, without spaces: two of the same text hold in the same builds. */
  readonly text: string;
  readonly at: Location;
  readonly holds: (build: Build) => Truth;
  /** Branches that it names. */
  readonly branches: readonly string[];
}

/** What says when the agent and the question come, not whether. */
const ORDER: ReadonlySet<string> = new Set(['beforeAgent', 'beforeInput', 'beforeOptions']);

/** The conditions of one `when { … }`. */
export function conditionsIn(stage: Stage, when: GroovyCall | undefined): readonly Condition[] {
  return callsOf(when?.body).flatMap((call) => {
    if (ORDER.has(call.name)) return [];
    if (call.name === 'allOf') return conditionsIn(stage, call);
    const branches: string[] = [];
    const holds = read(stage, call, branches);
    return [{ text: textFrom(stage, call), at: locate(stage.file, call.nameSpan), holds, branches }];
  });
}

/** `if (…)` around a stage of a scripted pipeline; what `else` asks is not looked for. */
export function conditionAround(stage: Stage, call: GroovyCall): Condition {
  const branches: string[] = [];
  const [first] = call.args;
  const text =
    call.name === 'if' && first ? stage.file.text.slice(first.start, call.args.at(-1)?.end) : undefined;
  return {
    text: textFrom(
      stage,
      text === undefined ? call : { start: first?.start ?? 0, end: call.args.at(-1)?.end ?? 0 },
    ),
    at: locate(stage.file, call.nameSpan),
    holds: text === undefined ? () => undefined : expressionHolds(text, branches),
    branches,
  };
}

const textFrom = (
  { file }: Stage,
  { start, end }: { readonly start: number; readonly end: number },
): string => file.text.slice(start, end).replaceAll(/\s+/g, '');

const DEPTH = 20;

function read(stage: Stage, call: GroovyCall, branches: string[], depth = 0): Condition['holds'] {
  const parts = (): Condition['holds'][] =>
    depth < DEPTH ? callsOf(call.body).map((one) => read(stage, one, branches, depth + 1)) : [];
  const pattern = textOf(argument(call, 'pattern') ?? argument(call, 'value'));
  const comparator = textOf(argument(call, 'comparator')) ?? 'GLOB';
  switch (call.name) {
    case 'allOf':
    case 'anyOf':
    case 'not':
      return joined(call.name, parts());
    case 'branch':
      if (pattern === undefined) return () => undefined;
      branches.push(sampleOf(pattern));
      return ({ name, tag, request }) => (tag || request ? false : fits(name, pattern, comparator));
    case 'buildingTag':
      return ({ tag }) => tag;
    case 'tag':
      return ({ tag }) => (tag ? undefined : false);
    case 'changeRequest':
      return ({ request }) => (request && call.args.length > 0 ? undefined : request);
    case 'expression':
      return call.body
        ? expressionHolds(stage.file.text.slice(call.body.start, call.body.end), branches)
        : () => undefined;
    case 'environment':
    case 'equals':
      return compared(call, branches);
    default:
      return () => undefined;
  }
}

function joined(name: string, held: readonly Condition['holds'][]): Condition['holds'] {
  if (held.length === 0) return () => undefined;
  const join = name === 'anyOf' ? any : all;
  const truth = (build: Build): Truth => join(held.map((one) => one(build)));
  return name === 'not' ? (build) => not(truth(build)) : truth;
}

/** `environment name: 'BRANCH_NAME', value: 'main'`, `equals expected: 'main', actual: env.BRANCH_NAME`. */
function compared(call: GroovyCall, branches: string[]): Condition['holds'] {
  const left = textOf(argument(call, 'name') ?? argument(call, 'actual'));
  const right = textOf(argument(call, 'value') ?? argument(call, 'expected'));
  if (left === undefined || right === undefined) return () => undefined;
  return expressionHolds(`${left} == '${right.replaceAll("'", '')}'`, branches);
}
