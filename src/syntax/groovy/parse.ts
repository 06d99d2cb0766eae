import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import { lex, type Token } from './lexer.ts';
import { createCursor, type Cursor } from './cursor.ts';
import type {
  GroovyArgument,
  GroovyBlock,
  GroovyCall,
  GroovyFile,
  GroovyList,
  GroovyStatement,
  GroovyValue,
} from './tree.ts';

/** Brackets in brackets; what is deeper is skipped. */
const DEPTH = 100;
const MODIFIERS: ReadonlySet<string> = new Set(['def', 'final', 'static', 'private', 'public', 'protected']);
/** These begin a statement though a block ended on the same line. */
const CONTINUING: ReadonlySet<string> = new Set(['else', 'catch', 'finally']);
/** Words that stand between values, or are no method that a value after them could be given to. */
const OPERATORS: ReadonlySet<string> = new Set(['in', 'instanceof', 'as', 'new']);

/** Reads a file; what cannot be understood is skipped up to where something that can begins. */
export function parseGroovy(file: SourceFile): GroovyFile {
  const { tokens, comments, unclosed } = lex(file);
  const diagnostics: Diagnostic[] = unclosed.map(({ what, start, end }) =>
    problem(file, { start, end }, `The ${what} that begins here does not end.`),
  );
  const cursor = createCursor(file, tokens, (span, message) =>
    diagnostics.push(problem(file, span, message)),
  );
  const statements: GroovyStatement[] = [];
  while (cursor.peek().kind !== 'end') {
    // Files hold more than a call takes arguments.
    for (const statement of statementsOf(cursor, 0)) statements.push(statement);
    const left = cursor.peek();
    if (left.kind === 'end') break;
    cursor.report(left, `\`${left.text}\` closes nothing.`);
    cursor.next();
  }
  const body: GroovyBlock = { kind: 'block', statements, start: 0, end: file.text.length };
  return { file, body, comments, diagnostics };
}

function problem(file: SourceFile, span: Span, message: string): Diagnostic {
  return { code: 'groovy/syntax', level: 'error', message, path: file.path, location: { file, span } };
}

const isClose = ({ kind, text }: Token): boolean =>
  kind === 'sign' && (text === '}' || text === ')' || text === ']');
const isSign = ({ kind, text }: Token, sign: string): boolean => kind === 'sign' && text === sign;

function statementsOf(cursor: Cursor, depth: number): GroovyStatement[] {
  const statements: GroovyStatement[] = [];
  for (let token = cursor.peek(); token.kind !== 'end' && !isClose(token); token = cursor.peek()) {
    if (token.kind === 'line' || isSign(token, ';')) cursor.next();
    else statements.push(statementOf(cursor, depth));
  }
  return statements;
}

function statementOf(cursor: Cursor, depth: number): GroovyStatement {
  const { start } = cursor.peek();
  let declares = false;
  while (
    cursor.peek().kind === 'word' &&
    MODIFIERS.has(cursor.peek().text) &&
    cursor.peek(1).kind === 'word'
  ) {
    declares = true;
    cursor.next();
  }
  const [first, second, third] = [cursor.peek(), cursor.peek(1), cursor.peek(2)];
  const typed = first.kind === 'word' && second.kind === 'word' && !OPERATORS.has(second.text);
  if (typed && (isSign(third, '=') || (declares && isSign(third, '(')))) cursor.next();
  if (typed && isSign(third, '(') && /^(?:void|boolean|int|[A-Z]\w*)$/.test(first.text) && !declares) {
    declares = true;
    cursor.next();
  }
  const name = cursor.peek();
  const assigned = name.kind === 'word' && isSign(cursor.peek(1), '=') ? name.text : undefined;
  if (assigned !== undefined) {
    cursor.next();
    cursor.next();
    cursor.skipLines();
  }
  const value = expressionOf(cursor, depth, 'statement');
  const defines = declares && assigned === undefined && value.kind === 'call' && value.called;
  return { assigned, defines, value, start, end: value.end };
}

