import { parseShell } from '../../../syntax/shell/index.ts';

/** An input of a task; undefined when it is not given. */
export type Input = (name: string) => string | undefined;

/** Words of a text that a task hands to its tool. */
function words(text: string | undefined): readonly string[] {
  const line = (text ?? '').replaceAll(/\s*\n\s*/g, ' ');
  return parseShell(line).commands[0]?.words.map((word) => word.text) ?? [];
}

function flag(name: string, value: string | undefined): readonly string[] {
  return value === undefined || value.trim() === '' ? [] : [name, value.trim()];
}

const given = (...values: readonly (string | undefined)[]): readonly string[] =>
  values.filter((value) => value !== undefined && value !== '') as string[];

const isFalse = (value: string | undefined): boolean => /^false$/i.test(value ?? '');

function terraform(input: Input): readonly (readonly string[])[] {
  const folder = input('workingDirectory');
  const command = input('command') ?? 'init';
  const line = command === 'custom' ? words(input('customCommand')) : [command];
  const where = folder === undefined ? [] : [`-chdir=${folder}`];
  return [['terraform', ...where, ...line, ...words(input('commandOptions'))]];
}

/** The command lines of tasks that only hand their inputs to a tool. */
const TOOLS: Readonly<Record<string, (input: Input) => readonly (readonly string[])[]>> = {
  dotnetcorecli: (input) => {
    const command = input('command') ?? 'build';
    const name =
      command === 'custom' ? words(input('custom')) : command === 'push' ? ['nuget', 'push'] : [command];
    return [['dotnet', ...name, ...given(input('projects')), ...words(input('arguments'))]];
  },
  maven: (input) => [['mvn', ...words(input('goals') ?? 'package'), ...words(input('options'))]],
  gradle: (input) => [['gradle', ...words(input('tasks') ?? 'build'), ...words(input('options'))]],
  npm: (input) => {
    const command = input('command') ?? 'install';
    return [['npm', ...(command === 'custom' ? words(input('customCommand')) : [command])]];
  },
  cake: (input) => [['cake', ...flag('--target', input('target'))]],
  yarn: (input) => [['yarn', ...words(input('arguments'))]],
  docker: (input) => {
    const command = input('command') ?? 'buildAndPush';
    const image = input('repository') ?? '';
    const build = ['docker', 'build', ...words(input('arguments')), '.'];
    const push = ['docker', 'push', image];
    if (command.toLowerCase() === 'buildandpush') return [build, push];
    return command === 'build' ? [build] : command === 'push' ? [push] : [];
  },
  kubernetes: (input) => {
    const line = ['kubectl', ...given(input('command') ?? 'apply'), ...words(input('arguments'))];
    return [[...line, ...flag('-f', input('configuration')), ...flag('--namespace', input('namespace'))]];
  },
  helmdeploy: (input) => {
    const command = input('command') ?? 'ls';
    const line = ['helm', command, ...given(input('releaseName'), input('chartName') ?? input('chartPath'))];
    const wait = isFalse(input('waitForExecution')) ? [] : ['--wait'];
    return [
      [
        ...line,
        ...flag('--namespace', input('namespace')),
        ...flag('--set', input('overrideValues')),
        ...flag('-f', input('valueFile')),
        ...(command === 'upgrade' || command === 'install' ? wait : []),
        ...words(input('arguments')),
      ],
    ];
  },
  terraformtask: terraform,
  terraformtaskv1: terraform,
  terraformtaskv2: terraform,
  terraformtaskv3: terraform,
  terraformtaskv4: terraform,
  terraformcli: terraform,
  awscli: (input) => [
    ['aws', ...words(input('awsCommand')), ...words(input('awsSubCommand')), ...words(input('awsArguments'))],
  ],
};

/** Empty for a task that is no command of a tool. */
export function commandsOfTask(task: string, input: Input): readonly (readonly string[])[] {
  return Object.hasOwn(TOOLS, task) ? (TOOLS[task]?.(input) ?? []) : [];
}

interface Script {
  /** Inputs that hold a script, or the path of one. */
  readonly inline: readonly string[];
  readonly file: readonly string[];
  readonly shell: (input: Input) => 'posix' | 'powershell';
}

const byType = (input: Input): 'posix' | 'powershell' =>
  /^ps/i.test(input('scriptType') ?? '') ? 'powershell' : 'posix';

const SCRIPTS: Readonly<Record<string, Script>> = {
  bash: { inline: ['script'], file: ['filePath'], shell: () => 'posix' },
  cmdline: { inline: ['script'], file: ['filename'], shell: () => 'posix' },
  batchscript: { inline: [], file: ['filename'], shell: () => 'posix' },
  shellscript: { inline: [], file: ['scriptPath'], shell: () => 'posix' },
  powershell: {
    inline: ['script', 'inlineScript'],
    file: ['filePath', 'scriptName'],
    shell: () => 'powershell',
  },
  azurecli: { inline: ['inlineScript'], file: ['scriptPath'], shell: byType },
  azurepowershell: { inline: ['Inline'], file: ['ScriptPath'], shell: () => 'powershell' },
  awsshellscript: { inline: ['inlineScript'], file: ['filePath'], shell: () => 'posix' },
  awspowershellmodulescript: { inline: ['inlineScript'], file: ['filePath'], shell: () => 'powershell' },
};

/** Inputs that hold what a script is called with. */
const ARGUMENTS = ['arguments', 'scriptArguments'];

/** The words that call the script file of a task; undefined for a task that calls none. */
export function scriptCall(task: string, input: Input): readonly string[] | undefined {
  const file = scriptOfTask(task)
    ?.file.map(input)
    .find((one) => one !== undefined && one !== '');
  return file === undefined ? undefined : [file, ...words(argumentsOf(input))];
}

/** What a script is called with, as written. */
export const argumentsOf = (input: Input): string | undefined =>
  ARGUMENTS.map(input).find((one) => one !== undefined);

/** How a task takes a script; undefined for one that takes none. */
export const scriptOfTask = (task: string): Script | undefined =>
  Object.hasOwn(SCRIPTS, task) ? SCRIPTS[task] : undefined;

/** `TerraformTaskV4@4`, with or without its publisher in front, as tables name it. */
export function taskName(reference: string): string {
  const name = reference.replace(/@.*$/, '');
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
