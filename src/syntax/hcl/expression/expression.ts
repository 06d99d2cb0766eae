import { call } from './calls.ts';
import { braced, bracketed } from './constructors.ts';
import type { Scanner, TokenKind } from '../scanner.ts';
import { heredoc, quoted } from '../template/template.ts';
import { withTraversals } from './traversals.ts';
import type { BinaryOperator, Expression } from '../tree.ts';

/** Operators with their precedence; all of them associate to the left. */
const BINARY: Readonly<Partial<Record<TokenKind, number>>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

/** One operator after the other nests the tree to the left, which costs whoever walks it a level each. */
const MAX_CHAIN = 400;

/** Parses an expression, up to what cannot belong to it. */
export function expression(scanner: Scanner): Expression {
  scanner.enter();
  const condition = binary(scanner, 1);
  let result = condition;
  if (scanner.takeIf('?')) {
    const then = expression(scanner);
    scanner.expect(':', '":" and the value for when the condition is false');
    const otherwise = expression(scanner);
    result = { kind: 'conditional', start: condition.start, end: otherwise.end, condition, then, otherwise };
  }
  scanner.depth--;
  return result;
}

function binary(scanner: Scanner, lowest: number): Expression {
  let left = term(scanner);
  for (let chain = 0; ; chain++) {
    const operator = scanner.peek();
    const precedence = BINARY[operator];
    if (precedence === undefined || precedence < lowest) return left;
    if (chain > MAX_CHAIN) {
      scanner.fail(`More than ${String(MAX_CHAIN)} operators in a row.`, undefined, 'hcl/too-deep');
    }
    scanner.take();
    const right = binary(scanner, precedence + 1);
    const { start } = left;
    left = { kind: 'binary', start, end: right.end, operator: operator as BinaryOperator, left, right };
  }
}

function term(scanner: Scanner): Expression {
  const kind = scanner.peek();
  if (kind === '-' || kind === '!') {
    const { start } = scanner;
    scanner.take();
    scanner.enter();
    const operand = term(scanner);
    scanner.depth--;
    return { kind: 'unary', start, end: operand.end, operator: kind, operand };
  }
  return withTraversals(scanner, primary(scanner, kind));
}

function primary(scanner: Scanner, kind: TokenKind): Expression {
  switch (kind) {
    case 'identifier':
      return named(scanner);
    case 'number':
      return number(scanner);
    case 'quote':
      return quoted(scanner);
    case 'heredoc':
      return heredoc(scanner);
    case '(':
      return parentheses(scanner);
    case '[':
      return bracketed(scanner);
    case '{':
      return braced(scanner);
    default:
      return scanner.fail(`Expected a value, but found ${scanner.found()}.`);
  }
}

function named(scanner: Scanner): Expression {
  const { start, end } = scanner;
  const name = scanner.tokenText();
  scanner.take();
  const next = scanner.peek();
  if (next === '(' || next === '::') return call(scanner, name, { start, end });
  if (name === 'true' || name === 'false') return { kind: 'bool', start, end, value: name === 'true' };
  if (name === 'null') return { kind: 'null', start, end };
  return { kind: 'reference', start, end, root: name, rootSpan: { start, end }, steps: [] };
}

function number(scanner: Scanner): Expression {
  const { start, end } = scanner;
  const text = scanner.tokenText();
  scanner.take();
  if (scanner.kind === 'identifier' && scanner.start === end) {
    scanner.fail(`"${text}${scanner.tokenText()}" is not a number.`, { start, end: scanner.end });
  }
  return { kind: 'number', start, end, text, value: Number(text) };
}

function parentheses(scanner: Scanner): Expression {
  const { start, newlines } = scanner;
  scanner.take();
  scanner.newlines = false;
  const inner = scanner.expression();
  const { end } = scanner.expectClose(')', start);
  scanner.newlines = newlines;
  return { kind: 'parentheses', start, end, expression: inner };
}
