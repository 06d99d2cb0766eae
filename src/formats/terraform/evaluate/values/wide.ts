/**
 * Numbers as Terraform has them: binary, with 512 bits, rounded to even; written with the fewest digits that give the
 * same number again. Go's `math/big` is what this follows.
 */
export interface Wide {
  readonly mantissa: bigint;
  /** Power of two. */
  readonly exponent: number;
}

const BITS = 512;
/** Larger powers of ten are no numbers that a configuration means. */
const MAX_EXPONENT = 2000;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

const bitsOf = (value: bigint): number => value.toString(16).length * 4;
const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** The number that a decimal text names; undefined for what is none, or too large. */
export function wideOf(text: string): Wide | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const exponent = Number(power) - fraction.length;
  if (whole + fraction === '' || Math.abs(exponent) > MAX_EXPONENT || text.length > MAX_EXPONENT)
    return undefined;
  const digits = BigInt(sign.replace('+', '') + whole + fraction);
  return exponent >= 0
    ? rounded(digits * 10n ** BigInt(exponent), 0)
    : quotient(digits, 10n ** BigInt(-exponent), 0);
}

/** All bits of a finite double. */
export function wideOfDouble(value: number): Wide {
  let [mantissa, exponent] = [value, 0];
  for (; !Number.isInteger(mantissa); exponent--) mantissa *= 2;
  return { mantissa: BigInt(mantissa), exponent };
}

/** To 512 bits; a half goes to the even one. `rest`: something non-zero was cut off below. */
function rounded(mantissa: bigint, exponent: number, rest = false): Wide {
  let size = absolute(mantissa);
  let bits = bitsOf(size);
  while (bits > 0 && size >> BigInt(bits - 1) === 0n) bits--;
  const cut = bits - BITS;
  if (cut <= 0) return { mantissa, exponent };
  const half = 1n << BigInt(cut - 1);
  const below = size & ((half << 1n) - 1n);
  size >>= BigInt(cut);
  if (below > half || (below === half && (rest || (size & 1n) === 1n))) size += 1n;
  return { mantissa: mantissa < 0n ? -size : size, exponent: exponent + cut };
}

function quotient(left: bigint, right: bigint, exponent: number): Wide {
  const shift = Math.max(0, BITS + 8 + bitsOf(right) - bitsOf(absolute(left)));
  const wide = left << BigInt(shift);
  return rounded(wide / right, exponent - shift, wide % right !== 0n);
}

/** Both with one exponent. */
function aligned(left: Wide, right: Wide): readonly [bigint, bigint, number] {
  const exponent = Math.min(left.exponent, right.exponent);
  return [
    left.mantissa << BigInt(left.exponent - exponent),
    right.mantissa << BigInt(right.exponent - exponent),
    exponent,
  ];
}

export type WideOperator = '+' | '-' | '*' | '/' | '%';

/** What an operator gives; the right one of a division is not zero. */
export function calculateWide(operator: WideOperator, left: Wide, right: Wide): Wide {
  switch (operator) {
    case '+':
    case '-': {
      const [a, b, exponent] = aligned(left, right);
      return rounded(operator === '+' ? a + b : a - b, exponent);
    }
    case '*':
      return rounded(left.mantissa * right.mantissa, left.exponent + right.exponent);
    case '/': {
      const { mantissa } = right;
      const sign = mantissa < 0n ? -1n : 1n;
      return quotient(sign * left.mantissa, absolute(mantissa), left.exponent - right.exponent);
    }
    case '%': {
      const times = truncated(calculateWide('/', left, right));
      return calculateWide('-', left, calculateWide('*', right, rounded(times, 0)));
    }
  }
}

function truncated({ mantissa, exponent }: Wide): bigint {
  if (exponent >= 0) return mantissa << BigInt(exponent);
  const size = absolute(mantissa) >> BigInt(-exponent);
  return mantissa < 0n ? -size : size;
}

/** Down (-1) or up (1) to a whole number. */
export function wholeWide(value: Wide, direction: -1 | 1): Wide {
  const whole = truncated(value);
  const exact = value.exponent >= 0 || whole << BigInt(-value.exponent) === value.mantissa;
  const outwards = (value.mantissa < 0n ? -1 : 1) === direction;
  return { mantissa: exact || !outwards ? whole : whole + BigInt(direction), exponent: 0 };
}

export function compareWide(left: Wide, right: Wide): number {
  const [a, b] = aligned(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The fewest digits that no other number of 512 bits is nearer to, without an exponent. */
export function wideText({ mantissa, exponent }: Wide): string {
  if (mantissa === 0n) return '0';
  const sign = mantissa < 0n ? '-' : '';
  const size = absolute(mantissa);
  const shift = BigInt(Math.max(0, BITS - size.toString(2).length));
  // One bit more than there are, so that one is half of what separates neighbors.
  const doubled = size << (shift + 1n);
  const power = exponent - Number(shift) - 1;
  const scale = power < 0 ? -power : 0;
  const decimal = (value: bigint): bigint =>
    power < 0 ? value * 5n ** BigInt(scale) : value << BigInt(power);
  const digits = shortest(
    decimal(doubled - 1n),
    decimal(doubled),
    decimal(doubled + 1n),
    ((size << shift) & 1n) === 0n,
  );
  const padded = digits.padStart(scale + 1, '0');
  const whole = padded.slice(0, padded.length - scale);
  const fraction = padded.slice(padded.length - scale).replace(/0+$/, '');
  return sign + whole + (fraction === '' ? '' : `.${fraction}`);
}

/** The digits of the middle one, rounded where either side tells it apart from its neighbors. */
function shortest(low: bigint, value: bigint, high: bigint, inclusive: boolean): string {
  const upper = high.toString();
  const middle = value.toString().padStart(upper.length, '0');
  const lower = low.toString().padStart(upper.length, '0');
  const end = (text: string): number => text.replace(/0+$/, '').length;
  for (let at = 0; at < middle.length; at++) {
    const digit = middle.charCodeAt(at);
    const down = lower.charCodeAt(at) !== digit || (inclusive && at + 1 === end(lower));
    const above = upper.charCodeAt(at);
    const up = digit !== above && (inclusive || digit + 1 < above || at + 1 < end(upper));
    if (!down && !up) continue;
    const kept = BigInt(middle.slice(0, at + 1));
    const rest = middle.slice(at + 1);
    const half = `5${'0'.repeat(Math.max(0, rest.length - 1))}`;
    const nearer = rest > half || (rest === half && kept % 2n === 1n);
    const ended = /^0*$/.test(rest);
    const raised = !ended && up && (!down || nearer);
    return (raised ? kept + 1n : kept).toString() + '0'.repeat(rest.length);
  }
  return middle;
}
