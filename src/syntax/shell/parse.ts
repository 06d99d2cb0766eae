import type { Span } from '../../source/index.ts';
import { newCommand, type OpenCommand, type ShellScript } from './command.ts';
import { innerScripts } from './inner.ts';
import { isHeredoc, isOperator, type Dialect, type Heredoc, type ShellWord, type Token } from './token.ts';
import { isRedirect, tokenize } from './tokens.ts';
import { readPowerShell } from './powershell/parse.ts';
import { assignmentOf, commandName, unwrap } from './wrappers.ts';

/** Substitutions and `bash -c` inside one another, deeper than anyone writes. */
const DEPTH = 8;
/** A script is a few lines; beyond this many commands the rest is not read. */
const COMMANDS = 20_000;

const LEADERS = new Set([
  'then',
  'else',
  'do',
  'done',
  'fi',
  'esac',
  '{',
  '}',
  'in',
  '!',
  'if',
  'elif',
  'while',
  'until',
]);

interface Parser {
  readonly source: string;
  readonly dialect: Dialect;
  readonly commands: OpenCommand[];
  readonly depth: number;
  /** Where the current and-or list began, for each open group. */
  readonly lists: ListState[];
  current: OpenCommand | undefined;
  tested: 'condition' | 'negated' | undefined;
  /** The `if`s that are open, the innermost last. */
  readonly ifs: If[];
  pattern: boolean;
}

interface ListState {
  from: number;
  /** Index of the first command after the last `||`. */
  fallbackFrom: number | undefined;
  primaryTo: number;
}

interface If {
  /** The commands that it asks; each by its output only, but the last. */
  readonly asked: OpenCommand[];
  /** Its question is read. */
  decided: boolean;
  /** They are asked for a failure. */
  negated: boolean;
  /** Where the branch began that runs when they failed. */
  from: number | undefined;
}

const newIf = (): If => ({ asked: [], decided: false, negated: false, from: undefined });

const newList = (from: number): ListState => ({ from, fallbackFrom: undefined, primaryTo: from });

/** Reads the commands of a script, in the order in which they are written. Never throws. */
export function parseShell(source: string, dialect: Dialect = 'posix'): ShellScript {
  const commands: OpenCommand[] = [];
  const read = ({ start, end }: Span): void => {
    parseInto(commands, source, start, end, dialect, 0);
  };
  if (dialect === 'powershell') readPowerShell(source, commands, read);
  else read({ start: 0, end: source.length });
  return { commands, source, dialect };
}

function parseInto(
  commands: OpenCommand[],
  source: string,
  start: number,
  end: number,
  dialect: Dialect,
  depth: number,
): void {
  const from = commands.length;
  const parser: Parser = {
    source,
    dialect,
    commands,
    depth,
    lists: [newList(from)],
    current: undefined,
    tested: undefined,
    ifs: [],
    pattern: false,
  };
  for (const token of tokenize(source, start, end, dialect)) {
    if (commands.length > COMMANDS) return;
    readToken(parser, token);
  }
  endCommand(parser);
  while (parser.lists.length > 0) closeList(parser);
}

function readToken(parser: Parser, token: Token): void {
  if (isHeredoc(token)) readHeredoc(parser, token);
  else if (isOperator(token)) readOperator(parser, token.operator, token.span.start);
  else readWordToken(parser, token);
}

function readWordToken(parser: Parser, word: ShellWord): void {
  const { current } = parser;
  if (parser.pattern && !current) {
    if (word.text === 'esac') parser.pattern = false;
    return;
  }
  if (!current && !word.quoted && LEADERS.has(word.text)) {
    readLeader(parser, word);
    return;
  }
  const command = (parser.current ??= newCommand(word.span.start));
  const open = command.redirects.at(-1);
  if (open?.target === '') command.redirects[command.redirects.length - 1] = { ...open, target: word.text };
  else command.words.push(word);
  command.span = { start: command.span.start, end: word.span.end };
  if (command.words[0]?.text === 'case' && word.text === 'in' && command.words.length === 3) {
    parser.current = undefined;
    parser.pattern = true;
  }
}

function readLeader(parser: Parser, word: ShellWord): void {
  if (word.text === 'if' || word.text === 'elif' || word.text === 'while' || word.text === 'until') {
    parser.tested = 'condition';
  } else if (word.text === '!') parser.tested ??= 'negated';
  else if (word.text === 'then' || word.text === 'do') parser.tested = undefined;
  else if (word.text === '{') openList(parser);
  else if (word.text === '}') closeList(parser);
  readBranch(parser, word.text);
}

/** `if ! a; then b; fi` and `if a; then c; else b; fi`: `b` runs when `a` fails. */
function readBranch({ ifs, commands, tested }: Parser, word: string): void {
  const open = ifs.at(-1);
  if (word === 'if') ifs.push(newIf());
  if (!open) return;
  if (word === '!' && tested === 'condition' && open.asked.length === 0) open.negated = true;
  if (word === 'then') {
    open.decided = true;
    if (open.negated) open.from = commands.length;
  }
  if (word !== 'else' && word !== 'elif' && word !== 'fi') return;
  const { from, asked } = open;
  const single = asked.every(({ piped }, index) => piped || index === asked.length - 1);
  if (from !== undefined && single) for (const one of asked) one.failed ??= [from, commands.length];
  open.from = word === 'else' && !open.negated ? commands.length : undefined;
  if (word === 'fi') ifs.pop();
  if (word === 'elif') ifs[ifs.length - 1] = newIf();
}

