import type { Span } from '../../source/index.ts';
import type { Dialect, ShellWord } from './token.ts';

/** One simple command of a script, with what decides whether its failure matters. */
export interface ShellCommand {
  /** Name and arguments, without assignments, redirects and wrappers (`sudo`, `time`, `xargs`). */
  readonly words: readonly ShellWord[];
  /** `NAME=value` before the name, or given by `env`; alone on a line they set variables of the script. */
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly Redirect[];
  readonly span: Span;
  /** Its output goes into another command, so that its own exit status is lost without `pipefail`. */
  readonly piped: boolean;
  /** Name of the command its output goes to. */
  readonly pipedInto: string | undefined;
  /** Indexes of the commands after `||` that run when it fails: from, up to but without. */
  readonly fallback: readonly [from: number, to: number] | undefined;
  /** It runs only when what is before `||` failed. */
  readonly onFailure: boolean;
  /** Its status decides an `if` or a loop, or is negated. */
  readonly tested: boolean;
  /** Indexes of the commands that an `if` runs when it fails, as the only thing that the `if` asks. */
  readonly failed: readonly [from: number, to: number] | undefined;
  readonly background: boolean;
  /** It runs on another machine (`ssh host …`). */
  readonly remote: boolean;
  /** A heredoc that it reads and in which variables are replaced before. */
  readonly fed: Span | undefined;
  /** It stands inside `$(…)`, `<(…)`, or the text of another command. */
  readonly nested: boolean;
  /** After how long `timeout` ends it. */
  readonly minutes: number | undefined;
  /** Its error is caught, and goes no further (`try` of PowerShell). */
  readonly caught: boolean;
}

export interface Assignment {
  readonly name: string;
  readonly value: string;
}

export interface Redirect {
  readonly operator: string;
  readonly target: string;
}

export interface ShellScript {
  readonly commands: readonly ShellCommand[];
  readonly source: string;
  readonly dialect: Dialect;
}

/** Options that a script starts with; pipeline systems differ in them. */
export interface ShellOptions {
  readonly errexit: boolean;
  readonly pipefail: boolean;
  /** PowerShell's only: the exit code of the last program is not that of the script. */
  readonly exitCode?: false | undefined;
  /** PowerShell's only: whatever is written to the stream of errors fails the script. */
  readonly stderr?: true | undefined;
}

/**
 * What the failure of a command does to its script: `stops` it with an error, is `ignored`, or only
 * `decides` what else runs.
 */
export type Failure = 'stops' | 'ignored' | 'decides';

/** The parser's own view, filled in while later tokens tell more. */
export interface OpenCommand {
  words: ShellWord[];
  assignments: Assignment[];
  redirects: Redirect[];
  span: Span;
  piped: boolean;
  pipedInto: string | undefined;
  fallback: readonly [number, number] | undefined;
  onFailure: boolean;
  tested: boolean;
  failed: readonly [number, number] | undefined;
  background: boolean;
  remote: boolean;
  fed: Span | undefined;
  nested: boolean;
  minutes: number | undefined;
  caught: boolean;
}

export function newCommand(at: number): OpenCommand {
  return {
    words: [],
    assignments: [],
    redirects: [],
    span: { start: at, end: at },
    piped: false,
    pipedInto: undefined,
    fallback: undefined,
    onFailure: false,
    tested: false,
    failed: undefined,
    background: false,
    remote: false,
    fed: undefined,
    nested: false,
    minutes: undefined,
    caught: false,
  };
}