/** What ends an expression: the end of a statement, of an argument of a command, of an item in brackets. */
type Within = 'statement' | 'command' | 'brackets';

function expressionOf(cursor: Cursor, depth: number, within: Within): GroovyValue {
  const { start } = cursor.peek();
  const inner: GroovyValue[] = [];
  let signs = 0;
  let { end } = { end: start };
  for (let token = cursor.peek(); !endsExpression(token, within, inner.at(-1)); token = cursor.peek()) {
    if (token.kind === 'line') {
      cursor.next();
      continue;
    }
    const value = operandOf(cursor, depth, within);
    if (value) inner.push(value);
    else {
      signs++;
      end = cursor.next().end;
      // An operator at the end of a line goes on in the next one.
      if (/^(?:[-+*/%?:]|&&|\|\||\?:|==?|!=)$/.test(token.text)) cursor.skipLines();
    }
    end = Math.max(end, value?.end ?? 0);
  }
  const [only] = inner;
  if (only && inner.length === 1 && signs === 0) return only;
  return { kind: 'expression', text: cursor.text(start, end), inner, start, end };
}

function endsExpression(token: Token, within: Within, last: GroovyValue | undefined): boolean {
  if (token.kind === 'end' || isClose(token) || isSign(token, ';')) return true;
  if (token.kind === 'line') return within !== 'brackets';
  if (isSign(token, ',')) return within !== 'statement';
  // The block is given to the command, not to its last argument.
  if (within === 'command' && last && isSign(token, '{')) return true;
  const block = last !== undefined && endsInBlock(last);
  return within !== 'brackets' && block && token.kind === 'word' && CONTINUING.has(token.text);
}

function endsInBlock(value: GroovyValue): boolean {
  if (value.kind !== 'call') return value.kind === 'block';
  const last = value.args.at(-1)?.value;
  return value.body !== undefined || (last?.kind === 'call' && last.body !== undefined);
}

/** One value with all that is called on it; undefined when a sign stands here. */
function operandOf(cursor: Cursor, depth: number, within: Within): GroovyValue | undefined {
  const token = cursor.peek();
  let value: GroovyValue;
  if (token.string) {
    cursor.next();
    value = token.string;
  } else if (token.kind === 'number') {
    cursor.next();
    value = { kind: 'expression', text: token.text, inner: [], start: token.start, end: token.end };
  } else if (token.kind === 'word') value = callOf(cursor, depth, undefined, within);
  else if (isSign(token, '[')) value = listOf(cursor, depth);
  else if (isSign(token, '{')) value = blockOf(cursor, depth);
  else if (isSign(token, '(')) {
    const { items, end } = bracketsOf(cursor, depth, ')');
    const inner = items.map((item) => item.value);
    const [only] = inner;
    if (only && inner.length === 1) value = only;
    else value = { kind: 'expression', text: cursor.text(token.start, end), inner, start: token.start, end };
  } else return undefined;
  while (cursor.atDot()) {
    cursor.skipLines();
    cursor.next();
    cursor.skipLines();
    if (cursor.peek().kind === 'word') value = callOf(cursor, depth, value, within);
  }
  return value;
}

function callOf(
  cursor: Cursor,
  depth: number,
  receiver: GroovyValue | undefined,
  within: Within,
): GroovyCall {
  const { name, ...nameSpan } = nameOf(cursor);
  let args: readonly GroovyArgument[] = [];
  let { end } = nameSpan;
  const parentheses = isSign(cursor.peek(), '(');
  if (parentheses) ({ items: args, end } = bracketsOf(cursor, depth, ')'));
  else if (isSign(cursor.peek(), '[') && !cursor.peek().spaced) ({ end } = listOf(cursor, depth));
  let body: GroovyBlock | undefined;
  const mayHaveBlock = !OPERATORS.has(name) && (parentheses || within !== 'command');
  if (mayHaveBlock && cursor.blockFollows(parentheses || within === 'statement')) {
    cursor.skipLines();
    body = blockOf(cursor, depth);
    ({ end } = body);
  } else if (!parentheses && within !== 'brackets' && takesArguments(name, cursor.peek(), depth)) {
    ({ args, body } = commandArguments(cursor, depth + 1));
    end = (body ?? args.at(-1) ?? nameSpan).end;
  }
  const called = parentheses || body !== undefined || args.length > 0;
  const start = receiver?.start ?? nameSpan.start;
  return { kind: 'call', name, nameSpan, called, receiver, args, body, start, end };
}

