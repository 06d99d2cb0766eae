import { known, type Fact } from '../../model/index.ts';
import type { RelatedLocation } from '../../source/index.ts';
import { scalarPlaces } from '../scalar-places.ts';
import { expressionPattern, nameIn } from './read/parameters.ts';
import { commandOf, stepsOf, type Step } from './read/steps.ts';
import type { JobRun, Workflow } from './read/workflow.ts';

/** What someone outside the team writes: the name of a branch, a commit, a request, what is sent to a hook. */
const UNTRUSTED =
  /^pipeline\.(?:git\.branch|git\.commit\.(?:subject|body|message|author_(?:name|email))|trigger_parameters\.webhook\.body|trigger_parameters\.\w+\.(?:branch|ref|full_ref|commit_(?:title|message|author_name|author_email)|user_name)|event\.\w+\.(?:ref|head_commit\.(?:message|author\.\w+)|(?:pull_request|issue|comment|review|discussion)\.(?:title|body|head\.(?:ref|label))))$/;

/** Values of the pipeline that an outsider controls and that are pasted into a script, each place once. */
export function injectionsOf({ runs }: Workflow): readonly { readonly expression: Fact<string> }[] {
  const found = new Map<string, Fact<string>>();
  for (const run of runs) {
    const fixed = hasFixedBranches(run);
    for (const step of stepsOf(run)) {
      for (const expression of pasted(step, fixed)) {
        const { at } = expression;
        const key = `${at?.file.path} ${at?.span.start}`;
        if (!found.has(key)) found.set(key, expression);
      }
    }
  }
  return [...found.values()].map((expression) => ({ expression }));
}

function pasted(step: Step, fixed: boolean): readonly Fact<string>[] {
  const node = commandOf(step);
  const text = node?.text;
  if (node === undefined || !text?.includes('<<')) return [];
  const placeOf = scalarPlaces(node);
  return [...text.matchAll(expressionPattern())].flatMap(({ 0: whole, index }) => {
    const own = nameIn(whole);
    const value = step.parameters.get(own) ?? whole;
    const name = [...value.matchAll(expressionPattern())].map(([one]) => nameIn(one)).find(isUntrusted);
    if (name === undefined || (fixed && name === BRANCH)) return [];
    const at = placeOf({ start: index, end: index + whole.length });
    return [known(name, at, name === own ? [] : [valueOf(step)])];
  });
}

const BRANCH = 'pipeline.git.branch';

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
