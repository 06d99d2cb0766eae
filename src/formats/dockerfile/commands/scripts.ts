import type { Location, Span } from '../../../source/index.ts';
import { parseShell, type ShellCommand } from '../../../syntax/shell/index.ts';
import type { Instruction } from '../../../syntax/dockerfile/index.ts';
import type { Build } from '../read/stages.ts';

/** What one `RUN` gives to a shell. */
export interface Script {
  readonly text: string;
  readonly commands: readonly ShellCommand[];
  readonly locate: (span: Span) => Location;
  /** The `RUN`. */
  readonly at: Location;
}

const SHELLS: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  '/bin/sh',
  '/bin/bash',
  '/bin/ash',
]);

/** The scripts of all stages, in the order of the file. */
export function scriptsOf({ stages, locate }: Build): readonly Script[] {
  return stages
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword }) => keyword === 'RUN')
    .flatMap((run) => textsOf(run).map(({ text, start }) => scriptOf(text, start, run, locate)));
}

function textsOf({
  body,
  bodyStart,
  list,
  heredocs,
}: Instruction): readonly { text: string; start: number }[] {
  if (list) {
    const [shell, flag, script] = list;
    if (!shell || !SHELLS.has(shell.text) || flag?.text !== '-c' || !script) {
      // A program by itself: read as a command, it only lacks its quotes.
      return [{ text: blankOut(body), start: bodyStart }];
    }
    return [{ text: script.text, start: script.span.start + 1 }];
  }
  // Only a shell's lines are one.
  const [word] = body.trimStart().split(/\s/, 1);
  const inner = heredocs
    .filter(() => word?.startsWith('<<') === true || SHELLS.has(word ?? ''))
    .map(({ text, span }) => ({ text, start: span.start }));
  return inner.length > 0 ? inner : [{ text: body, start: bodyStart }];
}

const blankOut = (body: string): string => body.replace(/[[\]",]/g, ' ');

function scriptOf(text: string, start: number, run: Instruction, locate: Build['locate']): Script {
  const { commands } = parseShell(text);
  return {
    text,
    commands,
    locate: (span) => locate({ start: start + span.start, end: start + span.end }),
    at: locate(run.keywordSpan),
  };
}
