import { oncePerPlace, rereadBy, tellsOfCommits, type Writers } from '../../delivery/index.ts';
import { known, type Fact } from '../../model/index.ts';
import type { RelatedLocation } from '../../source/index.ts';
import { scalarText } from '../data-node.ts';
import { scalarPlaces } from '../scalar-places.ts';
import { ownValues } from '../script-text.ts';
import { expressionPattern, fill, nameIn } from './read/parameters.ts';
import { commandOf, environmentsAround, stepsOf, type Step } from './read/steps.ts';
import { scriptText } from './read/text.ts';
import type { JobRun, Workflow } from './read/workflow.ts';

/** What someone outside the team writes: the name of a branch, a commit, a request, what is sent to a hook. */
const UNTRUSTED =
  /^pipeline\.(?:git\.branch|git\.commit\.(?:subject|body|message|author_(?:name|email))|trigger_parameters\.webhook\.body|trigger_parameters\.\w+\.(?:branch|ref|full_ref|commit_(?:title|message|author_name|author_email)|user_name)|event\.\w+\.(?:ref|head_commit\.(?:message|author\.\w+)|(?:pull_request|issue|comment|review|discussion)\.(?:title|body|head\.(?:ref|label))))$/;

/**
 * Values of the pipeline that an outsider controls and that are pasted into a script, and variables of the shell that
 * hold such and that a script has read as code; each place once.
 */
export function injectionsOf({ runs }: Workflow): readonly { readonly expression: Fact<string> }[] {
  const found = runs.flatMap((run) => {
    const fixed = hasFixedBranches(run);
    return stepsOf(run).flatMap((step) => [...pasted(step, fixed), ...reread(step, fixed)]);
  });
  return oncePerPlace(found, ({ at }) => at).map((expression) => ({ expression }));
}

function pasted(step: Step, fixed: boolean): readonly Fact<string>[] {
  const node = commandOf(step);
  const text = node?.text;
  if (node === undefined || !text?.includes('<<')) return [];
  const placeOf = scalarPlaces(node);
  return [...text.matchAll(expressionPattern())].flatMap(({ 0: whole, index }) => {
    const own = nameIn(whole);
    const value = step.parameters.get(own) ?? whole;
    const names = [...value.matchAll(expressionPattern())].map(([one]) => nameIn(one));
    const name = names.find((one) => isWritten(one, fixed));
    if (name === undefined) return [];
    const at = placeOf({ start: index, end: index + whole.length });
    return [known(name, at, name === own ? [] : [valueOf(step)])];
  });
}

/** CircleCI gives the branch to the shell, too. */
function reread(step: Step, fixed: boolean): readonly Fact<string>[] {
  const node = commandOf(step);
  if (node === undefined) return [];
  const { parameters } = step;
  const { text, placeOf } = scriptText(node, parameters);
  const assigned = ownValues(() => text);
  const writers: Writers = {
    fills: (name) => name === 'CIRCLE_BRANCH' && !fixed,
    writes: (value) =>
      tellsOfCommits(value) ||
      [...value.matchAll(expressionPattern())].some(([one]) => isWritten(nameIn(one), fixed)),
    valueOf: (name) => {
      const own = assigned(name);
      if (own !== undefined) return { text: own, at: undefined };
      const set = environmentsAround(step)
        .find((holder) => holder.get(name).exists)
        ?.get(name);
      const value = set && scalarText(set);
      return value === undefined ? undefined : { text: fill(value, parameters), at: set?.at };
    },
  };
  return rereadBy({ text, dialect: 'posix', placeOf }, writers);
}

const BRANCH = 'pipeline.git.branch';

const isWritten = (name: string, fixed: boolean): boolean => isUntrusted(name) && !(fixed && name === BRANCH);

const isUntrusted = (name: string): boolean => UNTRUSTED.test(name);

const valueOf = ({ run }: Step): RelatedLocation => ({
  location: run.entry.header,
  message: 'a parameter of this job, or of a command that it uses, has it as its value',
});

/** Only branches of given names start the job; patterns stand between slashes. */
function hasFixedBranches({ given }: JobRun): boolean {
  const only = given.get('filters', 'branches', 'only').oneOrMoreTexts();
  return only.length > 0 && !only.some((one) => one.startsWith('/'));
}
