import { isUnknown, known, unknown, type PipelineSurface } from '../../../model/index.ts';
import { commandName, parseShell, type ShellCommand } from '../../../syntax/shell/index.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { chainOf, isOff } from '../activities/condition.ts';
import { foreignFilesOf, isIn, readsForeignFile } from '../pipeline/foreign-files.ts';
import { untrustedIn } from '../pipeline/untrusted.ts';
import { expressionsIn, parseExpression } from '../read/expression.ts';
import { outermost, stepsOf, type JobRun, type Step } from '../read/run.ts';
import { scopeOf } from '../read/scope.ts';
import { dialectOf, resolveShell } from '../read/shell-values.ts';
import { resolve } from '../read/values.ts';
import { unguardedOf } from './guard.ts';

type Written = PipelineSurface['foreignVariables'][number];

/** Events of outsiders that start workflows with the rights of the repository. */
const EVENTS = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
];
/** Texts that may have several lines, so that all but the first are variables of the writer's choice. */
const LINES = /\.(?:body|message|description)$/i;
const FILES = /\bGITHUB_(?:ENV|PATH)\b/;
const READERS = new Set(['cat', 'head', 'tail', 'jq', 'sed', 'awk', 'grep']);

/** Commands that write lines of an outsider to the file of variables, or of folders, that all later steps get. */
export function foreignVariablesOf(run: JobRun): readonly Written[] {
  const { triggers } = outermost(run).job.workflow;
  if (!EVENTS.some((event) => triggers.has(event)) || isOff(run.job.node)) return [];
  return stepsOf(run).flatMap((step) => {
    const script = step.node.get('run').text;
    return script && FILES.test(script) && !chainOf(step).some(isOff) ? inScript(step, script) : [];
  });
}

function inScript(step: Step, script: string): readonly Written[] {
  const { commands } = parseShell(script, dialectOf(step));
  return commands.flatMap((command, index) => {
    if (!FILES.test(targetsOf(command, commands[index + 1]))) return [];
    const text = foreignText(command, step);
    if (text === undefined) return [];
    const at = scalarPlaces(step.node.get('run'))(command.span);
    const guard = foreignFilesOf(step.run)?.unguarded ?? unguardedOf(step.run, chainOf(step));
    if (guard.value === false) return [];
    return [{ written: isUnknown(guard.value) ? unknown(guard.value.unknown, at) : known(text, at) }];
  });
}

/** Where a command writes to: its redirects, and the `tee` that it is piped into. */
function targetsOf({ redirects, pipedInto }: ShellCommand, next: ShellCommand | undefined): string {
  const piped = pipedInto !== undefined && next?.words[0]?.text === 'tee' ? next.words : [];
  return [...redirects.map(({ target }) => target), ...piped.map(({ text }) => text)].join(' ');
}

/** What an outsider wrote of what a command gives out. */
function foreignText({ words }: ShellCommand, step: Step): string | undefined {
  const [name = '', ...rest] = words.map(({ text }) => text);
  const files = foreignFilesOf(step.run);
  if (READERS.has(commandName(name))) return rest.find((word) => files && isIn(files.folders, word));
  if (!['echo', 'printf'].includes(commandName(name))) return undefined;
  const scope = scopeOf(step.run, step);
  for (const word of rest) {
    const [value = word] = resolveShell(word, scope, resolve);
    if (files && readsForeignFile(value, files)) return word;
    // What a command makes of a text may have one line.
    if (/\$\(|`/.test(value)) continue;
    for (const { body } of expressionsIn(value)) {
      const found = untrustedIn(parseExpression(body), scope);
      if (found?.by === 'outsider' && LINES.test(found.path)) return found.path;
    }
  }
  return undefined;
}
