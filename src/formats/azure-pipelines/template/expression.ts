/** What stands between `${{` and `}}`, as far as its value can be told. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'path'; readonly segments: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'opaque' };

/** An expression in a text, with its marks. */
export interface Embedded {
  readonly start: number;
  readonly end: number;
  readonly body: string;
}

const OPAQUE: Expression = { kind: 'opaque' };
const DEPTH = 30;
const TOKEN = /\s*(?:'(?:[^']|'')*'|-?\d+(?:\.\d+)*|[a-z_][\w-]*|[[\](),.*])/iy;

/** Compile-time expressions of a text, in order. */
export function expressionsIn(text: string): readonly Embedded[] {
  const found: Embedded[] = [];
  for (let start = text.indexOf('${{'); start >= 0; start = text.indexOf('${{', start + 3)) {
    const close = text.indexOf('}}', start);
    if (close < 0) break;
    found.push({ start, end: close + 2, body: text.slice(start + 3, close) });
    start = close - 1;
  }
  return found;
}

/** Never throws: what is no expression is `opaque`. */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  if (!tokens) return OPAQUE;
  const reader = { tokens, at: 0 };
  const expression = read(reader, 0);
  return reader.at === tokens.length ? expression : OPAQUE;
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  const source = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (!match) return undefined;
    tokens.push(match[0].trim());
  }
  return tokens;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const peek = (reader: Reader): string => reader.tokens[reader.at] ?? '';

function read(reader: Reader, depth: number): Expression {
  const token = reader.tokens[reader.at++] ?? '';
  if (depth > DEPTH) return OPAQUE;
  if (token.startsWith("'")) return { kind: 'literal', value: token.slice(1, -1).replaceAll("''", "'") };
  if (/^-?\d+(?:\.\d+)?$/.test(token)) return { kind: 'literal', value: Number(token) };
  if (!/^[a-z_]/i.test(token)) return OPAQUE;
  const lower = token.toLowerCase();
  if (peek(reader) === '(') return indexed(reader, call(reader, lower, depth), depth);
  if (lower === 'true' || lower === 'false') return { kind: 'literal', value: lower === 'true' };
  if (lower === 'null') return { kind: 'literal', value: null };
  return indexed(reader, { kind: 'path', segments: [token] }, depth);
}

function call(reader: Reader, name: string, depth: number): Expression {
  const args: Expression[] = [];
  reader.at++;
  while (peek(reader) !== ')' && reader.at < reader.tokens.length) {
    args.push(read(reader, depth + 1));
    if (peek(reader) !== ',') break;
    reader.at++;
  }
  if (peek(reader) !== ')') return OPAQUE;
  reader.at++;
  return { kind: 'call', name, arguments: args };
}

/** `.name`, `['name']` and `[0]` behind a name; behind anything else they are not followed. */
function indexed(reader: Reader, head: Expression, depth: number): Expression {
  const segments = head.kind === 'path' ? [...head.segments] : [];
  let followed = head.kind === 'path';
  for (let any = false; ; any = true) {
    const token = peek(reader);
    if (token === '.') {
      segments.push(reader.tokens[reader.at + 1] ?? '');
      reader.at += 2;
    } else if (token === '[') {
      reader.at++;
      const inner = read(reader, depth + 1);
      if (inner.kind === 'literal') segments.push(String(inner.value));
      else followed = false;
      if (peek(reader) === ']') reader.at++;
    } else {
      if (!any) return head;
      return followed && !segments.includes('*') ? { kind: 'path', segments } : OPAQUE;
    }
  }
}
