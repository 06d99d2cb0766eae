/**
 * Which types a value can be taken for. Systems that read YAML turn scalars into each other (`"true"`, `"3"`, a number
 * for a text), each in its own way, so that only a scalar which can't be meant is a mistake.
 */
export function canBe(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'string':
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    case 'integer':
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && isNumber(value));
    case 'boolean':
      return typeof value === 'boolean' || (typeof value === 'string' && BOOLEANS.has(value.toLowerCase()));
    default:
      return false;
  }
}

/** Also those of YAML 1.1. */
const BOOLEANS: ReadonlySet<string> = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);

const isNumber = (text: string): boolean => text.trim() !== '' && !Number.isNaN(Number(text));

/** Is the value one of those that a schema lists, however it is written? */
export function isAmong(value: unknown, allowed: readonly unknown[]): boolean {
  const written = text(value);
  return allowed.some((option) => text(option) === written);
}

const text = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase();
