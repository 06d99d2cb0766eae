import type { Scanner } from '../scanner.ts';
import type { Expression, ForExpression, ObjectItem } from '../tree.ts';
import { forHead } from './for-head.ts';

/** Parses `[…]`: a tuple, or a `for` that gives one. */
export function bracketed(scanner: Scanner): Expression {
  const { start, newlines } = scanner;
  scanner.take();
  scanner.newlines = false;
  if (scanner.isKeyword('for')) return forExpression(scanner, start, newlines, ']');
  const items: Expression[] = [];
  while (scanner.peek() !== ']') {
    items.push(scanner.expression());
    if (!scanner.takeIf(',')) break;
  }
  const { end } = scanner.expectClose(']', start, '"," or "]"');
  scanner.newlines = newlines;
  return { kind: 'tuple', start, end, items };
}

/** Parses `{…}`: an object, whose items end with commas or lines, or a `for` that gives one. */
export function braced(scanner: Scanner): Expression {
  const { start, newlines } = scanner;
  scanner.take();
  scanner.newlines = false;
  if (scanner.isKeyword('for')) return forExpression(scanner, start, newlines, '}');
  const items: ObjectItem[] = [];
  for (;;) {
    scanner.newlines = false;
    if (scanner.peek() === '}') break;
    scanner.newlines = true;
    items.push(objectItem(scanner));
    const kind = scanner.peek();
    if (kind === '}') break;
    if (kind !== ',' && kind !== 'newline') scanner.failUnclosed('}', start, 'a comma, a new line or "}"');
    scanner.take();
  }
  const { end } = scanner.expectClose('}', start);
  scanner.newlines = newlines;
  return { kind: 'object', start, end, items };
}

function objectItem(scanner: Scanner): ObjectItem {
  const key = scanner.expression();
  const kind = scanner.peek();
  if (kind !== '=' && kind !== ':') scanner.fail(`Expected "=" after the key, but found ${scanner.found()}.`);
  scanner.take();
  const value = scanner.expression();
  return { start: key.start, end: value.end, key, name: bareName(scanner, key), value };
}

function bareName(scanner: Scanner, key: Expression): string | undefined {
  if (key.kind === 'reference' && key.steps.length === 0) return key.root;
  // Keywords stand for themselves as keys: `{ null = 1 }`.
  return key.kind === 'bool' || key.kind === 'null' ? scanner.text.slice(key.start, key.end) : undefined;
}

function forExpression(scanner: Scanner, start: number, newlines: boolean, close: ']' | '}'): ForExpression {
  const head = forHead(scanner);
  scanner.expect(':', '":" after the collection');
  let value = scanner.expression();
  let key: Expression | undefined;
  if (close === '}') {
    key = value;
    scanner.expect('=>', '"=>" between key and value');
    value = scanner.expression();
  }
  const grouping = close === '}' && scanner.takeIf('...');
  let condition: Expression | undefined;
  if (scanner.isKeyword('if')) {
    scanner.take();
    condition = scanner.expression();
  }
  const { end } = scanner.expectClose(close, start);
  scanner.newlines = newlines;
  return { kind: 'for', start, end, ...head, key, value, grouping, condition };
}
