import type { NumberValue } from '../../../../cloud/index.ts';

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Parses a number as go-cty does: decimal only; undefined for what is none. */
export function parseDecimal(text: string): number | undefined {
  return DECIMAL.test(text) ? Number(text) : undefined;
}

/** A number's digits without an exponent, as Terraform writes it into strings. */
export function formatNumber(number: Pick<NumberValue, 'value' | 'text'>): string {
  if (number.text !== undefined) return number.text;
  const text = String(number.value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', first = '', rest = '', exponent = '0'] = match;
  const digits = first + rest;
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** The text to keep for a literal that a double cannot hold exactly; undefined when it can. */
export function exactText(text: string, value: number): string | undefined {
  if (Number.isSafeInteger(value) || text.length < 16) return undefined;
  return /^\d+(?:\.\d+)?$/.test(text) ? text : undefined;
}

/** Drops the noise that binary fractions add: 0.1 + 0.2 is 0.3, as with Terraform's wider numbers. */
export function rounded(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));
}