function nameOf(cursor: Cursor): Span & { readonly name: string } {
  const { text, start, end } = cursor.next();
  const found = { name: text, start, end };
  while (cursor.isPlainDot() && cursor.peek(1).kind === 'word') {
    cursor.next();
    const word = cursor.next();
    found.name += `.${word.text}`;
    found.end = word.end;
  }
  return found;
}

/** `sh 'x'`, `agent any`, `parameters [a]`: a value stands after the name, on the same line. */
function takesArguments(name: string, token: Token, depth: number): boolean {
  if (OPERATORS.has(name) || !token.spaced || depth > DEPTH) return false;
  if (token.kind === 'word') return !OPERATORS.has(token.text);
  return token.kind === 'string' || token.kind === 'number' || isSign(token, '[');
}

/** Arguments without parentheses; of `node 'linux' { … }` and `lock resource: 'x', { … }` the block is no argument. */
function commandArguments(
  cursor: Cursor,
  depth: number,
): { readonly args: readonly GroovyArgument[]; readonly body: GroovyBlock | undefined } {
  const args: GroovyArgument[] = [];
  for (;;) {
    args.push(argumentOf(cursor, depth, 'command'));
    if (!isSign(cursor.peek(), ',')) break;
    cursor.next();
    cursor.skipLines();
    if (cursor.peek().kind === 'end' || isClose(cursor.peek())) break;
  }
  if (isSign(cursor.peek(), '{')) return { args, body: blockOf(cursor, depth) };
  const last = args.at(-1);
  return last?.value.kind === 'block' && last.name === undefined
    ? { args: args.slice(0, -1), body: last.value }
    : { args, body: undefined };
}

function argumentOf(cursor: Cursor, depth: number, within: Within): GroovyArgument {
  const token = cursor.peek();
  const named = (token.kind === 'word' || token.kind === 'string') && isSign(cursor.peek(1), ':');
  if (named) {
    cursor.next();
    cursor.next();
    cursor.skipLines();
  }
  const value = expressionOf(cursor, depth, within);
  const name = named ? (token.string?.text ?? token.text) : undefined;
  return { name, value, start: token.start, end: Math.max(token.end, value.end) };
}

function listOf(cursor: Cursor, depth: number): GroovyList {
  const { start } = cursor.peek();
  const { items, end } = bracketsOf(cursor, depth, ']');
  return { kind: 'list', items, start, end };
}

function bracketsOf(
  cursor: Cursor,
  depth: number,
  close: ')' | ']',
): { readonly items: readonly GroovyArgument[]; readonly end: number } {
  const open = cursor.next();
  const items: GroovyArgument[] = [];
  if (depth > DEPTH) cursor.skipNested();
  for (let token = cursor.peek(); token.kind !== 'end' && !isClose(token); token = cursor.peek()) {
    if (token.kind === 'line' || isSign(token, ',') || isSign(token, ';')) cursor.next();
    else items.push(argumentOf(cursor, depth + 1, 'brackets'));
  }
  return { items, end: cursor.close(open, close) };
}

function blockOf(cursor: Cursor, depth: number): GroovyBlock {
  const open = cursor.next();
  if (depth > DEPTH) cursor.skipNested();
  cursor.skipParameters();
  const statements = statementsOf(cursor, depth + 1);
  return { kind: 'block', statements, start: open.start, end: cursor.close(open, '}') };
}
