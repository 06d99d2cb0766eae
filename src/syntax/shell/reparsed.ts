import type { Span } from '../../source/index.ts';
import type { ShellCommand } from './command.ts';
import { afterHost } from './inner.ts';
import { substitutionEnd } from './nesting.ts';
import { parseShell } from './parse.ts';
import type { Dialect, ShellWord } from './token.ts';
import { commandName } from './wrappers.ts';

/** A variable whose value is read as code: the shell replaces it, and something runs the text that it then stands in. */
export interface ReparsedVariable {
  readonly name: string;
  readonly span: Span;
}

/** Words by which a command is given code, by its name. */
const CODE: ReadonlyMap<string, RegExp> = new Map([
  ...['bash', 'sh', 'zsh', 'dash', 'ash', 'ksh'].map((name) => [name, /^-[a-z]*c$/] as const),
  ...['python', 'python3', 'python2'].map((name) => [name, /^-c$/] as const),
  ...['perl', 'ruby'].map((name) => [name, /^-[a-z]*e$/] as const),
  ...['su', 'runuser'].map((name) => [name, /^(?:-c|--command)$/] as const),
  ['node', /^(?:-e|-p|--eval|--print)$/],
  ['php', /^-r$/],
  ['pwsh', /^-(?:c|command)$/i],
  ['powershell', /^-(?:c|command)$/i],
]);

/** Words of one command that are looked at. */
const WORDS = 100;

/** Commands that print what they are given. */
const PRINTS: ReadonlySet<string> = new Set(['echo', 'printf', 'cat', 'grep', 'git']);

/** The variables that `eval`, `sh -c "…"`, `ssh host "…"` and heredocs of shells have run as code. */
export function reparsedVariables(source: string, dialect: Dialect): readonly ReparsedVariable[] {
  if (dialect !== 'posix' || !source.includes('$')) return [];
  const found = new Map<number, ReparsedVariable>();
  for (const command of parseShell(source, dialect).commands) {
    for (const { span } of codeOf(command).filter((word) => stands(word, command)))
      for (const one of variablesIn(source, span, true)) found.set(one.span.start, one);
    if (command.fed && runsInput(command))
      for (const one of variablesIn(source, command.fed, false)) found.set(one.span.start, one);
  }
  return [...found.values()];
}

/** Commands inside texts have words at places of those texts. */
const stands = ({ span }: ShellWord, { span: whole }: ShellCommand): boolean =>
  span.start >= whole.start && span.end <= whole.end;

function codeOf({ words: all }: ShellCommand): readonly ShellWord[] {
  const words = all.slice(0, WORDS);
  const name = commandName(words[0]?.text ?? '');
  if (name === 'eval') return all.slice(1);
  if (name === 'ssh') return afterHost(all);
  if (PRINTS.has(name)) return [];
  for (const [index, word] of words.entries()) {
    const flag = CODE.get(commandName(word.text));
    const at = flag ? words.findIndex((one, place) => place > index && flag.test(one.text)) : -1;
    const between = words.slice(index + 1, at);
    const isSwitch =
      commandName(word.text).startsWith('su') || between.every(({ text }) => text.startsWith('-'));
    const code = at > 0 && isSwitch ? words[at + 1] : undefined;
    if (code) return [code];
  }
  return [];
}

const runsInput = ({ words }: ShellCommand): boolean => {
  const name = commandName(words[0]?.text ?? '');
  return name === 'ssh'
    ? afterHost(words).every(({ text }) => SHELL.test(text))
    : CODE.has(name) && words.length < 4;
};
const SHELL = /^(?:-\S+|(?:\/\S+\/)?(?:ba|[zak]|da)?sh)$/;

const VARIABLE = /\$(?:(\w+)|\{(\w+)\}|\{(\w+)(?::?[-=?+]|[#%^,])[^{}]*\})/y;

/** Variables that are replaced between two places; what stands in `$(…)` is given to a command, not run. */
function variablesIn(source: string, { start, end }: Span, quotes: boolean): readonly ReparsedVariable[] {
  const found: ReparsedVariable[] = [];
  let quote = '';
  for (let at = start; at < end; at++) {
    const char = source.charAt(at);
    if (quotes && (char === "'" || char === '"')) {
      if (quote === '') quote = char;
      else if (quote === char) quote = '';
    } else if (quote === "'") continue;
    else if (char === '\\') at++;
    else if (char === '`') at = closing(source, at, end);
    else if (char === '$') {
      const one = variableAt(source, at);
      if (one) found.push(one);
      if (source.charAt(at + 1) === '(') at = substitutionEnd(source, at + 1, end) - 1;
      else if (one) at = one.span.end - 1;
    }
  }
  return found;
}

function variableAt(source: string, at: number): ReparsedVariable | undefined {
  VARIABLE.lastIndex = at;
  const match = VARIABLE.exec(source);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  return match && name !== undefined ? { name, span: { start: at, end: at + match[0].length } } : undefined;
}

function closing(source: string, at: number, end: number): number {
  const found = source.indexOf('`', at + 1);
  return found < 0 || found > end ? end : found;
}
