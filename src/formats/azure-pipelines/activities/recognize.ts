import {
  activitiesOfScript,
  activitiesOfWords,
  activityOf,
  createActionTable,
  plainRecognition,
  withResults,
  type ActionEntry,
  type Activity,
  type Naming,
  type StepWords,
} from '../../../delivery/index.ts';
import { known, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { Dialect } from '../../../syntax/shell/index.ts';
import { rewrite } from '../../rewritten-text.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { JobRead, StageRead, StepRead } from '../read/pipeline.ts';
import {
  assignmentsIn,
  resolveMacros,
  resolveWord,
  variablesSetBy,
  type Surroundings,
} from '../read/values.ts';
import type { View } from '../template/scope.ts';
import { resolveTexts } from '../template/view.ts';
import { commandsOfTask, scriptCall, taskName, type Input } from './commands.ts';
import { asScan, reporting, reportsOf } from './reports.ts';
import { ignoredCode, optionsOf } from './options.ts';
import { inputOf, scriptOf, type StepScript } from './script.ts';
import tasks from './tasks.json' with { type: 'json' };
import { isOff, runsInAnyCase, runsOnFailure, toleratedBy } from './condition.ts';

const EXPRESSION = /\$\{\{(?:(?!\$\{\{|\}\}).)*\}\}/g;

// JSON modules have wide inferred types; a test validates the table against its schema.
const recognizeTask = createActionTable(tasks as unknown as readonly ActionEntry[]);

interface JobIn {
  readonly job: JobRead;
  readonly stage: StageRead;
  readonly set: ReadonlyMap<string, string>;
}

/** What a job does, in the order in which it happens. */
export function activitiesOf(job: JobRead, stage: StageRead): readonly Activity[] {
  if (job.hidden || isOff(job.view) || isOff(stage.view)) return [];
  const inside: JobIn = { job, stage, set: setIn(job) };
  const found = job.steps.flatMap((step) => {
    if (isOff(step.view)) return [];
    const activities = step.hidden ? hiddenActivity(step, inside) : activitiesOfStep(step, inside);
    return step.hook === 'failure' ? asRollbacks(activities) : activities;
  });
  return withResults(reportsOf(found));
}

/** Variables that the job's scripts set, by the first that does. */
function setIn({ steps }: JobRead): ReadonlyMap<string, string> {
  const set = new Map<string, string>();
  for (const step of steps) {
    for (const [name, value] of variablesSetBy(scriptOf(step.view)?.view.target.node.text ?? '')) {
      if (!set.has(name)) set.set(name, value);
    }
  }
  return set;
}

/** What deploys when a deployment failed puts an earlier version back. */
function asRollbacks(activities: readonly Activity[]): readonly Activity[] {
  const goesBack = activities.some(({ recognition }) => recognition.kind === 'rollback');
  return activities.flatMap((activity) => {
    const { recognition } = activity;
    if (recognition.kind !== 'deploy') return [activity];
    if (goesBack) return [];
    const rollback = { mechanism: 'redeploy', automatic: true } as const;
    return [{ ...activity, recognition: { ...recognition, kind: 'rollback', rollback, onFailure: true } }];
  });
}

function hiddenActivity(step: StepRead, inside: JobIn): readonly Activity[] {
  if (!step.hidden) return [];
  const { name, at } = step.hidden;
  return [activityOf(wordsOf(step, inside, undefined), plainRecognition('opaque', name), at)];
}

function activitiesOfStep(step: StepRead, inside: JobIn): readonly Activity[] {
  const script = scriptOf(step.view);
  const reference = step.view.get('task').text;
  if (!script) return reference === undefined ? [] : activitiesOfTask(step, reference, inside);
  const own = reference === undefined ? [] : activitiesOfTask(step, reference, inside);
  return [...own, ...commandsIn(step, script, inside)];
}

function commandsIn(step: StepRead, { view, dialect }: StepScript, inside: JobIn): readonly Activity[] {
  const { node, scope } = view.target;
  const { text, placeOf } = rewrite(
    node.text ?? '',
    EXPRESSION,
    (match) => onlyOne(resolveTexts(match, scope)) ?? match,
    scalarPlaces(node),
  );
  return activitiesOfScript(wordsOf(step, inside, { view: view.target, dialect, text }), {
    text,
    dialect,
    options: optionsOf(step.view, dialect),
    placeOf,
    remote: false,
    tool: undefined,
  });
}

const onlyOne = (texts: readonly string[]): string | undefined => (texts.length === 1 ? texts[0] : undefined);

/** What the step, its job and its stage say, and what its texts may use. */
function wordsOf(
  { view, hook }: StepRead,
  { job, stage, set }: JobIn,
  script: { readonly view: View; readonly dialect: Dialect; readonly text: string } | undefined,
): StepWords {
  const around: Surroundings = {
    variables: job.variables,
    set,
    environment: view.get('env'),
    assigned: script ? assignmentsIn(script.text, script.dialect) : new Map(),
  };
  return {
    names: `${view.get('displayName').text ?? ''} ${job.id} ${stage.id ?? ''}`,
    tolerated: toleratedBy([job.view, view]),
    onFailure: hook === 'failure' || [view, job.view, stage.view].some(runsOnFailure),
    inAnyCase: runsInAnyCase(view),
    resolve: (text) => resolveWord(text, script?.view ?? view, around),
  };
}

function activitiesOfTask(step: StepRead, reference: string, inside: JobIn): readonly Activity[] {
  const { view } = step;
  const { at } = view.get('task');
  const name = taskName(reference);
  const words = wordsOf(step, inside, undefined);
  const around = { variables: inside.job.variables, set: inside.set };
  const input: Input = (key) => {
    const text = inputOf(view, key).target.text;
    return text === undefined ? undefined : resolveMacros(text, around);
  };
  const commands = commandsOfTask(name, input).flatMap((line) => activitiesOfWords(words, line, at));
  const call = scriptOf(view) ? undefined : scriptCall(name, input);
  const files = call
    ? activitiesOfWords({ ...words, tolerated: words.tolerated ?? ignoredCode(view) }, call, at)
    : [];
  return [...commands, ...files, ...ownActivities(step, reference, input, words, at)];
}

function ownActivities(
  { view }: StepRead,
  reference: string,
  input: Input,
  words: StepWords,
  at: Location,
): readonly Activity[] {
  const naming = (key: string): readonly Naming[] => {
    const place = inputOf(view, key).at;
    return (input(key) ?? '').split(/[\s,]+/).flatMap((text) => (text === '' ? [] : [{ text, at: place }]));
  };
  return recognizeTask(taskName(reference), input).flatMap(({ recognition, entry }) => {
    if (!recognition || recognition.kind === 'none') return [];
    const found = asScan({ ...recognition, by: reference }, input, words.names);
    return [
      activityOf(reporting(words, found), found, at, {
        ...(found.kind === 'approval' && { approversNamed: approversOf(view, input) }),
        names: () => (entry.names ?? []).flatMap(naming),
        targets: () => (entry.target ?? []).flatMap(naming),
      }),
    ];
  });
}

/** Who may answer; without a list those who may start the pipeline. */
function approversOf(view: View, input: Input): Fact<boolean> {
  const node = inputOf(view, 'approvers');
  if (!node.exists) return known(false, view.get('task').at);
  return known(input('approvers')?.trim() !== '', node.at);
}
