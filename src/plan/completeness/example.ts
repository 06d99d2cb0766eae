/** A value as YAML on one line: `{ mechanism: redeploy, maxMinutes: 15 }`. */
export function exampleText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(exampleText).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${exampleText(each)}`)
      .join(', ')} }`;
  if (typeof value !== 'string') return String(value);
  return isPlain(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

/** Dates are texts in plans, and quoted only where YAML would take them apart. */
function isPlain(text: string): boolean {
  return /^[\w/][\w ./:@#-]*$/.test(text) && !/: | #|:$|\s$/.test(text);
}
