/** What `JSON.stringify(value, null, 2)` and a line end give, in pieces: entries of the object's lists one by one. */
export function* indented(value: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{\n  ';
  for (const [key, member] of Object.entries(value)) {
    yield `${before}${JSON.stringify(key)}: `;
    if (isList(member)) yield* listed(member);
    else yield textOf(member, '\n  ');
    before = ',\n  ';
  }
  yield '\n}\n';
}

/** A list whose entries are made when they are written: all at once take more memory than what they are made of. */
export function* lazily<T>(entries: readonly T[], make: (entry: T) => unknown): Generator {
  for (const entry of entries) yield make(entry);
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function* listed(entries: Iterable<unknown>): Generator<string> {
  let before = '[\n    ';
  for (const entry of entries) {
    yield before;
    yield textOf(entry, '\n    ');
    before = ',\n    ';
  }
  yield before.startsWith(',') ? '\n  ]' : '[]';
}

/** Texts have no line ends of their own in JSON. */
function textOf(value: unknown, lineEnd: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', lineEnd);
}
