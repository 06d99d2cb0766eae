import type { Failure, ShellCommand, ShellOptions, ShellScript } from '../command.ts';
import { commandName } from '../wrappers.ts';

/** Verbs of cmdlets, of those that modules give and that scripts define. */
const CMDLET =
  /^(?:add|approve|assert|backup|build|checkpoint|clear|close|compare|complete|compress|confirm|connect|convert\w*|copy|debug|deny|deploy|disable|disconnect|dismount|edit|enable|enter|exit|expand|export|find|foreach|format|get|grant|group|hide|import|initialize|install|invoke|join|limit|lock|measure|merge|mount|move|new|open|optimize|out|ping|pop|protect|publish|push|read|receive|redo|register|remove|rename|repair|request|reset|resize|resolve|restart|restore|resume|revoke|save|search|select|send|set|show|skip|sort|split|start|step|stop|submit|suspend|switch|sync|tee|test|trace|unblock|undo|uninstall|unlock|unprotect|unpublish|unregister|update|use|wait|watch|where|write)-[a-z]\w*$/i;
/** Words of the language, and short names of its own cmdlets. */
const OWN =
  /^(?:cd|chdir|pushd|popd|echo|ls|dir|cp|copy|mv|move|rm|del|rd|md|mkdir|cat|type|sleep|iex|iwr|irm|sl|exit|throw|return|break|continue|param|function|using|trap|foreach|where|select|sort|\.|[$[@"'(].*|.*\.ps1)$/i;
const PREFERENCE = /\$(?:global:|script:)?ErrorActionPreference\s*=\s*["']?(\w+)/gi;
const NATIVE_TOO = /\$PSNativeCommandUseErrorActionPreference\s*=\s*\$true/i;

/** Programs fail by their exit code, which stops nothing; cmdlets by errors, which stop the script if it asks for that. */
export function powershellFailures(script: ShellScript, options: ShellOptions): Failure[] {
  const { source, commands } = script;
  const stopsAt = preferenceIn(source, options.errexit);
  const after = nativeAfter(commands);
  const natively = NATIVE_TOO.exec(source)?.index ?? source.length;
  return commands.map((command, index) => {
    if (command.tested) return 'decides';
    const { start, end } = command.span;
    const stops = stopsAt(start) && !command.caught;
    if (endsByItself(command)) return options.exitCode === false ? 'ignored' : 'stops';
    if (!isNative(command) || natively < start)
      return (ownPreference(command) ?? stops) ? 'stops' : 'ignored';
    if (options.stderr) return 'stops';
    const next = after[index]?.span.start;
    if (looksAtCode(source.slice(end, next))) return 'stops';
    const returned =
      next === undefined && options.exitCode !== false && !/\bexit\s+0\s*$/.test(source.slice(end));
    return returned ? 'stops' : 'ignored';
  });
}

/** Do errors stop the script, at a place? The last assignment before it says so; places are asked for in order. */
function preferenceIn(source: string, before: boolean): (at: number) => boolean {
  const preferences = [...source.matchAll(PREFERENCE)];
  let passed = 0;
  let stops = before;
  return (at) => {
    for (let next = preferences[passed]; next && next.index < at; next = preferences[++passed])
      stops = /^stop$/i.test(next[1] ?? '');
    return stops;
  };
}

/** For each command, the next program that starts after it ended. */
function nativeAfter(commands: readonly ShellCommand[]): readonly (ShellCommand | undefined)[] {
  let next: ShellCommand | undefined;
  const after: (ShellCommand | undefined)[] = [];
  for (const command of commands.toReversed()) {
    after.push(next);
    if (isNative(command) && !command.nested) next = command;
  }
  return after.reverse();
}

function isNative({ words }: ShellCommand): boolean {
  const [name] = words;
  const text = name?.text ?? '';
  return text !== '' && !CMDLET.test(commandName(text)) && !OWN.test(text);
}

/** Pester ends the script with its own exit code, where it is asked to. */
const endsByItself = ({ words }: ShellCommand): boolean =>
  words[0]?.text.toLowerCase() === 'invoke-pester' &&
  words.some(({ text }) => /^-(?:CI|EnableExit)/i.test(text));

/** `-ErrorAction Stop` and `-EA SilentlyContinue`: what a cmdlet itself is told; false where its errors count for nothing. */
function ownPreference({ words, caught }: ShellCommand): boolean | undefined {
  const at = words.findIndex(({ text }) => /^-(?:ErrorAction|ea)(?::|$)/i.test(text));
  if (at < 0) return undefined;
  const { text = '' } = words[at] ?? {};
  const value = text.includes(':') ? text.slice(text.indexOf(':') + 1) : (words[at + 1]?.text ?? '');
  return /^stop$/i.test(value) && !caught;
}

const looksAtCode = (text: string): boolean =>
  /\$LASTEXITCODE|\$\?/i.test(text) && /\b(?:throw|exit)\b|Write-Error|result=Failed/i.test(text);
