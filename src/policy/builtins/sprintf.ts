import { showRegoValue } from './value.ts';

const VERB = /%([+\-# 0]*)([1-9]\d*)?(?:\.(\d*))?(.?)/gsu;

interface Spec {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly verb: string;
}

/** Go's `fmt.Sprintf` as Rego sees it: numbers and strings are themselves, all else is printed as Rego first. */
export function sprintf(format: string, values: readonly unknown[]): string {
  const args = values.map((value) =>
    typeof value === 'string' || typeof value === 'number' ? value : showRegoValue(value),
  );
  let next = 0;
  const text = format.replace(
    VERB,
    (_, flags: string, width: string | undefined, digits: string | undefined, verb: string) => {
      if (verb === '') return '%!(NOVERB)';
      if (verb === '%') return '%';
      if (next >= args.length) return `%!${verb}(MISSING)`;
      const precision = digits === undefined ? undefined : Number(digits);
      return formatted({ flags, width: Number(width ?? 0), precision, verb }, args[next++] ?? '');
    },
  );
  const extra = args.slice(next).map((arg) => `${typeName(arg)}=${shown(arg)}`);
  return extra.length > 0 ? `${text}%!(EXTRA ${extra.join(', ')})` : text;
}

function formatted(spec: Spec, arg: string | number): string {
  const body = typeof arg === 'string' ? ofString(spec, arg) : ofNumber(spec, arg);
  return padded(spec, body ?? `%!${spec.verb}(${typeName(arg)}=${shown(arg)})`, typeof arg === 'number');
}

function ofString({ verb, precision, flags }: Spec, arg: string): string | undefined {
  const text = precision === undefined ? arg : Array.from(arg).slice(0, precision).join('');
  switch (verb) {
    case 's':
      return text;
    case 'v':
      return flags.includes('#') ? JSON.stringify(text) : text;
    case 'q':
      return JSON.stringify(text);
    case 'x':
    case 'X': {
      const hex = Buffer.from(text, 'utf8').toString('hex');
      return verb === 'x' ? hex : hex.toUpperCase();
    }
    default:
      return undefined;
  }
}

function ofNumber(spec: Spec, arg: number): string | undefined {
  const sign = spec.flags.includes('+') && arg >= 0 ? '+' : '';
  if (spec.verb === 'v') return sign + shown(arg);
  const text = Number.isInteger(arg) ? ofInteger(spec, arg) : ofFraction(spec, arg);
  return text && sign + text;
}

function ofInteger({ verb }: Spec, arg: number): string | undefined {
  switch (verb) {
    case 'd':
      return shown(arg);
    case 'x':
      return arg.toString(16);
    case 'X':
      return arg.toString(16).toUpperCase();
    case 'o':
      return arg.toString(8);
    case 'b':
      return arg.toString(2);
    case 'c':
      return String.fromCodePoint(arg);
    default:
      return undefined;
  }
}

function ofFraction({ verb, precision }: Spec, arg: number): string | undefined {
  switch (verb) {
    case 'f':
    case 'F':
      return arg.toFixed(precision ?? 6);
    case 'e':
      return exponent(arg.toExponential(precision ?? 6));
    case 'g':
      return shown(precision === undefined ? arg : Number(arg.toPrecision(precision || 1)));
    default:
      return undefined;
  }
}

/** As Go prints numbers: plain from 1e-4 up to 1e21. */
function shown(arg: string | number): string {
  if (typeof arg === 'string') return arg;
  if (Number.isInteger(arg)) return BigInt(arg).toString();
  return Math.abs(arg) < 1e-4 || Math.abs(arg) >= 1e21 ? exponent(arg.toExponential()) : String(arg);
}

/** Go writes at least two digits of exponent. */
function exponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function typeName(arg: string | number): string {
  if (typeof arg === 'string') return 'string';
  return Number.isInteger(arg) ? 'int64' : 'float64';
}

function padded({ flags, width, verb }: Spec, body: string, numeric: boolean): string {
  const missing = width - Array.from(body).length;
  if (missing <= 0) return body;
  if (flags.includes('-')) return body + ' '.repeat(missing);
  if (!flags.includes('0') || (!numeric && verb === 'q')) return ' '.repeat(missing) + body;
  const signed = numeric && /^[+-]/.test(body) ? 1 : 0;
  return body.slice(0, signed) + '0'.repeat(missing) + body.slice(signed);
}