function readOperator(parser: Parser, operator: string, at: number): void {
  const { current } = parser;
  if (current?.words[0]?.text === '[[' && current.words.at(-1)?.text !== ']]' && operator !== '\n') return;
  if (isRedirect(operator)) {
    if (!current) return;
    const last = current.words.at(-1);
    if (last?.span.end === at && /^\d$/.test(last.text)) current.words.pop();
    current.redirects.push({ operator, target: '' });
    return;
  }
  if (operator === ')' && parser.pattern) {
    parser.pattern = false;
    parser.current = undefined;
    return;
  }
  if (operator === ';;') parser.pattern = true;
  if (operator === '(') {
    if (!parser.pattern) openGroup(parser);
  } else separate(parser, operator);
}

/** `name()` declares a function: its body is read as if it ran here. */
function openGroup(parser: Parser): void {
  if (parser.current) parser.current = undefined;
  openList(parser);
}

function separate(parser: Parser, operator: string): void {
  const ended = endCommand(parser);
  if (parser.tested === 'negated') parser.tested = undefined;
  if (operator === '|' || operator === '|&') {
    if (ended) ended.piped = true;
    return;
  }
  if (operator === '&' && ended) ended.background = true;
  if (operator === '||') startFallback(parser);
  else if (operator === ')') closeList(parser);
  else if (operator !== '&&') endList(parser);
}

function startFallback(parser: Parser): void {
  const list = parser.lists.at(-1);
  if (!list) return;
  if (list.fallbackFrom === undefined) list.primaryTo = parser.commands.length;
  list.fallbackFrom ??= parser.commands.length;
}

/** At the end of `a && b || c`, `a` and `b` learn that `c` runs when they fail. */
function endList(parser: Parser): void {
  const list = parser.lists.at(-1);
  if (!list) return;
  const { commands } = parser;
  if (list.fallbackFrom !== undefined && list.fallbackFrom < commands.length) {
    for (const command of commands.slice(list.from, list.primaryTo)) {
      command.fallback ??= [list.fallbackFrom, commands.length];
    }
    for (const command of commands.slice(list.fallbackFrom)) command.onFailure = true;
  }
  Object.assign(list, newList(commands.length));
}

function openList(parser: Parser): void {
  parser.lists.push(newList(parser.commands.length));
}

function closeList(parser: Parser): void {
  endCommand(parser);
  endList(parser);
  parser.lists.pop();
  if (parser.lists.length === 0 && parser.current) parser.lists.push(newList(parser.commands.length));
}

function endCommand(parser: Parser): OpenCommand | undefined {
  const command = parser.current;
  parser.current = undefined;
  if (!command) return undefined;
  const all = command.words;
  while (command.words.length > 0 && command.words[0] && assignmentOf(command.words[0])) unwrap(command);
  unwrap(command);
  command.tested = parser.tested !== undefined;
  command.nested = parser.depth > 0;
  const asking = parser.ifs.at(-1);
  if (parser.tested === 'condition' && asking?.decided === false) asking.asked.push(command);
  const before = parser.commands.at(-1);
  if (before?.piped && before.pipedInto === undefined) {
    before.pipedInto = commandName(command.words[0]?.text ?? '');
  }
  parser.commands.push(command);
  readInside(parser, command, all);
  return command;
}

/** Commands inside the command's own words run as well: substitutions, `bash -c "…"`, `ssh host "…"`. */
function readInside(parser: Parser, command: OpenCommand, all: readonly ShellWord[]): void {
  if (parser.depth >= DEPTH) return;
  const { source, dialect, commands, depth } = parser;
  for (const word of all) {
    for (const span of word.substitutions)
      parseInto(commands, source, span.start, span.end, dialect, depth + 1);
  }
  for (const inner of innerScripts(command)) {
    const from = commands.length;
    if (inner.verbatim) parseInto(commands, source, inner.span.start, inner.span.end, 'posix', depth + 1);
    else parseInto(commands, inner.text, 0, inner.text.length, 'posix', depth + 1);
    for (const nested of commands.slice(from)) {
      nested.remote ||= inner.remote;
      if (!inner.verbatim) nested.span = inner.span;
    }
  }
}

/** The body of a heredoc is data, unless a shell reads it. */
function readHeredoc(parser: Parser, { heredoc: body, literal }: Heredoc): void {
  const command = parser.commands.at(-1);
  if (command && !literal) command.fed = body;
  const name = commandName(command?.words[0]?.text ?? '');
  if (!command || parser.depth >= DEPTH || !['bash', 'sh', 'ssh'].includes(name)) return;
  const from = parser.commands.length;
  parseInto(parser.commands, parser.source, body.start, body.end, 'posix', parser.depth + 1);
  for (const nested of parser.commands.slice(from)) nested.remote ||= name === 'ssh';
}
