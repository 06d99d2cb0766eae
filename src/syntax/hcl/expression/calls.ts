import type { Span } from '../../../source/index.ts';
import type { Scanner } from '../scanner.ts';
import type { CallExpression, Expression } from '../tree.ts';

/** Parses a function call from what follows the name's first part. */
export function call(scanner: Scanner, first: string, firstSpan: Span): CallExpression {
  let name = first;
  let nameSpan = firstSpan;
  while (scanner.takeIf('::')) {
    const part = scanner.peek() === 'identifier' ? scanner.tokenText() : '';
    const { end } = scanner.expect('identifier', 'the name of a function');
    name += `::${part}`;
    nameSpan = { start: nameSpan.start, end };
  }
  if (scanner.peek() !== '(')
    scanner.fail(`Expected "(" after the function name, but found ${scanner.found()}.`);
  const { newlines, start: open } = scanner;
  scanner.take();
  scanner.newlines = false;
  const values: Expression[] = [];
  let expandFinal = false;
  while (scanner.peek() !== ')') {
    values.push(scanner.expression());
    expandFinal = scanner.takeIf('...');
    if (expandFinal) break;
    if (!scanner.takeIf(',')) break;
  }
  const { end } = scanner.expectClose(')', open, expandFinal ? undefined : '"," or ")"');
  scanner.newlines = newlines;
  return { kind: 'call', start: nameSpan.start, end, name, nameSpan, arguments: values, expandFinal };
}
