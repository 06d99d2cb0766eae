import {
  readCommandLine,
  recognizeAction,
  recognizeCommand,
  testDetail,
  toolOfImage,
  type Inputs,
  type RecognizedAction,
  type Recognition,
} from '../../../delivery/index.ts';
import type { Location, Span } from '../../../source/index.ts';
import {
  commandName,
  failures,
  parseShell,
  type Failure,
  type ShellCommand,
} from '../../../syntax/shell/index.ts';
import type { DataNode } from '../../data-node.ts';
import { actionName, isLocal } from '../read/library.ts';
import { stepsOf, type JobRun, type Step } from '../read/run.ts';
import { scalarPlaces } from '../read/scalar.ts';
import { scalarText, scopeOf } from '../read/scope.ts';
import { dialectOf } from '../read/shell-values.ts';
import { resolve } from '../read/values.ts';
import type { Activity, Recognize } from './activity.ts';
import { blockingOf, holdersOf, shellOptionsOf } from './blocking.ts';
import type { IsPlaceholder } from './placeholder.ts';
import { chainOf, isOff, runsOnFailure } from './condition.ts';
import type { Job } from '../read/workflow.ts';

/** Recognizes what jobs do, each run of a job once. */
export function createRecognizer(isPlaceholder: IsPlaceholder): Recognize {
  const seen = new Map<Job, Map<JobRun | undefined, readonly Activity[]>>();
  return (run) => {
    const runs = seen.get(run.job) ?? new Map<JobRun | undefined, readonly Activity[]>();
    seen.set(run.job, runs);
    const activities = runs.get(run.caller) ?? withoutPlaceholders(activitiesOf(run), isPlaceholder);
    runs.set(run.caller, activities);
    return activities;
  };
}

function withoutPlaceholders(
  activities: readonly Activity[],
  isPlaceholder: IsPlaceholder,
): readonly Activity[] {
  return activities.filter(
    ({ recognition, step, line }) =>
      !(recognition.kind === 'test' && step && line && isPlaceholder(step, line)),
  );
}

function activitiesOf(run: JobRun): readonly Activity[] {
  if (isOff(run.job.node)) return [];
  if (run.job.uses !== undefined) return activitiesOfCall(run, run.job.uses);
  const found = stepsOf(run).flatMap((step) => (chainOf(step).some(isOff) ? [] : activitiesOfStep(step)));
  return withResults(found);
}

/** A scanner nobody knows shows by its results: their upload stands for it where no scan was recognized. */
function withResults(activities: readonly Activity[]): readonly Activity[] {
  const scanned = activities.some(({ recognition }) => recognition.kind === 'scan');
  return activities.flatMap((activity) => {
    if (activity.recognition.kind !== 'results') return [activity];
    if (scanned) return [];
    const recognition: Recognition = {
      ...activity.recognition,
      kind: 'scan',
      detail: 'sast',
      failure: 'outside',
    };
    const blocking = blockingOf(recognition, [activity.node], 'stops', activity.at);
    return [{ ...activity, recognition, blocking }];
  });
}

