import { oncePerPlace, rereadBy, tellsOfCommits, type Writers } from '../../../delivery/index.ts';
import { known, type Fact } from '../../../model/index.ts';
import type { RelatedLocation } from '../../../source/index.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { ownValues } from '../../script-text.ts';
import { inputOf, scriptOf } from '../activities/script.ts';
import { scriptOfTask, taskName } from '../activities/commands.ts';
import type { JobRead, PipelineRead } from '../read/pipeline.ts';
import { startsFromAnyBranch } from '../read/triggers.ts';
import type { VariableSet } from '../read/variables.ts';
import type { View } from '../template/scope.ts';

/**
 * What someone outside the team can write: a commit's message and author, a fork's branch; as Azure and as shells name
 * it.
 */
const UNTRUSTED =
  /^(?:build[._]sourceversionmessage|build[._]sourceversionauthor|system[._]pullrequest[._]sourcebranch(?:name)?)$/i;
/** The branch that started the pipeline; of a request it is a number. */
const BRANCH = /^build[._]sourcebranch(?:name)?$/i;
/** Variables where they are replaced by their texts: while a step starts, or while the pipeline is compiled. */
const PASTED =
  /\$\(\s*([a-z_][\w.-]*)\s*\)|\$(?:\[|\{\{)\s*variables(?:\.([a-z_][\w.]*)|\[\s*'([^']{1,200})'\s*\])\s*(?:\]|\}\})/gi;
/** Variables followed for one: those that repeat one another would grow without end. */
const BUDGET = 50;

interface Source {
  readonly name: string;
  readonly via: RelatedLocation | undefined;
}

/**
 * Variables that an outsider controls and that are pasted into a script before the shell reads it, or that the shell
 * has and a script has read as code; each place once.
 */
export function injectionsOf(pipeline: PipelineRead): readonly { readonly expression: Fact<string> }[] {
  const anyBranch = startsFromAnyBranch(pipeline.view);
  const isUntrusted = (name: string): boolean => UNTRUSTED.test(name) || (anyBranch && BRANCH.test(name));
  const found = pipeline.stages
    .flatMap(({ jobs }) => jobs)
    .flatMap((job) =>
      job.steps.flatMap(({ view }) => [
        ...pastedIn(view, job, isUntrusted),
        ...rereadIn(view, job, isUntrusted),
      ]),
    );
  return oncePerPlace(found, ({ at }) => at).map((expression) => ({ expression }));
}

function pastedIn(
  step: View,
  { variables }: JobRead,
  isUntrusted: (name: string) => boolean,
): readonly Fact<string>[] {
  return codeOf(step).flatMap(({ target: { node } }) => {
    const { text } = node;
    if (!text?.includes('$')) return [];
    const placeOf = scalarPlaces(node);
    return [...text.matchAll(PASTED)].flatMap((match) => {
      const source = sourceOf(nameOf(match), variables, isUntrusted, { left: BUDGET });
      if (!source) return [];
      const at = placeOf({ start: match.index, end: match.index + match[0].length });
      return [known(source.name, at, source.via && [source.via])];
    });
  });
}

function rereadIn(
  step: View,
  { variables }: JobRead,
  isUntrusted: (name: string) => boolean,
): readonly Fact<string>[] {
  const script = scriptOf(step);
  const node = script?.view.target.node;
  if (!script || node?.text === undefined) return [];
  const { text } = node;
  const assigned = ownValues(() => text);
  const writers: Writers = {
    fills: isUntrusted,
    writes: (value) =>
      tellsOfCommits(value) ||
      [...value.matchAll(PASTED)].some((match) =>
        sourceOf(nameOf(match), variables, isUntrusted, { left: BUDGET }),
      ),
    valueOf: (name) => {
      const own = assigned(name);
      if (own !== undefined) return { text: own, at: undefined };
      const given = step.get('env', name);
      const set = given.exists ? given.target.node : variables.shell(name)?.target.node;
      return set?.text === undefined ? undefined : { text: set.text, at: set.at };
    },
  };
  return rereadBy({ text, dialect: script.dialect, placeOf: scalarPlaces(node) }, writers);
}

/** The script of a step, and what a script of a task is called with, which its shell reads as well. */
function codeOf(step: View): readonly View[] {
  const script = scriptOf(step);
  const task = step.get('task').text;
  const called = task !== undefined && scriptOfTask(taskName(task)) !== undefined;
  const given = called ? [inputOf(step, 'arguments'), inputOf(step, 'scriptArguments')] : [];
  return [...(script ? [script.view] : []), ...given];
}

const nameOf = (match: RegExpExecArray): string => match[1] ?? match[2] ?? match[3] ?? '';

/** A variable that an outsider writes, or one that takes its value from such a one. */
function sourceOf(
  name: string,
  variables: VariableSet,
  isUntrusted: (name: string) => boolean,
  budget: { left: number },
): Source | undefined {
  if (isUntrusted(name)) return { name, via: undefined };
  const node = budget.left-- > 0 ? variables.get(name)?.target.node : undefined;
  if (!node?.text?.includes('$')) return undefined;
  for (const match of node.text.slice(0, 1_000).matchAll(PASTED)) {
    const source = sourceOf(nameOf(match), variables, isUntrusted, budget);
    if (source) {
      const message = `its value comes from \`${source.name}\``;
      return { name: source.name, via: { location: node.at, message } };
    }
  }
  return undefined;
}
