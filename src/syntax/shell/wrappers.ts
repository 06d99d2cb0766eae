import type { Assignment, OpenCommand } from './command.ts';
import type { ShellWord } from './token.ts';

/** Commands that run the rest of their line, with the options of theirs that take a value. */
const WRAPPERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['sudo', ['-u', '-g', '-h', '-p', '-C', '-U']],
  ['doas', ['-u', '-C']],
  ['time', ['-f', '-o']],
  ['nohup', []],
  ['nice', ['-n']],
  ['ionice', ['-c', '-n']],
  ['setsid', []],
  ['stdbuf', ['-i', '-o', '-e']],
  ['command', []],
  ['builtin', []],
  ['exec', ['-a']],
  ['env', ['-u', '-C', '-S']],
  ['xargs', ['-I', '-n', '-P', '-L', '-d', '-a', '-E', '-s']],
  ['xvfb-run', ['-s', '-n', '-e']],
  ['unbuffer', []],
  ['chronic', []],
]);

const ASSIGNMENT = /^([a-z_]\w*)\+?=/i;

/** The assignment that a word makes, if it is one. */
export function assignmentOf(word: ShellWord): Assignment | undefined {
  const match = ASSIGNMENT.exec(word.text);
  return match?.[1] === undefined ? undefined : { name: match[1], value: word.text.slice(match[0].length) };
}

/** Takes `sudo -u deploy env A=b timeout 60` off the front, so that the name is the command that does the work. */
export function unwrap(command: OpenCommand): void {
  const { words } = command;
  let at = 0;
  for (let word = words[0]; word; word = words[at]) {
    const assignment = assignmentOf(word);
    const name = commandName(word.text);
    const valued = WRAPPERS.get(name);
    if (assignment) {
      command.assignments.push(assignment);
      at++;
    } else if (name === 'timeout') {
      at = skipOptions(words, at + 1, ['-s', '-k', '--signal', '--kill-after']);
      command.minutes ??= minutesIn(words[at++]?.text ?? '');
    } else if (valued && at + 1 < words.length) at = skipOptions(words, at + 1, valued);
    else break;
  }
  if (at > 0) command.words = words.slice(at);
}

/** `90`, `90s`, `1.5m`, `2h` and `1d`, as `timeout` takes them; 0 is no limit. */
function minutesIn(duration: string): number | undefined {
  const [, number, unit = 's'] = /^(\d{1,9}(?:\.\d{1,9})?)([smhd])?$/.exec(duration) ?? [];
  const minutes = Number(number) * ({ s: 1 / 60, m: 1, h: 60, d: 1440 }[unit] ?? 1);
  return minutes > 0 ? minutes : undefined;
}

function skipOptions(words: readonly ShellWord[], start: number, valued: readonly string[]): number {
  let at = start;
  for (let word = words[at]; word?.text.startsWith('-'); word = words[at]) {
    at += valued.includes(word.text) ? 2 : 1;
    if (word.text === '--') break;
  }
  return at;
}

/** `/usr/local/bin/kubectl` and `kubectl.exe` are both `kubectl`; `./gradlew` is `gradlew`. */
export function commandName(text: string): string {
  const base = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
  return base.replace(/\.(?:exe|cmd|bat)$/i, '');
}
