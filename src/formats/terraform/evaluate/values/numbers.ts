import type { Location } from '../../../../source/index.ts';
import { numberAt, type NumberValue } from '../../../../cloud/index.ts';
import { wideOf, wideOfDouble, wideText, type Wide } from './wide.ts';

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** A number's digits without an exponent, as Terraform writes it into strings. */
export function formatNumber(number: Pick<NumberValue, 'value' | 'text'>): string {
  if (number.text !== undefined) return number.text;
  if (Object.is(number.value, -0)) return '-0';
  const text = String(number.value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', first = '', rest = '', exponent = '0'] = match;
  const digits = first + rest;
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** The number that a decimal text names, with its exact text where a double is less exact. */
export function decimalAt(at: Location, text: string): NumberValue | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  if (Number.isSafeInteger(value) && text.length < 16) return numberAt(at, value);
  const wide = wideOf(text);
  return wide ? wideAt(at, wide) : numberAt(at, value);
}

export function wideAt(at: Location, wide: Wide): NumberValue {
  const text = wideText(wide);
  const made = numberAt(at, Number(text));
  return formatNumber(made) === text ? made : { ...made, text };
}

/** Undefined for what is no number of Terraform's. */
export function toWide(number: Pick<NumberValue, 'value' | 'text' | 'double'>): Wide | undefined {
  return number.double ? wideOfDouble(number.value) : wideOf(formatNumber(number));
}
