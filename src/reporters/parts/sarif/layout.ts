/**
 * JSON with a line for each member of an object, and for each entry of a list: a result is one line of a diff.
 * Indented to the last bracket, half of a log would be blanks. What comes in pieces need not be there as a whole: a
 * list may be anything that gives its entries one after another.
 */
export function* lineByLine(value: unknown, indent = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value);
    return;
  }
  const [open, close] = Symbol.iterator in value ? '[]' : '{}';
  const deeper = `\n${indent}  `;
  let before = `${open}${deeper}`;
  for (const [key, member] of membersOf(value)) {
    yield key === undefined ? `${before}${JSON.stringify(member)}` : `${before}${JSON.stringify(key)}: `;
    if (key !== undefined) yield* lineByLine(member, `${indent}  `);
    before = `,${deeper}`;
  }
  yield before.startsWith(',') ? `\n${indent}${close}` : `${open}${close}`;
}

/** Members with their names, entries without. */
function* membersOf(value: object): Generator<readonly [string | undefined, unknown]> {
  if (Symbol.iterator in value) for (const entry of value as Iterable<unknown>) yield [undefined, entry];
  else for (const [key, member] of Object.entries(value)) if (member !== undefined) yield [key, member];
}
