import type { Expression } from '../read/expression.ts';

/** An event, and of a schedule its pattern. */
export interface Start {
  readonly event: string;
  readonly cron?: string;
}

/**
 * Does a condition hold for what an event starts? Undefined where something else decides. What only says that nothing
 * failed, or that the branch is the main one, holds.
 */
export function decides(condition: Expression, start: Start): boolean | undefined {
  switch (condition.kind) {
    case 'literal':
      return !/^(?:0|false|null)?$/i.test(condition.text);
    case 'not':
      return negated(decides(condition.operand, start));
    case 'binary':
      return binary(condition, start);
    case 'call':
      return /^(?:success|always)$/i.test(condition.name) ? true : undefined;
    case 'path':
    case 'opaque':
      return undefined;
  }
}

function binary(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  start: Start,
): boolean | undefined {
  if (operator === '&&' || operator === '||') {
    const sides = [decides(left, start), decides(right, start)];
    const absorbing = operator === '||';
    if (sides.includes(absorbing)) return absorbing;
    return sides.includes(undefined) ? undefined : !absorbing;
  }
  const equal = equality(left, right, start) ?? equality(right, left, start);
  if (operator === '==') return equal;
  return operator === '!=' ? negated(equal) : undefined;
}

const MAIN = /^(?:refs\/heads\/)?(?:main|master|trunk)$/;

function equality(side: Expression, other: Expression, start: Start): boolean | undefined {
  if (side.kind !== 'path' || other.kind !== 'literal') return undefined;
  const name = side.segments.join('.').toLowerCase();
  if (name === 'github.event_name') return other.text.toLowerCase() === start.event;
  if (name === 'github.event.schedule') return other.text === (start.cron ?? '');
  if (name !== 'github.ref' && name !== 'github.ref_name') return undefined;
  return start.event === 'schedule' && MAIN.test(other.text) ? true : undefined;
}

const negated = (answer: boolean | undefined): boolean | undefined =>
  answer === undefined ? undefined : !answer;