function activitiesOfStep(step: Step): Activity[] {
  const script = step.node.get('run');
  if (script.text !== undefined) return activitiesOfScript(step, script, { remote: false, tool: undefined });
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

function actionActivity(step: Step, found: RecognizedAction, at: Location, inputs: Inputs): Activity[] {
  const { recognition, entry } = found;
  if (!recognition || recognition.kind === 'none') return [];
  const named = { names: entry.names ?? [], targets: entry.target ?? [], inputs };
  return [activity(step, recognition, at, 'stops', { ...named, line: undefined, onFailure: false })];
}

/** Scripts and arguments that an action takes as inputs. */
function activitiesInside(step: Step, { runs }: RecognizedAction, uses: DataNode): Activity[] {
  if (!runs) return [];
  if ('words' in runs) return activitiesOfWords(step, runs.words, uses.at);
  return activitiesOfScript(step, step.node.get('with', runs.input), runs);
}

function activitiesOfImage(step: Step, uses: DataNode, inputs: Inputs): Activity[] {
  const tool = toolOfImage(uses.text ?? '');
  if (tool === undefined) return [];
  const words = parseShell(inputs('args') ?? '').commands[0]?.words.map((word) => word.text) ?? [];
  return activitiesOfWords(step, tool === '' ? words : [tool, ...words], uses.at);
}

function activitiesOfWords(step: Step, words: readonly string[], at: Location): Activity[] {
  return recognizeCommand(words, { remote: false }).map((recognition) =>
    activity(step, recognition, at, 'stops', {
      ...NO_ACTION,
      line: readCommandLine(words),
      onFailure: false,
    }),
  );
}

const NO_ACTION = { inputs: undefined, names: [], targets: [] };

function activitiesOfScript(
  step: Step,
  node: DataNode,
  how: { readonly remote: boolean; readonly tool: string | undefined },
): Activity[] {
  const script = parseShell(node.text ?? '', dialectOf(step));
  const fates = failures(script, shellOptionsOf(step));
  const placeOf = scalarPlaces(node);
  return script.commands.flatMap((command, index) => {
    // What `curl … | grep ok` fetches is looked at by what it is piped into.
    const looked = looksInto(script.commands[index + 1]) && command.pipedInto !== undefined;
    const fate = fates[index] ?? 'stops';
    return activitiesOfCommand(step, command, fate, placeOf, how).map((found) =>
      looked && fate === 'ignored' && found.recognition.kind === 'verify'
        ? {
            ...found,
            blocking: blockingOf(found.recognition, holdersOf(step), fates[index + 1] ?? 'stops', found.at),
          }
        : found,
    );
  });
}

function looksInto(command: ShellCommand | undefined): boolean {
  const [name = '', ...rest] = command?.words.map((word) => word.text) ?? [];
  if (commandName(name) === 'jq') return rest.some((word) => word === '-e' || word === '--exit-status');
  return ['grep', 'egrep', 'fgrep', 'rg'].includes(commandName(name));
}

function activitiesOfCommand(
  step: Step,
  command: ShellCommand,
  fate: Failure,
  placeOf: (span: Span) => Location,
  how: { readonly remote: boolean; readonly tool: string | undefined },
): Activity[] {
  const texts = command.words.map((word) => word.text);
  const words = how.tool === undefined || texts[0] === how.tool ? texts : [how.tool, ...texts];
  return recognizeCommand(words, { remote: how.remote || command.remote }).map((recognition) =>
    activity(step, recognition, placeOf(command.span), fate, {
      ...NO_ACTION,
      line: readCommandLine(words),
      onFailure: command.onFailure,
    }),
  );
}

function activity(
  step: Step,
  found: Recognition,
  at: Location,
  fate: Failure,
  more: Pick<Activity, 'inputs' | 'names' | 'targets' | 'line' | 'onFailure'>,
): Activity {
  const recognition = found.kind === 'test' && found.detail === 'unit' ? withDetail(found, step) : found;
  const onFailure = more.onFailure || chainOf(step).some(runsOnFailure) || runsOnFailure(step.run.job.node);
  const blocking = blockingOf(recognition, holdersOf(step), fate, at);
  return { ...more, recognition, run: step.run, node: step.node, step, at, blocking, onFailure };
}

/** `make test` in a job named `e2e` is an end-to-end test. */
function withDetail(recognition: Recognition, step: Step): Recognition {
  const detail = testDetail(`${step.node.get('name').text ?? ''} ${step.run.job.id}`);
  return { ...recognition, detail };
}

/** A job that calls a workflow outside the tree, when the workflow's name says what it does. */
function activitiesOfCall(run: JobRun, uses: string): Activity[] {
  if (run.library.calledBy(run.job)) return [];
  const { node } = run.job;
  const inputs: Inputs = (name) => scalarText(node.get('with', name));
  const at = node.get('uses').at;
  return recognizeAction(actionName(uses), inputs).flatMap(({ recognition }) => {
    if (!recognition || recognition.kind === 'none') return [];
    const blocking = blockingOf(recognition, [node], 'stops', at);
    const onFailure = runsOnFailure(node);
    return [
      { ...NO_ACTION, recognition, run, node, step: undefined, at, line: undefined, blocking, onFailure },
    ];
  });
}
