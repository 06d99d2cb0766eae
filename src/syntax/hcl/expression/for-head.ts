import type { Scanner } from '../scanner.ts';
import type { ForExpression } from '../tree.ts';

export type ForHead = Pick<ForExpression, 'keyVariable' | 'valueVariable' | 'collection'>;

/** `for key, value in collection`, as it stands in expressions and in templates. */
export function forHead(scanner: Scanner): ForHead {
  scanner.take();
  let valueVariable = variable(scanner);
  let keyVariable: string | undefined;
  if (scanner.takeIf(',')) {
    keyVariable = valueVariable;
    valueVariable = variable(scanner);
  }
  if (!scanner.isKeyword('in')) scanner.fail(`Expected "in", but found ${scanner.found()}.`);
  scanner.take();
  return { keyVariable, valueVariable, collection: scanner.expression() };
}

function variable(scanner: Scanner): string {
  const name = scanner.peek() === 'identifier' ? scanner.tokenText() : '';
  scanner.expect('identifier', 'the name of a variable');
  return name;
}
