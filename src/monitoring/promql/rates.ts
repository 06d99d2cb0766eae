import type { Expression } from '../../syntax/promql/index.ts';

/** A window that a function looks at, with offsets of its range in the expression. */
export interface RateWindow {
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}

/** Functions that give nothing where their window holds one sample only. */
const NEED_TWO: ReadonlySet<string> = new Set([
  'rate',
  'irate',
  'increase',
  'delta',
  'idelta',
  'deriv',
  'predict_linear',
]);

/** The windows of functions that need two samples at least, in the order of the text; those that are filled in are left out. */
export function rateWindows(expression: Expression): readonly RateWindow[] {
  const found: RateWindow[] = [];
  const visit = (node: Expression): void => {
    switch (node.kind) {
      case 'call': {
        const [first] = node.parameters;
        if (NEED_TWO.has(node.name) && first?.kind === 'range' && first.seconds !== undefined)
          found.push({ seconds: first.seconds, start: first.start, end: first.end });
        node.parameters.forEach(visit);
        return;
      }
      case 'aggregate':
        node.parameters.forEach(visit);
        return;
      case 'binary':
        visit(node.left);
        visit(node.right);
        return;
      case 'range':
      case 'subquery':
      case 'signed':
        visit(node.of);
        return;
      case 'number':
      case 'text':
      case 'selector':
    }
  };
  visit(expression);
  return found;
}
