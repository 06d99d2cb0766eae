import type { Span } from '../../source/index.ts';
import type { OpenCommand } from './command.ts';
import type { ShellWord } from './token.ts';
import { commandName } from './wrappers.ts';

/** A script given to a command as text. */
export interface InnerScript {
  readonly text: string;
  readonly span: Span;
  /** The text stands in the source as it is, so that its commands have exact places. */
  readonly verbatim: boolean;
  readonly remote: boolean;
}

const SHELLS = new Set(['bash', 'sh', 'zsh', 'dash', 'ash', 'ksh', 'pwsh']);
const SSH_VALUED = new Set(['-i', '-p', '-l', '-o', '-F', '-J', '-L', '-R', '-b', '-c', '-E', '-W']);

/** What `bash -c "…"`, `eval "…"` and `ssh host "…"` run. */
export function innerScripts(command: OpenCommand): InnerScript[] {
  const name = commandName(command.words[0]?.text ?? '');
  if (SHELLS.has(name)) {
    const flag = command.words.findIndex((word) => /^-[a-z]*c$/.test(word.text));
    const script = flag > 0 ? command.words[flag + 1] : undefined;
    return script ? [scriptOf([script], false)] : [];
  }
  if (name === 'eval' && command.words.length > 1) return [scriptOf(command.words.slice(1), false)];
  if (name === 'ssh') {
    const rest = afterHost(command.words);
    return rest.length > 0 ? [scriptOf(rest, true)] : [];
  }
  return [];
}

/** What `ssh` has the shell of another machine run. */
export function afterHost(words: readonly ShellWord[]): readonly ShellWord[] {
  let at = 1;
  for (let word = words[at]; word?.text.startsWith('-'); word = words[at]) {
    at += SSH_VALUED.has(word.text) ? 2 : 1;
  }
  return words.slice(at + 1);
}

function scriptOf(words: readonly ShellWord[], remote: boolean): InnerScript {
  const [first] = words;
  const last = words.at(-1);
  const text = words.map((word) => word.text).join(' ');
  const span = { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
  if (words.length > 1 || !first) {
    const plain = words.every((word) => !word.quoted);
    return { text, span, verbatim: plain, remote };
  }
  if (!first.verbatim) return { text, span, verbatim: !first.quoted, remote };
  return { text, span: { start: span.start + 1, end: span.end - 1 }, verbatim: true, remote };
}
