import type { Scanner } from '../scanner.ts';
import type { Expression, SplatItem, TraversalStep } from '../tree.ts';

const MAX_STEPS = 200;

/** Parses what may follow a term: `.name`, `.0`, `[key]`, `[*]`, `.*`. */
export function withTraversals(scanner: Scanner, term: Expression): Expression {
  let result = term;
  for (let steps = 0; ; steps++) {
    const kind = scanner.peek();
    if (kind !== '.' && kind !== '[') return result;
    if (steps > MAX_STEPS) {
      scanner.fail(`More than ${String(MAX_STEPS)} steps in one reference.`, undefined, 'hcl/too-deep');
    }
    result = kind === '.' ? dotted(scanner, result) : indexed(scanner, result);
  }
}

function dotted(scanner: Scanner, source: Expression): Expression {
  const { start } = scanner;
  scanner.take();
  switch (scanner.peek()) {
    case 'identifier':
    case 'number':
      return withSteps(source, takeSteps(scanner, start));
    case '*':
      return attributeSplat(scanner, source, start);
    default:
      return scanner.fail(`Expected an attribute name after ".", but found ${scanner.found()}.`);
  }
}

/** One step, or two for a legacy index like `.0.1`, which looks like a number and is refused, though its meaning is plain. */
function takeSteps(scanner: Scanner, dot: number): readonly TraversalStep[] {
  const { kind, start, end } = scanner;
  const text = scanner.tokenText();
  scanner.take();
  if (kind === 'identifier') return [{ kind: 'attribute', start: dot, end, key: text }];
  const parts = text.split('.');
  if (!parts.every((part) => /^\d+$/.test(part))) scanner.fail(`".${text}" is not an index.`, { start, end });
  const [first = '', second] = parts;
  const middle = start + first.length;
  const steps: TraversalStep[] = [{ kind: 'index', start: dot, end: middle, key: Number(first) }];
  if (second !== undefined) {
    const message = `Two indexes in a row are written in brackets: [${first}][${second}].`;
    scanner.report('hcl/syntax', message, { start, end });
    steps.push({ kind: 'index', start: middle, end, key: Number(second) });
  }
  return steps;
}

function attributeSplat(scanner: Scanner, source: Expression, start: number): Expression {
  const item: SplatItem = { kind: 'splat-item', start, end: scanner.end };
  scanner.take();
  let each: Expression = item;
  while (scanner.peek() === '.') {
    const dot = scanner.start;
    scanner.take();
    const kind = scanner.peek();
    if (kind !== 'identifier' && kind !== 'number') {
      scanner.fail(`Expected an attribute name after ".", but found ${scanner.found()}.`);
    }
    const steps = takeSteps(scanner, dot);
    // Unlike after `[*]`, the steps after `.*` are a range of their own.
    each =
      each === item
        ? { kind: 'traversal', start: dot, end: scanner.previousEnd, source: item, steps }
        : withSteps(each, steps);
  }
  return { kind: 'splat', start: source.start, end: scanner.previousEnd, form: 'attribute', source, each };
}

function indexed(scanner: Scanner, source: Expression): Expression {
  const { start, newlines } = scanner;
  scanner.take();
  scanner.newlines = false;
  if (scanner.peek() === '*') {
    scanner.take();
    const { end } = scanner.expectClose(']', start);
    scanner.newlines = newlines;
    scanner.enter();
    const each = withTraversals(scanner, { kind: 'splat-item', start, end });
    scanner.depth--;
    return { kind: 'splat', start: source.start, end: each.end, form: 'full', source, each };
  }
  const key = scanner.expression();
  const { end } = scanner.expectClose(']', start);
  scanner.newlines = newlines;
  if (key.kind === 'number' || key.kind === 'string') {
    return withSteps(source, [{ kind: 'index', start, end, key: key.value }]);
  }
  return { kind: 'index', start: source.start, end, collection: source, key };
}

function withSteps(source: Expression, steps: readonly TraversalStep[]): Expression {
  const end = steps.at(-1)?.end ?? source.end;
  if (source.kind === 'reference' || source.kind === 'traversal') {
    return { ...source, end, steps: [...source.steps, ...steps] };
  }
  return { kind: 'traversal', start: source.start, end, source, steps };
}
