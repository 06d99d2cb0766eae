import {
  activitiesOfContainer,
  activitiesOfScript,
  activitiesOfWords,
  activityOf,
  createActionTable,
  plainRecognition,
  type ActionEntry,
  type Activity,
  type ContainerRun,
  type Naming,
  type StepWords,
} from '../../../delivery/index.ts';
import { known } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { fillVariables } from '../../../syntax/variables/index.ts';
import { assignedIn, environmentOf, withCommit } from '../../script-text.ts';
import type { Library } from '../read/objects.ts';
import type { Target } from '../read/tasks.ts';
import { fill, injectionsIn, scriptText, type Values } from '../read/values.ts';
import tasks from '../tasks.json' with { type: 'json' };

// JSON modules have wide inferred types; `tekton.test.ts` validates the table against the tables' schema.
const recognizeTask = createActionTable(tasks as unknown as readonly ActionEntry[]);

/** Is a task of a catalog known by its name? */
export const isKnown = (name: string): boolean => NAMES.some((pattern) => pattern.test(name));

const NAMES = tasks.flatMap(({ match }) => match).map((name) => new RegExp(`^${name.replace('*', '.*')}$`));

/** The steps of a task, with what those take from a `StepAction` of the tree. */
export function stepsOf(spec: DataNode, path: string, library: Library): readonly DataNode[] {
  return spec
    .get('steps')
    .items()
    .map((step) => {
      const name = step.get('ref', 'name').text;
      return name === undefined ? step : (library.find(path, ['StepAction'], name)?.spec ?? step);
    });
}

/** What the steps of a task do, one after another. */
export function activitiesOfSteps(
  spec: DataNode,
  steps: readonly DataNode[],
  values: Values,
  words: StepWords,
): readonly Activity[] {
  return steps.flatMap((step) => {
    const goesOn = step.get('onError');
    const tolerated = goesOn.text === 'continue' ? known(false, goesOn.at) : words.tolerated;
    return ofStep(step, spec.get('stepTemplate'), values, { ...words, tolerated });
  });
}

function ofStep(step: DataNode, base: DataNode, values: Values, words: StepWords): readonly Activity[] {
  const placed = (key: string): ContainerRun['args'] =>
    (step.get(key).exists ? step : base)
      .get(key)
      .items()
      .filter(({ text }) => text !== undefined)
      .map((item) => scriptText(item, values));
  const written = step.get('script');
  // Without a first line of its own, a script begins with `#!/bin/sh` and `set -e`.
  const script =
    written.text === undefined ? undefined : { ...scriptText(written, values), interpreter: ['sh', '-e'] };
  const command = placed('command');
  const args = placed('args');
  const text = script?.text ?? [...command, ...args].map((one) => one.text).join('\n');
  const at = [step.get('args'), step.get('command')].find(({ exists }) => exists)?.at ?? step.header;
  return activitiesOfContainer(
    { ...words, resolve: createResolver([base, step], text, values) },
    { image: fill(step.get('image').text ?? '', values), command, args, script, at },
  );
}

/** Fills in what the step and its script set. */
function createResolver(holders: readonly DataNode[], script: string, values: Values): StepWords['resolve'] {
  let assigned: ReadonlyMap<string, string> | undefined;
  return (text) => {
    if (!/[$`]/.test(text)) return [text];
    const set = (assigned ??= new Map([
      ...holders.flatMap((holder) => environmentOf(holder, (value) => fill(value, values))),
      ...assignedIn(script),
    ]));
    const filled = fillVariables(text, (name) => set.get(name));
    return [withCommit(filled, '${git.commit}')];
  };
}

/** What is done without steps that are written: someone is asked, or a task of a catalog does what it is known for. */
export function activitiesOfOther(
  target: Target,
  node: DataNode,
  values: Values,
  words: StepWords,
): readonly Activity[] {
  if (target.kind === 'approval')
    return [activityOf(words, plainRecognition('approval', 'ApprovalTask'), node.header)];
  if (target.kind !== 'elsewhere') return [];
  const naming = (key: string): Naming | undefined =>
    key
      .split('|')
      .map((one) => values.get(`params.${one}`))
      .find((one) => one !== undefined);
  return recognizeTask(target.name, (key) => naming(key)?.text).flatMap(({ recognition, entry, runs }) => {
    const all = (keys: readonly string[] | undefined) => (): readonly Naming[] =>
      (keys ?? []).flatMap((key) => naming(key) ?? []);
    if (recognition)
      return recognition.kind === 'none'
        ? []
        : [
            activityOf(words, recognition, node.header, {
              names: all(entry.names),
              targets: all(entry.target),
            }),
          ];
    if (!runs) return [];
    if ('words' in runs) return activitiesOfWords(words, runs.words, node.header);
    const given = naming(runs.input);
    if (!given) return [];
    if (runs.tool !== undefined)
      return activitiesOfWords(words, [runs.tool, ...given.text.split(/\s+/)], given.at);
    return activitiesOfScript(words, {
      text: given.text,
      placeOf: () => given.at,
      dialect: 'posix',
      options: { errexit: true, pipefail: false },
      remote: false,
      tool: undefined,
    });
  });
}

/** Parts of a task's scripts that outsiders write. */
export function injectionsOf(steps: readonly DataNode[], values: Values): readonly Naming[] {
  return steps.flatMap((step) => {
    const shell = /\b(?:ba|da|a|z)?sh$/.test(step.get('command').texts()[0] ?? '');
    const texts = [
      step.get('script'),
      ...(shell ? [...step.get('args').items(), ...step.get('command').items()] : []),
    ];
    return texts.flatMap((text) => injectionsIn(text, values));
  });
}
