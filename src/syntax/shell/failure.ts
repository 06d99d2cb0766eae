import type { Failure, ShellCommand, ShellOptions, ShellScript } from './command.ts';
import { powershellFailures } from './powershell/failure.ts';
import { commandName } from './wrappers.ts';

/** Commands of a branch that are looked at for its end: branches in branches would be looked at again and again. */
const BRANCH = 100;

const HARMLESS = new Set(['true', ':', 'echo', 'printf', 'cat', 'Write-Host', 'Write-Output']);

/** For each command of a script, what its failure does. */
export function failures(script: ShellScript, options: ShellOptions): Failure[] {
  if (script.dialect === 'powershell') return powershellFailures(script, options);
  const { commands } = script;
  let { errexit, pipefail } = options;
  const last = commands.findLastIndex((command) => !command.nested && command.words.length > 0);
  return commands.map((command, index) => {
    const set = setOptions(command);
    errexit = set.errexit ?? errexit;
    pipefail = set.pipefail ?? pipefail;
    if (command.background) return 'ignored';
    if (command.tested) {
      const [from, to] = command.failed ?? [0, 0];
      return exits(commands.slice(from, Math.min(to, from + BRANCH))) ? 'stops' : 'decides';
    }
    if (command.fallback) return afterFallback(command, commands.slice(...command.fallback));
    if (command.piped && !pipefail && command.pipedInto !== undefined) return 'ignored';
    return errexit || index === last || command.nested ? 'stops' : 'ignored';
  });
}

function setOptions(command: ShellCommand): Partial<ShellOptions> {
  const words = command.words.map((word) => word.text);
  if (words[0] !== 'set') return {};
  const options: { errexit?: boolean; pipefail?: boolean } = {};
  words.forEach((word, index) => {
    if (/^-[a-z]*e/.test(word)) options.errexit = true;
    if (/^\+[a-z]*e/.test(word)) options.errexit = false;
    if (word === 'pipefail') options.pipefail = words[index - 1]?.startsWith('-') ?? false;
    if (word === 'errexit') options.errexit = words[index - 1]?.startsWith('-') ?? false;
  });
  return options;
}

/** Does one of these end the script with an error? */
function exits(commands: readonly ShellCommand[]): boolean {
  return commands.some(({ words: [name, status] }) => {
    return (name?.text === 'exit' || name?.text === 'return') && status?.text !== '0';
  });
}

/** `a || exit 1` stops, `a || true` does not, `a || a` tries again, `a || b` goes on when `b` works. */
function afterFallback(command: ShellCommand, fallback: readonly ShellCommand[]): Failure {
  const texts = fallback.filter((one) => !one.nested).map((one) => one.words.map((word) => word.text));
  if (texts.some(([name, status]) => (name === 'exit' || name === 'return') && status !== '0'))
    return 'stops';
  const name = commandName(texts.at(-1)?.[0] ?? '');
  if (name === 'false' || name === 'throw') return 'stops';
  if (HARMLESS.has(name) || name === 'exit' || name === 'return') return 'ignored';
  return name === commandName(command.words[0]?.text ?? '') ? 'stops' : 'ignored';
}
