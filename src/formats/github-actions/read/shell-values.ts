import { parseShell, type Dialect, type ShellScript } from '../../../syntax/shell/index.ts';
import type { Step } from './run.ts';
import { environmentVariable, scalarText, type Scope } from './scope.ts';

type Resolve = (text: string, scope: Scope) => readonly string[];

/** Variables that every run has. */
const RUNNER: Readonly<Record<string, string>> = {
  GITHUB_SHA: 'github.sha',
  GITHUB_REF_NAME: 'github.ref_name',
  GITHUB_REF: 'github.ref',
  GITHUB_RUN_ID: 'github.run_id',
  GITHUB_RUN_NUMBER: 'github.run_number',
  GITHUB_REPOSITORY: 'github.repository',
  GITHUB_REPOSITORY_OWNER: 'github.repository_owner',
  GITHUB_HEAD_REF: 'github.head_ref',
};

const VARIABLE = /\$(?:([a-z_]\w*)|\{([a-z_]\w*)(?:[:#%/^,][^{}]*)?\})/gi;
const ASSIGNMENT = /^(?:::set-output name=)?([\w-]+)(?:=|::)([\s\S]*)$/;
const COMMIT = /\$\(git rev-parse [^()]*HEAD\)|`git rev-parse [^`]*HEAD`/g;

/** Resolves a word of a script: shell variables by the script, `env` and the steps before, then expressions. */
export function resolveShell(text: string, scope: Scope, resolve: Resolve): readonly string[] {
  if (scope.depth > 12 || !scope.step) return [text];
  const { step } = scope;
  const plain = text.replace(COMMIT, '${{ github.sha }}');
  const replaced = plain.replace(VARIABLE, (whole, bare: string | undefined, braced: string | undefined) => {
    const name = bare ?? braced ?? '';
    const known = RUNNER[name];
    if (known !== undefined) return `\${{ ${known} }}`;
    const value = assigned(step, name) ?? environmentText(name, scope) ?? exported(step, name);
    if (value === undefined || value.includes(whole)) return whole;
    return resolveShell(value, { ...scope, depth: scope.depth + 3 }, resolve)[0] ?? whole;
  });
  return resolve(replaced, scope);
}

/** A variable that the step's own script sets. */
function assigned(step: Step, name: string): string | undefined {
  const { commands } = parseShell(step.node.get('run').text ?? '', dialectOf(step));
  for (const command of commands) {
    const found = command.assignments.find((assignment) => assignment.name === name);
    if (found) return found.value;
    const exportIt =
      command.words[0]?.text === 'export' && command.words.find(({ text }) => text.startsWith(`${name}=`));
    if (exportIt) return exportIt.text.slice(name.length + 1);
  }
  return undefined;
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
    const value = written(parseShell(script), 'GITHUB_ENV').get(name);
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
