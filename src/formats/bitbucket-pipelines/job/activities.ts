import {
  activitiesOfScript,
  activityOf,
  createActionTable,
  withResults,
  type ActionEntry,
  type Activity,
  type Naming,
  type StepWords,
} from '../../../delivery/index.ts';
import { known, type Fact } from '../../../model/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import type { ScriptLine } from '../../script-text.ts';
import type { IsPlaceholder } from '../../placeholder-test.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import pipes from '../pipes.json' with { type: 'json' };
import { partsOf, type Part } from '../read/script.ts';
import type { Step } from '../read/step.ts';
import { createResolver } from './variables.ts';

// JSON modules have wide inferred types; `bitbucket-pipelines.test.ts` validates the table against the tables' schema.
const recognizePipe = createActionTable(pipes as unknown as readonly ActionEntry[]);

type Pipe = Extract<Part, { kind: 'pipe' }>;

/** What a step stands in. */
interface Inside {
  /** The folder of the repository, with a slash at its end. */
  readonly root: string;
  readonly isPlaceholder: IsPlaceholder;
  readonly tolerated: Fact<boolean> | undefined;
}

/** Everything a step does, in the order in which it happens. */
export function activitiesOf(step: Step, inside: Inside): readonly Activity[] {
  const parts = partsOf(step.node.get('script'), step.header);
  const resolve = createResolver(parts);
  const words: StepWords = {
    names: `${step.name ?? ''} ${step.stage?.get('name').text ?? ''}`,
    tolerated: inside.tolerated,
    onFailure: false,
    inAnyCase: undefined,
    resolve,
  };
  const own = parts.flatMap((part) =>
    part.kind === 'pipe' ? ofPipe(part, words) : ofLines(part.script, step, words, inside),
  );
  return withResults([...own, ...afterwards(step, words)]);
}

/** What a step does at its end, also when it failed; its failure does not count. */
function afterwards(step: Step, words: StepWords): readonly Activity[] {
  const script = step.node.get('after-script');
  return partsOf(script, step.header)
    .flatMap((part) => {
      const text = part.kind === 'lines' ? part.script.text : '';
      const after: StepWords = {
        ...words,
        tolerated: known(false, script.header),
        onFailure: text.includes('BITBUCKET_EXIT_CODE'),
        inAnyCase: { location: script.header, message: 'this runs although something before it failed' },
      };
      return part.kind === 'pipe' ? ofPipe(part, after) : inShell(part.script, step, after);
    })
    .filter(({ recognition }) => recognition.kind !== 'deploy');
}

/** Where a script goes before it does anything else. */
const folderOf = (script: string): string | undefined => /^\s*cd ["']?([\w./-]+)/m.exec(script)?.[1];

function ofLines(
  script: ScriptLine,
  step: Step,
  words: StepWords,
  { root, isPlaceholder }: Inside,
): readonly Activity[] {
  const folder = folderOf(script.text);
  return inShell(script, step, words).filter(
    ({ recognition, line }) => !(recognition.kind === 'test' && line && isPlaceholder(line, root, folder)),
  );
}

/** Bitbucket makes one script of all lines that stops at the first that fails; runners on Windows have PowerShell. */
function inShell({ text, placeOf }: ScriptLine, step: Step, words: StepWords): readonly Activity[] {
  const windows = step.node
    .get('runs-on')
    .oneOrMoreTexts()
    .some((label) => /windows/i.test(label));
  return activitiesOfScript(words, {
    text,
    placeOf,
    dialect: windows ? 'powershell' : 'posix',
    options: { errexit: true, pipefail: false },
    remote: false,
    tool: undefined,
  });
}

/** Is it a pipe that nothing is known of? */
export function isUnknownPipe({ name }: Pipe): boolean {
  return recognizePipe(name, () => undefined).length === 0 && !recognizedWith(name);
}

/** Some pipes are known by what they are given. */
const recognizedWith = (name: string): boolean => name.startsWith('atlassian/');

function ofPipe({ name, written, variables }: Pipe, words: StepWords): readonly Activity[] {
  const node = (key: string): DataNode | undefined =>
    key
      .split('|')
      .map((one) => variables.get(one))
      .find((one) => scalarText(one) !== undefined);
  const inputs = (key: string): string | undefined => {
    const found = node(key);
    const text = found && scalarText(found);
    return text === undefined ? undefined : words.resolve(text)[0];
  };
  const namings = (keys: readonly string[] | undefined) => (): readonly Naming[] =>
    (keys ?? []).flatMap((key) => {
      const text = inputs(key);
      return text === undefined ? [] : [{ text, at: variables.get(key).at }];
    });
  return recognizePipe(name, inputs).flatMap(({ recognition, entry, runs }) => {
    const own =
      recognition && recognition.kind !== 'none'
        ? [
            activityOf(words, recognition, written.at, {
              names: namings(entry.names),
              targets: namings(entry.target),
            }),
          ]
        : [];
    const script = runs && 'input' in runs ? node(runs.input) : undefined;
    if (!runs || !('input' in runs) || script?.text === undefined) return own;
    return [
      ...own,
      ...activitiesOfScript(words, {
        text: script.text,
        placeOf: scalarPlaces(script),
        dialect: 'posix',
        options: { errexit: false, pipefail: false },
        remote: runs.remote,
        tool: runs.tool,
      }),
    ];
  });
}
