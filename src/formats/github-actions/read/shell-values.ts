import { scalarText } from '../../data-node.ts';
import {
  assignmentOf,
  parseShell,
  type Dialect,
  type ShellOptions,
  type ShellScript,
} from '../../../syntax/shell/index.ts';
import type { Step } from './run.ts';
import { environmentVariable, follows, type Scope } from './scope.ts';

type Resolve = (text: string, scope: Scope) => readonly string[];

/** Variables that every run has. */
const RUNNER: ReadonlyMap<string, string> = new Map([
  ['GITHUB_SHA', 'github.sha'],
  ['GITHUB_REF_NAME', 'github.ref_name'],
  ['GITHUB_REF', 'github.ref'],
  ['GITHUB_RUN_ID', 'github.run_id'],
  ['GITHUB_RUN_NUMBER', 'github.run_number'],
  ['GITHUB_REPOSITORY', 'github.repository'],
  ['GITHUB_REPOSITORY_OWNER', 'github.repository_owner'],
  ['GITHUB_HEAD_REF', 'github.head_ref'],
]);

const VARIABLE = /\$(?:([a-z_]\w*)|\{([a-z_]\w*)(?:[:#%/^,][^{}]*)?\})/gi;
const ASSIGNMENT = /^(?:::set-output name=)?([\w-]+)(?:=|::)([\s\S]*)$/;
const COMMIT = /\$\(git rev-parse [^()]*HEAD\)|`git rev-parse [^`]*HEAD`/g;

/** Resolves a word of a script: shell variables by the script, `env` and the steps before, then expressions. */
export function resolveShell(text: string, scope: Scope, resolve: Resolve): readonly string[] {
  if (!scope.step || !/[$`]/.test(text) || !follows(scope)) return [text];
  const { step } = scope;
  const plain = text.replace(COMMIT, '${{ github.sha }}');
  const replaced = plain.replace(VARIABLE, (whole, bare: string | undefined, braced: string | undefined) => {
    const name = bare ?? braced ?? '';
    const known = RUNNER.get(name);
    if (known !== undefined) return `\${{ ${known} }}`;
    const value = assigned(step, name) ?? environmentText(name, scope) ?? exported(step, name);
    if (value === undefined || value.includes(whole)) return whole;
    return resolveShell(value, { ...scope, depth: scope.depth + 1 }, resolve)[0] ?? whole;
  });
  return resolve(replaced, scope);
}

/** A variable that the step's own script sets. */
function assigned(step: Step, name: string): string | undefined {
  const script = step.node.get('run').text;
  if (script === undefined) return undefined;
  return remembered(step, 'script', script, () => assignments(parseShell(script, dialectOf(step)))).get(name);
}

/** The first value of each variable that a script sets. */
function assignments(script: ShellScript): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { assignments: before, words } of script.commands) {
    const exported =
      words[0]?.text === 'export' ? words.slice(1).flatMap((word) => assignmentOf(word) ?? []) : [];
    for (const { name, value } of [...before, ...exported]) if (!values.has(name)) values.set(name, value);
  }
  return values;
}

/** What a script sets, read once for each script. */
function remembered(
  step: Step,
  file: string,
  script: string,
  read: () => ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const { scripts } = step.run.library;
  const key = `${file} ${script}`;
  const values = scripts.get(key) ?? read();
  scripts.set(key, values);
  return values;
}

function environmentText(name: string, scope: Scope): string | undefined {
  const node = environmentVariable(name, scope);
  return node && scalarText(node);
}

/** A variable that a step before appended to `GITHUB_ENV`. */
function exported(step: Step, name: string): string | undefined {
  for (const node of step.siblings) {
    if (node === step.node) return undefined;
    const script = node.get('run').text;
    if (!script?.includes('GITHUB_ENV')) continue;
    const value = remembered(step, 'env', script, () => written(parseShell(script), 'GITHUB_ENV')).get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The shell a step runs in, by what the step, job or workflow say; Windows runners start PowerShell. */
export function dialectOf(step: Step): Dialect {
  const shell = shellOf(step);
  if (shell !== undefined) return /^(?:pwsh|powershell)/.test(shell) ? 'powershell' : 'posix';
  const runner = step.run.job.node.get('runs-on');
  return /windows/i.test(runner.text ?? runner.texts().join(' ')) ? 'powershell' : 'posix';
}

export function shellOf(step: Step): string | undefined {
  const { job } = step.run;
  const defaults = [job.node, job.workflow.node].map((node) => node.get('defaults', 'run', 'shell').text);
  return step.node.get('shell').text ?? defaults.find((text) => text !== undefined);
}

/** Names and values that a script appends to one of the runner's files (`GITHUB_OUTPUT`, `GITHUB_ENV`). */
export function written(script: ShellScript, file: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  script.commands.forEach((command, index) => {
    const name = command.words[0]?.text;
    if (name !== 'echo' && name !== 'printf') return;
    const next = script.commands[index + 1]?.words.map((word) => word.text).join(' ') ?? '';
    const into = [
      ...command.redirects.map((redirect) => redirect.target),
      command.pipedInto ? next : '',
    ].join(' ');
    const words = command.words.slice(1).filter((word) => !/^-[neE]+$/.test(word.text));
    const match = ASSIGNMENT.exec(words.map((word) => word.text).join(' '));
    if (match?.[1] === undefined || match[2] === undefined) return;
    if (into.includes(file) || (file === 'GITHUB_OUTPUT' && match[0].startsWith('::')))
      values.set(match[1], match[2]);
  });
  return values;
}

/** GitHub starts scripts with `bash -e`, with `pipefail` only where the shell is named. */
export function shellOptionsOf(step: Step): ShellOptions {
  const shell = shellOf(step);
  if (shell === undefined) return { errexit: true, pipefail: false };
  if (!shell.includes('{0}')) return { errexit: true, pipefail: shell === 'bash' };
  return {
    errexit: /(?:^|\s)-[a-z]*e/.test(shell) || !/\b(?:ba)?sh\b/.test(shell),
    pipefail: shell.includes('pipefail'),
  };
}
