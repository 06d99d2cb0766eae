/** A set of Rego; its elements are in Rego's order. */
export class RegoSet {
  readonly elements: readonly unknown[];
  constructor(elements: readonly unknown[]) {
    this.elements = elements;
  }
}

/** Reads a value as OPA's Wasm prints it with `opa_value_dump`: JSON, and sets as `{1,2}` or `set()`. */
export function readRegoValue(text: string): unknown {
  let at = 0;
  const skip = (): void => {
    while (text[at] === ' ') at++;
  };
  const take = (token: string): boolean => {
    skip();
    if (!text.startsWith(token, at)) return false;
    at += token.length;
    return true;
  };
  const items = (close: string, first: unknown[]): unknown[] => {
    const list = first;
    while (!take(close)) {
      if (list.length > 0) take(',');
      list.push(value());
    }
    return list;
  };
  const braced = (): unknown => {
    if (take('}')) return {};
    const first = value();
    if (!take(':')) return new RegoSet(items('}', [first]));
    const entries: [string, unknown][] = [[String(first), value()]];
    while (take(',')) {
      const key = String(value());
      take(':');
      entries.push([key, value()]);
    }
    take('}');
    return Object.fromEntries(entries);
  };
  const value = (): unknown => {
    if (take('set()')) return new RegoSet([]);
    if (take('[')) return items(']', []);
    if (take('{')) return braced();
    const scalar = /"(?:[^"\\]|\\.)*"|[^\s,:\]}]+/y;
    scalar.lastIndex = at;
    const match = scalar.exec(text);
    if (match === null) throw new SyntaxError(`not a Rego value at ${String(at)}`);
    at += match[0].length;
    return JSON.parse(match[0]);
  };
  return value();
}

/** Writes a value as OPA's `Term.String()` does, which is what `%v` prints of composites. */
export function showRegoValue(value: unknown): string {
  if (value instanceof RegoSet) {
    return value.elements.length === 0 ? 'set()' : `{${value.elements.map(showRegoValue).join(', ')}}`;
  }
  if (Array.isArray(value)) return `[${value.map(showRegoValue).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}: ${showRegoValue(entry)}`).join(', ')}}`;
  }
  return JSON.stringify(value);
}
