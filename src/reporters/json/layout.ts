/** Entries of a list that are written at a time. */
const ENTRIES = 64;

/** What `JSON.stringify(value, null, 2)` and a line end give, in pieces: some entries of the object's lists at a time. */
export function* indented(value: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{\n  ';
  for (const [key, member] of Object.entries(value)) {
    yield `${before}${JSON.stringify(key)}: `;
    if (isList(member)) yield* listed(member);
    else yield within(JSON.stringify([member], null, 2), '[\n  ', '\n]');
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
  for (const some of chunks(entries)) {
    // In a list within a list, so that they are indented as deeply as in the object.
    yield before + within(JSON.stringify([some], null, 2), '[\n  [\n    ', '\n  ]\n]');
    before = ',\n    ';
  }
  yield before.startsWith(',') ? '\n  ]' : '[]';
}

function* chunks(entries: Iterable<unknown>): Generator<readonly unknown[]> {
  let chunk: unknown[] = [];
  for (const entry of entries) {
    chunk.push(entry);
    if (chunk.length < ENTRIES) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const within = (text: string, start: string, end: string): string => text.slice(start.length, -end.length);
