import {
  activitiesOfScript,
  activitiesOfWords,
  activityOf,
  recognizeAction,
  toolOfImage,
  withResults,
  type Activity,
  type Inputs,
  type Naming,
  type RecognizedAction,
  type StepWords,
} from '../../../delivery/index.ts';
import type { Location } from '../../../source/index.ts';
import { parseShell } from '../../../syntax/shell/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { actionName, isLocal } from '../read/library.ts';
import { timeLimitOf } from '../read/limit.ts';
import { stepsOf, type JobRun, type Step } from '../read/run.ts';
import { scopeOf } from '../read/scope.ts';
import { dialectOf, resolveShell, shellOptionsOf } from '../read/shell-values.ts';
import { resolve } from '../read/values.ts';
import type { Job } from '../read/workflow.ts';
import { branchesLimitedOf } from '../starts/branches.ts';
import { startsOf } from '../starts/starts.ts';
import type { Recognize } from './activity.ts';
import { chainOf, conditionOf, isOff, runsInAnyCase, runsOnFailure, toleratedBy } from './condition.ts';
import type { IsPlaceholder } from './placeholder.ts';

/** Recognizes what jobs do, each run of a job once. */
export function createRecognizer(isPlaceholder: IsPlaceholder): Recognize {
  const seen = new Map<Job, Map<JobRun | undefined, readonly Activity[]>>();
  return (run) => {
    const runs = seen.get(run.job) ?? new Map<JobRun | undefined, readonly Activity[]>();
    seen.set(run.job, runs);
    const activities = runs.get(run.caller) ?? activitiesOf(run, isPlaceholder);
    runs.set(run.caller, activities);
    return activities;
  };
}

function activitiesOf(run: JobRun, isPlaceholder: IsPlaceholder): readonly Activity[] {
  if (isOff(run.job.node)) return [];
  if (run.job.uses !== undefined) return activitiesOfCall(run, run.job.uses);
  const found = stepsOf(run).flatMap((step) => {
    if (chainOf(step).some(isOff)) return [];
    return activitiesOfStep(step).filter(
      ({ recognition, line }) => !(recognition.kind === 'test' && line && isPlaceholder(step, line)),
    );
  });
  return withResults(found);
}

function activitiesOfStep(step: Step): readonly Activity[] {
  const script = step.node.get('run');
  if (script.text !== undefined) return scriptOf(step, script, { remote: false, tool: undefined });
  const uses = step.node.get('uses');
  if (uses.text === undefined || isLocal(uses.text)) return [];
  const inputs = inputsOf(step);
  if (uses.text.startsWith('docker://')) return activitiesOfImage(step, uses, inputs);
  return recognizeAction(actionName(uses.text), inputs).flatMap((found) => [
    ...actionActivity(step, found, uses.at, inputs),
    ...activitiesInside(step, found, uses),
  ]);
}

function inputsOf(step: Step): Inputs {
  return (name) => {
    const text = scalarText(step.node.get('with', name));
    return text?.includes('${{') ? resolve(text, scopeOf(step.run, step))[0] : text;
  };
}

/** What the step, its job, and the steps that use its composite action say. */
function wordsOf(step: Step): StepWords {
  const { job } = step.run;
  const chain = chainOf(step);
  return {
    names: `${step.node.get('name').text ?? ''} ${job.id}`,
    tolerated: toleratedBy([job.node, ...chain]),
    onFailure: chain.some(runsOnFailure) || runsOnFailure(job.node),
    inAnyCase: runsInAnyCase(step.node),
    timeLimit: stepLimit(step),
    ...(chain.some((node) => conditionOf(node) !== undefined) && {
      starts: () => startsOf(step.run, chain),
      branchesLimited: () => branchesLimitedOf(step.run, chain),
    }),
    resolve: (text) => resolveShell(text, scopeOf(step.run, step), resolve),
  };
}

/** Composite actions' steps have no limits of their own; those of the steps that use them hold. */
function stepLimit(step: Step): StepWords['timeLimit'] {
  const outer = chainOf(step).find((node) => node.get('timeout-minutes').exists);
  return outer && timeLimitOf(outer, scopeOf(step.run));
}

function actionActivity(step: Step, found: RecognizedAction, at: Location, inputs: Inputs): Activity[] {
  const { recognition, entry } = found;
  if (!recognition || recognition.kind === 'none') return [];
  const given = (name: string): Naming => ({
    text: inputs(name) ?? '',
    at: step.node.get('with', name).at,
  });
  const names = (): Naming[] =>
    (entry.names ?? [])
      .map(given)
      .flatMap(({ text, at: place }) => several(text).map((one) => ({ text: one, at: place })));
  return [
    activityOf(wordsOf(step), recognition, at, { names, targets: () => (entry.target ?? []).map(given) }),
  ];
}

/** Several images in one input stand apart by blanks or commas; an expression's own blanks do not count. */
function several(text: string): readonly string[] {
  return text.match(/(?:\$\{\{.*?\}\}|[^\s,])+/g) ?? [];
}

/** Scripts and arguments that an action takes as inputs. */
function activitiesInside(step: Step, { runs }: RecognizedAction, uses: DataNode): readonly Activity[] {
  if (!runs) return [];
  if ('words' in runs) return activitiesOfWords(wordsOf(step), runs.words, uses.at);
  return scriptOf(step, step.node.get('with', runs.input), runs);
}

function activitiesOfImage(step: Step, uses: DataNode, inputs: Inputs): readonly Activity[] {
  const tool = toolOfImage(uses.text ?? '');
  if (tool === undefined) return [];
  const words = parseShell(inputs('args') ?? '').commands[0]?.words.map((word) => word.text) ?? [];
  return activitiesOfWords(wordsOf(step), tool === '' ? words : [tool, ...words], uses.at);
}

function scriptOf(
  step: Step,
  node: DataNode,
  how: { readonly remote: boolean; readonly tool: string | undefined },
): readonly Activity[] {
  return activitiesOfScript(wordsOf(step), {
    text: node.text ?? '',
    dialect: dialectOf(step),
    options: shellOptionsOf(step),
    placeOf: scalarPlaces(node),
    remote: how.remote,
    tool: how.tool,
  });
}

/** A job that calls a workflow outside the tree, when the workflow's name says what it does. */
function activitiesOfCall(run: JobRun, uses: string): readonly Activity[] {
  if (run.library.calledBy(run.job)) return [];
  const { node, id } = run.job;
  const step: StepWords = {
    names: id,
    tolerated: toleratedBy([node]),
    onFailure: runsOnFailure(node),
    inAnyCase: undefined,
    resolve: (text) => resolveShell(text, scopeOf(run), resolve),
  };
  const inputs: Inputs = (name) => scalarText(node.get('with', name));
  return recognizeAction(actionName(uses), inputs).flatMap(({ recognition }) =>
    !recognition || recognition.kind === 'none' ? [] : [activityOf(step, recognition, node.get('uses').at)],
  );
}
