import type { Activity } from './pipeline.ts';
import { known, type Fact } from '../../model/index.ts';
import type { Location, RelatedLocation, Span } from '../../source/index.ts';
import {
  commandName,
  failures,
  parseShell,
  type Dialect,
  type ShellCommand,
  type ShellOptions,
} from '../../syntax/shell/index.ts';
import { readCommandLine, type CommandLine } from '../arguments.ts';
import { recognizeCommand } from '../command.ts';
import { testDetail } from '../detail.ts';
import type { Recognition } from '../recognition.ts';
import { blockingOf } from './blocking.ts';

/** What a step says of whatever it runs. */
export interface StepWords {
  /** Its names and its job's: `make test` in a job named `e2e` is an end-to-end test. */
  readonly names: string;
  /** What it, or what it stands in, says of its failure. */
  readonly tolerated: Fact<boolean> | undefined;
  /** It, or its job, runs because something failed. */
  readonly onFailure: boolean;
  readonly inAnyCase: RelatedLocation | undefined;
  /** As `Activity.timeLimit`. */
  readonly timeLimit?: Fact<number | null> | undefined;
  /** As `Activity.starts`. */
  readonly starts?: Activity['starts'];
  readonly branchesLimited?: Activity['branchesLimited'];
  /** As `Activity.resolve`. */
  readonly resolve: (text: string) => readonly string[];
}

/** A script of a step. */
export interface Script {
  readonly text: string;
  readonly dialect: Dialect;
  readonly options: ShellOptions;
  /** Finds places of the text in the file. */
  readonly placeOf: (span: Span) => Location;
  /** It runs on another machine. */
  readonly remote: boolean;
  /** Its lines are arguments of this tool. */
  readonly tool: string | undefined;
}

/** What an activity adds to what it was recognized as. */
type More = Partial<
  Pick<Activity, 'names' | 'targets' | 'line' | 'onFailure' | 'blocking' | 'approversNamed'>
>;

/** An activity of a step, which is no command of a script unless `more` says so. */
export function activityOf(step: StepWords, found: Recognition, at: Location, more: More = {}): Activity {
  const unit = found.kind === 'test' && found.detail === 'unit';
  const recognition = unit ? { ...found, detail: testDetail(step.names) } : found;
  return {
    names: () => [],
    targets: () => [],
    line: undefined,
    blocking: blockingOf(recognition, step.tolerated, 'stops', at),
    ...more,
    recognition,
    at,
    resolve: step.resolve,
    onFailure: step.onFailure || (more.onFailure ?? false),
    inAnyCase: step.inAnyCase,
    timeLimit: step.timeLimit,
    starts: step.starts,
    branchesLimited: step.branchesLimited,
  };
}

/** What the words of one command do. */
export function activitiesOfWords(step: StepWords, words: readonly string[], at: Location): Activity[] {
  return recognizeCommand(words, { remote: false }).map((recognition) =>
    activityOf(step, recognition, at, { line: readCommandLine(words) }),
  );
}

/** What the commands of a script do, in order. */
export function activitiesOfScript(step: StepWords, script: Script): Activity[] {
  const parsed = parseShell(script.text, script.dialect);
  const fates = failures(parsed, script.options);
  return parsed.commands.flatMap((command, index) => {
    const fate = fates[index] ?? 'stops';
    const at = script.placeOf(command.span);
    // What `curl … | grep ok` fetches is looked at by what it is piped into.
    const inspected = command.pipedInto !== undefined && looksInto(parsed.commands[index + 1]);
    const looked = fate === 'ignored' && inspected;
    const { line, found } = recognized(command, script, inspected);
    return found.map((recognition) => {
      const own = looked && recognition.kind === 'verify' ? (fates[index + 1] ?? 'stops') : fate;
      const blocking = blockingOf(recognition, step.tolerated, own, at);
      const timeLimit = command.minutes === undefined ? step.timeLimit : known(command.minutes, at);
      return activityOf({ ...step, timeLimit }, recognition, at, {
        line,
        blocking,
        onFailure: command.onFailure,
      });
    });
  });
}

function recognized(
  command: ShellCommand,
  { tool, remote }: Script,
  inspected: boolean,
): { readonly line: CommandLine; readonly found: readonly Recognition[] } {
  const texts = command.words.map((word) => word.text);
  const words = tool === undefined || texts[0] === tool ? texts : [tool, ...texts];
  // What comes of a request whose answer is searched is as good as one that fails by itself.
  const asked =
    inspected && ['curl', 'wget'].includes(commandName(words[0] ?? '')) ? [...words, '-f'] : words;
  return {
    line: readCommandLine(words),
    found: recognizeCommand(asked, { remote: remote || command.remote }),
  };
}

function looksInto(command: ShellCommand | undefined): boolean {
  const [name = '', ...rest] = command?.words.map((word) => word.text) ?? [];
  if (commandName(name) === 'jq') return rest.some((word) => word === '-e' || word === '--exit-status');
  return ['grep', 'egrep', 'fgrep', 'rg'].includes(commandName(name));
}
