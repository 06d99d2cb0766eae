import type { SourceFile, Span } from '../../source/index.ts';
import {
  addBuilt,
  builtDocument,
  builtList,
  builtMap,
  builtScalar,
  syntaxProblem,
  type Comment,
  type DataFile,
} from '../data/index.ts';

const MAX_TOLD = 20;
/** Tables of the system name who runs each line; others do not. */
const OF_SYSTEM = /(?:^|\/)(?:cron\.d\/[^/]+|etc\/crontab)$/;
/** What nobody calls a program, so that it is who runs the line. */
const USERS = /^(?:root|postgres|mysql|barman|backup|www-data|nobody|ubuntu|ec2-user|borg|restic)$/;
const FIELD = /^(?:[\d*][\d*,/-]*|[a-z]{3}(?:[-,][a-z]{3})*|@[a-z]+)$/i;

/**
 * Reads a table of cron: `jobs`, each with its `schedule`, `command` and `user`, and `variables`. Of `%` in a command the
 * rest is its input, unless a backslash stands before it (https://man7.org/linux/man-pages/man5/crontab.5.html).
 */
export function parseCrontab(file: SourceFile): DataFile {
  const whole = { start: 0, end: file.text.length };
  const root = builtMap(whole);
  const jobs = builtList(whole);
  const variables = builtMap(whole);
  const comments: Comment[] = [];
  const diagnostics: DataFile['diagnostics'][number][] = [];
  let at = 0;
  for (const raw of file.text.split('\n')) {
    const text = raw.trim();
    const start = at + (raw.length - raw.trimStart().length);
    const span = { start, end: start + text.length };
    at += raw.length + 1;
    if (text === '') continue;
    if (text.startsWith('#')) {
      comments.push({ text: text.replace(/^#+/, '').trim(), location: { file, span } });
      continue;
    }
    const [set, name = ''] = /^([a-z_]\w{0,100})[ \t]*=[ \t]*/i.exec(text) ?? [];
    const job = set === undefined ? jobOf(text, OF_SYSTEM.test(file.path)) : undefined;
    if (set !== undefined) {
      const value = text.slice(set.length).replace(/^(["'])(.*)\1$/, '$2');
      addBuilt(variables, name, builtScalar(value, span, { start, end: start + name.length }));
    } else if (job) {
      const node = builtMap(span);
      for (const [key, [from, value]] of Object.entries(job)) {
        const place: Span = { start: start + from, end: start + from + value.length };
        addBuilt(node, key, builtScalar(key === 'command' ? commandOf(value) : value, place, place));
      }
      addBuilt(jobs, undefined, node);
    } else if (diagnostics.length < MAX_TOLD)
      diagnostics.push({
        ...syntaxProblem(
          file,
          span,
          'crontab/syntax',
          'This line has no schedule and a command; it was left out.',
        ),
        level: 'warning',
      });
  }
  addBuilt(root, 'jobs', jobs);
  addBuilt(root, 'variables', variables);
  return { documents: [builtDocument(file, 'crontab', root, comments)], diagnostics };
}

type Job = Readonly<Record<string, readonly [from: number, value: string]>>;

function jobOf(text: string, ofSystem: boolean): Job | undefined {
  const words = firstWords(text);
  const count = text.startsWith('@') ? 1 : 5;
  const [first, second] = words.slice(count);
  const last = words[count - 1];
  if (!first || !last || !words.slice(0, count).every(([, field]) => FIELD.test(field))) return undefined;
  const isUser = second !== undefined && (ofSystem || USERS.test(first[1]));
  const [from] = isUser ? second : first;
  return {
    schedule: [0, text.slice(0, last[0] + last[1].length)],
    ...(isUser && { user: first }),
    command: [from, text.slice(from)],
  };
}

function commandOf(text: string): string {
  const end = /(?<!\\)%/.exec(text)?.index ?? text.length;
  return text.slice(0, end).replaceAll('\\%', '%');
}

/** No line is looked at further than that tells who runs what, and when. */
function firstWords(text: string): readonly (readonly [at: number, word: string])[] {
  const words: [number, string][] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    words.push([index, word]);
    if (words.length === 8) break;
  }
  return words;
}
