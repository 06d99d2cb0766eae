import { commandName, parseShell, type ShellCommand } from '../../syntax/shell/index.ts';
import { readCommandLine } from '../arguments.ts';
import { isDeployName } from '../detail.ts';
import type { Activity, Elsewhere } from './pipeline.ts';
import type { Script } from './script.ts';

/** What a job that is named a deploy runs without saying what that does: a script, a login, a call of a service. */
export function unreadDeploy(
  name: string,
  scripts: readonly Script[],
  activities: readonly Activity[],
): Elsewhere | undefined {
  if (!isDeployName(name) || THINGS.test(name)) return undefined;
  if (activities.some(({ recognition }) => TELLING.has(recognition.kind))) return undefined;
  for (const script of scripts) {
    const found = parseShell(script.text, script.dialect).commands.find(isUnread);
    if (!found) continue;
    const words = found.words.map(({ text }) => text);
    const by = words.slice(0, runsFile(words.slice(1)) && !isFile(words[0] ?? '') ? 2 : 1).join(' ');
    return {
      reason: `what \`${by}\` does is not read`,
      at: script.placeOf(found.span),
      by,
      unread: true,
      file: name,
      targets: [],
    };
  }
  return undefined;
}

/** What is handed out rather than run anywhere. */
const THINGS =
  /image|docs?(?:$|[^a-z])|documentation|package|artifact|snapshot|maven|npm|pypi|gem|coverage|report/i;

const TELLING: ReadonlySet<string> = new Set([
  'deploy',
  'test',
  'scan',
  'package',
  'verify',
  'rollback',
  'cluster',
  'opaque',
]);

const INTERPRETERS: ReadonlySet<string> = new Set([
  'bash',
  'sh',
  'python',
  'python3',
  'node',
  'ruby',
  'php',
  'pwsh',
]);
const SENDS = ['-d', '--data', '--data-raw', '-F', '--form', '-T', '--upload-file'];

function isUnread({ words, nested, tested }: ShellCommand): boolean {
  const [first, ...rest] = words.map(({ text }) => text);
  if (first === undefined || nested || tested) return false;
  if (isFile(first)) return true;
  const name = commandName(first);
  if (INTERPRETERS.has(name)) return runsFile(rest);
  const line = readCommandLine(words.map(({ text }) => text));
  if (name === 'ssh') return line.words.length === 1;
  if (name !== 'curl') return false;
  const method = line.values('-X', '--request')[0];
  return method === undefined
    ? SENDS.some((flag) => line.flags.has(flag)) || /hook|trigger|deploy|update/i.test(line.words.join(' '))
    : /^(?:POST|PUT|PATCH)$/i.test(method);
}

const isFile = (word: string): boolean =>
  /^(?:\.{1,2}\/)?[\w.-]+(?:\/[\w.-]+)*\.(?:sh|py|js|rb|php|ps1)$|^\.\/[\w./-]+$/.test(word);
const runsFile = (rest: readonly string[]): boolean =>
  isFile(rest.find((word) => !word.startsWith('-')) ?? '');
