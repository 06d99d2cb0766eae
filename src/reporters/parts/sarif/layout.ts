/**
 * JSON with a line for each member of an object, and for each entry of a list: a result is one line of a diff.
 * Indented to the last bracket, half of a log would be blanks.
 */
export function lineByLine(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Array.isArray(value)
    ? value.map((entry) => JSON.stringify(entry))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => `${JSON.stringify(key)}: ${lineByLine(member, deeper)}`);
  if (lines.length === 0) return `${open}${close}`;
  return `${open}\n${lines.map((line) => deeper + line).join(',\n')}\n${indent}${close}`;
}
