/** A pipeline expression (`${{ … }}`) as a tree. What cannot be read is `opaque`. */
export type Expression =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'path'; readonly segments: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'opaque' };

/** An expression inside a text, from `${{` to after `}}`. */
export interface Embedded {
  readonly start: number;
  readonly end: number;
  readonly body: string;
}

const TOKEN = /\s+|'(?:[^']|'')*'|&&|\|\||[=!<>]=|[<>!()[\],.*]|-?\d[\w.]*|[a-z_][\w-]*/giy;
const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=']);
/** Deeper than anyone writes. */
const DEPTH = 40;
/** GitHub takes 21,000 characters; a chain of thousands of operators would overflow whoever walks the tree. */
const TOKENS = 2_000;

/** The expressions in a text; one that is not closed ends the search. */
export function expressionsIn(text: string): Embedded[] {
  const found: Embedded[] = [];
  for (let start = text.indexOf('${{'); start >= 0; start = text.indexOf('${{', start)) {
    const end = closing(text, start + 3);
    if (end < 0) break;
    found.push({ start, end: end + 2, body: text.slice(start + 3, end) });
    start = end + 2;
  }
  return found;
}

function closing(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '}' && text.charAt(at + 1) === '}') return at;
    if (char !== "'") continue;
    const quote = text.indexOf("'", at + 1);
    if (quote < 0) return text.indexOf('}}', at);
    at = quote;
  }
  return -1;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

/** Reads the inside of `${{ … }}`, or of an `if`, which needs no marks. */
export function parseExpression(source: string): Expression {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source)?.[0];
    if (token === undefined) return { kind: 'opaque' };
    if (token.trim() !== '') tokens.push(token);
    if (tokens.length > TOKENS) return { kind: 'opaque' };
  }
  const reader: Reader = { tokens, at: 0, depth: 0 };
  const expression = readOr(reader);
  return reader.at === tokens.length ? expression : { kind: 'opaque' };
}

function readOr(reader: Reader): Expression {
  if (++reader.depth > DEPTH) return { kind: 'opaque' };
  let left = readAnd(reader);
  while (reader.tokens[reader.at] === '||') {
    reader.at++;
    left = { kind: 'binary', operator: '||', left, right: readAnd(reader) };
  }
  reader.depth--;
  return left;
}

function readAnd(reader: Reader): Expression {
  let left = readComparison(reader);
  while (reader.tokens[reader.at] === '&&') {
    reader.at++;
    left = { kind: 'binary', operator: '&&', left, right: readComparison(reader) };
  }
  return left;
}

function readComparison(reader: Reader): Expression {
  let left = readUnary(reader);
  for (let operator = reader.tokens[reader.at]; operator !== undefined; operator = reader.tokens[reader.at]) {
    if (!COMPARISONS.has(operator)) break;
    reader.at++;
    left = { kind: 'binary', operator, left, right: readUnary(reader) };
  }
  return left;
}

function readUnary(reader: Reader): Expression {
  let negated = false;
  for (; reader.tokens[reader.at] === '!'; reader.at++) negated = !negated;
  const operand = readPrimary(reader);
  return negated ? { kind: 'not', operand } : operand;
}

function readPrimary(reader: Reader): Expression {
  const token = reader.tokens[reader.at];
  if (token === undefined) return { kind: 'opaque' };
  reader.at++;
  if (token === '(') {
    const inner = readOr(reader);
    if (reader.tokens[reader.at] === ')') reader.at++;
    return readMembers(reader, inner);
  }
  if (token.startsWith("'")) return { kind: 'literal', text: token.slice(1, -1).replaceAll("''", "'") };
  if (/^-?\d/.test(token) || /^(?:true|false|null)$/i.test(token)) return { kind: 'literal', text: token };
  if (!/^[a-z_]/i.test(token)) return { kind: 'opaque' };
  if (reader.tokens[reader.at] === '(') return readMembers(reader, readCall(reader, token));
  return readMembers(reader, { kind: 'path', segments: [token] });
}

function readCall(reader: Reader, name: string): Expression {
  reader.at++;
  const list: Expression[] = [];
  while (reader.at < reader.tokens.length && reader.tokens[reader.at] !== ')') {
    const before = reader.at;
    list.push(readOr(reader));
    if (reader.tokens[reader.at] === ',') reader.at++;
    if (reader.at === before) break;
  }
  if (reader.tokens[reader.at] === ')') reader.at++;
  return { kind: 'call', name, arguments: list };
}

/** `.name`, `.*`, `[0]`, `['name']` after something; of a call's result they change nothing that we ask. */
function readMembers(reader: Reader, start: Expression): Expression {
  const segments = start.kind === 'path' ? [...start.segments] : undefined;
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === '.') {
      const name = reader.tokens[reader.at + 1] ?? '';
      segments?.push(name);
      reader.at += 2;
    } else if (token === '[') {
      reader.at++;
      const index = readOr(reader);
      if (reader.tokens[reader.at] === '*') reader.at++;
      if (reader.tokens[reader.at] === ']') reader.at++;
      segments?.push(index.kind === 'literal' ? index.text : '*');
    } else return segments ? { kind: 'path', segments } : start;
  }
}
