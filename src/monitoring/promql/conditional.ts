import type { BinaryExpression, Expression } from '../../syntax/promql/index.ts';
import { isComparison } from './operators.ts';

/** Records are made of records; a longer chain than this tells nothing more. */
const MAX_RECORDS = 10;

/**
 * Can the expression give nothing while all is well? One that cannot is an alert that always fires. `recorded` gives
 * the expression of a recording rule. `undefined` where it reads a series that looks recorded, by a rule unknown.
 */
export function isConditional(
  expression: Expression,
  recorded: (metric: string) => Expression | undefined,
): boolean | undefined {
  const ask = (part: Expression, records: number): boolean | undefined => {
    switch (part.kind) {
      case 'number':
      case 'text':
        return false;
      case 'selector': {
        const { metric } = part.selector;
        // It is there only while an alert fires.
        if (metric === undefined || metric === 'ALERTS') return metric === 'ALERTS' ? true : undefined;
        const record = records < MAX_RECORDS ? recorded(metric) : undefined;
        if (record) return ask(record, records + 1);
        return metric.includes(':') ? undefined : false;
      }
      case 'range':
      case 'subquery':
      case 'signed':
        return ask(part.of, records);
      case 'call':
        if (part.name.startsWith('absent')) return true;
        if (part.name === 'scalar' || part.name === 'vector') return false;
        return either(part.parameters.map((parameter) => ask(parameter, records)));
      case 'aggregate':
        return either(part.parameters.map((parameter) => ask(parameter, records)));
      case 'binary':
        return ofBinary(part, (side) => ask(side, records));
    }
  };
  return ask(expression, 0);
}

function ofBinary(
  { operator, bool, left, right }: BinaryExpression,
  ask: (side: Expression) => boolean | undefined,
): boolean | undefined {
  if (operator === 'and' || operator === 'unless') return true;
  if (isComparison(operator) && !bool) return true;
  const [one, two] = [ask(left), ask(right)];
  if (operator !== 'or') return either([one, two]);
  // Where one side always gives something, so does the whole.
  if (one === false || two === false) return false;
  return one === undefined || two === undefined ? undefined : true;
}

/** One part that may give nothing makes the whole give nothing. */
function either(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}
